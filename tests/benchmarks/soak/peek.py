"""Looks into the service's database, from outside and while it may be running."""

from collections import Counter
from dataclasses import dataclass
from typing import Self

from sqlalchemy import func, select

from bot.storage.database import open_database
from bot.storage.tables import posts
from tests.benchmarks.soak.book import Address


@dataclass(frozen=True, slots=True)
class Claim:
    """A post that is being sent, or was when its sender ended."""

    post: int
    attempt: int
    address: Address


class Peek:
    """The posts of one database."""

    def __init__(self, url: str) -> None:
        self._engine = open_database(url)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._engine.dispose()

    async def claims(self) -> set[Claim]:
        """All that are being sent."""
        query = select(posts.c.id, posts.c.attempts, posts.c.platform, posts.c.chat).where(posts.c.state == "sending")
        async with self._engine.connect() as connection:
            rows = (await connection.execute(query)).all()
        return {Claim(row.id, row.attempts, (row.platform, row.chat)) for row in rows}

    async def states(self) -> Counter[str]:
        """How many posts are in each state."""
        query = select(posts.c.state, func.count().label("number")).group_by(posts.c.state)
        async with self._engine.connect() as connection:
            return Counter({row.state: row.number for row in (await connection.execute(query)).all()})
