"""Calendar files (RFC 5545): one entry an event, under an id that never changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Event, Story

if TYPE_CHECKING:
    from collections.abc import Iterable

    import icalendar

_STATUS = {"cancelled": "CANCELLED", "postponed": "TENTATIVE"}


def fits_calendar(event: Event) -> bool:
    """True if the event has a day, or had one before: a calendar shows that it no longer takes place then."""
    return _day_of(event) is not None


def _day_of(event: Event) -> EdtfDate | None:
    """Return the event's date, or its last former date whose day is known."""
    dates = [*(change.start for change in event.history), event.start]
    return next((start for start in reversed(dates) if start and start.day), None)


def calendar_file(story: Story, events: Iterable[Event], now: datetime) -> bytes:
    """Return an iCalendar file of the events that have a day. A day stays a day; a time is in UTC.

    An event that lost its day is cancelled on that day, so that calendars stop showing it there.
    """
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
    start = _day_of(event)
    assert start is not None
    no_more = start is not event.start  # on that day
    entry.add("status", "CANCELLED" if no_more else _STATUS.get(event.status, "CONFIRMED"))
    entry.add("summary", event.name)
    entry.add("description", event.description)
    if event.place:
        entry.add("location", event.place.text)
    if start.moment:
        entry.add("dtstart", start.moment)
    else:
        entry.add("dtstart", start.first_day)
        entry.add("dtend", start.last_day + timedelta(days=1))
    return entry
