"""Keeps chats and their choices in memory, for as long as the process lasts."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from bot.core.errors import QuotaReached
from bot.core.posting.chats import (
    EVERY_STORY,
    MOST_REMINDERS,
    MOST_SUBSCRIPTIONS,
    Changes,
    ChatKey,
    ChatSettings,
    PersonalReminder,
    are_too_many_leads,
)
from bot.core.stories.story import Story

T = TypeVar("T")


class MemoryChatStore:
    """A ChatStore that writes nothing down."""

    def __init__(self) -> None:
        self._chats: dict[ChatKey, ChatSettings] = {}
        self._subscribed: dict[ChatKey, set[str]] = {}
        self._reminders: dict[ChatKey, set[PersonalReminder]] = {}
        self._seen: dict[ChatKey, dict[str, Story]] = {}

    async def load(self, chat: ChatKey) -> ChatSettings:
        """Return the chat's settings; the defaults if it has none."""
        return self._chats.get(chat, ChatSettings())

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are; QuotaReached for too many leads."""
        stored = self._chats.get(chat, ChatSettings())
        if are_too_many_leads(changes.get("leads"), stored.leads):
            raise QuotaReached
        self._chats[chat] = replace(stored, **changes)

    async def subscribe(
        self,
        chat: ChatKey,
        story: str,
        now: datetime,  # noqa: ARG002 -- nothing is posted
        by: ChatKey | None = None,  # noqa: ARG002 -- as above
        title: str | None = None,  # noqa: ARG002 -- as above
    ) -> None:
        """Store the subscription; QuotaReached for one too many."""
        _add(self._subscribed, chat, story, MOST_SUBSCRIPTIONS)

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Drop one subscription, or all for EVERY_STORY."""
        kept = set() if story == EVERY_STORY else self._subscribed.get(chat, set()) - {story}
        self._subscribed[chat] = kept

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """Return the slugs that the chat is subscribed to, sorted."""
        return tuple(sorted(self._subscribed.get(chat, ())))

    async def is_set_aside(self, chat: ChatKey) -> bool:  # noqa: ARG002 -- as above
        """Always False: nothing is posted."""
        return False

    async def remind(self, person: ChatKey, reminder: PersonalReminder, now: datetime) -> None:  # noqa: ARG002 -- as above
        """Store the reminder; QuotaReached for one too many."""
        _add(self._reminders, person, reminder, MOST_REMINDERS)

    async def unremind(self, person: ChatKey, dropped: Collection[PersonalReminder]) -> None:
        """Drop reminders."""
        self._reminders.setdefault(person, set()).difference_update(dropped)

    async def reminders(self, person: ChatKey) -> tuple[PersonalReminder, ...]:
        """Return a person's reminders, sorted."""
        return tuple(sorted(self._reminders.get(person, ())))

    async def see(self, chat: ChatKey, story: Story) -> None:
        """Record that the chat knows this version of the story now."""
        self._seen.setdefault(chat, {})[story.slug] = story

    async def seen(self, chat: ChatKey, slug: str) -> Story | None:
        """Return the version of a story that the chat knows."""
        return self._seen.get(chat, {}).get(slug)

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Move the stored data to the chat's new id, unless it has settings there already."""
        if chat in self._chats:
            self._chats.setdefault(to, self._chats.pop(chat))
        if chat in self._subscribed:
            self._subscribed[to] = self._subscribed.get(to, set()) | self._subscribed.pop(chat)
        if chat in self._reminders:
            self._reminders[to] = self._reminders.get(to, set()) | self._reminders.pop(chat)
        if chat in self._seen:
            self._seen[to] = self._seen.pop(chat) | self._seen.get(to, {})

    async def forget(self, chat: ChatKey) -> None:
        """Erase everything that is stored about the chat."""
        self._chats.pop(chat, None)
        self._subscribed.pop(chat, None)
        self._reminders.pop(chat, None)
        self._seen.pop(chat, None)


def _add(stored: dict[ChatKey, set[T]], chat: ChatKey, new: T, most: int) -> None:
    of_chat = stored.get(chat, set())
    if new not in of_chat and len(of_chat) >= most:
        raise QuotaReached
    stored[chat] = of_chat | {new}
