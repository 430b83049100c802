"""SQLite as it is set up: its safety, and that what is erased is gone."""

import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.core.errors import SettingsError
from bot.core.posting.chats import ChatKey, PersonalReminder
from bot.core.posting.notices import Retraction
from bot.core.posting.posts import Post, Step
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.schema import migrate
from tests.storage.books import files_with


async def test_every_connection_is_made_safe(sqlite_engine: AsyncEngine) -> None:
    expected = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 100, "secure_delete": 1, "synchronous": 1}
    async with sqlite_engine.connect() as first, sqlite_engine.connect() as second:
        for connection in (first, second):
            found = {name: (await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in expected}
            assert found == expected


async def test_what_a_chat_has_erased_stands_in_no_file(sqlite_engine: AsyncEngine, tmp_path: Path) -> None:
    store = SqlChatStore(sqlite_engine)
    chat = ChatKey("telegram", "unmistakable-0123456789")
    await store.change(chat, {"story": "unmistakable-story"})
    assert files_with(b"unmistakable", tmp_path)
    await store.forget(chat)
    assert files_with(b"unmistakable", tmp_path) == []


async def test_a_file_that_is_no_database_is_left_alone(sqlite_engine: AsyncEngine, tmp_path: Path) -> None:
    (tmp_path / "newspeg.db").write_text("a letter to the editor, which is longer than a header " * 20)
    with pytest.raises(SettingsError, match="NEWSPEG_DATABASE_URL names cannot be used: file is not a database"):
        await migrate(sqlite_engine)
    assert (tmp_path / "newspeg.db").read_text().startswith("a letter")


async def test_a_chats_posts_are_found_by_the_chat_however_many_wait(sqlite_engine: AsyncEngine) -> None:
    """The planner would else look through all that wait, once for each chat that is lost or unsubscribes."""
    ran: list[tuple[str, Any]] = []

    @event.listens_for(sqlite_engine.sync_engine, "before_cursor_execute")
    def note(_connection: Any, _cursor: Any, statement: str, values: Any, *_: Any) -> None:
        ran.append((statement, values))

    chat = ChatKey("telegram", "7")
    post = Post(1, chat, Retraction("story"), datetime(2031, 1, 1, tzinfo=UTC))
    await SqlDeliveryLedger(sqlite_engine).record([(post, Step("failed", "blocked", set_aside=True))])
    await SqlChatStore(sqlite_engine).unsubscribe(chat, "")
    await SqlChatStore(sqlite_engine).unremind(chat, [PersonalReminder("story", "event", "P1D")])
    of_a_chat = [each for each in ran if "UPDATE posts" in each[0] and "posts.chat = " in each[0]]
    assert len(of_a_chat) == 3
    async with sqlite_engine.connect() as connection:
        for statement, values in of_a_chat:
            plan = (await connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", values)).all()
            assert "ix_posts_state" not in str(plan)


@contextmanager
def umask(mask: int) -> Iterator[None]:
    """What new files are not allowed, as the shell that starts the bot has it."""
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


def modes(folder: Path) -> dict[str, int]:
    """Who may do what with the files of a folder."""
    return {file.name: file.stat().st_mode & 0o777 for file in folder.iterdir()}


async def start(file: Path) -> list[str]:
    """Migrate the database, and write to it; what the log says."""
    engine = open_database(f"sqlite:///{file}")
    with capture_logs() as logs:
        await migrate(engine)
        await SqlChatStore(engine).change(ChatKey("telegram", "7"), {"language": "de"})
        found = {name: mode for name, mode in modes(file.parent).items() if not name.startswith("link")}
    assert set(found.values()) == {0o600}, found
    assert len(found) == 3  # with its log, and the index of that
    await engine.dispose()
    return [str(log["event"]) for log in logs]


@pytest.mark.parametrize("mask", [0o000, 0o022, 0o777])
async def test_a_new_file_and_its_log_are_for_their_owner_alone(mask: int, tmp_path: Path) -> None:
    with umask(mask):
        assert await start(tmp_path / "newspeg.db") == []


@pytest.mark.parametrize("name", ["newspeg.db", "link.db"])
async def test_a_file_that_others_can_read_is_taken_from_them(name: str, tmp_path: Path) -> None:
    (tmp_path / "link.db").symlink_to("newspeg.db")
    with umask(0o022), closing(sqlite3.connect(tmp_path / "newspeg.db", isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL").close()
        other.execute("CREATE TABLE others (id INTEGER)").close()
        assert modes(tmp_path)["newspeg.db-wal"] == 0o644
        told = await start(tmp_path / name)
    assert told == ["the database could be read by others; now it is for its owner alone"]


def test_needs_no_driver_of_another_database(tmp_path: Path) -> None:
    program = (
        "import sys, bot.storage.delivery\n"
        "from bot.storage.database import open_database\n"
        "open_database(sys.argv[1])\n"
        "sys.exit('psycopg' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, f"sqlite:///{tmp_path}/newspeg.db"], check=True)
