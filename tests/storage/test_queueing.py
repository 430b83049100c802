"""Who may use a SQLite file, and when: in turn within a process, and after another process."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.storage import sqlite
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database, reading, writing
from bot.storage.queueing import READERS, Foreign
from bot.storage.tables import marks

CHAT = ChatKey("telegram", "7")


class Writer:
    """One that writes a mark, stays in its transaction until told to leave, and is noted once it has its turn."""

    def __init__(self, engine: AsyncEngine, name: str, began: list[str]) -> None:
        self.inside, self.leave = asyncio.Event(), asyncio.Event()
        self.task = asyncio.create_task(self._write(engine, name, began))

    async def _write(self, engine: AsyncEngine, name: str, began: list[str]) -> None:
        async with writing(engine) as connection:
            began.append(name)
            await connection.execute(insert(marks).values(name=name, value=""))
            self.inside.set()
            await self.leave.wait()


@contextmanager
def locked(engine: AsyncEngine) -> Iterator[None]:
    """Another process is writing."""
    with closing(sqlite3.connect(str(engine.url.database), isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield
        other.rollback()


@pytest.fixture
def refused(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set whenever the file was found to be locked."""
    refused, waited = asyncio.Event(), Foreign.waited

    def note(foreign: Foreign, came: float, now: float) -> float:
        refused.set()
        return waited(foreign, came, now)

    monkeypatch.setattr(Foreign, "waited", note)
    return refused


@pytest.fixture
async def other_engine(sqlite_engine: AsyncEngine, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """Another engine for the same file, by another name."""
    (tmp_path / "link.db").symlink_to(str(sqlite_engine.url.database))
    engine = open_database(f"sqlite:///{tmp_path}/link.db")
    yield engine
    await engine.dispose()


async def kept(engine: AsyncEngine) -> set[str]:
    """The marks that stand."""
    async with reading(engine) as connection:
        return set((await connection.execute(select(marks.c.name))).scalars())


async def test_writers_take_turns_in_the_order_in_which_they_came(
    sqlite_engine: AsyncEngine, other_engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_S", 0.0)  # for another process, which there is none
    names, began = [str(number) for number in range(60)], list[str]()
    writers = [Writer((sqlite_engine, other_engine)[int(name) % 2], name, began) for name in names]
    await writers[0].inside.wait()
    assert began == ["0"]
    for writer in writers:
        writer.leave.set()
    await asyncio.gather(*(writer.task for writer in writers))
    assert began == names
    assert await kept(sqlite_engine) == set(names)


@pytest.mark.parametrize("gone", [0, 1, 2])
async def test_a_writer_that_is_cancelled_holds_up_nobody_and_leaves_nothing(
    sqlite_engine: AsyncEngine, gone: int
) -> None:
    began: list[str] = []
    writers = [Writer(sqlite_engine, name, began) for name in "abc"]
    await writers[0].inside.wait()
    writers[gone].task.cancel()
    for writer in writers:
        writer.leave.set()
    ended = await asyncio.gather(*(writer.task for writer in writers), return_exceptions=True)
    assert [type(each) for each in ended if each] == [asyncio.CancelledError]
    assert await kept(sqlite_engine) == set("abc") - {"abc"[gone]}


async def test_a_writer_that_fails_holds_up_nobody(sqlite_engine: AsyncEngine) -> None:
    began: list[str] = []
    writers = [Writer(sqlite_engine, name, began) for name in "aab"]
    for writer in writers:
        writer.leave.set()
    ended = await asyncio.gather(*(writer.task for writer in writers), return_exceptions=True)
    assert [type(each) for each in ended if each] == [StorageUnavailable]
    assert await kept(sqlite_engine) == set("ab")


async def test_readers_wait_for_no_writer_however_many_they_are(sqlite_engine: AsyncEngine) -> None:
    writer = Writer(sqlite_engine, "a", [])
    await writer.inside.wait()
    assert await asyncio.gather(*(kept(sqlite_engine) for _ in range(5 * READERS))) == [set()] * 5 * READERS
    writer.leave.set()
    await writer.task


async def test_a_writer_waits_for_no_reader(sqlite_engine: AsyncEngine) -> None:
    reads, read_enough = 0, asyncio.Event()

    async def read() -> None:
        nonlocal reads
        async with reading(sqlite_engine) as connection:
            await connection.execute(select(marks))
            reads += 1
            await read_enough.wait()

    readers = [asyncio.create_task(read()) for _ in range(2 * READERS)]
    await SqlChatStore(sqlite_engine).change(CHAT, {"language": "de"})
    assert reads <= READERS
    read_enough.set()
    await asyncio.gather(*readers)


async def test_another_process_is_waited_for(sqlite_engine: AsyncEngine, refused: asyncio.Event) -> None:
    store = SqlChatStore(sqlite_engine)
    with locked(sqlite_engine), capture_logs() as logs:
        changes = [asyncio.create_task(store.change(ChatKey("telegram", str(n)), {"language": "de"})) for n in range(9)]
        await refused.wait()
        assert await store.load(CHAT) == ChatSettings()
    await asyncio.gather(*changes)
    assert await store.load(CHAT) == ChatSettings(language="de")
    assert [log for log in logs if log["log_level"] == "error"] == []


async def test_who_waits_for_another_process_can_be_stopped(sqlite_engine: AsyncEngine, refused: asyncio.Event) -> None:
    began: list[str] = []
    with locked(sqlite_engine):
        first, second = (Writer(sqlite_engine, name, began) for name in "ab")
        await refused.wait()
        first.task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await first.task
    second.leave.set()
    await second.task
    assert began == ["b"]


async def test_another_process_is_not_waited_for_without_end(
    sqlite_engine: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite, "WAIT_S", 0.0)
    store = SqlChatStore(sqlite_engine)
    with locked(sqlite_engine), pytest.raises(StorageUnavailable, match="database is locked"):
        await store.change(CHAT, {"language": "de"})
    await store.change(CHAT, {"language": "de"})


def test_all_wait_together_for_another_process() -> None:
    foreign = Foreign("newspeg.db")
    assert foreign.waited(came=0, now=30) == 0  # until then the queue moved
    assert foreign.waited(came=0, now=37) == 7
    assert foreign.waited(came=35, now=37) == 2
    foreign.gone()
    assert foreign.waited(came=0, now=50) == 0


def test_a_long_wait_for_another_process_is_told_once() -> None:
    foreign = Foreign("newspeg.db")
    with capture_logs() as logs:
        for now in (0.0, 0.5, 1.0, 2.0, 30.0):
            foreign.waited(came=0, now=now)
        assert [log["event"] for log in logs] == ["the database is locked by another process; waiting until it is free"]
        foreign.gone()
        foreign.waited(came=0, now=40)
        foreign.gone()
    assert [log["event"] for log in logs][1:] == ["the database is free again"]
