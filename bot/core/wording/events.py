"""Events in words: the plan, its outcome as far as the story tells it, and the time until the event."""

from datetime import date, datetime
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from bot.core.stories.anchors import page_path
from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.event import Change, Event, Place
from bot.core.stories.leads import Lead
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import Story
from bot.core.wording.cards import Block, Item, Line, Moment, Note, Paragraph
from bot.core.wording.changes import marked_description
from bot.core.wording.language import Language, Voice
from bot.core.wording.statements import cite, place_in_article


def next_event(story: Story, now: datetime) -> Event | None:
    """Return the first event that is still to come."""
    coming = [event for event in story.events if event.start and event.status in AWAITED and not is_past(event, now)]
    return min(coming, key=lambda event: event.start.sort_key if event.start else (date.max,), default=None)


def is_past(event: Event, now: datetime) -> bool:
    """True if the event's date is over, in its own zone."""
    if event.start is None:
        return False
    first, after = event.start.bounds(ZoneInfo(event.zone))
    return now > first if first == after else now >= after


def event_blocks(voice: Voice, story: Story, event: Event) -> list[Block]:
    """Build the blocks of an event: its plan, its description, its place, its former plans."""
    former = (block for change in event.history for block in change_blocks(voice, story, event, change))
    return [*present_blocks(voice, story, event), *former]


def present_blocks(voice: Voice, story: Story, event: Event) -> list[Block]:
    """Build the blocks of an event as it stands now: its plan, its description, its place."""
    blocks: list[Block] = [plan_block(voice, story, event), description_block(voice, story, event)]
    if event.place:
        blocks.append(place_item(voice.language, story, event, event.place))
    return blocks


def change_blocks(voice: Voice, story: Story, event: Event, change: Change) -> list[Block]:
    """Build the blocks of a former plan: its date with the day on which it was changed, and the note about it."""
    say = voice.language
    was = when(voice, event, change.start) if change.start else say.gettext("no date")
    text = say.line("Changed on {day}; before that: {date}", day=say.dated(change.changed), date=was)
    item = Item(text, *cite_change(say, story, event, change))
    return [item, Note((change.note,))] if change.note else [item]


def plan_block(voice: Voice, story: Story, event: Event) -> Paragraph:
    """Return the event's plan, with the source of its last change."""
    return Paragraph(plan(voice, event), *cite_plan(voice.language, story, event))


def description_block(voice: Voice, story: Story, event: Event) -> Paragraph:
    """Return the event's description; once the event is past, as what was planned."""
    say = voice.language
    text = marked_description(voice, story, event)
    if event.status in AWAITED and is_past(event, voice.now):
        text = say.line("What was planned: {description}", description=text)
    return Paragraph(text, cite(say, story, event.paragraph), page_path(story, event))


def place_item(say: Language, story: Story, event: Event, place: Place) -> Item:
    """Return the event's place with its own paragraph, or else with the event's."""
    cited = cite(say, story, place.paragraph or event.paragraph)
    return Item(say.line("Place: {place}", place=place.text), cited, page_path(story, event))


def cite_plan(say: Language, story: Story, event: Event) -> tuple[str | None, str]:
    """Cite an event's plan: its place in the article, or the source of its last change; and say where that leads."""
    if event.history:
        return cite_change(say, story, event, event.history[-1])
    return cite(say, story, event.paragraph), page_path(story, event)


def cite_change(say: Language, story: Story, event: Event, change: Change) -> tuple[str | None, str]:
    """Cite the news of a change, and say where that leads: its own source; the article if that may tell it; nothing."""
    source = change.source
    if source is None:
        in_article = change.may_stand_in(story.date)
        return (cite(say, story, event.paragraph), page_path(story, event)) if in_article else (None, "")
    where = place_in_article(say, source.paragraph) if source.paragraph else None
    publisher = source.publisher or (urlsplit(source.url).hostname if source.url else None)
    if publisher and where:
        return say.gettext("{publisher}, {where}").format(publisher=publisher, where=where), source.url or ""
    return publisher or where, source.url or ""


def plan(voice: Voice, event: Event) -> Line:
    """Return the event's date with its status, in words that claim no more than the story does."""
    start = event.start or former_date(event)
    if start is None:
        return _undated(voice.language, event)
    match event.status:
        case "cancelled":
            return _cancelled(voice.language, when(voice, event, start.supposed), probably=start.inferred)
        case "postponed":
            return _postponed(voice.language, when(voice, event, start.supposed), probably=start.inferred)
        case "held":
            return _held(voice.language, event, when(voice, event, start))
        case _ if is_past(event, voice.now):
            return _past(voice.language, when(voice, event, start.supposed), probably=start.inferred)
        case _:
            return _planned(voice, event, start)


def status(voice: Voice, event: Event) -> str:
    """Return the event's status in words, as far as the story tells it, without the date."""
    say = voice.language
    if event.status in AWAITED and is_past(event, voice.now):
        if event.status == "rescheduled":
            return say.gettext("rescheduled; the story does not say whether it took place")
        return say.gettext("planned; the story does not say whether it took place")
    return {
        "scheduled": say.gettext("planned"),
        "rescheduled": say.gettext("rescheduled"),
        "postponed": say.gettext("postponed"),
        "cancelled": say.gettext("cancelled"),
        "held": say.gettext("held"),
    }[event.status]


def _held(say: Language, event: Event, date: Line) -> Line:
    if event.start and event.start.doubt:
        return say.line("held, {date}", date=date)
    if event.start and event.start.day:
        return say.line("held on {date}", date=date)
    return say.line("held in {date}", date=date)


def _undated(say: Language, event: Event) -> Line:
    return say.line("cancelled") if event.status == "cancelled" else say.line("postponed; no date is given")


def _cancelled(say: Language, date: Line, *, probably: bool) -> Line:
    if probably:
        return say.line("cancelled; it had probably been planned for {date}", date=date)
    return say.line("cancelled; it had been planned for {date}", date=date)


def _postponed(say: Language, date: Line, *, probably: bool) -> Line:
    if probably:
        return say.line("postponed; it had probably been planned for {date}", date=date)
    return say.line("postponed; it had been planned for {date}", date=date)


def _past(say: Language, date: Line, *, probably: bool) -> Line:
    if probably:
        return say.line("was probably planned for {date}; the story does not say whether it took place", date=date)
    return say.line("was planned for {date}; the story does not say whether it took place", date=date)


def _planned(voice: Voice, event: Event, start: EdtfDate) -> Line:
    say = voice.language
    coming = say.line("{date} ({countdown})", date=when(voice, event, start), countdown=countdown(voice, event, start))
    former = former_date(event)
    if event.status != "rescheduled" or former is None:
        return coming
    date = when(voice, event, former.supposed)
    if former.inferred:
        return say.line("{plan}; before that it was probably planned for {former}", plan=coming, former=date)
    return say.line("{plan}; before that it was planned for {former}", plan=coming, former=date)


def when(voice: Voice, event: Event, start: EdtfDate) -> Line:
    """Return a date of the event at its own precision; a known time is in the chat's zone, or in the event's."""
    say = voice.language
    return (say.dated(start, voice.zone or ZoneInfo(event.zone)),)


def countdown(voice: Voice, event: Event, start: EdtfDate) -> Line:
    """Say how long it is until the event: to the minute, to the day, or in round words, as the date allows."""
    say = voice.language
    if start.moment:
        zone = voice.zone or ZoneInfo(event.zone)
        return (Moment(start.moment, say.time_until(start.moment, voice.now, zone), "relative"),)
    today = voice.today(ZoneInfo(event.zone))
    if start.precision is Precision.DAY:
        return (say.days_until(start.first_day, today),)
    return (_round_countdown(say, start, today),)


def _round_countdown(say: Language, start: EdtfDate, today: date) -> str:
    """Count from month to month, or from year to year: the countdown is no finer than the date."""
    if start.precision is Precision.YEAR:
        since = today.replace(month=1, day=1)
        return say.gettext("this year") if start.first_day <= since else say.age(start.first_day, since)
    since = today.replace(day=1)
    return say.gettext("this month") if start.first_day <= since else say.age(start.first_day, since)


def former_date(event: Event) -> EdtfDate | None:
    """Return the last date that an event had before its present plan."""
    return next((change.start for change in reversed(event.history) if change.start), None)


def lead_in_words(say: Language, lead: Lead) -> str:
    """Return a lead in words: “7 days before”, “the day before”, “that morning”, “2 hours before”."""
    if lead.in_days:
        return _days_before(say, lead.length.days)
    minutes = int(lead.length.total_seconds()) // 60
    if minutes % 60 == 0:
        return say.ngettext("{n} hour before", "{n} hours before", minutes // 60)
    return say.ngettext("{n} minute before", "{n} minutes before", minutes)


def _days_before(say: Language, days: int) -> str:
    if days > 1:
        return say.ngettext("{n} day before", "{n} days before", days)
    return say.gettext("the day before") if days == 1 else say.gettext("that morning")
