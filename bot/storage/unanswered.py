"""Keeps in the database which questions no story could answer, and how many chats asked each."""

from collections.abc import Collection, Sequence
from datetime import date

from sqlalchemy import Delete, case, delete, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.core.asking.unanswered import LEAST_CHATS, MOST_KEPT, Count, Kept, Key, oldest_kept
from bot.storage.database import insert, purge_log, reading, writing
from bot.storage.tables import unanswered

_MOST_ASKED = (unanswered.c.chats.desc(), unanswered.c.day.desc(), unanswered.c.id)


class SqlUnanswered:
    """An UnansweredStore over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def add(self, counts: Sequence[Count]) -> Collection[Count]:
        """Add these chats; return the counts that are not kept, as others are asked more, or an editor deleted them."""
        if not counts:
            return ()
        async with writing(self._engine) as connection:
            for each in counts:
                await _add(connection, each)
            await _drop_least_asked(connection)
            keys = tuple_(unanswered.c.story, unanswered.c.words)
            found = await connection.execute(
                select(unanswered.c.story, unanswered.c.words).where(keys.in_([tuple(each.key) for each in counts]))
            )
            kept = {Key(row.story, row.words) for row in found}
        return [each for each in counts if each.key not in kept]

    async def listed(self, today: date) -> Sequence[Kept]:
        """Return the questions, the most asked first, without those that are too old."""
        query = select(unanswered).where(unanswered.c.day >= oldest_kept(today)).order_by(*_MOST_ASKED)
        async with reading(self._engine) as connection:
            return [Kept(row.id, row.story, row.wording, row.chats) for row in await connection.execute(query)]

    async def delete(self, question: int) -> bool:
        """Delete one question, from the database's log too; False if it is gone already."""
        return await self._erase(delete(unanswered).where(unanswered.c.id == question))

    async def expire(self, today: date) -> None:
        """Delete the questions that were last asked too long ago."""
        async with writing(self._engine) as connection:
            await connection.execute(delete(unanswered).where(unanswered.c.day < oldest_kept(today)))

    async def clear(self) -> None:
        """Delete all questions, from the database's log too."""
        await self._erase(delete(unanswered))

    async def _erase(self, statement: Delete) -> bool:
        async with writing(self._engine) as connection:
            erased = (await connection.execute(statement)).rowcount
        if erased:
            await purge_log(self._engine)
        return bool(erased)


async def _add(connection: AsyncConnection, count: Count) -> None:
    """Add to the question that is kept, or keep a new one that enough chats asked."""
    table, (story, words) = unanswered, count.key
    newest = case((table.c.day < count.day, count.day), else_=table.c.day)
    known = update(table).where(table.c.story == story, table.c.words == words)
    added = await connection.execute(known.values(chats=table.c.chats + count.chats, day=newest))
    if not added.rowcount and count.chats >= LEAST_CHATS:
        row = {"story": story, "words": words, "wording": count.wording, "chats": count.chats, "day": count.day}
        await connection.execute(insert(table).values(row))


async def _drop_least_asked(connection: AsyncConnection) -> None:
    kept = select(unanswered.c.id).order_by(*_MOST_ASKED).limit(MOST_KEPT)
    await connection.execute(delete(unanswered).where(unanswered.c.id.not_in(kept)))
