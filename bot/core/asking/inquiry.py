"""An inquiry: a request with the stories and settings that its answer is made from; and what an answer may change."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol
from zoneinfo import ZoneInfo

from bot.core.asking.requests import Request
from bot.core.posting.chats import Changes, ChatSettings, ChatStore
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.core.wording.language import Language
from bot.core.wording.voice import Voice


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What is asked, of which story, by whom, when."""

    request: Request
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
    tags: tuple[str, ...] = ()
    """The languages that can be chosen."""

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


class Effect(Protocol):
    """What an answer changes: it applies itself to the store."""

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> Card | None:
        """Change what is stored; a card to show in the answer's place where that was refused."""


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that changes what is stored about the chat, or about the person who asks."""

    card: Card
    effect: Effect
    refusal: Card | None = None
    """The answer where a quota does not allow it."""
    plans: bool = True
    """Whether it may change what is posted when."""


@dataclass(frozen=True, slots=True)
class Choose:
    """Sets some of the chat's settings."""

    changes: Changes

    async def apply(self, inquiry: Inquiry, chats: ChatStore) -> None:
        """Set them, and leave the others as they are."""
        await chats.change(inquiry.request.chat, self.changes)
