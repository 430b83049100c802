"""What speaks for a statement: numbers between 0 and 1 by name, of words, names, kinds and time."""

from collections.abc import Mapping

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.core.asking.questions import weights
from bot.core.asking.questions.comparing import compare
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.index import index_of
from bot.core.asking.questions.reading import read
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Quotation, Story
from tests.stories import court, harbour

_COURT, _HARBOUR = court(), harbour()


def signals(story: Story, line: str, context: Evidence | None = None) -> list[tuple[Evidence, Mapping[str, float]]]:
    [question] = read(line)
    return [(each.evidence, each.signals) for each in compare(index_of(story), question, context).compared]


def of(story: Story, line: str, text: str) -> Mapping[str, float]:
    """The signals of the one statement that begins with this text."""
    [found] = [told for evidence, told in signals(story, line) if evidence.text.startswith(text)]
    return found


def test_the_more_words_a_statement_has_the_more_it_covers() -> None:
    line = "does the bridge withstand any storm?"
    storm, long = of(_HARBOUR, line, "The bridge withstands"), of(_HARBOUR, line, "The bridge is 900")
    assert storm["coverage"] == 1.0 > long["coverage"] > 0
    assert storm["act"] > long.get("act", 0.0)
    assert "act_none" in long
    assert "act_none" not in storm


def test_a_speaker_is_whom_the_question_names() -> None:
    line = "what did Karrow say about the frame?"
    assert of(_COURT, line, "I have not taken")["speaker"] == 1.0
    others = [told for evidence, told in signals(_COURT, line) if "wynne" in evidence.speakers]
    assert others
    assert all("speaker" not in told and told["no_speaker"] == 1.0 for told in others)


def test_an_entity_is_the_subject_if_it_is_named() -> None:
    told = of(_COURT, "who is Petra Wynne?", "Petra Wynne:")
    assert told["subject"] == told["define"] == told["is_entity"] == 1.0


def test_a_fact_belongs_to_the_event_that_is_named() -> None:
    line = "what happens if the verdict is guilty?"
    assert of(_COURT, line, "Verdict.")["event_named"] == 1.0
    assert of(_COURT, line, "If the court finds him")["event_belongs"] == 1.0


def test_an_event_to_come_has_no_outcome_and_no_past() -> None:
    told = of(_HARBOUR, "who won the concert?", "Concert.")
    assert told["outcome"] == told["past_of_future"] == 1.0
    held = of(_HARBOUR, "what was the result of the load test?", "Load test.")
    assert "outcome" not in held
    assert "past_of_future" not in held
    assert of(_HARBOUR, "was the concert moved?", "Concert.")["changed_event"] == 1.0


def test_what_was_answered_before_shares_what_it_is_about() -> None:
    index = index_of(_COURT)
    before = next(each for each in index.evidence if each.text.startswith("Gorman & Vale sold"))
    told = {evidence.text: found for evidence, found in signals(_COURT, "and where was that sold?", before)}
    assert told[before.text]["same"] == told[before.text]["shares"] == 1.0
    assert all("same" not in found for text, found in told.items() if text != before.text)


def test_a_pronoun_means_whom_the_answer_was_about_or_whom_most_is_about() -> None:
    index = index_of(_COURT)
    lawyer = next(each for each in index.evidence if each.text.startswith("Petra Wynne:"))
    line = "what did she say?"
    after = [evidence for evidence, found in signals(_COURT, line, lawyer) if found.get("speaker")]
    assert after
    assert all("wynne" in evidence.speakers for evidence in after)
    alone = [evidence for evidence, found in signals(_COURT, "what does he say?") if found.get("speaker")]
    assert all("karrow" in evidence.speakers for evidence in alone)


def test_each_kind_of_statement_is_told_apart() -> None:
    kinds = {Entity: "is_entity", Event: "is_event", Quotation: "is_quote"}
    for evidence, told in signals(_COURT, "tell me about Karrow and the verdict and the case"):
        for kind, name in kinds.items():
            assert (name in told) is isinstance(evidence.statement, kind)


def test_every_signal_that_weighs_is_one_that_may_be_found() -> None:
    lines = ("who is Leyla?", "when is the opening?", "what did Leyla say?", "why?", "where is it not safe?", "bridge")
    found = {name for line in lines for _, told in signals(_HARBOUR, line) for name in told}
    assert found
    assert len(found & weights.RANKING.keys()) > 10


@pytest.mark.parametrize("story", [_COURT, _HARBOUR], ids=lambda story: story.slug)
@settings(max_examples=25, deadline=None)
@given(
    words=st.lists(
        st.sampled_from(
            ["when", "who", "did", "the", "bridge", "Karrow", "verdict", "say", "he", "not", "Leyla", "1987"]
        ),
        min_size=1,
        max_size=8,
    )
)
def test_every_signal_is_between_0_and_1(story: Story, words: list[str]) -> None:
    for question in read(" ".join(words)):
        for each in compare(index_of(story), question).compared:
            assert all(0.0 < value <= 1.0 + 1e-9 for value in each.signals.values()), each.signals
