import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.words import Kind, Part, Words, WordsOfStories, asked, asks_for_something, content, spellings
from tests.stories import harbour, seasons, synthetic

WORDS = Words(harbour())


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("engineers", [Part(Kind.ENTITY, 0), Part(Kind.SENTENCE, 1)]),
        ("an engineer of the bridge", [Part(Kind.ENTITY, 0)]),
        ("moneys", [Part(Kind.TOPIC, 1)]),
        ("Istanbul", [Part(Kind.EVENT, 0)]),
        ("works", [Part(Kind.EVENT, 2)]),
        ("withstood storms", []),
        ("withstanding storms", [Part(Kind.FACT, 1)]),
        ("1987", [Part(Kind.FACT, 2)]),
        ("churches", [Part(Kind.QUOTATION, 0)]),
        ("doubted", [Part(Kind.SENTENCE, 1)]),
        ("nearing", [Part(Kind.HEADLINE, 0)]),
        ("reporting harbour", [Part(Kind.ABOUT, 0)]),
        ("February 1987", []),
        ("paragraph 5", [Part(Kind.FACT, 2)]),
        ("¶5", [Part(Kind.FACT, 2)]),
        ("penguins", []),
        ("the of", []),
    ],
)
def test_finds_the_parts_that_hold_every_word(typed: str, parts: list[Part]) -> None:
    assert WORDS.holding(content(typed)) == parts


def test_a_joined_word_is_found_by_its_parts_and_whole() -> None:
    facts = [{"text": "The mayor seeks re-election.", "paragraph": 1}]
    words = Words(harbour(facts=facts))
    for typed in ("re-election", "reelection", "elections", "re-elected"):
        assert words.holding(content(typed), Kind.FACT) == [Part(Kind.FACT, 0)], typed


def test_another_script_is_found_in_latin_letters() -> None:
    facts = [{"text": "Састанак је почео.", "paragraph": 1}]
    assert Words(harbour(facts=facts)).holding(content("sastanak")) == [Part(Kind.FACT, 0)]


def test_small_words_count_nowhere_and_weak_ones_alone() -> None:
    assert spellings("What did everybody say about it?") == ["say"]
    assert spellings("everybody!") == ["everybody"]
    assert spellings("who is it") == []


def test_a_word_in_capitals_is_no_small_word() -> None:
    assert spellings("what about the US and the WHO?") == ["us", "who"]
    assert spellings("WHO ARE YOU") == []
    words = Words(
        harbour(facts=[{"text": "The US uses it.", "paragraph": 1}, {"text": "They use it.", "paragraph": 1}])
    )
    assert words.holding(content("US"), Kind.FACT) == [Part(Kind.FACT, 0)]
    assert words.holding(content("using"), Kind.FACT) == [Part(Kind.FACT, 0), Part(Kind.FACT, 1)]


@pytest.mark.parametrize("typed", ["", "?!", "🙂", "x", "\u202e", "\x00"])
def test_what_has_no_letters_has_no_words(typed: str) -> None:
    assert content(typed) == []


def test_the_nearest_part_shares_the_most_telling_words() -> None:
    assert WORDS.nearest(content("a bridge for penguins in storms"), limit=1) == [Part(Kind.FACT, 1)]
    assert WORDS.nearest(content("penguins")) == []


def test_finds_the_stories_that_hold_every_word() -> None:
    words = WordsOfStories([synthetic(1), harbour(), seasons()])
    assert words.holding(content("concerts")) == [1, 2]
    assert words.holding(content("concert stalls")) == [2]
    assert words.holding(content("penguins")) == []
    assert words.holding([]) == []


@given(st.text())
def test_any_text_can_be_looked_for(typed: str) -> None:
    words = content(typed)
    assert len(words) <= 40
    WORDS.holding(words)
    assert len(WORDS.nearest(words)) <= 3


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("When is the match?", "when's the MATCH", True),
        ("Who’s playing the match", "who plays in a match?!", True),
        ("Whom did the mayor meet", "who did mayors meet", True),
        ("Please, where exactly is the match?", "where is exactly the match", True),
        ("When is the match?", "Where is the match?", False),
        ("When is the match?", "When is the concert?", False),
        ("the match", "When is the match?", False),
        ("Когда матч?", "Kogda match", True),
    ],
)
def test_questions_are_compared_by_what_they_ask(one: str, other: str, same: bool) -> None:
    assert (asked(one) == asked(other)) == same


@pytest.mark.parametrize(
    ("question", "asks"),
    [("Why?", False), ("???", False), ("how many are there", False), ("How many trams?", True), ("¶ 5", True)],
)
def test_a_question_asks_for_something_by_a_word_that_counts(question: str, asks: bool) -> None:
    assert asks_for_something(question) == asks
