"""The database of the settings' plain URL: SQLite in a file, or PostgreSQL. It alone knows which it is."""

from functools import partial
from typing import Protocol

from sqlalchemy import URL, Connection, Table, event, make_url
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError
from bot.storage import postgresql, sqlite
from bot.storage.errors import SETTING, WAIT_MS

Database = AsyncEngine
"""An open database, as it is handed from part to part."""

_WRITING = "newspeg_writing"  # for how long it waits for its turn
_EXAMPLES = "sqlite:///newspeg.db, say, or postgresql://user:password@host/database"


class _Kind(Protocol):
    """What a module about one kind of database has."""

    def create_engine(self, url: URL) -> AsyncEngine: ...
    def begin(self, connection: Connection) -> None: ...
    def begin_writing(self, connection: Connection, wait_ms: int) -> None: ...
    def beside(self, url: URL) -> URL: ...
    def is_there(self, url: URL) -> bool: ...


_KINDS: dict[str, _Kind] = {"sqlite": sqlite, "postgresql": postgresql}


def open_database(url: str) -> AsyncEngine:
    """An engine for the database of this URL; nothing is connected yet. Dispose of it when done.

    Raises SettingsError if the URL is of another kind, or names nothing that could be opened.
    """
    parsed = _parse(url)
    kind = _kind_of(parsed)
    engine = kind.create_engine(parsed)
    event.listen(engine.sync_engine, "begin", partial(_begin, kind))
    return engine


def beside(url: str) -> str:
    """The URL of a database of its own, for a clock that is not the real one."""
    parsed = _parse(url)
    return _kind_of(parsed).beside(parsed).render_as_string(hide_password=False)


def is_there(engine: AsyncEngine) -> bool:
    """Whether connecting makes no new file."""
    return _kind_of(engine.url).is_there(engine.url)


def for_writing(engine: AsyncEngine, wait_ms: int = WAIT_MS) -> AsyncEngine:
    """The same engine, whose transactions take the lock for writing as they begin, so that there is one at a time.

    A transaction that reads first and writes later would otherwise fail, or go by what is no longer so, where another
    one wrote in between.
    """
    return engine.execution_options(**{_WRITING: wait_ms})


def insert(table: Table) -> Insert:
    """An INSERT that may say what is to be done on a conflict, and tells how many rows it made."""
    # SQLite has the same ON CONFLICT, and SQLAlchemy compiles this one for it as well.
    return Insert(table).execution_options(preserve_rowcount=True)


async def purge_log(engine: AsyncEngine) -> None:
    """Rid the database's log of what was deleted, where that is ours to do."""
    if engine.dialect.name == "sqlite":
        await sqlite.purge_log(engine)


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):  # its text would show the URL, which may hold a password
        raise SettingsError(f"{SETTING} is not a database's URL: write {_EXAMPLES}") from None


def _kind_of(url: URL) -> _Kind:
    if kind := _KINDS.get(url.get_backend_name()):
        return kind
    raise SettingsError(f"{SETTING} begins with “{url.drivername}”, which is not supported: write {_EXAMPLES}")


def _begin(kind: _Kind, connection: Connection) -> None:
    wait_ms = connection.get_execution_options().get(_WRITING)
    if wait_ms is None:
        kind.begin(connection)
    else:
        kind.begin_writing(connection, wait_ms)
