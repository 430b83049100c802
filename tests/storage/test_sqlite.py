"""SQLite as it is set up: its safety, and that what is erased is gone."""

import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError
from bot.core.requests import ChatKey
from bot.storage.chats import SqlChatStore
from bot.storage.schema import migrate


async def test_every_connection_is_made_safe(sqlite_engine: AsyncEngine) -> None:
    expected = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 2000, "secure_delete": 1, "synchronous": 1}
    async with sqlite_engine.connect() as first, sqlite_engine.connect() as second:
        for connection in (first, second):
            found = {name: (await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in expected}
            assert found == expected


def files_with(part: bytes, folder: Path) -> list[str]:
    """The database's files in which these bytes stand."""
    return [file.name for file in folder.iterdir() if part in file.read_bytes()]


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


def test_needs_no_driver_of_another_database(tmp_path: Path) -> None:
    program = (
        "import sys, bot.storage.posts\n"
        "from bot.storage.database import open_database\n"
        "open_database(sys.argv[1])\n"
        "sys.exit('psycopg' in sys.modules)\n"
    )
    subprocess.run([sys.executable, "-c", program, f"sqlite:///{tmp_path}/newspeg.db"], check=True)
