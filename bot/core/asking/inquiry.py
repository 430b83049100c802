"""An inquiry: a request with all that its answer is made from, so that every answer is a pure function of it."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from bot.core.asking.commands import BY_NAME, PAGE, STORY, Command
from bot.core.posting.chats import Changes, ChatSettings, Reminder
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Language
from bot.core.wording.voice import Voice

_SLUG = re.compile(r"[a-z0-9-]+")
_PAGE = re.compile(r"\d{1,3}")  # a longer number is a word: 2022


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked, of which story, by whom, when."""

    invocation: Invocation
    story: Story | None
    """The story asked: the one named, or the one that the chat reads; None if there is none."""
    library: Library
    language: Language
    now: datetime
    text: str = ""
    """What was asked for, without the story before it and the page after it."""
    page: int = 1
    slug: str | None = None
    """The story's slug as named in the question, if it was."""
    settings: ChatSettings = field(default_factory=ChatSettings)
    may_manage: bool = False
    """Whether the one who asks may change the chat's settings."""
    tags: tuple[str, ...] = ()
    """The languages that can be chosen."""
    subscriptions: tuple[str, ...] = ()
    """What the chat subscribed to; only for the commands that are about that."""
    can_post: bool = True
    """Whether the bot may post in the chat of its own accord."""
    lacks: tuple[str, ...] = ()
    """Which permissions it lacks for that where it was added, in the platform's own words."""
    knows_person: bool = False
    """Whether the person who asks can be reminded in a chat of their own."""
    reminders: tuple[Reminder, ...] = ()
    """What that person will be reminded of; only for the commands that are about that."""
    seen: Story | None = None
    """The version of the story that the chat knows; only for the command that is about that."""
    set_aside: bool = False
    """Whether nothing comes of what is stored, as the chat or the person could not be written to."""
    only_reads: bool = False
    """Whether nothing may change by it: a link asks, say, which somebody else may have written."""

    @property
    def voice(self) -> Voice:
        """How the answer is worded."""
        return Voice(self.language, self.now, ZoneInfo(self.settings.timezone) if self.settings.timezone else None)

    @property
    def scoped(self) -> bool:
        """Whether the story was named in the question."""
        return self.slug is not None

    @property
    def chosen(self) -> Story | None:
        """The story that the chat has chosen, while it is published."""
        return self.library.story(self.settings.story)


@dataclass(frozen=True, slots=True)
class Choose:
    """Set some of the chat's settings."""

    changes: Changes


@dataclass(frozen=True, slots=True)
class Erase:
    """Erase all that is stored about the chat."""


@dataclass(frozen=True, slots=True)
class Subscribe:
    """Post a story's reminders to the chat, or those of EVERY_STORY."""

    story: str


@dataclass(frozen=True, slots=True)
class Unsubscribe:
    """Post no more of a story, or nothing at all for EVERY_STORY."""

    story: str


@dataclass(frozen=True, slots=True)
class Remind:
    """Remind the person who asks."""

    reminder: Reminder


@dataclass(frozen=True, slots=True)
class Unremind:
    """Drop some of the person's reminders."""

    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class See:
    """Remember that the chat knows this version of a story."""

    story: Story


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that changes what is stored about the chat, or about the person who asks."""

    card: Card
    deed: Choose | Erase | Subscribe | Unsubscribe | Remind | Unremind | See
    refusal: Card | None = None
    """The answer where a quota does not allow it."""

    @property
    def is_for_managers(self) -> bool:
        """Whether it changes the chat for everybody in it."""
        return not isinstance(self.deed, Remind | Unremind | See)


class Argument(NamedTuple):
    """A command's argument, taken apart."""

    slug: str | None
    text: str
    page: int


def take_apart(command: str, argument: str) -> Argument:
    """Read `story/text 2` as far as the command has those parameters."""
    spec = BY_NAME.get(command)
    if spec is None:
        return Argument(None, argument, 1)
    text, page = _cut_page(argument) if PAGE in spec.parameters else (argument, 1)
    slug, text = _cut_story(spec, text) if STORY in spec.parameters else (None, text)
    if PAGE in spec.parameters and slug is not None and _PAGE.fullmatch(text):
        text, page = "", _page_number(text)
    return Argument(slug, text, page)


def _cut_page(argument: str) -> tuple[str, int]:
    head, _, last = argument.rpartition(" ")
    return (head, _page_number(last)) if _PAGE.fullmatch(last) else (argument, 1)


def _page_number(digits: str) -> int:
    return max(1, int(digits))


def _cut_story(spec: Command, text: str) -> tuple[str | None, str]:
    head, slash, rest = text.partition("/")
    if not any(parameter not in (STORY, PAGE) for parameter in spec.parameters):
        return head or None, rest.strip()  # no text is expected, so what stands first names a story
    if slash and _SLUG.fullmatch(head):
        return head, rest.strip()
    return None, text
