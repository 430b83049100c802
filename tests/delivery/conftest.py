"""A migrated database in a file for each test, as storage's tests have it."""

from tests.storage.conftest import sqlite_engine, sqlite_template

__all__ = ["sqlite_engine", "sqlite_template"]
