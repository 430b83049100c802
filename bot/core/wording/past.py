"""A past story: all its events are over, and the first line of an answer says so, with the year."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.stories.story import Event, Story
from bot.core.wording.cards import Line, Paragraph
from bot.core.wording.events import is_past
from bot.core.wording.language import Language
from bot.core.wording.statements import cite

_MOST_NAMED = 3


def past_events(story: Story, now: datetime) -> Sequence[Event]:
    """Return the story's dated events, the first one first, if none is still to come; or else nothing."""
    dated = [event for event in story.events if event.start and event.status != "postponed"]
    if any(not (is_past(event, now) or event.status in ("cancelled", "held")) for event in dated):
        return ()
    return sorted(dated, key=lambda event: event.start.sort_key if event.start else ())


def past_summary(say: Language, story: Story, now: datetime) -> Paragraph | None:
    """Say that the story's events are past, and for when each was planned; None while one is still to come."""
    events = past_events(story, now)
    if not events:
        return None
    named = [_was_planned(say, event) for event in events[:_MOST_NAMED]]
    if rest := len(events) - len(named):
        named.append((say.ngettext("{n} more was planned", "{n} more were planned", rest),))
    listed = named[0]
    for each in named[1:]:
        listed = say.line("{events}; {event}", events=listed, event=each)
    return Paragraph(say.line("Past by now: {events}.", events=listed), _cited(say, story, events[:_MOST_NAMED]))


def past_dates(say: Language, story: Story, now: datetime) -> Paragraph | None:
    """Say that the story's events are past, and from when to when they were planned; None while one is to come."""
    events = past_events(story, now)
    if not events:
        return None
    first, last = _date(say, events[0]), _date(say, events[-1])
    if len(events) == 1:
        text = say.line("The date of this story is past: it was {date}.", date=first)
    else:
        text = say.line("The dates of this story are past: they were {first} to {last}.", first=first, last=last)
    return Paragraph(text, _cited(say, story, events))


def _was_planned(say: Language, event: Event) -> Line:
    if event.status == "held":
        return say.line("{event} was held ({date})", event=event.name, date=_date(say, event))
    if event.status == "cancelled":
        return say.line("{event} was planned for {date}, and cancelled", event=event.name, date=_date(say, event))
    return say.line("{event} was planned for {date}", event=event.name, date=_date(say, event))


def _date(say: Language, event: Event) -> str:
    assert event.start
    return say.date(event.start, ZoneInfo(event.zone))


def _cited(say: Language, story: Story, events: Sequence[Event]) -> str:
    return cite(say, story, sorted({number for event in events for number in event.paragraph}))
