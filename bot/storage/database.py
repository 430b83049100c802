"""The database: opened from the plain URL of the settings, with what SQLite needs to serve several at once."""

import os
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, event, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from bot.core.errors import SettingsError

SETTING = "NEWSPEG_DATABASE_URL"
BUSY_MS = 2_000  # Discord waits three seconds for an answer

_PRAGMAS = (
    f"busy_timeout = {BUSY_MS}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "secure_delete = ON",  # what a chat has erased is overwritten, not only unlinked
)
_BEGIN = "newspeg_begin"


def open_database(url: str) -> AsyncEngine:
    """An engine for the database of this URL; nothing is connected yet. Dispose of it when done.

    Raises SettingsError if the URL is of another kind, or its file cannot be written.
    """
    file = _file_of(_parse(url))
    engine = create_async_engine(URL.create("sqlite+aiosqlite", database=str(file)), hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def beside(url: str) -> str:
    """The URL of a database of its own, for a clock that is not the real one: `newspeg.as-of.db`."""
    stem, dot, ending = url.rpartition(".")
    return f"{stem}.as-of.{ending}" if dot and "/" not in ending else f"{url}.as-of"


def for_writing(engine: AsyncEngine) -> AsyncEngine:
    """The same engine, whose transactions take the lock for writing as they begin.

    A transaction that reads first and writes later would otherwise fail where another one wrote in between.
    """
    return engine.execution_options(**{_BEGIN: "BEGIN IMMEDIATE"})


async def purge_log(engine: AsyncEngine) -> None:
    """Empty the write-ahead log, which still holds what was deleted; left for later while others read."""
    async with engine.connect() as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver
        async with driver.execute("PRAGMA wal_checkpoint(TRUNCATE)"):
            pass


def _parse(url: str) -> URL:
    try:
        parsed = make_url(url)
    except (ArgumentError, ValueError):  # its text would show the URL, which may hold a password
        raise SettingsError(f"{SETTING} is not a database's URL: write sqlite:///newspeg.db, say") from None
    if parsed.get_backend_name() != "sqlite":
        raise SettingsError(
            f"{SETTING} begins with “{parsed.drivername}”, which is not supported: write sqlite:/// and a file's path"
        )
    return parsed


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
    connection.isolation_level = None  # transactions begin in _begin, not where the driver sees fit
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGIN, "BEGIN"))
