"""PostgreSQL by psycopg 3, with limits on how long a reader's question may wait for it."""

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from sqlalchemy import URL, Connection, inspect
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.schema import CreateSchema

from bot.core.errors import SettingsError
from bot.storage.errors import SETTING

WAIT_MS = 2_000
PATIENCE_MS = 30_000  # a large ledger takes long, and its migration may have begun in another process

AS_OF = "newspeg_as_of"
"""The schema of a clock that is not the real one."""

# Any number will do, if every process takes the same.
_WRITERS = int.from_bytes(b"newspeg")
_SEARCH_PATH = f"-c search_path={AS_OF}"
_OPTIONS = (
    f"-c lock_timeout={WAIT_MS}",
    "-c idle_in_transaction_session_timeout=10s",  # a client that vanishes in mid-transaction must not stop the others
)
# Of libpq; the URL may set each otherwise. A server that vanishes is noticed within seconds, not after hours.
_DEFAULTS = {
    "connect_timeout": str(WAIT_MS // 1000),
    "keepalives_idle": "10",
    "tcp_user_timeout": "10000",
    "fallback_application_name": "newspeg",
}


def create_engine(url: URL) -> AsyncEngine:
    """Make an engine for the server of this URL; SettingsError if it names no database, or cannot be read."""
    if "@" in (url.host or ""):
        raise SettingsError(f"{SETTING} has more than one @: write %40 for each in the user or password")
    if not url.database:
        raise SettingsError(f"{SETTING} names no database: write postgresql://user:password@host/database")
    options = " ".join((*_OPTIONS, _options_of(url)))
    url = url.set(drivername="postgresql+psycopg", query={**_DEFAULTS, **url.query, "options": options})
    return create_async_engine(url, hide_parameters=True, pool_pre_ping=True)


def reading(engine: AsyncEngine) -> AbstractAsyncContextManager[AsyncConnection]:
    """Open a transaction that only reads."""
    return engine.connect()


@asynccontextmanager
async def writing(engine: AsyncEngine, *, patient: bool) -> AsyncIterator[AsyncConnection]:
    """Open a transaction for one writer at a time.

    A chat that subscribes or leaves while notices are written to thousands then does so before or after it. The
    platforms take some seventy messages a second; several hundred writers a second get their turn.
    """
    async with engine.begin() as connection:
        if patient:
            await connection.exec_driver_sql(f"SET LOCAL lock_timeout = {PATIENCE_MS}")
        await connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITERS})")
        yield connection


def beside(url: URL) -> URL:
    """Return the same database, in a schema of its own."""
    return url.update_query_dict({"options": f"{_options_of(url)} {_SEARCH_PATH}".strip()})


def is_there(url: URL) -> bool:  # noqa: ARG001 -- as every kind of database
    """Always True: opening makes no database."""
    return True


def keep_copy(url: URL, revision: str) -> None:
    """Do nothing: the server's owner has copies, and a migration that fails leaves all as it was."""


def create_schema(connection: Connection) -> None:
    """Create the schema that `beside` points at, at its first use."""
    if _SEARCH_PATH in _options_of(connection.engine.url) and not inspect(connection).has_schema(AS_OF):
        connection.execute(CreateSchema(AS_OF))


def _options_of(url: URL) -> str:
    options = url.query.get("options", "")
    return options if isinstance(options, str) else " ".join(options)
