"""What every chat store does, whatever it keeps the chats in."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.core.ports import ChatStore
from bot.core.requests import ChatKey, ChatSettings
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from bot.storage.memory import MemoryChatStore
from bot.storage.schema import migrate

CHAT = ChatKey("telegram", "-1001234567890")
CHOSEN = ChatSettings(language="sr-Latn", timezone="Europe/Sarajevo", story="moscow-visit")


@pytest.fixture(params=["memory", "sqlite"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[ChatStore]:
    """An empty store of each kind."""
    if request.param == "memory":
        yield MemoryChatStore()
        return
    engine = open_database(f"sqlite:///{tmp_path}/newspeg.db")
    try:
        await migrate(engine)
        yield SqlChatStore(engine)
    finally:
        await engine.dispose()


async def test_an_unknown_chat_has_the_defaults(store: ChatStore) -> None:
    assert await store.load(CHAT) == ChatSettings()


async def test_what_is_saved_is_loaded(store: ChatStore) -> None:
    await store.save(CHAT, CHOSEN)
    assert await store.load(CHAT) == CHOSEN


async def test_saving_replaces_all_of_it(store: ChatStore) -> None:
    await store.save(CHAT, CHOSEN)
    await store.save(CHAT, ChatSettings(timezone="Asia/Tokyo"))
    assert await store.load(CHAT) == ChatSettings(timezone="Asia/Tokyo")


async def test_chats_of_the_same_id_on_two_platforms_are_two(store: ChatStore) -> None:
    other = ChatKey("discord", CHAT.id)
    await store.save(CHAT, CHOSEN)
    await store.save(other, ChatSettings(language="de"))
    await store.forget(other)
    assert await store.load(CHAT) == CHOSEN
    assert await store.load(other) == ChatSettings()


async def test_forgetting_erases_one_chat_and_may_be_repeated(store: ChatStore) -> None:
    other = ChatKey("telegram", "2")
    await store.save(CHAT, CHOSEN)
    await store.save(other, CHOSEN)
    await store.forget(CHAT)
    await store.forget(CHAT)
    assert await store.load(CHAT) == ChatSettings()
    assert await store.load(other) == CHOSEN


async def test_many_chats_at_once_do_not_disturb_one_another(store: ChatStore) -> None:
    async def use(number: int) -> ChatSettings:
        chat = ChatKey("telegram", str(number))
        await store.save(chat, ChatSettings(story=f"first-{number}"))
        await store.save(chat, ChatSettings(story=f"story-{number}"))
        if number % 3 == 0:
            await store.forget(chat)
        return await store.load(chat)

    found = await asyncio.gather(*(use(number) for number in range(60)))
    assert [each.story for each in found] == [None if n % 3 == 0 else f"story-{n}" for n in range(60)]


async def test_the_last_of_many_writers_of_one_chat_holds_whole(store: ChatStore) -> None:
    versions = [ChatSettings(language=str(n), timezone=str(n), story=str(n)) for n in range(40)]
    await asyncio.gather(*(store.save(CHAT, version) for version in versions))
    assert await store.load(CHAT) in versions


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(texts=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=30), min_size=4, max_size=4))
async def test_any_text_comes_back_as_it_was(store: ChatStore, texts: list[str]) -> None:
    chat, chosen = ChatKey("terminal", texts[0]), ChatSettings(*texts[1:])
    await store.save(chat, chosen)
    assert await store.load(chat) == chosen
