"""/updates: the changes of a story since this chat last asked."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.core.asking.answers.parts import story_note, without_story
from bot.core.asking.command import N_, STORY, Command
from bot.core.asking.inquiry import Answer, CardWithEffect, Inquiry
from bot.core.posting.chats import ChatStore
from bot.core.stories.event import Event
from bot.core.stories.story import Correction, Fact, Story
from bot.core.wording.cards import Action, Block, Card, Heading, Item, Note, Paragraph
from bot.core.wording.events import cite_plan, plan
from bot.core.wording.invocations import ask
from bot.core.wording.statements import fact_item

_SHOWN = 8  # of each kind of change


@dataclass(frozen=True, slots=True)
class _See:
    """Records that the chat knows this version of the story."""

    story: Story

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Record the version."""
        await chats.see(inquiry.request.chat, self.story)


async def _version_seen(inquiry: Inquiry, chats: ChatStore) -> Story | None:
    return await chats.seen(inquiry.request.chat, inquiry.story.slug) if inquiry.story else None


def _answer_updates(inquiry: Inquiry, was: Story | None) -> Answer:
    """Show the difference between the version that the chat knows and the newest, and record the newest as known."""
    say, story = inquiry.language, inquiry.story
    if story is None:
        return without_story(inquiry)
    blocks: list[Block] = []
    if was is None:
        remembering = say.line(
            "I will remember where it stands now. Ask again later, and I will tell you what has changed."
        )
        asking = say.line("Send /updates here: I will remember where it stands, and later tell you what has changed.")
        blocks.append(Paragraph(asking if inquiry.request.only_reads else remembering))
        blocks += _corrections(inquiry, story.corrections)
    elif was.version == story.version:
        blocks.append(Paragraph(say.line("Nothing has changed since this chat last asked.")))
    else:
        blocks += _differences(inquiry, was, story)
        if not blocks:
            blocks.append(Paragraph(say.line("Only the wording has changed since this chat last asked.")))
    actions = (Action(say.gettext("Summary"), ask("summary", story)), Action(say.gettext("Dates"), ask("when", story)))
    card = Card(story.headline, (*blocks, story_note(inquiry, story)), actions=actions)
    if inquiry.request.only_reads or (was and was.version == story.version):
        return card
    return CardWithEffect(card, _See(story), plans=False)


def _differences(inquiry: Inquiry, was: Story, story: Story) -> list[Block]:
    known = {each.id for each in was.corrections}
    return [
        *_corrections(inquiry, [each for each in story.corrections if each.id not in known]),
        *_events(inquiry, was, story),
        *_facts(inquiry, was, story),
    ]


def _corrections(inquiry: Inquiry, corrections: Iterable[Correction]) -> list[Block]:
    say = inquiry.language
    newest_first = sorted(corrections, key=lambda each: each.date.sort_key, reverse=True)
    lines = [Item(say.line("{day}: {text}", day=say.dated(each.date), text=each.text)) for each in newest_first]
    return _listed(inquiry, say.gettext("Corrected"), lines)


def _events(inquiry: Inquiry, was: Story, story: Story) -> list[Block]:
    """Show events whose plan changed, new events, and events that the story no longer has."""
    say = inquiry.language

    def is_news(event: Event) -> bool:
        before = was.find_event(event.id)
        return before is None or (before.plan.undoubted, before.revision) != (event.plan.undoubted, event.revision)

    lines = [
        Item(
            say.line("{event}: {plan}", event=event.name, plan=plan(inquiry.voice, event)),
            *cite_plan(say, story, event),
        )
        for event in story.events
        if is_news(event)
    ]
    gone = [event for event in was.events if story.find_event(event.id) is None]
    lines += [Item(say.line("{event}: the story no longer names it", event=event.name)) for event in gone]
    return _listed(inquiry, say.gettext("Dates"), lines)


def _facts(inquiry: Inquiry, was: Story, story: Story) -> list[Block]:
    """Show facts that are new, facts that were changed, and the number of facts that the story no longer has."""
    say = inquiry.language
    before, after = _by_what_is_said(was), _by_what_is_said(story)
    changed = [fact for said, fact in after.items() if said not in before and _is_in(fact, was)]
    new = [fact for said, fact in after.items() if said not in before and not _is_in(fact, was)]
    gone = [fact for said, fact in before.items() if said not in after and not _is_in(fact, story)]
    items = [fact_item(inquiry.voice, story, fact) for fact in changed]
    blocks = _listed(inquiry, say.gettext("Said otherwise now"), items)
    blocks += _listed(inquiry, say.gettext("New"), [fact_item(inquiry.voice, story, fact) for fact in new])
    if gone:
        blocks.append(
            Note((say.ngettext("{n} statement is no longer in it.", "{n} statements are no longer in it.", len(gone)),))
        )
    return blocks


def _by_what_is_said(story: Story) -> dict[tuple[str, tuple[str, ...]], Fact]:
    """Index facts by their words and their speaker."""
    return {(fact.text, fact.said_by): fact for fact in story.facts}


def _is_in(fact: Fact, story: Story) -> bool:
    """True if the story has a fact of the same id."""
    return fact.id is not None and any(each.id == fact.id for each in story.facts)


def _listed(inquiry: Inquiry, heading: str, items: list[Item]) -> list[Block]:
    if not items:
        return []
    more = len(items) - _SHOWN
    rest = [Note((inquiry.language.ngettext("And {n} more.", "And {n} more.", more),))] if more > 0 else []
    return [Heading((heading,)), *items[:_SHOWN], *rest]


UPDATES = Command("updates", N_("What changed since this chat last asked"), _answer_updates, _version_seen, (STORY,))
