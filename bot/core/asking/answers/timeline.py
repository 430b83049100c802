"""/timeline: everything in the story that has a date, in order."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.core.asking.answers.parts import from_story, page_actions, page_note, story_note, turn_to
from bot.core.asking.command import N_, PAGE, STORY, Command, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.anchors import page_path
from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Block, Card, Item, Line, Paragraph
from bot.core.wording.events import status, when
from bot.core.wording.invocations import ask
from bot.core.wording.statements import Attribution, cite, cite_fact, speech, statement

_PAGE_SIZE = 10


@dataclass(frozen=True, slots=True)
class _Entry:
    date: EdtfDate
    text: Line
    citation: str
    leads_to: str


def _answer_timeline(inquiry: Inquiry, story: Story) -> Card:
    """List dated facts, quotations and events, the oldest first."""
    say = inquiry.language
    entries = sorted(_entries(inquiry, story), key=lambda entry: entry.date.sort_key)
    page = turn_to(entries, inquiry.page, _PAGE_SIZE)
    items: tuple[Block, ...] = tuple(Item(entry.text, entry.citation, entry.leads_to) for entry in page.items)
    if not items:
        items = (Paragraph(say.line("Nothing in the story has a date.")),)
    return Card(
        say.gettext("Timeline"),
        (*items, *page_note(say, page), story_note(inquiry, story)),
        actions=(*page_actions(say, page, "timeline", story), Action(say.gettext("Dates"), ask("when", story))),
    )


def _entries(inquiry: Inquiry, story: Story) -> Iterator[_Entry]:
    say = inquiry.language
    for fact in story.facts:
        if fact.date:
            text = say.line("{date}: {text}", date=say.dated(fact.date), text=statement(say, story, fact))
            yield _Entry(fact.date, text, cite_fact(say, story, fact, dated=False), page_path(story, fact))
    for quotation in story.quotations:
        if quotation.date:
            text = say.line("{date}: {text}", date=say.dated(quotation.date), text=speech(say, story, quotation))
            cited = cite(say, story, quotation.paragraph, Attribution(via=quotation.via))
            yield _Entry(quotation.date, text, cited, page_path(story, quotation))
    for event in story.events:
        if event.start:
            date = when(inquiry.voice, event, event.start)
            text = say.line(
                "{date}: {event} ({status})", date=date, event=event.name, status=status(inquiry.voice, event)
            )
            yield _Entry(event.start, text, cite(say, story, event.paragraph), page_path(story, event))


TIMELINE = Command("timeline", N_("Everything dated, in order"), from_story(_answer_timeline), nothing, (STORY, PAGE))
