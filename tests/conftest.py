"""What holds for every test: how long hypothesis may take depends on the machine; a PostgreSQL is shared by all."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.servers.postgresql import PostgresqlServer

settings.register_profile("newspeg", deadline=None)
settings.load_profile("newspeg")


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


@pytest.fixture
def postgresql_url(server: PostgresqlServer) -> Iterator[str]:
    """The URL of an empty database of PostgreSQL."""
    with server.database() as url:
        yield url
