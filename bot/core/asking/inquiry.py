"""An inquiry: a request with the stories and settings that its answer is made from; and the changes an answer makes."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.asking.questions.advice import Advice
from bot.core.asking.questions.choosing import Context
from bot.core.asking.requests import Request
from bot.core.posting.chats import Changes, ChatSettings, ChatStore
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.core.wording.language import Language, Voice


@dataclass(frozen=True, slots=True)
class Inquiry:
    """A question with its story, its chat's settings and its moment."""

    request: Request
    story: Story | None
    """The story that the question names, or else the one that the chat reads; None if there is none."""
    library: Library
    language: Language
    now: datetime
    text: str = ""
    """The text of the question, without the story before it and the page after it."""
    page: int = 1
    slug: str | None = None
    """The slug that the question names, or None."""
    settings: ChatSettings = field(default_factory=ChatSettings)
    tags: tuple[str, ...] = ()
    """The languages that a chat can choose."""
    before: Context | None = None
    """What the chat asked and was told a few minutes ago."""
    takes_advice: bool = False
    """True if questions are sent to somebody who gives advice."""
    advice: Advice | None = None
    """The advice on this one."""

    @property
    def voice(self) -> Voice:
        """The language, the zone and the moment of the answer."""
        return Voice(self.language, self.now, ZoneInfo(self.settings.timezone) if self.settings.timezone else None)

    @property
    def scoped(self) -> bool:
        """True if the question named its story."""
        return self.slug is not None

    @property
    def retracted(self) -> Story | None:
        """The retracted story that the question is about, if it is about one."""
        return None if self.story else self.library.now_retracted(self.slug or self.settings.story)

    @property
    def chosen(self) -> Story | None:
        """The story that the chat has chosen, if it is published."""
        return self.library.story(self.settings.story)


class Effect(Protocol):
    """A change that an answer makes; it applies itself to the store."""

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> Card | None:
        """Change the store; return a card to show in place of the answer if the change was refused."""


@dataclass(frozen=True, slots=True)
class CardWithEffect:
    """An answer that changes stored data of the chat, or of the person who asks."""

    card: Card
    effect: Effect
    refusal: Card | None = None
    """The answer if a quota does not allow the change."""
    plans: bool = True
    """True if the change may affect which posts go out, or when."""


@dataclass(frozen=True, slots=True)
class Told:
    """A card that answers a question, and what a question after it may lean on."""

    card: Card
    context: Context


@dataclass(frozen=True, slots=True)
class Unanswered:
    """A card that says that the story does not say."""

    card: Card
    question: str
    story: str
    """The slug of the story that was asked."""


Answer = Card | CardWithEffect | Told | Unanswered
"""The answer to an inquiry; most change nothing."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Changes some of the chat's settings."""

    changes: Changes

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Store these settings, and leave the others as they are."""
        await chats.change(inquiry.request.chat, self.changes)
