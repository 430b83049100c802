"""SQLite as it is set up: its URL, its safety, and that what is erased is gone."""

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError
from bot.core.requests import ChatKey
from bot.storage.chats import SqlChatStore
from bot.storage.database import for_writing, open_database


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "is not a database's URL"),
        ("newspeg.db", "is not a database's URL"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite://newspeg.db", "names no file"),
        ("sqlite:///no/such/folder/newspeg.db", "there is no folder “no/such/folder”"),
        ("sqlite:///bot", "“bot” is a folder: name a file in it"),
        ("mysql+aiomysql://me:s3cret@host/db", "begins with “mysql+aiomysql”, which is not supported"),
        ("postgresql://me:s3cret@host", "names no database"),
        ("postgresql://me:s3cret@host:port/db", "is not a database's URL"),
    ],
)
def test_a_url_that_cannot_be_used_is_told_without_its_password(
    url: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bot").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=r"^NEWSPEG_DATABASE_URL") as caught:
        open_database(url)
    assert message in str(caught.value)
    assert "s3cret" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


async def test_every_connection_is_made_safe(sqlite_engine: AsyncEngine) -> None:
    expected = {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 2000, "secure_delete": 1, "synchronous": 1}
    async with sqlite_engine.connect() as first, sqlite_engine.connect() as second:
        for connection in (first, second):
            found = {name: (await connection.execute(text(f"PRAGMA {name}"))).scalar() for name in expected}
            assert found == expected


async def test_a_transaction_that_reads_before_it_writes_does_not_lose_to_another(sqlite_engine: AsyncEngine) -> None:
    insert = text("INSERT INTO chats (platform, id) VALUES ('a', :id)")
    async with for_writing(sqlite_engine).begin() as connection:
        await connection.execute(text("SELECT * FROM chats"))
        other = sqlite3.connect(str(sqlite_engine.url.database), timeout=0)
        with pytest.raises(sqlite3.OperationalError, match="locked"):
            other.execute("INSERT INTO chats (platform, id) VALUES ('b', '2')")
        other.close()
        await connection.execute(insert, {"id": "1"})
    async with sqlite_engine.connect() as connection:
        assert (await connection.execute(text("SELECT platform FROM chats"))).scalars().all() == ["a"]


async def test_a_transaction_that_fails_leaves_nothing(sqlite_engine: AsyncEngine) -> None:
    async def write_twice() -> None:
        async with for_writing(sqlite_engine).begin() as connection:
            for _ in range(2):
                await connection.execute(text("INSERT INTO chats (platform, id) VALUES ('a', '1')"))

    with pytest.raises(IntegrityError):
        await write_twice()
    async with sqlite_engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM chats"))).scalar() == 0


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
