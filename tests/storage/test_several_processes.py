"""What holds while several processes share a database: each notice once, one sender, and nothing for who has left."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey
from bot.storage import planning as module
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from tests.storage.books import EVERYBODY, LEASE, LONG_AGO, PLANNED, STORY

CHATS = [ChatKey("telegram", str(number)) for number in range(20)]


@pytest.fixture
async def engines(engine: AsyncEngine) -> AsyncIterator[tuple[AsyncEngine, ...]]:
    """Two processes' engines over one database in which all chats have subscribed."""
    for chat in CHATS:
        await SqlChatStore(engine).subscribe(chat, STORY.slug, LONG_AGO)
    other = open_database(engine.url.render_as_string(hide_password=False))
    yield engine, other
    await other.dispose()


async def write(engine: AsyncEngine) -> int:
    """Write the notice for whoever has subscribed."""
    return await SqlPlanningLedger(engine).write(PLANNED, EVERYBODY, state="pending", reason="", now=PLANNED.at)


async def test_two_schedulers_write_each_notice_once(
    engines: tuple[AsyncEngine, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "BATCH", 3)
    assert sum(await asyncio.gather(*(write(engine) for engine in engines * 2))) == len(CHATS)
    assert {post.chat for post in await SqlOverview(engines[0]).posts()} == set(CHATS)


async def test_of_many_workers_one_gets_a_post(engines: tuple[AsyncEngine, ...]) -> None:
    await write(engines[0])
    ids = [post.id for post in await SqlOverview(engines[0]).posts()]
    claims = await asyncio.gather(
        *(
            SqlDeliveryLedger(engines[number % 2]).claim(
                dict.fromkeys(ids[number:] + ids[:number]), str(number), PLANNED.at, LEASE
            )
            for number in range(6)
        )
    )
    assert sorted(post for claimed in claims for post in claimed) == ids


@pytest.mark.parametrize("how", ["unsubscribe", "forget"])
async def test_who_leaves_during_a_fan_out_gets_nothing(
    engines: tuple[AsyncEngine, ...], how: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def leave(chat: ChatKey) -> None:
        store = SqlChatStore(engines[1])
        await (store.forget(chat) if how == "forget" else store.unsubscribe(chat, STORY.slug))

    monkeypatch.setattr(module, "BATCH", 1)
    await asyncio.gather(write(engines[0]), *(leave(chat) for chat in CHATS))
    assert await SqlOverview(engines[0]).posts(["pending"]) == []
