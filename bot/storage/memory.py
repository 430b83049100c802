"""Chats and what they have chosen, for as long as the process lasts."""

from bot.core.requests import ChatKey, ChatSettings


class MemoryChatStore:
    """A ChatStore that writes nothing down."""

    def __init__(self) -> None:
        self._chats: dict[ChatKey, ChatSettings] = {}

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""
        return self._chats.get(chat, ChatSettings())

    async def save(self, chat: ChatKey, settings: ChatSettings) -> None:
        """Replace the chat's settings."""
        self._chats[chat] = settings

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is kept about the chat."""
        self._chats.pop(chat, None)
