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
from bot.core.wording.events import cite_plan, former_date
from bot.core.wording.language import Language
from bot.core.wording.statements import Attribution, cite, cite_fact, speech, statement

Kind = Literal["fact", "quotation", "event"]


@dataclass(frozen=True, slots=True)
class Dated:
    """One dated fact, quotation or event, in words."""

    kind: Kind
    date: EdtfDate
    when: Span
    text: Line
    citation: str | None
    leads_to: str
    event: Event | None = None


def everything_dated(say: Language, story: Story, zone: ZoneInfo | None = None) -> list[Dated]:
    """Return it all, the oldest first; known times are in `zone`, or else in their event's."""
    return sorted(_dated(say, story, zone), key=lambda each: each.date.sort_key)


def _dated(say: Language, story: Story, zone: ZoneInfo | None) -> Iterator[Dated]:
    for fact in story.facts:
        if fact.date:
            text, cited = statement(say, story, fact), cite_fact(say, story, fact, dated=False)
            yield Dated("fact", fact.date, say.dated(fact.date), text, cited, page_path(story, fact))
    for quotation in story.quotations:
        if quotation.date:
            cited = cite(say, story, quotation.paragraph, Attribution(via=quotation.via))
            text, there = speech(say, story, quotation), page_path(story, quotation)
            yield Dated("quotation", quotation.date, say.dated(quotation.date), text, cited, there)
    for event in story.events:
        if date := event.start or former_date(event):
            when = say.dated(date, zone or ZoneInfo(event.zone))
            yield Dated("event", date, when, (event.name,), *cite_plan(say, story, event), event)
