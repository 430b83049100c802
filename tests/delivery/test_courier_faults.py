"""The courier over a database that fails: nothing is lost, and nothing is sent twice."""

import asyncio
import sqlite3
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.outcomes import Rejected
from bot.core.posting.posts import Post
from bot.storage import sqlite
from tests.delivery.house import A_WEEK_BEFORE, CHAT, OTHER, START, House
from tests.waiting import hang_guard

LONG = "x" * 1_000_000


@pytest.fixture
async def house(sqlite_engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch) -> House:
    monkeypatch.setattr(sqlite, "WAIT_S", 0.0)  # a lock that another one holds is told at once
    house = House(sqlite_engine)
    await house.fan_out.run()
    for chat in (CHAT, OTHER):
        await house.chats.subscribe(chat, "harbour", START)
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    return house


@contextmanager
def locked(engine: AsyncEngine) -> Iterator[None]:
    """Another process is writing."""
    other = sqlite3.connect(str(engine.url.database), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.rollback()
        other.close()


@contextmanager
def full(engine: AsyncEngine) -> Iterator[None]:
    """There is hardly any room left."""
    with closing(sqlite3.connect(str(engine.url.database))) as connection:
        (pages,) = connection.execute("PRAGMA page_count").fetchone()
    most = pages + 10

    def limit(connection: Connection) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {most}")

    event.listen(engine.sync_engine, "begin", limit)
    yield
    most = 2**30


async def until(house: House, holds: Callable[[Sequence[Post]], bool]) -> None:
    async with hang_guard():
        while not holds(await house.overview.posts()):
            pass


def states(posts: Sequence[Post]) -> dict[str, str]:
    return {post.chat.id: post.state for post in posts}


async def test_while_the_database_is_locked_nothing_is_claimed_or_sent(house: House) -> None:
    with locked(house.engine):
        delivering = asyncio.create_task(house.courier.run())
        await house.napped(3)
        assert house.messenger.sent == []
    await until(house, lambda posts: set(states(posts).values()) == {"sent"})
    assert len(house.messenger.sent) == 2
    delivering.cancel()
    await asyncio.wait({delivering})


async def test_what_was_sent_is_written_once_the_database_is_no_longer_locked_even_at_a_stop(house: House) -> None:
    house.messenger.proceed.clear()
    running = asyncio.create_task(house.courier.run())
    await house.messenger.waiting.wait()
    with locked(house.engine):
        house.messenger.proceed.set()
        await house.napped(len(house.naps) + 3)
        running.cancel()
        await house.napped(len(house.naps) + 3)
        assert not running.done()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert set(states(await house.overview.posts()).values()) == {"sent"}
    assert len(house.messenger.sent) == 2


async def test_what_does_not_fit_on_a_full_disk_waits_and_holds_up_nothing_else(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Rejected(LONG)])
    with full(house.engine):
        delivering = asyncio.create_task(house.deliver())
        await until(house, lambda posts: states(posts)[OTHER.id] == "sent")
        await house.napped(len(house.naps) + 3)
        assert states(await house.overview.posts()) == {CHAT.id: "sending", OTHER.id: "sent"}
    await delivering
    failed, sent = await house.overview.posts()
    assert (failed.state, failed.reason, sent.state) == ("failed", LONG, "sent")
    assert len(house.messenger.sent) == 2


async def test_what_the_ledger_refuses_for_any_reason_is_tried_again_after_the_others(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    record, refusals = house.delivery.record, deque([ZeroDivisionError()] * 3)

    async def refuse(steps: Sequence[tuple[Post, Any]]) -> None:
        if refusals and any(post.chat == CHAT for post, _ in steps):
            raise refusals.popleft()
        await record(steps)

    monkeypatch.setattr(house.delivery, "record", refuse)
    await house.deliver()
    assert not refusals
    assert sorted((post.chat.id, step.state) for post, step in house.recorded) == [
        (CHAT.id, "sent"),
        (OTHER.id, "sent"),
    ]
    assert set(states(await house.overview.posts()).values()) == {"sent"}
    assert len(house.messenger.sent) == 2
