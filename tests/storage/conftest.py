"""Databases of each kind that storage works on: a file, and a database of a real PostgreSQL.

The migrations run once for each kind; what they made is copied, or emptied, for every test.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.storage.database import open_database
from bot.storage.schema import migrate
from bot.storage.tables import metadata
from tests.servers.postgresql import PostgresqlServer
from tests.storage.books import Books

DATABASES = ("sqlite", pytest.param("postgresql", marks=pytest.mark.slow))


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest) -> str:
    """The URL of a database of each kind in which nothing is yet."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The URL of a file that does not exist yet."""
    return f"sqlite:///{tmp_path}/newspeg.db"


@pytest.fixture
async def blank(url: str) -> AsyncIterator[AsyncEngine]:
    """An engine over a database of each kind in which nothing is yet."""
    async with _opened(url) as engine:
        yield engine


@pytest.fixture(params=DATABASES)
def engine(request: pytest.FixtureRequest) -> AsyncEngine:
    """An engine over a migrated database of each kind."""
    opened: AsyncEngine = request.getfixturevalue(f"{request.param}_engine")
    return opened


@pytest.fixture
def books(engine: AsyncEngine) -> Books:
    """All that is kept, in a migrated database of each kind."""
    return Books(engine)


@pytest.fixture
async def sqlite_engine(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An engine over a migrated file, `newspeg.db` in the test's folder."""
    file = shutil.copy(sqlite_template, tmp_path / "newspeg.db")
    async with _opened(f"sqlite:///{file}") as engine:
        yield engine


@pytest.fixture
async def postgresql_engine(migrated_url: str) -> AsyncIterator[AsyncEngine]:
    """An engine over a migrated database of PostgreSQL."""
    async with _opened(migrated_url) as engine:
        async with engine.begin() as connection:
            for table in metadata.sorted_tables:
                await connection.execute(delete(table))
        yield engine


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    file = tmp_path_factory.mktemp("template") / "newspeg.db"
    asyncio.run(_migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def migrated_url(postgresql_server: PostgresqlServer) -> Iterator[str]:
    """The URL of a migrated database of PostgreSQL: to make one anew takes ten times as long as to empty it."""
    with postgresql_server.database() as url:
        asyncio.run(_migrate(url))
        yield url


async def _migrate(url: str) -> None:
    async with _opened(url) as engine:
        await migrate(engine)


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[AsyncEngine]:
    engine = open_database(url)
    try:
        yield engine
    finally:
        await engine.dispose()
