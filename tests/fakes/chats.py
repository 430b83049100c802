"""A store of chats' settings that tells whose were looked at."""

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.storage.memory import MemoryChatStore


class WatchedStore(MemoryChatStore):
    """As the one in memory."""

    def __init__(self) -> None:
        super().__init__()
        self.looked_at: list[ChatKey] = []

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings."""
        self.looked_at.append(chat)
        return await super().load(chat)
