"""What a line asks: its kind of answer, its words, its parts; and that no line breaks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.questions.reading import LONGEST, Question, is_question, leans, read
from bot.core.asking.questions.wanted import Wanted


def heavy(question: Question) -> list[str]:
    """The words that an answer must have."""
    return [word.text for word in question.words if not word.light]


@pytest.mark.parametrize(
    ("line", "wanted", "unit"),
    [
        ("When is the match?", Wanted.DATE, None),
        ("what year was it built", Wanted.DATE, None),
        ("since when is it closed", Wanted.DATE, None),
        ("what time does it start", Wanted.CLOCK, None),
        ("where's the trial", Wanted.PLACE, None),
        ("in which town is it", Wanted.PLACE, None),
        ("who's Putin", Wanted.AGENT, None),
        ("which company sold it", Wanted.AGENT, None),
        ("how many people were hurt", Wanted.COUNT, None),
        ("what is the number of victims", Wanted.COUNT, None),
        ("how much does a ticket cost", Wanted.AMOUNT, "money"),
        ("how old is he", Wanted.AMOUNT, "age"),
        ("how long did it take", Wanted.AMOUNT, "duration"),
        ("how tall is the tower", Wanted.AMOUNT, "length"),
        ("what percentage of voters stayed away", Wanted.AMOUNT, "percent"),
        ("how hot was it", Wanted.AMOUNT, "temperature"),
        ("how often does it run", Wanted.AMOUNT, "often"),
        ("why did he leave", Wanted.REASON, None),
        ("how come he left", Wanted.REASON, None),
        ("what caused the fire", Wanted.REASON, None),
        ("how did the thief get in", Wanted.MANNER, None),
        ("what did he say about it", Wanted.SPEECH, None),
        ("did they win", Wanted.DECISION, None),
        ("tell me about the bridge", Wanted.ABOUT, None),
        ("what about safety", Wanted.ABOUT, None),
        ("what office does he hold", Wanted.THING, None),
        ("bridges and boats", Wanted.WORDS, None),
        ("the election is when?", Wanted.DATE, None),
        ("election date", Wanted.DATE, None),
        ("bail amount", Wanted.AMOUNT, None),
    ],
)
def test_the_kind_of_answer(line: str, wanted: Wanted, unit: str | None) -> None:
    [question] = read(line)
    assert (question.wanted, question.unit) == (wanted, unit)


@pytest.mark.parametrize(
    "line",
    [
        "hi, could you please tell me when the match is, thanks",
        "Hello there! When is the match? Thank you very much!",
        "thank you, when is the match",
        "thanks! and when is the match?",
        "do you happen to know when the match is",
        "I was wondering when the match is, please",
        "does the article say when the match is",
        "when is the match, by the way?",
        "wen is the match",
        "whens the match",
        "when's the match",
        "WHEN IS THE MATCH???",
        "When Is The Match",
        "so when’s the match then",
    ],
)
def test_neither_politeness_nor_a_slip_nor_a_short_form_is_asked_for(line: str) -> None:
    [question] = read(line)
    assert (question.wanted, [word.text for word in question.words]) == (Wanted.DATE, ["match"])


@pytest.mark.parametrize(
    ("line", "kinds", "words"),
    [
        ("when is the match and where is the trial", [Wanted.DATE, Wanted.PLACE], [["match"], ["trial"]]),
        ("when is the match, and where is it?", [Wanted.DATE, Wanted.PLACE], [["match"], []]),
        ("when and where is the match", [Wanted.DATE, Wanted.PLACE], [["match"], ["match"]]),
        ("When is the match? Where is the trial?", [Wanted.DATE, Wanted.PLACE], [["match"], ["trial"]]),
        ("who sold the boat, and why?", [Wanted.AGENT, Wanted.REASON], [["sold", "boat"], []]),
        ("boats, where people live", [Wanted.PLACE], [["boats", "live"]]),
    ],
)
def test_two_questions_in_one_line(line: str, kinds: list[Wanted], words: list[list[str]]) -> None:
    questions = read(line)
    assert [each.wanted for each in questions] == kinds
    assert [heavy(each) for each in questions] == words


def test_a_question_that_has_its_subject_leans_on_none() -> None:
    assert [each.leans for each in read("when and where is the match")] == [False, False]
    assert read("when is the match, where is it and why is it there, and who plays?")[-1].wanted is Wanted.REASON


@pytest.mark.parametrize("line", ["why?", "and where?", "Where", "when was that?", "how much was it", "who did it"])
def test_what_leans_on_the_question_before(line: str) -> None:
    assert leans(line)


@pytest.mark.parametrize("line", ["when is the match?", "bridges", "who sold the boat", "and the boat", "🙂"])
def test_what_stands_alone_leans_on_nothing(line: str) -> None:
    assert not leans(line)


@pytest.mark.parametrize(
    ("line", "pronoun"), [("where does she live", "she"), ("what is their plan", "their"), ("who is Leyla", None)]
)
def test_a_pronoun(line: str, pronoun: str | None) -> None:
    assert getattr(read(line)[0].pronoun, "text", None) == pronoun


@pytest.mark.parametrize(
    ("line", "head"), [("what office does he hold", "office"), ("which law forbids it", "law"), ("what is a law", None)]
)
def test_the_noun_that_is_asked_for(line: str, head: str | None) -> None:
    found = read(line)[0].head
    assert (found.text if found else None) == head


@pytest.mark.parametrize("line", ["who isn't charged", "why wont he come", "who was not charged", "who never came"])
def test_a_negation(line: str) -> None:
    assert read(line)[0].negated
    assert not read(line.replace("isn't", "is").replace("wont", "will").replace("not ", "").replace("never ", ""))[
        0
    ].negated


def test_what_is_counted() -> None:
    assert [token.text for token in read("how many of the paintings are missing")[0].noun] == ["paintings"]
    assert [token.text for token in read("how many more lay judges are there")[0].noun] == ["lay", "judges"]


def test_tense_outcome_and_change() -> None:
    [won], [will], [moved] = read("who won the match"), read("who will play"), read("was the match postponed")
    assert (won.past, won.outcome, won.future) == (True, True, False)
    assert (will.past, will.future) == (False, True)
    assert (moved.past, moved.changed) == (True, True)


def test_a_capital_tells_of_a_name_but_at_the_beginning() -> None:
    assert [word.first for word in read("Penguins in Norway")[0].words] == [True, False]
    for line in ("Who is Messi?", "tell me about Messi"):
        assert [(word.typed, word.first) for word in read(line)[0].words] == [("Messi", False)]


@pytest.mark.parametrize(
    ("line", "asks"),
    [("who is it", True), ("Leyla Aydın", False), ("bridge", False), ("election date", True), ("", False)],
)
def test_which_lines_ask(line: str, asks: bool) -> None:
    assert is_question(line) is asks


@pytest.mark.parametrize(
    "line",
    [
        "",
        " ",
        "?!",
        "🙂🙂🙂",
        "\x00\x07\u202e\u200b when \x1b[31m is it",
        "когда матч?",
        "比赛什么时候?",
        "متى المباراة؟",
        "when " * 5_000,
        "and where, " * 5_000,
        "x" * 50_000,
        "please " * 5_000,
        "'" * 10_000,
        "1" * 10_000,
        "İıß" * 5_000,
    ],
)
def test_no_line_breaks_it_or_makes_it_work_long(line: str) -> None:
    questions = read(line)
    assert 1 <= len(questions) <= 3
    assert all(len(each.words) <= 120 and len(each.typed) <= 2 * LONGEST for each in questions)


_PIECES = ("when", "where", "who", "it", "and", "?", ",", "please", "🙂", "1987", "Ä", "Ж", "比", "n't")


@given(st.text(max_size=600) | st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_no_text_breaks_it(line: str) -> None:
    assert 1 <= len(read(line)) <= 3
    is_question(line)
    leans(line)
