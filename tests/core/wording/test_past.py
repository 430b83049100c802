"""A past story speaks of its events as past, with the year, at the top."""

from datetime import UTC, datetime

import pytest

from tests.asking import Asker, texts
from tests.stories import HARBOUR, harbour

OPENING, REPORT = HARBOUR["events"][0], HARBOUR["events"][1]
LATER = datetime(2031, 8, 1, tzinfo=UTC)


async def test_a_story_with_an_event_to_come_is_not_past() -> None:
    for line in ("/summary", "/when"):
        assert "past" not in texts(await Asker(harbour(events=[OPENING, REPORT])).ask(line))[0]


@pytest.mark.parametrize("status", ["scheduled", "cancelled", "held"])
@pytest.mark.parametrize(("now", "past"), [(datetime(2031, 5, 4, 20, tzinfo=UTC), False), (LATER, True)])
async def test_the_date_alone_makes_an_event_past(status: str, now: datetime, past: bool) -> None:
    event = {**OPENING, "start": "2031-05-04", "status": status}
    asker = Asker(harbour(events=[event]), now=now)
    assert texts(await asker.ask("/summary"))[0].startswith("Past by now: ") == past
    assert texts(await asker.ask("/when"))[0].startswith("The date of this story is past: ") == past


@pytest.mark.parametrize(
    ("changes", "summary", "dates"),
    [
        (
            {"start": "2031-05-04"},
            "Past by now: Opening of the bridge was planned for 4 May 2031. [¶ 1]",
            "The date of this story is past: it was 4 May 2031. [¶ 1]",
        ),
        (
            {"start": "2031-05-04?"},
            "Past by now: Opening of the bridge was probably planned for 4 May 2031. [¶ 1]",
            "The date of this story is past: it was probably 4 May 2031. [¶ 1]",
        ),
        (
            {"start": "2031-05-04", "status": "held"},
            "Past by now: Opening of the bridge was held (4 May 2031). [¶ 1]",
            "The date of this story is past: it was 4 May 2031. [¶ 1]",
        ),
        (
            {"start": "2031-05-04", "status": "cancelled"},
            "Past by now: Opening of the bridge was planned for 4 May 2031, and cancelled. [¶ 1]",
            "The date of this story is past: it was 4 May 2031. [¶ 1]",
        ),
    ],
)
async def test_the_first_line_says_what_was_planned(changes: dict[str, str], summary: str, dates: str) -> None:
    asker = Asker(harbour(events=[{**OPENING, **changes}]), now=LATER)
    assert texts(await asker.ask("/summary"))[0] == summary
    assert texts(await asker.ask("/when"))[0] == dates


async def test_a_moved_date_rests_on_the_source_of_its_move() -> None:
    former = {"changed": "2031-04-01", "start": "2031-05-04", "status": "scheduled", "source": {"publisher": "Radio"}}
    event = {**OPENING, "status": "rescheduled", "start": "2031-06-01", "history": [former]}
    first = texts(await Asker(harbour(events=[event, REPORT]), now=LATER).ask("/when"))[0]
    assert first == "The dates of this story are past: April 2031 to 1 June 2031. [¶ 3; Radio]"


async def test_a_past_time_is_in_the_chats_zone() -> None:
    asker = Asker(harbour(events=[OPENING]), now=LATER)
    await asker.ask("/settings timezone Europe/Sarajevo")
    assert "4 May 2031 at 18:00 (Sarajevo)" in texts(await asker.ask("/summary"))[0]
    assert "4 May 2031 at 18:00 (Sarajevo)" in texts(await asker.ask("/when"))[0]


async def test_a_description_of_what_is_past_says_that_it_was_planned() -> None:
    said = texts(await Asker(harbour(events=[OPENING]), now=LATER).ask("/when opening"))
    assert "What was planned: The bridge opens to traffic. [¶ 1]" in said
