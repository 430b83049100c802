"""Databases of former schemas, made from plain SQL; `fixtures/README.md` says what stands in them."""

import sqlite3
from pathlib import Path

from sqlalchemy import create_engine, make_url

FORMER = ("0001", "0002", "0003", "0004", "0005", "0006")
_FIXTURES = Path(__file__).parent / "fixtures"


def restore(url: str, revision: str) -> None:
    """Make the empty database of this URL what one of that revision was."""
    parsed = make_url(url)
    kind = parsed.get_backend_name()
    text = (_FIXTURES / f"{kind}-{revision}.sql").read_text(encoding="utf-8")
    if kind == "sqlite":
        connection = sqlite3.connect(str(parsed.database))
        connection.executescript(text)
        connection.close()
    else:
        engine = create_engine(parsed.set(drivername="postgresql+psycopg"))
        with engine.begin() as server:
            server.exec_driver_sql(text)
        engine.dispose()
