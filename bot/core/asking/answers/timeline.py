"""/timeline: everything in the story that has a date, in order."""

from bot.core.asking.answers.parts import from_story, page_actions, page_note, story_note, turn_to
from bot.core.asking.command import N_, PAGE, STORY, Command, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Block, Card, Item, Paragraph
from bot.core.wording.changes import with_mark
from bot.core.wording.events import status
from bot.core.wording.invocations import ask
from bot.core.wording.timeline import Dated, everything_dated

_PAGE_SIZE = 10


def _answer_timeline(inquiry: Inquiry, story: Story) -> Card:
    """List dated facts, quotations and events, the oldest first."""
    say = inquiry.language
    page = turn_to(everything_dated(inquiry.voice, story), inquiry.page, _PAGE_SIZE)
    items: tuple[Block, ...] = tuple(_item(inquiry, dated) for dated in page.items)
    if not items:
        items = (Paragraph(say.line("Nothing in the story has a date.")),)
    return Card(
        say.gettext("Timeline"),
        (*items, *page_note(say, page), story_note(inquiry, story)),
        actions=(*page_actions(say, page, "timeline", story), Action(say.gettext("Dates"), ask("when", story))),
    )


def _item(inquiry: Inquiry, dated: Dated) -> Item:
    say, text = inquiry.language, with_mark(dated.text, dated.mark)
    if dated.event:
        text = say.line("{event} ({status})", event=text, status=status(inquiry.voice, dated.event))
    return Item(say.line("{date}: {text}", date=dated.when, text=text), dated.citation, dated.leads_to)


TIMELINE = Command("timeline", N_("Everything dated, in order"), from_story(_answer_timeline), nothing, (STORY, PAGE))
