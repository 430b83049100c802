"""Computes when reminders are due: a pure function of the story and of how a chat wants to be reminded.

Day leads go out at the chat's posting hour, in its zone or else the event's; hour leads only where the event's time is
known. Nothing is due once the event has begun, or, where only its day is known, once that day is over.

A chat's wishes are read from people's spellings into the one that is stored; ValueError says how to write them.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Self
from zoneinfo import ZoneInfo

from bot.core.posting.chats import ChatSettings
from bot.core.stories.event import Event
from bot.core.stories.leads import Lead, in_order, read_leads
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import Story
from bot.core.stories.zones import find_zone, zone_problem

POSTING_HOUR = time(9)
USUAL_LEAD = Lead.parse("P1D")
"""How long before an event a person is reminded who names no lead."""

_ONE_PRESS = (USUAL_LEAD, Lead.parse("P0D"), Lead.parse("PT2H"))

_NOON = 12
_HOUR = re.compile(r"(?P<hour>[01]?[0-9]|2[0-3])(?:[:.](?P<minute>[0-5][0-9]))?(?:\s*(?P<half>[ap])m)?", re.IGNORECASE)
_DASH = re.compile("[-–]")
_BETWEEN_LEADS = re.compile(r",|\band\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class QuietHours:
    """A part of the day in which day leads wait; it may run over midnight."""

    start: time
    end: time

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read `22:00-07:00`; ValueError says how to write it."""
        ends = [read_hour(end) for end in _DASH.split(text)] if _DASH.search(text) else []
        if len(ends) != 2 or ends[0] == ends[1]:
            raise ValueError(f"“{text}” is no span of hours: write 22:00-07:00")
        return cls(*ends)

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    def after(self, local: datetime) -> datetime:
        """Return the local time itself, or the end of the quiet hours around it."""
        clock = local.time()
        overnight = self.start > self.end
        within = clock >= self.start or clock < self.end if overnight else self.start <= clock < self.end
        if not within:
            return local
        day = local.date() + timedelta(days=1) if overnight and clock >= self.start else local.date()
        return datetime.combine(day, self.end, local.tzinfo)


@dataclass(frozen=True, slots=True)
class Timing:
    """The hours and leads that a chat wants; None means the event's zone, no quiet hours, the story's leads."""

    timezone: str | None = None
    posting_hour: time = POSTING_HOUR
    quiet: QuietHours | None = None
    leads: tuple[Lead, ...] | None = None

    @classmethod
    def of(cls, settings: ChatSettings) -> Self:
        """Read the settings of a chat."""
        return cls(
            settings.timezone,
            read_hour(settings.posting_hour) if settings.posting_hour else POSTING_HOUR,
            QuietHours.parse(settings.quiet) if settings.quiet else None,
            read_leads(settings.leads) if settings.leads else None,
        )

    def personal(self) -> Self:
        """Read the settings for a person's own reminders: quiet hours do not delay those."""
        return replace(self, quiet=None)

    def zone(self, event: Event) -> ZoneInfo:
        """Return the zone in which the chat is told about an event."""
        return ZoneInfo(self.timezone or event.zone)

    def leads_of(self, story: Story, event: Event) -> tuple[Lead, ...]:
        """Return the chat's own leads, or the event's; the longest first."""
        return in_order(self.leads) if self.leads is not None else story.leads_of(event)


@dataclass(frozen=True, slots=True)
class Planned:
    """One reminder and the moment, in UTC, at which it is due."""

    at: datetime
    story: Story
    event: Event
    lead: Lead


def due(event: Event, lead: Lead, timing: Timing) -> datetime | None:
    """Return when a reminder goes out, in UTC; None if it never does: no day or time is known, or it is too late."""
    if event.start is None or event.start.day is None or event.status not in AWAITED:
        return None
    try:
        at = _at_posting_hour(event, lead, timing) if lead.in_days else _before_the_time(event, lead)
    except OverflowError:  # a day before the first year does not exist
        return None
    _, end = event.start.bounds(ZoneInfo(event.zone))
    return at if at and at < end else None


def next_lead(event: Event, timing: Timing, now: datetime) -> Lead | None:
    """Return how long before an event one press may have a person reminded; None if it is too late for that."""
    return next((lead for lead in _ONE_PRESS if (at := due(event, lead, timing.personal())) and at > now), None)


def plan(stories: Iterable[Story], timing: Timing, since: datetime, until: datetime) -> list[Planned]:
    """Plan the reminders due from `since` on and before `until`, in order; at one moment, in the order of events."""
    found = (each for story in stories for event in story.events for each in _of_event(story, event, timing))
    return _in_order(found, since, until)


def plan_event(story: Story, event: Event, timing: Timing, since: datetime, until: datetime) -> list[Planned]:
    """Plan the reminders of one event."""
    return _in_order(_of_event(story, event, timing), since, until)


def waits_until(planned: Planned, timing: Timing, now: datetime) -> datetime | None:
    """Return when the quiet hours end that delay a late day lead; None if nothing delays it."""
    if not planned.lead.in_days or timing.quiet is None:
        return None
    local = now.astimezone(timing.zone(planned.event))
    end = timing.quiet.after(local)
    return end.astimezone(UTC) if end != local else None


def is_of_use(planned: Planned, now: datetime) -> bool:
    """True if a late reminder may still go out: before the event's end, less than half its lead late; `P0D` all day."""
    assert planned.event.start is not None
    _, end = planned.event.start.bounds(ZoneInfo(planned.event.zone))
    return now < end and (not planned.lead.length or now - planned.at < planned.lead.length / 2)


def read_hour(text: str) -> time:
    """Read `9`, `09:00`, `9.30` or `9 pm`; ValueError says how to write it."""
    match = _HOUR.fullmatch(text.strip())
    hour = int(match["hour"]) if match else 0
    if match is None or (match["half"] and not 1 <= hour <= _NOON):
        raise ValueError(f"“{text}” is no time of day: write 09:00")
    if match["half"]:
        hour = hour % _NOON + (_NOON if match["half"].lower() == "p" else 0)
    return time(hour, int(match["minute"] or 0))


def timezone_of(text: str) -> str:
    """Read a time zone by its own name or a city's: `Europe/Sarajevo`."""
    if zone := find_zone(text):
        return zone
    raise ValueError(zone_problem(text))


def posting_hour_of(text: str) -> str:
    """Read a posting hour into `08:30`, also from `8.30` and `8:30 am`."""
    return f"{read_hour(text):%H:%M}"


def quiet_of(text: str) -> str:
    """Read quiet hours into `22:00-07:00`, also from `22-7`."""
    return str(QuietHours.parse(text))


def leads_of(text: str) -> str:
    """Read leads into `P7D,P1D`, each once, the longest first; also from `1 day and a week`."""
    parts = _BETWEEN_LEADS.split(text)
    return ",".join(map(str, in_order(Lead.typed(part) or Lead.parse(part.strip()) for part in parts)))


def _in_order(found: Iterable[Planned], since: datetime, until: datetime) -> list[Planned]:
    return sorted((each for each in found if since <= each.at < until), key=lambda each: each.at)


def _of_event(story: Story, event: Event, timing: Timing) -> Iterator[Planned]:
    for lead in timing.leads_of(story, event):
        if at := due(event, lead, timing):
            yield Planned(at, story, event, lead)


def _at_posting_hour(event: Event, lead: Lead, timing: Timing) -> datetime:
    """Return the posting hour on a day: the one after it if the clocks skip it, the first if it comes twice."""
    zone = timing.zone(event)
    local = datetime.combine(day_in(event, zone) - lead.length, timing.posting_hour, zone)
    local = local.astimezone(UTC).astimezone(zone)
    return (timing.quiet.after(local) if timing.quiet else local).astimezone(UTC)


def _before_the_time(event: Event, lead: Lead) -> datetime | None:
    return event.start.moment - lead.length if event.start and event.start.moment else None


def day_in(event: Event, zone: ZoneInfo) -> date:
    """Return the event's day: a known time's day in the zone's calendar, else the day as it is written."""
    assert event.start is not None
    return event.start.moment.astimezone(zone).date() if event.start.moment else event.start.first_day
