"""Calendar files (RFC 5545): one entry an event, under an id that never changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.stories.dates import EdtfDate
from bot.core.stories.event import Event
from bot.core.stories.story import Story

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import icalendar

_STATUS = {"cancelled": "CANCELLED", "held": "CONFIRMED"}  # all others are plans


def fits_calendar(event: Event) -> bool:
    """True if the event has a day, or had one before: a calendar shows that it no longer takes place then."""
    return _day_of(event) is not None


def _day_of(event: Event) -> EdtfDate | None:
    """Return the event's date, or its last former date whose day is known."""
    dates = [*(change.start for change in event.history), event.start]
    return next((start for start in reversed(dates) if start and start.day), None)


def _description(event: Event) -> str:
    return event.description


def calendar_file(
    story: Story, events: Iterable[Event], now: datetime, describe: Callable[[Event], str] = _description
) -> bytes:
    """Return an iCalendar file of the events that have a day, each with its description in words.

    A day stays a day; a time is in UTC. An event that lost its day is cancelled on that day, so that calendars stop
    showing it there. A plan is tentative: a story cannot know that it will hold.
    """
    import icalendar  # noqa: PLC0415 -- slow to import, and seldom asked for

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Newspeg//newspeg//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        if fits_calendar(event):
            calendar.add_component(_entry(story, event, now, describe(event)))
    return bytes(calendar.to_ical())


def _entry(story: Story, event: Event, now: datetime, description: str) -> icalendar.Event:
    import icalendar  # noqa: PLC0415 -- as above

    entry = icalendar.Event()
    entry.add("uid", f"{event.id}.{story.slug}@newspeg")
    entry.add("dtstamp", now)
    entry.add("sequence", event.revision)
    start = _day_of(event)
    assert start is not None
    no_more = start is not event.start  # on that day
    entry.add("status", "CANCELLED" if no_more else _STATUS.get(event.status, "TENTATIVE"))
    entry.add("summary", event.name)
    entry.add("description", description)
    if event.place:
        entry.add("location", event.place.text)
    if start.moment:
        entry.add("dtstart", start.moment)
    else:
        entry.add("dtstart", start.first_day)
        entry.add("dtend", start.last_day + timedelta(days=1))
    return entry
