"""Keeps in the database who changed which story at the desk, and what the file was before."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.editing.log import Edit
from bot.storage.database import insert, reading, writing
from bot.storage.tables import edits

MOST_EDITS = 500
"""The oldest give way; each holds a whole file."""

IsKnown = Callable[[str, str], Awaitable[bool]]
"""Tells if readers know a version of a story, by its slug."""


class SqlEditLog:
    """An EditLog over a migrated database."""

    def __init__(self, engine: AsyncEngine, is_known: IsKnown) -> None:
        self._engine = engine
        self._is_known = is_known

    async def note(self, edit: Edit) -> Edit:
        """Keep an edit, and return it with its id."""
        row = {name: getattr(edit, name) for name in _FIELDS}
        async with writing(self._engine) as connection:
            kept = await connection.execute(insert(edits).values(row).returning(edits.c.id))
            number: int = kept.scalar_one()
            newest = select(edits.c.id).order_by(edits.c.id.desc()).limit(MOST_EDITS)
            await connection.execute(delete(edits).where(edits.c.id.not_in(newest)))
        return replace(edit, id=number)

    async def latest(self, most: int, story: str | None = None) -> Sequence[Edit]:
        """Return the newest edits, of one story or of all, newest first."""
        return await latest_edits(self._engine, most, story)

    async def undo(self, edit_id: int) -> None:
        """Say that an edit is undone."""
        async with writing(self._engine) as connection:
            await connection.execute(update(edits).where(edits.c.id == edit_id).values(undone=True))

    async def was_sent(self, edit: Edit) -> bool:
        """True if anything that readers got, or may be getting now, tells of the edit."""
        return edit.version is not None and await self._is_known(edit.story, edit.version)


async def latest_edits(engine: AsyncEngine, most: int, story: str | None = None) -> Sequence[Edit]:
    """Return the newest edits that are kept, of one story or of all, newest first."""
    query = select(edits).order_by(edits.c.id.desc()).limit(most)
    if story is not None:
        query = query.where(edits.c.story == story)
    async with reading(engine) as connection:
        return [_edit(row) for row in await connection.execute(query)]


_FIELDS = ("at", "editor", "story", "what", "before", "after", "version", "undone")


def _edit(row: Row[Any]) -> Edit:
    return Edit(row.id, *(getattr(row, name) for name in _FIELDS))
