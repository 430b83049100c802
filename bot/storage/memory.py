"""Chats and what they have chosen, for as long as the process lasts."""

from dataclasses import replace
from datetime import datetime

from bot.core.requests import EVERY_STORY, Changes, ChatKey, ChatSettings


class MemoryChatStore:
    """A ChatStore that writes nothing down."""

    def __init__(self) -> None:
        self._chats: dict[ChatKey, ChatSettings] = {}
        self._subscribed: dict[ChatKey, set[str]] = {}

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""
        return self._chats.get(chat, ChatSettings())

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are."""
        self._chats[chat] = replace(self._chats.get(chat, ChatSettings()), **changes)

    async def subscribe(self, chat: ChatKey, story: str, now: datetime) -> None:  # noqa: ARG002 -- nothing is posted
        """Remember the subscription."""
        self._subscribed.setdefault(chat, set()).add(story)

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Drop one subscription, or for EVERY_STORY all."""
        kept = set() if story == EVERY_STORY else self._subscribed.get(chat, set()) - {story}
        self._subscribed[chat] = kept

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """The slugs that the chat has subscribed to, sorted."""
        return tuple(sorted(self._subscribed.get(chat, ())))

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Take what is kept to the chat's new id, unless it has settings there already."""
        if chat in self._chats:
            self._chats.setdefault(to, self._chats.pop(chat))
        if chat in self._subscribed:
            self._subscribed[to] = self._subscribed.get(to, set()) | self._subscribed.pop(chat)

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is kept about the chat."""
        self._chats.pop(chat, None)
        self._subscribed.pop(chat, None)
