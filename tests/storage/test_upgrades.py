"""Databases of former versions are upgraded, and nothing that stood in them is lost."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from bot.storage.schema import migrate
from bot.storage.tables import posts
from tests.storage.test_schema import differences
from tests.storage.upgrades import FORMER, restore

POSTS = {"0001": 0, "0002": 15, "0003": 44, "0004": 55, "0005": 55}


@pytest.fixture(params=FORMER)
def revision(request: pytest.FixtureRequest) -> str:
    """The revision of a former schema."""
    return str(request.param)


@pytest.fixture
async def former(url: str, revision: str) -> AsyncIterator[AsyncEngine]:
    """An engine over a database of a former version."""
    restore(url, revision)
    engine = open_database(url)
    yield engine
    await engine.dispose()


async def test_it_has_the_tables_that_the_code_knows_and_all_its_rows(former: AsyncEngine, revision: str) -> None:
    await migrate(former)
    async with former.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert (await connection.execute(select(func.count()).select_from(posts))).scalar() == POSTS[revision]
    settings = await SqlChatStore(former).load(ChatKey("telegram", "7"))
    chosen = ChatSettings("sr", "Europe/Sarajevo", "harbour", "08:00", "22:00-07:00", "P7D,P1D")
    if revision == "0001":
        assert settings == ChatSettings("sr", "Asia/Tokyo", "harbour")
    else:
        assert (settings.timezone, settings.leads) == (chosen.timezone, chosen.leads)
