"""Chats and what they have chosen, in the database."""

from dataclasses import asdict

from sqlalchemy import ColumnElement, and_, delete, select
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.requests import ChatKey, ChatSettings
from bot.storage.database import for_writing, purge_log
from bot.storage.tables import chats


class SqlChatStore:
    """A ChatStore over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing = for_writing(engine)

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""
        async with self._engine.connect() as connection:
            query = select(chats.c.language, chats.c.timezone, chats.c.story).where(_is(chat))
            row = (await connection.execute(query)).one_or_none()
        return ChatSettings(*row) if row else ChatSettings()

    async def save(self, chat: ChatKey, settings: ChatSettings) -> None:
        """Replace the chat's settings."""
        chosen = asdict(settings)
        upsert = insert(chats).values(platform=chat.platform, id=chat.id, **chosen)
        upsert = upsert.on_conflict_do_update(index_elements=[chats.c.platform, chats.c.id], set_=chosen)
        async with self._writing.begin() as connection:
            await connection.execute(upsert)

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is stored about the chat, from the database's log too."""
        async with self._writing.begin() as connection:
            erased = (await connection.execute(delete(chats).where(_is(chat)))).rowcount
        if erased:
            await purge_log(self._engine)


def _is(chat: ChatKey) -> ColumnElement[bool]:
    return and_(chats.c.platform == chat.platform, chats.c.id == chat.id)
