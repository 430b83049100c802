"""Everything that a story dates, in order: facts, quotations, and events; a postponed event at its former date."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.stories.anchors import page_path
from bot.core.stories.dates import EdtfDate
from bot.core.stories.event import Event
from bot.core.stories.story import Story
from bot.core.wording.cards import Line, Span
from bot.core.wording.changes import marks_of_fact
from bot.core.wording.events import cite_plan, former_date
from bot.core.wording.language import Voice
from bot.core.wording.statements import Attribution, cite, cite_fact, speech, unmarked

Kind = Literal["fact", "quotation", "event"]


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated fact, quotation or event, in words."""

    kind: Kind
    date: EdtfDate
    when: Span
    text: Line
    mark: Line
    """What has changed about it, to stand after its text."""
    citation: str | None
    leads_to: str
    event: Event | None = None


def everything_dated(voice: Voice, story: Story) -> list[Dated]:
    """Return it all, the oldest first; known times are in the chat's zone, or else in their event's."""
    return sorted(_dated(voice, story), key=lambda each: each.date.sort_key)


def _dated(voice: Voice, story: Story) -> Iterator[Dated]:
    say = voice.language
    for fact in story.facts:
        if fact.date:
            text, mark = unmarked(say, story, fact), marks_of_fact(voice, story, fact)
            cited = cite_fact(say, story, fact, dated=False)
            yield Dated("fact", fact.date, say.dated(fact.date), text, mark, cited, page_path(story, fact))
    for quotation in story.quotations:
        if quotation.date:
            cited = cite(say, story, quotation.paragraph, Attribution(via=quotation.via))
            text, there = speech(say, story, quotation), page_path(story, quotation)
            yield Dated("quotation", quotation.date, say.dated(quotation.date), text, (), cited, there)
    for event in story.events:
        if date := event.start or former_date(event):
            when = say.dated(date, voice.zone or ZoneInfo(event.zone))
            yield Dated("event", date, when, (event.name,), (), *cite_plan(say, story, event), event)
