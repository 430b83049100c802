"""Statements that still tell the former date of an event whose plan has changed."""

from datetime import date, timedelta
from typing import Any

import pytest
from babel.dates import format_date
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.contradictions import contradicts_fact, contradicts_role, contradicts_sentence
from bot.core.stories.story import Story, parse_story
from tests.stories import HARBOUR, bundled, harbour

DAYS = st.dates(date(2031, 1, 1), date(2032, 12, 31))


def planned(
    text: str, *, now: str | None = "2031-06-01", was: str = "2031-05-04", status: str = "rescheduled", **keys: Any
) -> Story:
    """A story whose one event was moved, and that says this in a fact, in the summary and as a role."""
    event: dict[str, Any] = {
        "id": "opening",
        "name": "Opening",
        "zone": "Europe/Istanbul",
        "status": status,
        "paragraph": 1,
        "description": "It opens.",
        "history": [{"changed": "2031-03-02", "start": was, "status": "scheduled"}],
    }
    if now:
        event["start"] = now
    entities = [{**each, "role": text} if each["id"] == "bridge" else each for each in HARBOUR["entities"]]
    facts = [{"text": text, "paragraph": 1, "events": ["opening"]}]
    summary = [{"text": text, "paragraph": 1}]
    return parse_story({**HARBOUR, "entities": entities, "facts": facts, "summary": summary, "events": [event], **keys})


def is_marked(story: Story) -> bool:
    """Whether its fact is said to be contradicted."""
    return [event.id for event in contradicts_fact(story, story.facts[0])] == ["opening"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opens on 4 May.",
        "The bridge opens on May 4, 2031.",
        "The bridge opens on May 4th.",
        "It opens on 3 and 4 May.",
        "The bridge opens on 2031-05-04.",
        "The bridge opens on 4.5.2031.",
        "The bridge opens in May.",
    ],
)
def test_a_statement_that_tells_the_former_date_is_contradicted(text: str) -> None:
    story = planned(text)
    assert is_marked(story)
    assert contradicts_sentence(story, story.summary[0])
    assert contradicts_role(story, story.entity("bridge"))


@pytest.mark.parametrize(
    "text",
    [
        "The bridge opens on 1 June.",
        "The opening was moved from 4 May to 1 June.",
        "The bridge is 4 metres wide.",
        "It may open with 4 lanes.",
        "The bridge opens this year.",
    ],
)
def test_one_that_tells_another_or_the_present_date_is_not(text: str) -> None:
    assert not is_marked(planned(text))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("The boats start in March.", ["regatta"]),
        ("The boats start on 20 March.", []),
        ("They race on 15 March.", ["regatta"]),
    ],
)
def test_in_the_paragraph_of_an_event_another_day_of_its_former_month_is_no_former_date(
    text: str, marked: list[str]
) -> None:
    story = harbour(facts=[{"text": text, "paragraph": 6}])
    assert [event.id for event in contradicts_fact(story, story.facts[0])] == marked


@pytest.mark.parametrize(("text", "marked"), [("It is due in April.", ["report"]), ("The quay closes on 3 April.", [])])
def test_a_day_is_not_the_month_that_a_plan_named(text: str, marked: list[str]) -> None:
    history = [{"changed": "2031-03-02", "start": "2031-04", "status": "scheduled"}]
    report = {**HARBOUR["events"][1], "status": "rescheduled", "start": "2031-06", "history": history}
    story = harbour(events=[report], facts=[{"text": text, "paragraph": 5}])
    assert [event.id for event in contradicts_fact(story, story.facts[0])] == marked


def test_the_match_is_not_marked_when_the_world_cup_is_cancelled() -> None:
    story = bundled()
    events = tuple(
        event.model_copy(update={"status": "cancelled"}) if event.id == "world-cup" else event for event in story.events
    )
    changed = story.model_copy(update={"events": events})
    [match] = [fact for fact in changed.facts if fact.id == "match-day"]
    assert [event.id for event in changed.changed_events] == ["world-cup"]
    assert contradicts_fact(changed, match) == []


def test_what_was_postponed_or_cancelled_has_no_date_any_more() -> None:
    assert is_marked(planned("It opens on 4 May.", now=None, status="postponed"))
    assert is_marked(planned("It opens on 1 June.", now="2031-06-01", status="cancelled"))


def test_a_day_that_got_its_time_or_a_doubt_contradicts_nothing() -> None:
    assert not is_marked(planned("It opens on 4 May.", now="2031-05-04T19:00+03:00"))
    assert not is_marked(planned("It opens on 4 May.", now="2031-05-04?"))
    assert is_marked(planned("It opens on 4 May at 18:00.", now="2031-05-04T19:00+03:00", was="2031-05-04T18:00+03:00"))


def test_a_plan_that_never_changed_contradicts_nothing() -> None:
    story = parse_story(HARBOUR)
    assert [fact for fact in story.facts if contradicts_fact(story, fact)] == []


@pytest.mark.parametrize("language", ["en", "de", "sr-Latn", "hr", "ru", "fr"])
@given(day=DAYS, apart=st.integers(1, 400), style=st.sampled_from(["long", "medium"]))
def test_a_former_date_in_the_languages_own_form_never_goes_unmarked(
    language: str, day: date, apart: int, style: str
) -> None:
    told = format_date(day, style, locale=language.replace("-", "_"))
    now = (day + timedelta(days=apart)).isoformat()
    assert is_marked(planned(f"{told} …", was=day.isoformat(), now=now, language=language)), told
