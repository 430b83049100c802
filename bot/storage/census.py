"""The ledger in numbers, from its index; and how many of the kept versions of stories cannot be read."""

from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.census import Tally
from bot.storage.database import reading
from bot.storage.marks import is_paused
from bot.storage.snapshots import SqlSnapshots
from bot.storage.tables import posts

_COUNTED = select(posts.c.platform, posts.c.state, func.count()).group_by(posts.c.platform, posts.c.state)
_WAITING = select(posts.c.platform, func.min(posts.c.due_at)).where(posts.c.state.in_(("pending", "sending")))


class SqlCensus:
    """A Census over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._snapshots = SqlSnapshots(engine)

    async def tally(self, now: datetime) -> Tally:
        """The ledger as it stands now."""
        waiting = _WAITING.where(posts.c.due_at <= now).group_by(posts.c.platform)
        async with reading(self._engine) as connection:
            counted = {(row[0], row[1]): row[2] for row in await connection.execute(_COUNTED)}
            since = {row[0]: row[1] for row in await connection.execute(waiting)}
            paused = await is_paused(connection)
        return Tally(counted, since, paused, len(await self._snapshots.unreadable()))
