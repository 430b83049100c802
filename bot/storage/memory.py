"""Chats and what they have chosen, for as long as the process lasts."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from bot.core.requests import EVERY_STORY, Changes, ChatKey, ChatSettings, Reminder
from bot.core.story import Story


class MemoryChatStore:
    """A ChatStore that writes nothing down."""

    def __init__(self) -> None:
        self._chats: dict[ChatKey, ChatSettings] = {}
        self._subscribed: dict[ChatKey, set[str]] = {}
        self._reminders: dict[ChatKey, set[Reminder]] = {}
        self._seen: dict[ChatKey, dict[str, Story]] = {}

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""
        return self._chats.get(chat, ChatSettings())

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are."""
        self._chats[chat] = replace(self._chats.get(chat, ChatSettings()), **changes)

    async def subscribe(
        self,
        chat: ChatKey,
        story: str,
        now: datetime,  # noqa: ARG002 -- nothing is posted
        by: ChatKey | None = None,  # noqa: ARG002 -- as above
        title: str | None = None,  # noqa: ARG002 -- as above
    ) -> None:
        """Remember the subscription."""
        self._subscribed.setdefault(chat, set()).add(story)

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Drop one subscription, or for EVERY_STORY all."""
        kept = set() if story == EVERY_STORY else self._subscribed.get(chat, set()) - {story}
        self._subscribed[chat] = kept

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """The slugs that the chat has subscribed to, sorted."""
        return tuple(sorted(self._subscribed.get(chat, ())))

    async def is_set_aside(self, chat: ChatKey) -> bool:  # noqa: ARG002 -- as above
        """Never: nothing is posted."""
        return False

    async def remind(self, person: ChatKey, reminder: Reminder, now: datetime) -> None:  # noqa: ARG002 -- as above
        """Remember the reminder."""
        self._reminders.setdefault(person, set()).add(reminder)

    async def unremind(self, person: ChatKey, dropped: Collection[Reminder]) -> None:
        """Drop reminders."""
        self._reminders.setdefault(person, set()).difference_update(dropped)

    async def reminders(self, person: ChatKey) -> tuple[Reminder, ...]:
        """What a person asked for, sorted."""
        return tuple(sorted(self._reminders.get(person, ())))

    async def see(self, chat: ChatKey, story: Story) -> None:
        """The chat knows this version of the story now."""
        self._seen.setdefault(chat, {})[story.slug] = story

    async def seen(self, chat: ChatKey, slug: str) -> Story | None:
        """The version of a story that the chat knows."""
        return self._seen.get(chat, {}).get(slug)

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Take what is kept to the chat's new id, unless it has settings there already."""
        if chat in self._chats:
            self._chats.setdefault(to, self._chats.pop(chat))
        if chat in self._subscribed:
            self._subscribed[to] = self._subscribed.get(to, set()) | self._subscribed.pop(chat)
        if chat in self._reminders:
            self._reminders[to] = self._reminders.get(to, set()) | self._reminders.pop(chat)
        if chat in self._seen:
            self._seen[to] = self._seen.pop(chat) | self._seen.get(to, {})

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is kept about the chat."""
        self._chats.pop(chat, None)
        self._subscribed.pop(chat, None)
        self._reminders.pop(chat, None)
        self._seen.pop(chat, None)
