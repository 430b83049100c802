"""Which statements answer a question, or that none does: over made stories, by what holds for every question."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.questions.choosing import Band, Choice, Context, choose, lean
from bot.core.asking.questions.comparing import MOST_COMPARED, compare
from bot.core.asking.questions.index import index_of
from bot.core.asking.questions.reading import read
from bot.core.stories.event import Event
from bot.core.stories.story import Story
from tests.stories import court, harbour, recall, synthetic

_COURT, _HARBOUR, _RECALL = court(), harbour(), recall()


def one(story: Story, line: str, context: Context | None = None) -> Choice:
    [choice] = choose(index_of(story), line, context)
    return choice


def context_of(story: Story, line: str) -> Context:
    choice = one(story, line)
    return Context(story.slug, choice.question, choice.statements[0])


@pytest.mark.parametrize("story", [_COURT, _HARBOUR, _RECALL], ids=lambda story: story.slug)
def test_an_event_is_found_by_its_name_with_its_date(story: Story) -> None:
    for event in story.events:
        choice = one(story, f"when is the {event.name.lower()}?")
        assert event.name in {s.statement.name for s in choice.statements if isinstance(s.statement, Event)}, event.name


@pytest.mark.parametrize("story", [_COURT, _HARBOUR, _RECALL], ids=lambda story: story.slug)
def test_everybody_is_found_by_name(story: Story) -> None:
    for entity in story.entities:
        asks = "who is" if entity.type in ("person", "organisation") else "tell me about"
        choice = one(story, f"{asks} {entity.name}?")
        assert choice.band is Band.ANSWER, entity.name
        assert any(each.statement is entity for each in choice.statements), entity.name


@pytest.mark.parametrize("line", ["who met Xi?", "did Karrow meet Putin?", "when does Karrow fly to Norway?"])
def test_an_unknown_name_is_never_answered(line: str) -> None:
    choice = one(_COURT, line)
    assert (choice.band, choice.confidence) == (Band.NOT_SAID, 0.0)
    assert len(choice.unknown) == 1


@pytest.mark.parametrize("line", ["where is the regatta?", "what time is the concert?", "how much is the parade?"])
def test_no_statement_without_such_a_value_answers(line: str) -> None:
    assert one(_HARBOUR, line).band is Band.NOT_SAID


@pytest.mark.parametrize("line", ["", "?!", "🙂", "and where?"])
def test_what_asks_for_nothing_is_not_understood(line: str) -> None:
    assert one(_HARBOUR, line).band is Band.NOT_UNDERSTOOD


def test_three_statements_at_most_the_best_first_and_each_once() -> None:
    for line in ("tell me about the bridge", "what about Karrow", "who"):
        for story in (_COURT, _HARBOUR):
            found = one(story, line).statements
            assert len(found) <= 3
            assert len({id(each.statement) for each in found}) == len(found)


def test_a_word_that_no_statement_has_is_unmentioned() -> None:
    assert one(_HARBOUR, "does the bridge withstand penguins?").unmentioned == ["penguins"]
    assert one(_HARBOUR, "does the bridge withstand storms?").unmentioned == []


def test_a_follow_up_takes_the_subject_and_a_few_words_the_kind_too() -> None:
    context = context_of(_HARBOUR, "when is the opening?")
    index = index_of(_HARBOUR)
    [where], [regatta], [kind] = read("and where?"), read("when is the regatta?"), read("and the concert?")
    assert "opening" in [word.text for word in lean(index, where, context)[0].words]
    assert lean(index, regatta, context)[0] is regatta
    assert lean(index, kind, context)[0].wanted is context.question.wanted


def test_a_pronoun_beside_a_persons_name_means_that_person() -> None:
    context = context_of(_COURT, "who sold The Grey Ferry?")
    [question] = read("why did Jonas Abelsen lose his post?")
    assert lean(index_of(_COURT), question, context)[0] is question


def test_the_same_is_chosen_whatever_was_asked_before_if_nothing_leans() -> None:
    for line in ("when is the verdict?", "who is Petra Wynne?"):
        alone, after = one(_COURT, line), one(_COURT, line, context_of(_COURT, "who sold The Grey Ferry?"))
        assert alone.statements == after.statements


def test_few_statements_are_compared_closely_however_many_there_are() -> None:
    story = synthetic(1, entities=200)
    [question] = read("what about " + " ".join(entity.name for entity in story.entities[:10]))
    assert len(compare(index_of(story), question).compared) <= MOST_COMPARED


_PIECES = (
    "when",
    "who",
    "why",
    "how many",
    "the bridge",
    "Leyla",
    "and",
    ",",
    "?",
    "not",
    "1987",
    "Messi",
    "his",
    "🙂",
    "Ж",
)


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200) | st.lists(st.sampled_from(_PIECES)).map(" ".join))
def test_no_line_breaks_it(line: str) -> None:
    context = context_of(_HARBOUR, "when is the opening?")
    for choice in [*choose(index_of(_HARBOUR), line), *choose(index_of(_HARBOUR), line, context)]:
        assert 0.0 <= choice.confidence <= 1.0
        assert len(choice.statements) <= 3
        assert choice.statements or choice.band is not Band.ANSWER
