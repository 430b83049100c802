"""PostgreSQL as it is set up: what happens while it is away, and the schema of another clock."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError, StorageUnavailable
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.storage.chats import SqlChatStore
from bot.storage.database import beside, open_database, writing
from bot.storage.schema import migrate
from tests.servers.postgresql import PostgresqlServer
from tests.waiting import hang_guard

CHAT = ChatKey("telegram", "7")
CHOSEN = ChatSettings(language="sr-Latn")


@pytest.fixture
async def impatient(postgresql_engine: AsyncEngine) -> AsyncIterator[AsyncEngine]:
    """A second process of the same database that waits for nothing."""
    url = postgresql_engine.url.update_query_dict({"options": "-c lock_timeout=1"})
    opened = open_database(url.render_as_string(hide_password=False))
    yield opened
    await opened.dispose()


async def test_every_connection_has_limits(postgresql_engine: AsyncEngine) -> None:
    expected = {"lock_timeout": "2s", "idle_in_transaction_session_timeout": "10s", "application_name": "newspeg"}
    url = postgresql_engine.url.difference_update_query(["options"])
    engine = open_database(url.render_as_string(hide_password=False))
    async with engine.connect() as connection:
        found = {name: (await connection.execute(text(f"SHOW {name}"))).scalar() for name in expected}
    await engine.dispose()
    assert found == expected


async def test_the_url_has_the_last_word(impatient: AsyncEngine) -> None:
    async with impatient.connect() as connection:
        assert (await connection.execute(text("SHOW lock_timeout"))).scalar() == "1ms"


async def test_connections_that_were_dropped_are_made_anew(
    postgresql_engine: AsyncEngine, postgresql_server: PostgresqlServer
) -> None:
    store = SqlChatStore(postgresql_engine)
    await asyncio.gather(*(store.change(ChatKey("telegram", str(n)), {"language": "sr-Latn"}) for n in range(10)))
    postgresql_server.disconnect(str(postgresql_engine.url.database))
    assert await asyncio.gather(*(store.load(ChatKey("telegram", str(n))) for n in range(10))) == [CHOSEN] * 10


async def test_while_it_is_away_storage_is_unavailable(
    postgresql_engine: AsyncEngine, postgresql_server: PostgresqlServer
) -> None:
    store = SqlChatStore(postgresql_engine)
    await store.change(CHAT, {"language": "sr-Latn"})
    with postgresql_server.closed(str(postgresql_engine.url.database)):
        for attempt in (store.load(CHAT), store.change(CHAT, {"language": "de"})):
            with pytest.raises(StorageUnavailable, match="not currently accepting connections"):
                await attempt
    assert await store.load(CHAT) == CHOSEN


async def test_a_writer_that_waits_too_long_is_told(postgresql_engine: AsyncEngine, impatient: AsyncEngine) -> None:
    store = SqlChatStore(impatient)
    async with writing(postgresql_engine):
        with pytest.raises(StorageUnavailable, match="lock timeout"):
            await store.change(CHAT, {"language": "de"})
        assert await store.load(CHAT) == ChatSettings()
    await store.change(CHAT, {"language": "sr-Latn"})
    assert await store.load(CHAT) == CHOSEN


async def test_a_migration_waits_longer_for_its_turn(postgresql_engine: AsyncEngine, impatient: AsyncEngine) -> None:
    async with hang_guard(), writing(postgresql_engine) as connection:
        migrating = asyncio.create_task(migrate(impatient))
        while not (await connection.execute(text("SELECT 1 FROM pg_locks WHERE NOT granted"))).all():
            assert not migrating.done()
    await migrating


async def test_a_server_that_cannot_be_reached_at_start_is_one_line() -> None:
    engine = open_database("postgresql://me:s3cret@127.0.0.1:1/news")
    with pytest.raises(
        SettingsError, match=r"“news” that NEWSPEG_DATABASE_URL names cannot be used: .*refused"
    ) as caught:
        await migrate(engine)
    assert "\n" not in str(caught.value)
    assert "s3cret" not in str(caught.value)


async def test_another_clock_has_a_schema_of_its_own(postgresql_url: str) -> None:
    async def start(url: str, language: str | None = None) -> ChatSettings:
        engine = open_database(url)
        await migrate(engine)
        store = SqlChatStore(engine)
        if language:
            await store.change(CHAT, {"language": language})
        chosen = await store.load(CHAT)
        await engine.dispose()
        return chosen

    other = beside(postgresql_url)
    await start(postgresql_url, "sr-Latn")
    assert await start(other) == ChatSettings()
    await start(other, "de")
    assert await start(other) == ChatSettings(language="de")
    assert await start(postgresql_url) == CHOSEN
