"""What a statement tells: its dates, numbers, clock times, sums, ages, reasons; and of whom and what it is."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.questions.evidence import Evidence, evidence_of
from bot.core.stories.event import Event
from bot.core.stories.stems import stem
from bot.core.stories.story import Entity, Fact, Quotation, Sentence
from tests.stories import court, harbour


def fact(text: str, **changes: Any) -> Evidence:
    """The evidence of a fact of the harbour."""
    story = harbour(facts=[{"text": text, "paragraph": 1, **changes}])
    return next(each for each in evidence_of(story) if isinstance(each.statement, Fact))


def numbers(text: str) -> list[str]:
    evidence = fact(text)
    return [evidence.tokens[place].text for place in evidence.numbers]


def test_there_is_one_for_each_statement() -> None:
    story = court()
    found = [each.statement for each in evidence_of(story)]
    assert found == [*story.entities, *story.events, *story.facts, *story.quotations, *story.summary]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The bridge has 12 lanes.", ["12"]),
        ("Twelve boats sank, and 3,500 people watched.", ["twelve", "3,500"]),
        ("It opened on 4 May 2031.", []),
        ("It opened on May 4, in 1987.", []),
        ("On 4 May 300 boats came.", ["300"]),
        ("It cost 2.3 million euros.", ["2.3", "million"]),
        ("Nobody came.", ["nobody"]),
        ("It opened.", []),
    ],
)
def test_years_and_days_of_months_are_no_counts(text: str, counted: list[str]) -> None:
    assert numbers(text) == counted


@pytest.mark.parametrize(
    ("text", "changes", "surely"),
    [
        ("It opened in May.", {}, 1.0),
        ("It opened in 1987.", {}, 1.0),
        ("It opened.", {"date": "1987"}, 1.0),
        ("It opened two years ago.", {}, 0.7),
        ("It opened.", {}, 0.0),
        ("They may open it.", {}, 0.0),
        (
            "It opened.",
            {"kind": "claim", "said_by": "aydin", "date": "2031-02-20"},
            0.3,
        ),  # of the words, not of the act
    ],
)
def test_a_date_belongs_to_the_statement_or_does_not(text: str, changes: dict[str, Any], surely: float) -> None:
    assert fact(text, **changes).dated == surely


def test_an_event_tells_its_date() -> None:
    dated = {each.statement.id: each.dated for each in evidence_of(harbour()) if isinstance(each.statement, Event)}
    assert dated["opening"] == dated["regatta"] == 1.0  # the regatta by its former date
    undated = harbour(events=[{**event, "history": [], "status": "postponed"} for event in _without_start()])
    assert [each.dated for each in evidence_of(undated) if isinstance(each.statement, Event)] == [0.3]


def _without_start() -> list[dict[str, Any]]:
    return [{"id": "fair", "name": "Fair", "zone": "Europe/Istanbul", "paragraph": 1, "description": "A fair."}]


@pytest.mark.parametrize(
    ("text", "tells"),
    [
        ("It starts at 19:30.", True),
        ("It starts at 7 p.m.", True),
        ("It starts at noon.", True),
        ("It lasted from 5 May on.", False),
        ("The score was 119:300.", False),
        ("It has 12 lanes.", False),
    ],
)
def test_a_clock_time(text: str, tells: bool) -> None:
    assert fact(text).clock is tells


def test_an_event_tells_a_clock_time_only_if_it_has_one() -> None:
    clocks = {each.statement.id: each.clock for each in evidence_of(harbour()) if isinstance(each.statement, Event)}
    assert clocks["opening"]
    assert not clocks["concert"]


@pytest.mark.parametrize(
    ("text", "unit", "has"),
    [
        ("A ticket costs 20 euros.", "money", True),
        ("A ticket costs €20.", "money", True),
        ("A ticket costs £20.", "money", True),
        ("A ticket costs $20.", "money", True),
        ("A ticket costs 2,000 ¥.", "money", True),
        ("20 people bought tickets.", "money", False),
        ("They paid in euros.", "money", False),
        ("The bridge is 900 metres long.", "length", True),
        ("The works took 3 years.", "duration", True),
        ("It has been closed since March.", "duration", True),
        ("It closed in 1987.", "duration", False),
        ("12 percent of voters came.", "percent", True),
        ("Leyla Aydın, 47, is an engineer.", "age", True),
        ("A 47-year-old engineer built it.", "age", True),
        ("An engineer built it in 47 days.", "age", False),
        ("The ferry runs twice a day.", "often", True),
        ("The ferry runs.", "often", False),
    ],
)
def test_a_number_has_its_unit_beside_it(text: str, unit: str, has: bool) -> None:
    assert fact(text).has_unit(unit) is has


@pytest.mark.parametrize(
    ("text", "surely"),
    [
        ("It closed because of the storm.", 1.0),
        ("It closed due to the storm.", 1.0),
        ("It closed to save money.", 0.5),
        ("It closed.", 0.0),
        ("It has been closed since 1987.", 0.0),
    ],
)
def test_a_reason(text: str, surely: float) -> None:
    assert fact(text).reason == surely


def test_a_denial_and_what_is_still_to_come() -> None:
    assert fact("Nobody was hurt.").negative
    assert not fact("Two were hurt.").negative
    assert fact("It will open soon.").ahead
    assert not fact("It opened.").ahead


def test_it_may_be_meant_by_its_words_names_topics_and_date() -> None:
    fields = fact("It holds.", about=["bridge"], topics=["safety"], date="2031-02-20").fields()
    assert fields[stem("holds")] == 1.0
    assert fields[stem("february")] == fields["2031"] == fields["20"] == 0.9
    assert fields[stem("bridge")] == fields[stem("safety")] == 0.5


def test_whom_each_is_about_and_who_speaks_in_it() -> None:
    found = evidence_of(harbour())
    claim = next(each for each in found if isinstance(each.statement, Fact) and each.statement.kind == "claim")
    quotation = next(each for each in found if isinstance(each.statement, Quotation))
    sentence = next(each for each in found if isinstance(each.statement, Sentence))
    entity = next(each for each in found if isinstance(each.statement, Entity))
    assert claim.speakers == quotation.speakers == {"aydin"}
    assert claim.about == {"aydin", "bridge", "gazette"}
    assert quotation.about == {"aydin", "gazette"}
    assert entity.about == {"aydin"}
    assert sentence.speakers == frozenset()


def test_the_names_in_a_text_do_not_begin_a_sentence() -> None:
    assert fact("Yesterday Leyla Aydın met Emre. Nobody else came.").names == ["Leyla Aydın", "Emre"]
    assert fact("He saw Šime Žarić and Łukasz, in İzmir.").names == ["Šime Žarić and Łukasz", "İzmir"]


@given(st.text(min_size=1, max_size=300).filter(lambda text: text.strip()))
def test_no_text_breaks_it(text: str) -> None:
    statement = harbour().facts[0]
    evidence = Evidence(statement, text, frozenset())
    assert all(0 <= place < len(evidence.tokens) for place in evidence.numbers)
    told = (evidence.dated, evidence.clock, evidence.reason, evidence.names, evidence.fields, evidence.places)
    assert None not in told
    assert all(evidence.has_unit(unit) in (True, False) for unit in ("money", "age", "often", "duration"))
