"""How surely a statement gives a date, a clock time, a sum, a number, a place, somebody who acts, a reason."""

from typing import Any

import pytest

from bot.core.asking.questions.evidence import evidence_of
from bot.core.asking.questions.fitting import fits
from bot.core.asking.questions.naming import NamesOfStory
from bot.core.asking.questions.reading import read
from bot.core.stories.story import Fact
from tests.stories import HARBOUR, harbour

_QUAY = {"id": "quay", "type": "place", "name": "Old Quay", "role": "A quay", "paragraph": 1}


def fit(line: str, told: str, **changes: Any) -> float:
    """How surely a fact of the harbour gives what a line asks for."""
    fact = {"text": told, "paragraph": 1, **changes}
    story = harbour(entities=[*HARBOUR["entities"], _QUAY], facts=[fact])
    evidence = evidence_of(story)
    [question] = read(line)
    mentioned = NamesOfStory(story, evidence).mentioned(question.words).entities
    return fits(story, question, next(each for each in evidence if isinstance(each.statement, Fact)), mentioned)


def entity_fit(line: str, entity_id: str) -> float:
    """How surely the card of an entity of the harbour gives what a line asks for."""
    story = harbour(entities=[*HARBOUR["entities"], _QUAY])
    evidence = evidence_of(story)
    [question] = read(line)
    mentioned = NamesOfStory(story, evidence).mentioned(question.words).entities
    return fits(
        story, question, next(each for each in evidence if each.statement is story.entity(entity_id)), mentioned
    )


@pytest.mark.parametrize(
    ("line", "gives", "lacks"),
    [
        ("when did it open?", "It opened in May.", "It opened."),
        ("what time does it open?", "It opens at 19:30.", "It opens on 4 May."),
        ("what time does it open?", "It opens at 7 pm.", "It opens in 1987."),
        ("how much does it cost?", "It costs 20 euros.", "It costs a lot since 1987."),
        ("how old is she?", "Leyla Aydın is 47 years old.", "Leyla Aydın built 47 bridges."),
        ("how long is it closed?", "It is closed for three weeks.", "It is closed."),
        ("how many lanes has it?", "It has twelve lanes.", "It has lanes since May 1987."),
        ("where do they live?", "They live in Istanbul.", "They live well."),
    ],
)
def test_a_value_of_the_kind_fits_and_another_number_does_not(line: str, gives: str, lacks: str) -> None:
    assert fit(line, gives) > 0.5
    assert fit(line, lacks) == 0.0


def test_a_number_counts_what_stands_soon_after_it() -> None:
    lanes = "how many lanes are there?"
    assert fit(lanes, "There are twelve lanes.") == 1.0
    assert 0 < fit(lanes, "There are lanes for twelve lorries.") < 0.5
    assert fit("how many people came?", "300 of them came.") == 0.9


def test_when_words_were_said_is_the_date_of_the_words() -> None:
    claim = {"kind": "claim", "said_by": "aydin", "date": "2031-02-20"}
    assert fit("when did Leyla say that it holds?", "It holds.", **claim) == 1.0
    assert fit("when did it open?", "It opened.", **claim) == 0.3


def test_a_place_that_the_question_names_itself_is_no_answer() -> None:
    assert fit("where is it sold?", "It is sold there.", about=["quay"]) == 0.9
    assert fit("where is the Old Quay?", "It is sold there.", about=["quay"]) == 0.0
    assert entity_fit("where is it sold?", "quay") == 1.0
    assert entity_fit("where is the Old Quay?", "quay") == 0.0


def test_who_asks_for_somebody_whom_the_question_does_not_name() -> None:
    assert fit("who built it?", "It was built.", about=["aydin"]) == 1.0
    assert fit("who met Leyla?", "They met.", about=["aydin"]) < 1.0
    assert fit("who built it?", "It was built.") == 0.2
    assert fit("which company built it?", "It was built.", about=["aydin"]) < 1.0
    assert fit("which company built it?", "It was built.", about=["ferries"]) == 1.0
    assert entity_fit("who is she?", "aydin") == 1.0
    assert entity_fit("who built it?", "bridge") < 1.0


def test_a_reason_is_better_than_none() -> None:
    because, to, none = (fit("why?", text) for text in ("It fell because of rust.", "It fell to rust.", "It fell."))
    assert because > to > none > 0


def test_somebodys_words_are_those_of_a_speaker() -> None:
    line = "what did Leyla say?"
    assert fit(line, "It holds.", kind="claim", said_by="aydin") == 1.0
    assert fit(line, "It holds.") == 0.2


def test_for_what_is_asked_without_a_kind_every_statement_fits_alike() -> None:
    assert fit("tell me about the bridge", "It holds.") == fit("did it hold?", "It fell.") == 0.5
