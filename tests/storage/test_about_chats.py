"""Whatever tables say about chats, now or later: it is erased with a chat, and moves with it."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Integer, Table, Text, func, insert, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey
from bot.storage.chats import SqlChatStore
from bot.storage.database import writing
from bot.storage.tables import Instant, chats, metadata

CHAT, NEW, OTHER = ChatKey("telegram", "-7"), ChatKey("telegram", "-1007"), ChatKey("telegram", "8")
TABLES = [table for table in metadata.sorted_tables if "platform" in table.c]
SAMPLES: dict[type, Any] = {Text: "x", Integer: 0, Instant: datetime(2031, 1, 1, tzinfo=UTC)}
EACH, NONE = dict.fromkeys(TABLES, 1), dict.fromkeys(TABLES, 0)


def about(table: Table, chat: ChatKey) -> dict[str, str]:
    """The columns that name the chat, with its name."""
    return {"platform": chat.platform, "id" if table is chats else "chat": chat.id}


async def mention(engine: AsyncEngine, *mentioned: ChatKey) -> None:
    """Write a row about each chat into every table that has any about chats."""
    async with writing(engine) as connection:
        for table in TABLES:
            needed = [c for c in table.c if not (c.nullable or c.server_default or c is table.autoincrement_column)]
            row = {column.name: SAMPLES[type(column.type)] for column in needed}
            await connection.execute(insert(table), [{**row, **about(table, chat)} for chat in mentioned])


async def mentions(engine: AsyncEngine, chat: ChatKey) -> dict[Table, int]:
    """How many rows each of those tables has about the chat."""
    counts = {table: select(func.count()).select_from(table).filter_by(**about(table, chat)) for table in TABLES}
    async with engine.connect() as connection:
        return {table: (await connection.execute(count)).scalar_one() for table, count in counts.items()}


async def test_all_of_it_is_erased(engine: AsyncEngine) -> None:
    await mention(engine, CHAT, OTHER)
    await SqlChatStore(engine).forget(CHAT)
    assert await mentions(engine, CHAT) == NONE
    assert await mentions(engine, OTHER) == EACH


async def test_all_of_it_moves(engine: AsyncEngine) -> None:
    await mention(engine, CHAT, OTHER)
    await SqlChatStore(engine).move(CHAT, NEW)
    assert await mentions(engine, CHAT) == NONE
    assert await mentions(engine, NEW) == await mentions(engine, OTHER) == EACH


async def test_what_is_known_at_the_new_place_already_is_not_doubled(engine: AsyncEngine) -> None:
    await mention(engine, CHAT, NEW)
    await SqlChatStore(engine).move(CHAT, NEW)
    assert await mentions(engine, CHAT) == NONE
    assert await mentions(engine, NEW) == EACH
