"""A past story: all its events are over, and the first line of an answer says so, with the year."""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.stories.event import Event
from bot.core.stories.story import Story
from bot.core.wording.cards import Line, Paragraph
from bot.core.wording.events import cite_plan, is_past
from bot.core.wording.language import Language, Voice
from bot.core.wording.statements import cite

_MOST_NAMED = 3


def past_events(story: Story, now: datetime) -> Sequence[Event]:
    """Return the story's dated events, the first one first, if none is still to come; or else nothing."""
    dated = [event for event in story.events if event.start and event.status != "postponed"]
    if not all(is_past(event, now) for event in dated):  # a cancelled one, too: its date is still to come
        return ()
    return sorted(dated, key=lambda event: event.start.sort_key if event.start else ())


def past_summary(voice: Voice, story: Story) -> Paragraph | None:
    """Say that the story's events are past, and for when each was planned; None while one is still to come."""
    events, say = past_events(story, voice.now), voice.language
    if not events:
        return None
    named = [_was_planned(voice, event) for event in events[:_MOST_NAMED]]
    if rest := len(events) - len(named):
        named.append((say.ngettext("{n} more was planned", "{n} more were planned", rest),))
    listed = named[0]
    for each in named[1:]:
        listed = say.line("{events}; {event}", events=listed, event=each)
    return Paragraph(say.line("Past by now: {events}.", events=listed), _cited(say, story, events[:_MOST_NAMED]))


def past_dates(voice: Voice, story: Story) -> Paragraph | None:
    """Say that the story's events are past, and from when to when they were planned; None while one is to come."""
    events, say = past_events(story, voice.now), voice.language
    if not events:
        return None
    first, last = _date(voice, events[0]), _date(voice, events[-1])
    probably = any(event.start.inferred for event in events if event.start)
    if len(events) == 1 and probably:
        text = say.line("The date of this story is past: it was probably {date}.", date=first)
    elif len(events) == 1:
        text = say.line("The date of this story is past: it was {date}.", date=first)
    elif probably:
        text = say.line("The dates of this story are past: probably {first} to {last}.", first=first, last=last)
    else:
        text = say.line("The dates of this story are past: {first} to {last}.", first=first, last=last)
    return Paragraph(text, _cited(say, story, events))


def _was_planned(voice: Voice, event: Event) -> Line:
    say, date, probably = voice.language, _date(voice, event), bool(event.start and event.start.inferred)
    match event.status:
        case "held" if probably:
            return say.line("{event} was held (probably {date})", event=event.name, date=date)
        case "held":
            return say.line("{event} was held ({date})", event=event.name, date=date)
        case "cancelled" if probably:
            return say.line("{event} was probably planned for {date}, and cancelled", event=event.name, date=date)
        case "cancelled":
            return say.line("{event} was planned for {date}, and cancelled", event=event.name, date=date)
        case _ if probably:
            return say.line("{event} was probably planned for {date}", event=event.name, date=date)
        case _:
            return say.line("{event} was planned for {date}", event=event.name, date=date)


def _date(voice: Voice, event: Event) -> str:
    assert event.start
    return voice.language.date(event.start.supposed, voice.zone or ZoneInfo(event.zone))


def _cited(say: Language, story: Story, events: Sequence[Event]) -> str:
    """Cite the plans of these events: the article's paragraphs, then the sources of changed plans."""
    as_written = [event for event in events if not event.history]
    paragraphs = sorted({number for event in as_written for number in event.paragraph})
    changed = [cite_plan(say, story, event)[0] for event in events if event.history]
    cited = [cite(say, story, paragraphs)] if paragraphs else []
    return "; ".join(dict.fromkeys([*cited, *filter(None, changed)]))
