"""PostgreSQL by psycopg 3, with limits on how long a reader's question may wait for it."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from sqlalchemy import URL, Connection, inspect
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateSchema

from bot.core.errors import SettingsError
from bot.storage.errors import SETTING

WAIT_MS = 2_000
PATIENCE_MS = 30_000  # a large ledger takes its time, and its migration may have begun in another process

AS_OF = "newspeg_as_of"
"""The schema of a clock that is not the real one."""

# Any number does, as long as every process takes the same.
_WRITERS = int.from_bytes(b"newspeg")
_SEARCH_PATH = f"-c search_path={AS_OF}"
_OPTIONS = (
    f"-c lock_timeout={WAIT_MS}",
    "-c idle_in_transaction_session_timeout=10s",  # whoever vanishes in mid-transaction must not stop the others
)
# Of libpq; the URL may set each otherwise. A server that vanishes is noticed within seconds, not after hours.
_DEFAULTS = {
    "connect_timeout": str(WAIT_MS // 1000),
    "keepalives_idle": "10",
    "tcp_user_timeout": "10000",
    "fallback_application_name": "newspeg",
}


def create_engine(url: URL) -> AsyncEngine:
    """An engine for the server of this URL; SettingsError if it names no database, or cannot be told apart."""
    if "@" in (url.host or ""):
        raise SettingsError(f"{SETTING} has more than one @: write %40 for each in the user or password")
    if not url.database:
        raise SettingsError(f"{SETTING} names no database: write postgresql://user:password@host/database")
    options = " ".join((*_OPTIONS, _options_of(url)))
    url = url.set(drivername="postgresql+psycopg", query={**_DEFAULTS, **url.query, "options": options})
    return create_async_engine(url, hide_parameters=True, pool_pre_ping=True)


def reading(engine: AsyncEngine) -> AbstractAsyncContextManager[AsyncConnection]:
    """A transaction that only reads."""
    return engine.connect()


@asynccontextmanager
async def writing(engine: AsyncEngine, *, patient: bool) -> AsyncIterator[AsyncConnection]:
    """A transaction of one writer at a time, as on SQLite.

    Who subscribes or leaves while notices are written to thousands of chats then does so before or after it. The
    platforms take some seventy messages a second; several hundred writers a second get their turn.
    """
    async with engine.begin() as connection:
        if patient:
            await connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        yield connection


def beside(url: URL) -> URL:
    """The same database, in a schema of its own."""
    return url.update_query_dict({"options": f"{_options_of(url)} {_SEARCH_PATH}".strip()})


def is_there(url: URL) -> bool:  # noqa: ARG001 -- as every kind of database
    """Always: none is made by being opened."""
    return True


def keep_copy(url: URL, revision: str) -> None:
    """Nothing: whoever runs the server has copies of their own, and a migration that fails leaves all as it was."""


def create_schema(connection: Connection) -> None:
    """Create the schema that `beside` points at, at its first use."""
    if _SEARCH_PATH in _options_of(connection.engine.url) and not inspect(connection).has_schema(AS_OF):
        connection.execute(CreateSchema(AS_OF))


def _options_of(url: URL) -> str:
    options = url.query.get("options", "")
    return options if isinstance(options, str) else " ".join(options)
