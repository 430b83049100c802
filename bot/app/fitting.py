"""Warns of the posts and answers about a story that a message of a platform has no room for."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime, time
from typing import NamedTuple

from bot.core.asking.commands import BY_NAME
from bot.core.asking.inquiry import Inquiry
from bot.core.asking.platform import Platform
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.core.posting.composing import compose_change
from bot.core.posting.notice_cards import reminder
from bot.core.posting.notices import Correction, PlanChange, Reminder, Retraction
from bot.core.posting.planning import Planned, Timing, due
from bot.core.posting.repairs import corrections_of
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation, ask
from bot.core.wording.language import Language, Voice
from bot.core.wording.statements import dateline
from bot.newsroom.tree import Loc

_TIMING = Timing()
_MOST_ASKED = 500  # of a kind: each answer is made from all facts
_OF_THE_STORY = ("summary", "when", "facts", "timeline", "quotes", "who", "sources")
_OF_ONE = (("entities", "who"), ("events", "when"), ("topics", "facts"))


class _Shown(NamedTuple):
    """A card about a story, and the place in its file that the card is about."""

    loc: Loc
    name: str
    card: Card
    is_post: bool = True


def too_long_for(platforms: Sequence[Platform]) -> Callable[[Story], Iterable[tuple[Loc, str]]]:
    """Return a function that yields, for a story, a warning of each card that one message does not hold."""

    def warn(story: Story) -> Iterator[tuple[Loc, str]]:
        for shown in _cards(story):
            if full := [each.title for each in platforms if not each.fits(shown.card)]:
                end = "; it leaves out entries or ends of texts there" if shown.is_post else ""
                yield shown.loc, f"{shown.name} does not fit into one message on {' and '.join(full)}{end}"

    return warn


def _cards(story: Story) -> Iterator[_Shown]:
    """Yield the card of each notice that may be posted, at its longest, and of each answer about the story alone."""
    if story.status == "retracted":
        yield _Shown(("headline",), "the post of the retraction", _retraction(story))
        return
    told = story.model_copy(update={"status": "published"})
    library = Library([told])
    yield from _posts(told, library)
    yield _Shown(("headline",), "the post of a retraction", _retraction(story))
    yield from _answers(told, library)


def _retraction(story: Story) -> Card:
    library = Library([story.model_copy(update={"status": "retracted"})])
    return compose_change(library, Retraction(story.slug), _TIMING, Language(), _moment(story))


def _posts(story: Story, library: Library) -> Iterator[_Shown]:
    language, now = Language(), _moment(story)
    before = story.model_copy(update={"corrections": ()})
    for index, event in enumerate(story.events):
        loc: Loc = ("events", index)
        change = PlanChange(story.slug, event.id, 1, event.plan)
        yield _Shown(
            loc, f"the post of a changed plan of “{event.id}”", compose_change(library, change, _TIMING, language, now)
        )
        for lead in story.leads_of(event):
            if at := due(event, lead, _TIMING):
                voice = Voice(language, at, _TIMING.zone(event))
                notice = Reminder(story.slug, event.id, 0, event.plan, lead)
                card = reminder(
                    voice,
                    Planned(at, story, event, lead),
                    _TIMING,
                    dateline(voice, story, named=True),
                    late=True,
                    corrections=corrections_of(before, story, notice),
                )
                yield _Shown(loc, f"the reminder of “{event.id}”", card)
    for index, each in enumerate(story.corrections):
        notice_of_it = Correction(story.slug, each.id)
        card = compose_change(library, notice_of_it, _TIMING, language, now)
        yield _Shown(("corrections", index), "the post of this correction", card)


def _answers(story: Story, library: Library) -> Iterator[_Shown]:
    for command in _OF_THE_STORY:
        yield from _answer(story, library, ("headline",), ask(command, story))
    for kind, command in _OF_ONE:
        for index, each in enumerate(getattr(story, kind)[:_MOST_ASKED]):
            yield from _answer(story, library, (kind, index), ask(command, story, each.id))


def _answer(story: Story, library: Library, loc: Loc, invocation: Invocation) -> Iterator[_Shown]:
    command = BY_NAME[invocation.command]
    argument = command.take_apart(invocation.argument)
    inquiry = Inquiry(
        Request(invocation, ChatKey("check", "1")),
        story,
        library,
        Language(),
        _moment(story),
        text=argument.text,
        page=argument.page,
        slug=argument.slug,
    )
    card = command.answer(inquiry, None)
    if isinstance(card, Card):
        yield _Shown(loc, f"the answer to {invocation}", card, is_post=False)


def _moment(story: Story) -> datetime:
    """Return the noon of the story's own day: a check says the same on every day."""
    return datetime.combine(story.date.first_day, time(12), UTC)
