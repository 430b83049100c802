"""A ledger in a file, with a post to each of three chats."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.storage.books import CHATS, Books
from tests.storage.conftest import sqlite_engine, sqlite_template

__all__ = ["sqlite_engine", "sqlite_template"]


@pytest.fixture
async def books(sqlite_engine: AsyncEngine) -> Books:
    kept = Books(sqlite_engine)
    await kept.write_to(*CHATS)
    return kept
