"""Databases of each kind that storage works on: a file, and a database of a real PostgreSQL.

The migrations run once for each kind; every test gets a copy of what they made.
"""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.storage.database import open_database
from bot.storage.schema import migrate
from tests.servers.postgresql import PostgresqlServer

DATABASES = ("sqlite", "postgresql")


@pytest.fixture(scope="session")
def server() -> Iterator[PostgresqlServer]:
    """A PostgreSQL for the whole run. Where none can be had, the tests that need it are skipped; in CI they fail."""
    try:
        started = PostgresqlServer()
    except Exception as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"there is no PostgreSQL to test with: {error!r}")
    with started:
        yield started


@pytest.fixture(params=DATABASES)
def url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database of each kind in which nothing is yet."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/newspeg.db"
    server: PostgresqlServer = request.getfixturevalue("server")
    return server.url(server.create())


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
async def sqlite_engine(sqlite_template: Path, tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An engine over a migrated file, `newspeg.db` in the test's folder."""
    file = shutil.copy(sqlite_template, tmp_path / "newspeg.db")
    async with _opened(f"sqlite:///{file}") as engine:
        yield engine


@pytest.fixture
async def postgresql_engine(server: PostgresqlServer, postgresql_template: str) -> AsyncIterator[AsyncEngine]:
    """An engine over a migrated database of PostgreSQL."""
    async with _opened(server.url(server.create(postgresql_template))) as engine:
        yield engine


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated file to copy."""
    file = tmp_path_factory.mktemp("template") / "newspeg.db"
    asyncio.run(_migrate(f"sqlite:///{file}"))
    return file


@pytest.fixture(scope="session")
def postgresql_template(server: PostgresqlServer) -> str:
    """The name of a migrated database to copy."""
    name = server.create()
    asyncio.run(_migrate(server.url(name)))
    return name


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
