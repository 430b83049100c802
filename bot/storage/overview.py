"""The editor's view of the ledger in the database: searches posts, follows changes, retries and withdraws."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Row,
    Select,
    and_,
    case,
    cast,
    func,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql.dml import Update

from bot.core.posting.overview import AGAIN, BY_EDITOR, RETRIED, LedgerEntry, LedgerPage, News, Sought, Tally
from bot.core.posting.posts import REPEATS_AFTER_UNKNOWN, Post, State
from bot.storage.audiences import IS_WANTED
from bot.storage.database import reading, writing
from bot.storage.marks import is_paused, set_paused
from bot.storage.rows import post_of
from bot.storage.snapshots import SqlSnapshots
from bot.storage.tables import ERASED, chats, marks, posts

_TEXTS = (posts.c.chat, posts.c.story, posts.c.event, posts.c.lead, posts.c.reason, posts.c.repair_reason)

_ENTRIES = select(posts, chats.c.timezone, IS_WANTED.label("is_wanted")).select_from(
    posts.outerjoin(chats, and_(chats.c.platform == posts.c.platform, chats.c.id == posts.c.chat))
)
_COUNTED = select(posts.c.platform, posts.c.state, func.count()).group_by(posts.c.platform, posts.c.state)
_WAITING = select(posts.c.platform, func.min(posts.c.due_at)).where(posts.c.state.in_(("pending", "sending")))


class SqlOverview:
    """An Overview over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def page(self, sought: Sought, before: int | None, limit: int) -> LedgerPage:
        """Return the newest posts that the search finds, or the newest before the post with an id."""
        query = _ENTRIES.where(*_conditions(sought)).order_by(posts.c.id.desc()).limit(limit + 1)
        if before is not None:
            query = query.where(posts.c.id < before)
        async with reading(self._engine) as connection:
            change, _ = await _newest(connection)
            entries = await _read(connection, query)
        return LedgerPage(change, entries[:limit], has_older=len(entries) > limit)

    async def news(self, since: int, most: int) -> News:
        """Return the posts written since a change, unless there are more than that."""
        query = _ENTRIES.where(posts.c.changed > since).order_by(posts.c.changed).limit(most + 1)
        async with reading(self._engine) as connection:
            change, erased = await _newest(connection)
            paused = await is_paused(connection)
            entries = await _read(connection, query) if change > since else []
        tells_all = erased <= since <= change and len(entries) <= most
        return News(change, entries if tells_all else None, paused)

    async def entry(self, post: int) -> LedgerEntry | None:
        """Return the post with an id."""
        async with reading(self._engine) as connection:
            return next(iter(await _read(connection, _ENTRIES.where(posts.c.id == post))), None)

    async def retry(self, post: int, now: datetime) -> bool:
        """Have a post tried again if it failed, was skipped, or may not have arrived, and its chat still wants it."""
        again = update(posts).where(posts.c.id == post, posts.c.state.in_(RETRIED), IS_WANTED)
        repeats = posts.c.unknowns  # an editor has looked, so that the post may be repeated once more
        values = {
            "state": "pending",
            "reason": AGAIN,
            "not_before": now,
            "unknowns": case((repeats > REPEATS_AFTER_UNKNOWN, REPEATS_AFTER_UNKNOWN), else_=repeats),
        }
        return await self._changed(again.values(**values))

    async def withdraw(self, post: int) -> bool:
        """Withdraw a post, if nobody has begun to send it."""
        pending = update(posts).where(posts.c.id == post, posts.c.state == "pending")
        return await self._changed(pending.values(state="withdrawn", reason=BY_EDITOR))

    async def _changed(self, statement: Update) -> bool:
        async with writing(self._engine) as connection:
            return (await connection.execute(statement)).rowcount == 1

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """Return all posts, or those in some states, by the moment they were due."""
        query = select(posts).order_by(posts.c.due_at, posts.c.id)
        if states:
            query = query.where(posts.c.state.in_(states))
        async with reading(self._engine) as connection:
            return [post_of(row) for row in await connection.execute(query)]

    async def paused(self) -> bool:
        """True if all posting is stopped."""
        async with reading(self._engine) as connection:
            return await is_paused(connection)

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; a restart does not change that."""
        async with writing(self._engine) as connection:
            await set_paused(connection, paused=paused)


class SqlCensus:
    """A Census over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._snapshots = SqlSnapshots(engine)

    async def tally(self, now: datetime) -> Tally:
        """Return the state of the ledger now."""
        waiting = _WAITING.where(posts.c.due_at <= now).group_by(posts.c.platform)
        async with reading(self._engine) as connection:
            counted = {(row[0], row[1]): row[2] for row in await connection.execute(_COUNTED)}
            since = {row[0]: row[1] for row in await connection.execute(waiting)}
            paused = await is_paused(connection)
        return Tally(counted, since, paused, len(await self._snapshots.unreadable()))


def _conditions(sought: Sought) -> list[ColumnElement[bool]]:
    columns = (posts.c.state, posts.c.platform, posts.c.story, posts.c.repair)
    chosen = (sought.state, sought.platform, sought.story, sought.repair)
    conditions: list[ColumnElement[bool]] = [
        column == value for column, value in zip(columns, chosen, strict=True) if value
    ]
    if sought.text:
        named = tuple_(posts.c.story, posts.c.event).in_(sorted(sought.named))
        conditions.append(or_(named, *(column.icontains(sought.text, autoescape=True) for column in _TEXTS)))
    return conditions


async def _newest(connection: AsyncConnection) -> tuple[int, int]:
    """Return the number of the newest change, and that of the newest erasure."""
    erased = select(cast(marks.c.value, BigInteger)).where(marks.c.name == ERASED).scalar_subquery()
    row = (await connection.execute(select(func.max(posts.c.changed), erased))).one()
    return max(row[0] or 0, row[1] or 0), row[1] or 0


async def _read(connection: AsyncConnection, query: Select[Any]) -> list[LedgerEntry]:
    return [_entry(row) for row in await connection.execute(query)]


def _entry(row: Row[Any]) -> LedgerEntry:
    return LedgerEntry(post_of(row), row.changed, row.timezone, bool(row.is_wanted))
