"""A migrated database in a file for each test, as storage's tests have it, and a house over it."""

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.delivery.house import CHAT, START, House
from tests.storage.conftest import sqlite_engine, sqlite_template

__all__ = ["sqlite_engine", "sqlite_template"]


@pytest.fixture
async def house(sqlite_engine: AsyncEngine) -> House:
    house = House(sqlite_engine)
    await house.fan_out.run()
    await house.chats.subscribe(CHAT, "harbour", START)
    return house
