"""Chats and what they have chosen, for as long as the process lasts."""

from dataclasses import replace

from bot.core.requests import Changes, ChatKey, ChatSettings


class MemoryChatStore:
    """A ChatStore that writes nothing down."""

    def __init__(self) -> None:
        self._chats: dict[ChatKey, ChatSettings] = {}

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""
        return self._chats.get(chat, ChatSettings())

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are."""
        self._chats[chat] = replace(self._chats.get(chat, ChatSettings()), **changes)

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Take what is kept to the chat's new id, unless it has settings there already."""
        if chat in self._chats:
            self._chats.setdefault(to, self._chats.pop(chat))

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is kept about the chat."""
        self._chats.pop(chat, None)
