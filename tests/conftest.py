"""What holds for every test: how many run at once, which are slow, a PostgreSQL that they share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
import structlog
from hypothesis import HealthCheck, settings

from bot.storage import sqlite
from tests import running
from tests.servers.postgresql import PostgresqlServer
from tests.waiting import HANGS_AFTER_S

# How long an example may take, and how long it may take to find one, depend on the machine.
settings.register_profile("newspeg", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("newspeg")

# As the bot's own. By default Rich draws all variables around an error, which takes a second each where many fail.
structlog.configure(
    processors=[
        structlog.stdlib.add_log_level,
        structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback),
    ]
)

MOST_WORKERS = 4  # each starts a PostgreSQL and a Chromium of its own

SLOW_FIXTURES = {"browser", "postgresql_server"}
STARTS_PROCESSES = (running.newspeg, running.started)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """As many as keep each core busy if the whole suite runs; none for a part, which would wait for them to start."""
    cores = os.cpu_count() or 1
    tests = Path(__file__).parent
    whole = any(tests.is_relative_to(Path(each).absolute()) for each in config.args)
    return min(cores + 1, MOST_WORKERS) if whole and cores > 1 else 0  # one of them waits for a process that starts


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs a browser or a PostgreSQL, and the modules that start processes."""
    for item in items:
        if isinstance(item, pytest.Function) and (SLOW_FIXTURES & set(item.fixturenames) or _starts(item.module)):
            item.add_marker("slow")


def _starts(module: object) -> bool:
    """Whether it has one of the functions that start Newspeg as a process."""
    return any(each in STARTS_PROCESSES for each in vars(module).values() if callable(each))


@pytest.fixture(autouse=True)
def unhurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine a writer may wait for its turn for longer than a reader should."""
    monkeypatch.setattr(sqlite, "WAIT_S", HANGS_AFTER_S)


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[PostgresqlServer]:
    """A PostgreSQL for all that a worker runs. Where there is none, what needs it is skipped; in CI it fails."""
    try:
        started = PostgresqlServer()
    except Exception as error:
        if os.environ.get("CI"):
            raise
        pytest.skip(f"there is no PostgreSQL to test with: {error!r}")
    with started:
        yield started


@pytest.fixture
def postgresql_url(postgresql_server: PostgresqlServer) -> Iterator[str]:
    """The URL of an empty database of PostgreSQL."""
    with postgresql_server.database() as url:
        yield url
