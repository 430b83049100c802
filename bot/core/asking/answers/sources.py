"""/sources: every statement, under the speaker and the outlet that it comes from."""

from collections.abc import Iterator
from itertools import groupby

from bot.core.asking.answers.parts import from_story, page_actions, page_note, story_note, turn_to
from bot.core.asking.command import N_, PAGE, STORY, Command, nothing
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.anchors import page_path
from bot.core.stories.story import Story
from bot.core.wording.cards import Action, Block, Card, Heading, Item, Line, Note, Paragraph
from bot.core.wording.changes import marked_fact
from bot.core.wording.invocations import ask
from bot.core.wording.language import Language, Voice
from bot.core.wording.sources import source_notes
from bot.core.wording.statements import DATES, Attribution, cite, listed, names_of, speech

_PAGE_SIZE = 8

_Source = tuple[tuple[str, ...], str | None]
"""The speakers, and the outlet that carried it; none if the article itself says so."""


def _answer_sources(inquiry: Inquiry, story: Story) -> Card:
    """List statements and quotations under their sources, each with its paragraph."""
    say = inquiry.language
    if inquiry.text == DATES and story.date_note:
        return _about_dates(inquiry, story, story.date_note)
    entries = list(_entries(inquiry.voice, story))
    order = {source: rank for rank, source in enumerate(dict.fromkeys(source for source, _ in entries))}
    page = turn_to(sorted(entries, key=lambda entry: order[entry[0]]), inquiry.page, _PAGE_SIZE)
    blocks: list[Block] = [*source_notes(say, story)]
    if story.date_note:
        blocks.append(Note((story.date_note,)))
    for source, group in groupby(page.items, key=lambda entry: entry[0]):
        blocks += [Heading(_source_name(say, story, source)), *(item for _, item in group)]
    blocks += [*page_note(say, page), story_note(inquiry, story)]
    return Card(say.gettext("Sources"), tuple(blocks), actions=page_actions(say, page, "sources", story))


def _about_dates(inquiry: Inquiry, story: Story, note: str) -> Card:
    say = inquiry.language
    actions = [Action(say.gettext("Sources"), ask("sources", story))]
    if story.events:
        actions.insert(0, Action(say.gettext("Dates"), ask("when", story)))
    return Card(say.gettext("About the dates"), (Paragraph((note,)), story_note(inquiry, story)), tuple(actions))


def _entries(voice: Voice, story: Story) -> Iterator[tuple[_Source, Item]]:
    say = voice.language
    for fact in story.facts:
        where = cite(say, story, fact.paragraph, Attribution(date=fact.date if fact.kind == "claim" else None))
        text = marked_fact(voice, story, fact, _kind(say, fact.kind, fact.text))
        yield (fact.said_by, fact.via), Item(text, where, page_path(story, fact))
    for quotation in story.quotations:
        where = cite(say, story, quotation.paragraph, Attribution(date=quotation.date))
        yield (
            ((quotation.said_by,), quotation.via),
            Item(speech(say, story, quotation), where, page_path(story, quotation)),
        )


def _kind(say: Language, kind: str, text: str) -> Line:
    match kind:
        case "claim":
            return say.line("Claim: {statement}", statement=text)
        case "background":
            return say.line("Background: {statement}", statement=text)
        case _:
            return (text,)


def _source_name(say: Language, story: Story, source: _Source) -> Line:
    speakers, via = source
    speaker = listed(say, names_of(story, speakers)) if speakers else None
    outlet = story.entity(via).name if via else None
    if speaker and outlet:
        return say.line("{speaker} via {outlet}", speaker=speaker, outlet=outlet)
    if speaker or outlet:
        return (speaker or outlet or "",)
    return say.line("The article itself")


SOURCES = Command("sources", N_("What each statement rests on"), from_story(_answer_sources), nothing, (STORY, PAGE))
