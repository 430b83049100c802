"""SQLite in a file, with what it needs to serve several at once and to keep nothing of what was erased."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.core.errors import SettingsError
from bot.storage.errors import SETTING, WAIT_MS

_PRAGMAS = (
    f"busy_timeout = {WAIT_MS}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what a chat has erased is overwritten, not only unlinked
)


def create_engine(url: URL) -> AsyncEngine:
    """An engine for the file of this URL; SettingsError if it names none, or one that cannot be written."""
    engine = create_async_engine(URL.create("sqlite+aiosqlite", database=str(_file_of(url))), hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare)
    return engine


def begin(connection: Connection) -> None:
    """Begin a transaction that only reads."""
    connection.exec_driver_sql("BEGIN")


def begin_writing(connection: Connection, wait_ms: int) -> None:
    """Begin a transaction with the lock for writing in hand."""
    if wait_ms != WAIT_MS:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait_ms}")
    connection.exec_driver_sql("BEGIN IMMEDIATE")
    if wait_ms != WAIT_MS:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {WAIT_MS}")


def beside(url: URL) -> URL:
    """A file of its own beside this one: `newspeg.as-of.db`."""
    file = Path(url.database or "")
    return url.set(database=str(file.with_name(f"{file.stem}.as-of{file.suffix}"))) if file.name else url


def is_there(url: URL) -> bool:
    """Whether there is the file."""
    return Path(url.database or "").is_file()


async def purge_log(engine: AsyncEngine) -> None:
    """Empty the write-ahead log, which still holds what was deleted; left for later while others read."""
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver
        async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)"):
            pass


def _file_of(url: URL) -> Path:
    if not url.database or url.database == ":memory:" or url.host:
        raise SettingsError(f"{SETTING} names no file: write sqlite:///newspeg.db, or sqlite:////var/lib/newspeg.db")
    file = Path(url.database)
    if problem := _file_problem(file):
        raise SettingsError(f"{SETTING}: {problem}")
    return file


def _file_problem(file: Path) -> str | None:
    if not file.parent.is_dir():
        return f"there is no folder “{file.parent}” to keep the database in: create it, or name another"
    if file.is_dir():
        return f"“{file}” is a folder: name a file in it"
    if not os.access(file.parent, os.W_OK | os.X_OK):
        return f"the folder “{file.parent}” cannot be written to, which a database needs: give it to this user"
    if file.exists() and not os.access(file, os.R_OK | os.W_OK):
        return f"“{file}” cannot be read and written by this user"
    return None


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in begin(), not where the driver sees fit
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()
