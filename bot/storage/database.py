"""Opens the database of a plain URL: SQLite in a file, or PostgreSQL. It alone knows which one it is."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import Protocol

from sqlalchemy import URL, Table, make_url
from sqlalchemy.dialects.postgresql import Insert
from sqlalchemy.exc import ArgumentError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.core.errors import SettingsError
from bot.storage import postgresql, sqlite
from bot.storage.errors import SETTING, translated

Database = AsyncEngine
"""An open database, passed from part to part."""

_EXAMPLES = "sqlite:///newspeg.db, say, or postgresql://user:password@host/database"


class _Kind(Protocol):
    """The functions of a module about one kind of database."""

    def create_engine(self, url: URL) -> AsyncEngine: ...
    def reading(self, engine: AsyncEngine) -> AbstractAsyncContextManager[AsyncConnection]: ...
    def writing(self, engine: AsyncEngine, *, patient: bool) -> AbstractAsyncContextManager[AsyncConnection]: ...
    def beside(self, url: URL) -> URL: ...
    def is_there(self, url: URL) -> bool: ...
    def keep_copy(self, url: URL, revision: str) -> None: ...


_KINDS: dict[str, _Kind] = {"sqlite": sqlite, "postgresql": postgresql}


def open_database(url: str) -> AsyncEngine:
    """Make an engine for the database of this URL; nothing is connected yet. Dispose of it when done.

    Raises SettingsError if the URL is of another kind, or names nothing that could be opened.
    """
    parsed = _parse(url)
    return kind_of(parsed).create_engine(parsed)


def beside(url: str) -> str:
    """Return the URL of a separate database, for a clock that is not the real one."""
    parsed = _parse(url)
    return kind_of(parsed).beside(parsed).render_as_string(hide_password=False)


def is_there(engine: AsyncEngine) -> bool:
    """True if connecting makes no new file."""
    return kind_of(engine.url).is_there(engine.url)


@asynccontextmanager
async def reading(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Open a transaction that only reads, and sees one moment of the database; StorageUnavailable if that fails."""
    with translated():
        async with kind_of(engine.url).reading(engine) as connection:
            yield connection


@asynccontextmanager
async def writing(engine: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """Open a transaction that may write, one at a time; a good end commits it. StorageUnavailable if that fails.

    It takes the lock at once: one that took the lock later would fail, or use outdated data, if another transaction
    wrote in between.
    """
    with translated():
        async with kind_of(engine.url).writing(engine, patient=False) as connection:
            yield connection


def insert(table: Table) -> Insert:
    """Return an INSERT that takes a rule for conflicts, and that reports how many rows it made."""
    # SQLite has the same ON CONFLICT, and SQLAlchemy compiles this one for it as well.
    return Insert(table).execution_options(preserve_rowcount=True)


async def purge_log(engine: AsyncEngine) -> None:
    """Remove deleted data from the database's log, if the log is ours; StorageUnavailable if that fails."""
    if engine.dialect.name == "sqlite":
        with translated():
            await sqlite.purge_log(engine)


def _parse(url: str) -> URL:
    try:
        return make_url(url)
    except (ArgumentError, ValueError):  # the library's text would show the URL, which may hold a password
        raise SettingsError(f"{SETTING} is not a database's URL: write {_EXAMPLES}") from None


def kind_of(url: URL) -> _Kind:
    """Return the module about that kind of database; SettingsError if there is none."""
    if kind := _KINDS.get(url.get_backend_name()):
        return kind
    raise SettingsError(f"{SETTING} begins with “{url.drivername}”, which is not supported: write {_EXAMPLES}")
