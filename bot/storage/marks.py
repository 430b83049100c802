"""Stores single facts about the bot itself in the database, each under its name."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.storage.tables import marks

PAUSED = "paused"
"""“yes” while all posting is stopped."""

PLANNED_UNTIL = "planned until"
"""The moment until which posts have been written, in ISO 8601."""


async def read_mark(connection: AsyncConnection, name: str) -> str | None:
    """Return the value under a name."""
    value = (await connection.execute(select(marks.c.value).where(marks.c.name == name))).scalar()
    return str(value) if value is not None else None
