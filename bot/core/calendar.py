"""Calendar files (RFC 5545): one entry an event, under an id that never changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.story import Event, Story

if TYPE_CHECKING:
    from collections.abc import Iterable

    import icalendar

_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def fits_calendar(event: Event) -> bool:
    """Whether the event's day is known, as a calendar needs it."""
    return event.start is not None and event.start.day is not None


def calendar_file(story: Story, events: Iterable[Event], now: datetime) -> bytes:
    """An iCalendar file of the events whose day is known; a day stays a day, a time is in UTC."""
    import icalendar  # noqa: PLC0415 -- slow to import, and seldom asked for

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//Newspeg//newspeg//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for event in events:
        if fits_calendar(event):
            calendar.add_component(_entry(story, event, now))
    return bytes(calendar.to_ical())


def _entry(story: Story, event: Event, now: datetime) -> icalendar.Event:
    import icalendar  # noqa: PLC0415 -- as above

    entry = icalendar.Event()
    entry.add("uid", f"{event.id}.{story.slug}@newspeg")
    entry.add("dtstamp", now)
    entry.add("sequence", event.revision)
    entry.add("status", _STATUS.get(event.status, "CONFIRMED"))
    entry.add("summary", event.name)
    entry.add("description", event.description)
    if event.place:
        entry.add("location", event.place)
    assert event.start is not None
    if event.start.moment:
        entry.add("dtstart", event.start.moment)
    else:
        entry.add("dtstart", event.start.first_day)
        entry.add("dtend", event.start.last_day + timedelta(days=1))
    return entry
