"""How a lead is written, typed, stored and ordered."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from bot.core.stories.leads import (
    DEFAULT_LEADS,
    LEAST_MINUTES,
    MOST_DAYS,
    MOST_MINUTES,
    PATTERN,
    Lead,
    in_order,
    read_leads,
)

LEADS = st.one_of(
    st.integers(0, MOST_DAYS).map(lambda days: Lead(timedelta(days=days), in_days=True)),
    st.integers(LEAST_MINUTES, MOST_MINUTES).map(lambda minutes: Lead(timedelta(minutes=minutes), in_days=False)),
)


@pytest.mark.parametrize(
    ("text", "length", "in_days", "canonical"),
    [
        ("P7D", timedelta(days=7), True, "P7D"),
        ("P0D", timedelta(), True, "P0D"),
        ("P366D", timedelta(days=366), True, "P366D"),
        ("P1W", timedelta(days=7), True, "P7D"),
        ("PT2H", timedelta(hours=2), False, "PT2H"),
        ("PT90M", timedelta(minutes=90), False, "PT1H30M"),
        ("PT1H30M", timedelta(minutes=90), False, "PT1H30M"),
        ("PT5M", timedelta(minutes=5), False, "PT5M"),
        ("PT24H", timedelta(days=1), False, "PT24H"),
        ("PT168H", timedelta(days=7), False, "PT168H"),
        (" p1d ", timedelta(days=1), True, "P1D"),
    ],
)
def test_a_duration_is_read_and_written(text: str, length: timedelta, in_days: bool, canonical: str) -> None:
    lead = Lead.parse(text)
    assert lead == Lead(length, in_days)
    assert str(lead) == canonical


@pytest.mark.parametrize(
    "text",
    ["", "P", "PT", "7D", "P7", "P-1D", "-P1D", "P1.5D", "P1Y", "P1M", "P1DT2H", "P1W2D", "PT2S", "P٧D", "P1D x"],
)
def test_what_is_no_lead_is_refused_with_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="is no lead: write P7D, P1D, P0D"):
        Lead.parse(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("P367D", "at most 366 days"),
        ("P53W", "at most 366 days"),
        ("PT4M", "5 minutes to 168 hours"),
        ("PT0H", "5 minutes to 168 hours"),
        ("PT168H1M", "5 minutes to 168 hours"),
    ],
)
def test_a_lead_is_neither_too_long_nor_too_short(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Lead.parse(text)


@pytest.mark.parametrize(
    ("words", "lead"),
    [
        ("2h", "PT2H"),
        ("2 hours", "PT2H"),
        ("2 hrs before", "PT2H"),
        ("an hour", "PT1H"),
        ("30 min", "PT30M"),
        ("1 day", "P1D"),
        ("3 days before", "P3D"),
        ("One Day", "P1D"),
        ("0 days", "P0D"),
        ("a week", "P7D"),
        ("2w", "P14D"),
        ("morning", "P0D"),
        ("Same day", "P0D"),
        ("the day before", "P1D"),
        ("that morning", "P0D"),
        ("the same day", "P0D"),
        ("that day", "P0D"),
        ("the week before", "P7D"),
        ("P1D", "P1D"),
        ("pt2h", "PT2H"),
    ],
)
def test_what_a_person_types_is_understood(words: str, lead: str) -> None:
    assert str(Lead.typed(words)) == lead


@pytest.mark.parametrize(
    "words",
    ["", "a", "soon", "hour", "2", "2 fortnights", "1 minute", "400 days", "8000 h", "99999 d", "-1 day", "1 2 d"],
)
def test_what_is_no_lead_when_typed_is_none(words: str) -> None:
    assert Lead.typed(words) is None


def test_leads_stand_longest_first_and_each_once() -> None:
    leads = [Lead.parse(text) for text in ("PT24H", "P0D", "P1D", "P7D", "PT2H", "P1W", "PT120M")]
    assert [str(lead) for lead in in_order(leads)] == ["P7D", "P1D", "PT24H", "PT2H", "P0D"]
    assert in_order([]) == ()


def test_stored_leads_are_read_in_order() -> None:
    assert read_leads("P0D, P7D,P1D,P7D") == DEFAULT_LEADS


@pytest.mark.parametrize("text", ["", "P7D,", "P7D;P1D", "P7D,soon"])
def test_stored_leads_of_which_one_is_none_are_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is no lead"):
        read_leads(text)


@given(LEADS)
def test_a_lead_that_is_written_is_read_back(lead: Lead) -> None:
    assert Lead.parse(str(lead)) == lead
    assert Lead.typed(str(lead)) == lead


@given(st.lists(LEADS, min_size=1, max_size=6))
def test_leads_that_are_stored_are_read_back(leads: list[Lead]) -> None:
    assert read_leads(",".join(map(str, leads))) == in_order(leads)


@given(st.one_of(st.text(max_size=12), st.from_regex(PATTERN)))
def test_any_text_that_is_typed_is_a_lead_that_can_be_stored_or_none(text: str) -> None:
    lead = Lead.typed(text)
    assert lead is None or read_leads(str(lead)) == (lead,)


def test_a_model_reads_a_lead_from_its_text_and_writes_it_back() -> None:
    adapter = TypeAdapter(Lead)
    lead = adapter.validate_python("P1W")
    assert adapter.validate_python(lead) is lead
    assert adapter.dump_python(lead, mode="json") == "P7D"
    with pytest.raises(ValidationError, match="“soon” is no lead"):
        adapter.validate_python("soon")
