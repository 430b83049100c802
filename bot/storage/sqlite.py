"""SQLite in a file, set up to serve several tasks at once and to keep nothing of erased data."""

import os
import stat
from contextlib import AbstractAsyncContextManager, suppress
from math import inf
from pathlib import Path
from typing import Any

import structlog
from sqlalchemy import URL, Connection, NullPool, event
from sqlalchemy import create_engine as create_sync_engine
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.util import await_only

from bot.core.errors import SettingsError
from bot.storage.errors import SETTING, reason
from bot.storage.queueing import READERS, Queue, queue_for

log = structlog.get_logger()

WAIT_S = 10.0
"""The seconds to wait for another process that has the file locked. Discord is told to wait meanwhile."""

_BUSY_MS = 100  # of that, in the driver's thread, which a stop has to wait for
_LONGEST_PURGE_MS = 2_000
_PRAGMAS = (
    f"busy_timeout = {_BUSY_MS}",
    "journal_mode = WAL",
    "synchronous = NORMAL",
    "foreign_keys = ON",
    "secure_delete = ON",  # erased data is overwritten, not only unlinked
)
_PRIVATE = stat.S_IRUSR | stat.S_IWUSR
_COMPANIONS = ("-wal", "-shm", "-journal")
_FILE, _WRITES = "newspeg_file", "newspeg_writes"


def create_engine(url: URL) -> AsyncEngine:
    """Make an engine for the file of this URL; SettingsError if it names no file, or one that cannot be written."""
    file = _file_of(url)
    url = URL.create("sqlite+aiosqlite", database=str(file))
    # A connection for each reader and one for the writer: a task that has had its turn waits for nothing more.
    engine = create_async_engine(
        url,
        hide_parameters=True,
        pool_size=READERS + 1,
        max_overflow=0,
        execution_options={_FILE: str(file.resolve())},  # engines for one file by several names share a queue
    )
    event.listen(engine.sync_engine, "do_connect", lambda *_: _keep_private(file), once=True)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def reading(engine: AsyncEngine) -> AbstractAsyncContextManager[AsyncConnection]:
    """Open a transaction that only reads."""
    return _queue(engine).reading(engine.connect, WAIT_S)


def writing(engine: AsyncEngine, *, patient: bool) -> AbstractAsyncContextManager[AsyncConnection]:
    """Open a transaction that has the lock for writing."""
    begin = engine.execution_options(**{_WRITES: True}).begin
    return _queue(engine).writing(begin, inf if patient else WAIT_S)


def beside(url: URL) -> URL:
    """Return a separate file beside this one: `newspeg.as-of.db`."""
    file = Path(url.database or "")
    return url.set(database=str(file.with_name(f"{file.stem}.as-of{file.suffix}"))) if file.name else url


def is_there(url: URL) -> bool:
    """True if the file exists."""
    return Path(url.database or "").is_file()


def keep_copy(url: URL, revision: str) -> None:
    """Copy the file to one beside it before an upgrade to a revision; an older copy with that name stays.

    SQLite writes the copy, with data that only the log holds. The caller has the lock for writing, so nothing is
    written meanwhile. SettingsError if there is no room for the copy.
    """
    file = Path(url.database or "").resolve()
    copy = file.with_name(f"{file.name}.before-{revision}")
    if copy.exists():
        log.warning("there is a copy from before this upgrade already; it stays as it is", copy=str(copy))
        return
    part = file.with_name(f"{copy.name}.part")
    source = create_sync_engine(URL.create("sqlite", database=str(file)), poolclass=NullPool)
    try:
        part.unlink(missing_ok=True)
        os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, _PRIVATE))
        with source.connect() as connection:
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM INTO ?", (str(part),))
        part.rename(copy)
    except (OSError, DBAPIError) as error:
        told = reason(error) if isinstance(error, DBAPIError) else error
        raise SettingsError(
            f"the database “{file}” is not upgraded, as it cannot be copied to “{copy}” before: {told}"
        ) from error
    log.info("the database is upgraded, which cannot be undone; it was copied before", copy=str(copy))


async def purge_log(engine: AsyncEngine) -> None:
    """Empty the write-ahead log, which still holds deleted data; do it later while others read."""
    async with _queue(engine).writing(engine.connect, WAIT_S) as connection:
        driver = (await connection.get_raw_connection()).driver_connection
        assert driver
        for pragma in (f"busy_timeout = {_LONGEST_PURGE_MS}", "wal_checkpoint(TRUNCATE)", f"busy_timeout = {_BUSY_MS}"):
            async with driver.execute(f"PRAGMA {pragma}"):
                pass


def _queue(engine: AsyncEngine) -> Queue:
    return queue_for(engine.get_execution_options()[_FILE])


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


def _keep_private(file: Path) -> None:
    """Make the file for its owner alone, or take it from the others; SQLite gives its companions the same mode."""
    file = file.resolve()
    with suppress(OSError):  # it exists, or cannot be made: SQLite will say so
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_RDWR, _PRIVATE))
        file.chmod(_PRIVATE)  # whatever the umask
    files = [each for suffix in ("", *_COMPANIONS) if (each := file.with_name(file.name + suffix)).exists()]
    shared = [each for each in files if each.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]
    try:
        for each in shared:
            each.chmod(_PRIVATE)
    except OSError as error:
        log.warning("the database can be read by others, which only its owner can change", file=str(file), reason=error)
    else:
        if shared:
            log.warning("the database could be read by others; now it is for its owner alone", file=str(file))


def _prepare(connection: Any, _record: object) -> None:
    connection.isolation_level = None  # transactions begin in _begin(), not where the driver sees fit
    cursor = connection.cursor()
    for pragma in _PRAGMAS:
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Connection) -> None:
    """Begin in one call to the driver's thread: SQLAlchemy's cursor takes three, which is slow on a busy machine."""
    statement = "BEGIN IMMEDIATE" if connection.get_execution_options().get(_WRITES) else "BEGIN"
    driver, errors = connection.connection.driver_connection, connection.dialect.loaded_dbapi.Error
    assert driver
    try:
        await_only(driver.execute_fetchall(statement))
    except errors as error:
        raise DBAPIError.instance(statement, None, error, errors, dialect=connection.dialect) from error
