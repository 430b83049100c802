"""Stores single facts about the bot itself in the database, each under its name."""

from sqlalchemy import ColumnElement, Text, cast, exists, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.database import insert
from bot.storage.tables import ERASED, NEXT_CHANGE, marks

PLANNED_UNTIL = "planned until"
"""The moment until which posts have been written, in ISO 8601."""

_PAUSED = "paused"
"""“yes” while all posting is stopped."""

IS_PAUSED = exists().where(marks.c.name == _PAUSED, marks.c.value == "yes")
"""A condition for a statement: all posting is stopped."""


async def read_mark(connection: AsyncConnection, name: str) -> str | None:
    """Return the value under a name."""
    value = (await connection.execute(select(marks.c.value).where(marks.c.name == name))).scalar()
    return str(value) if value is not None else None


async def set_mark(connection: AsyncConnection, name: str, value: str | ColumnElement[str]) -> None:
    """Store a value under a name, in place of the former one."""
    upsert = insert(marks).values(name=name, value=value)
    await connection.execute(upsert.on_conflict_do_update(index_elements=[marks.c.name], set_={"value": value}))


async def is_paused(connection: AsyncConnection) -> bool:
    """True if all posting is stopped."""
    return await read_mark(connection, _PAUSED) == "yes"


async def set_paused(connection: AsyncConnection, *, paused: bool) -> None:
    """Stop all posting, or release it."""
    await set_mark(connection, _PAUSED, "yes" if paused else "no")


async def note_erasure(connection: AsyncConnection) -> None:
    """Number the deletion of posts that comes next in this transaction, while the highest number is still known.

    Each statement that writes posts gives them the next number: who watches the ledger reads what has a higher one.
    Writers take turns, so numbers become visible in their order.
    """
    await set_mark(connection, ERASED, cast(NEXT_CHANGE, Text))
