"""Chats and what they have chosen, in the database."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy import ColumnElement, and_, delete, select, update
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.exc import DBAPIError, SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import StorageUnavailable
from bot.core.requests import Changes, ChatKey, ChatSettings
from bot.storage.database import for_writing, purge_log
from bot.storage.tables import chats

log = structlog.get_logger()


class SqlChatStore:
    """A ChatStore over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._writing = for_writing(engine)

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""
        query = select(chats.c.language, chats.c.timezone, chats.c.story).where(_is(chat))
        with _translated():
            async with self._engine.connect() as connection:
                row = (await connection.execute(query)).one_or_none()
        return ChatSettings(*row) if row else ChatSettings()

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are, whoever changes them at the same time."""
        upsert = insert(chats).values(platform=chat.platform, id=chat.id, **changes)
        upsert = upsert.on_conflict_do_update(index_elements=[chats.c.platform, chats.c.id], set_=dict(changes))
        with _translated():
            async with self._writing.begin() as connection:
                await connection.execute(upsert)

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Take what is stored to the chat's new id, unless it has settings there already."""
        taken = select(chats.c.id).where(_is(to)).exists()
        with _translated():
            async with self._writing.begin() as connection:
                await connection.execute(update(chats).where(_is(chat), ~taken).values(platform=to.platform, id=to.id))
                await connection.execute(delete(chats).where(_is(chat)))

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is stored about the chat, from the database's log too."""
        with _translated():
            async with self._writing.begin() as connection:
                erased = (await connection.execute(delete(chats).where(_is(chat)))).rowcount
            if erased:
                await purge_log(self._engine)


@contextmanager
def _translated() -> Iterator[None]:
    """The database's errors in the core's words; each is on record here, as a question goes on without its settings."""
    try:
        yield
    except SQLAlchemyError as error:
        reason = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        log.error("the database cannot be used", reason=reason)
        raise StorageUnavailable(f"the database cannot be used: {reason}") from error


def _is(chat: ChatKey) -> ColumnElement[bool]:
    return and_(chats.c.platform == chat.platform, chats.c.id == chat.id)
