"""What every chat store does, whatever it keeps the chats in."""

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.core.errors import StorageUnavailable
from bot.core.ports import ChatStore
from bot.core.requests import ChatKey, ChatSettings, Reminder
from bot.storage.chats import SqlChatStore
from bot.storage.memory import MemoryChatStore
from tests.storage.conftest import DATABASES
from tests.stories import harbour

CHAT = ChatKey("telegram", "-1001234567890")
NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
CHOSEN = ChatSettings(language="sr-Latn", timezone="Europe/Sarajevo", story="moscow-visit")
NO_TABLE = r'^the database cannot be used: (no such table: chats|relation "chats" does not exist)$'


@pytest.fixture(params=["memory", *DATABASES])
def store(request: pytest.FixtureRequest) -> ChatStore:
    """An empty store of each kind."""
    if request.param == "memory":
        return MemoryChatStore()
    engine: AsyncEngine = request.getfixturevalue(f"{request.param}_engine")
    if request.param == "sqlite":
        event.listen(engine.sync_engine, "connect", patient)
    return SqlChatStore(engine)


def patient(connection: Any, _record: object) -> None:
    """SQLite's lock is not handed on in turn: on a busy machine one of many may wait longer than it otherwise would."""
    connection.execute("PRAGMA busy_timeout = 60000").close()


async def test_an_unknown_chat_has_the_defaults(store: ChatStore) -> None:
    assert await store.load(CHAT) == ChatSettings()


async def test_what_is_changed_is_loaded(store: ChatStore) -> None:
    await store.change(CHAT, asdict(CHOSEN))
    assert await store.load(CHAT) == CHOSEN


async def test_a_change_of_every_setting_replaces_all_of_it(store: ChatStore) -> None:
    await store.change(CHAT, asdict(CHOSEN))
    await store.change(CHAT, asdict(ChatSettings(timezone="Asia/Tokyo")))
    assert await store.load(CHAT) == ChatSettings(timezone="Asia/Tokyo")


async def test_changes_at_the_same_time_are_all_kept(store: ChatStore) -> None:
    for _ in range(20):
        await store.forget(CHAT)
        await asyncio.gather(*(store.change(CHAT, {name: value}) for name, value in asdict(CHOSEN).items()))
        assert await store.load(CHAT) == CHOSEN


async def test_chats_of_the_same_id_on_two_platforms_are_two(store: ChatStore) -> None:
    other = ChatKey("discord", CHAT.id)
    await store.change(CHAT, asdict(CHOSEN))
    await store.change(other, asdict(ChatSettings(language="de")))
    await store.forget(other)
    assert await store.load(CHAT) == CHOSEN
    assert await store.load(other) == ChatSettings()


async def test_forgetting_erases_one_chat_and_may_be_repeated(store: ChatStore) -> None:
    other = ChatKey("telegram", "2")
    await store.change(CHAT, asdict(CHOSEN))
    await store.change(other, asdict(CHOSEN))
    await store.forget(CHAT)
    await store.forget(CHAT)
    assert await store.load(CHAT) == ChatSettings()
    assert await store.load(other) == CHOSEN


async def test_a_chat_that_moves_takes_its_settings_along(store: ChatStore) -> None:
    new = ChatKey("telegram", "-100777")
    await store.change(CHAT, asdict(CHOSEN))
    await store.move(CHAT, new)
    await store.move(CHAT, new)
    assert await store.load(new) == CHOSEN
    assert await store.load(CHAT) == ChatSettings()


async def test_a_chat_that_moves_keeps_what_it_chose_since(store: ChatStore) -> None:
    new = ChatKey("telegram", "-100777")
    await store.change(CHAT, asdict(CHOSEN))
    await store.change(new, {"language": "de"})
    await store.move(CHAT, new)
    assert await store.load(new) == ChatSettings(language="de")
    assert await store.load(CHAT) == ChatSettings()


async def test_a_persons_reminders(store: ChatStore) -> None:
    later, sooner = Reminder("harbour", "opening", "PT2H"), Reminder("harbour", "opening", "P1D")
    for reminder in (later, sooner, later):
        await store.remind(CHAT, reminder, NOW)
    assert await store.reminders(CHAT) == (sooner, later)
    assert await store.reminders(ChatKey("telegram", "2")) == ()
    await store.unremind(CHAT, [later, Reminder("harbour", "other", "P1D")])
    assert await store.reminders(CHAT) == (sooner,)


async def test_the_version_of_a_story_that_a_chat_knows(store: ChatStore) -> None:
    assert await store.seen(CHAT, "harbour") is None
    for story in (harbour(), harbour(headline="Another headline")):
        await store.see(CHAT, story)
        assert await store.seen(CHAT, "harbour") == story
    assert await store.seen(CHAT, "seasons") is None
    assert await store.seen(ChatKey("telegram", "2"), "harbour") is None


async def test_reminders_and_versions_go_with_a_chat_and_are_forgotten(store: ChatStore) -> None:
    new, reminder = ChatKey("telegram", "2"), Reminder("harbour", "opening", "P1D")
    for chat in (CHAT, new):
        await store.remind(chat, reminder, NOW)
    await store.remind(CHAT, Reminder("harbour", "opening", "P7D"), NOW)
    await store.see(CHAT, harbour())
    await store.move(CHAT, new)
    assert await store.reminders(CHAT) == ()
    assert await store.reminders(new) == (reminder, Reminder("harbour", "opening", "P7D"))
    assert await store.seen(new, "harbour") == harbour()
    await store.forget(new)
    assert await store.reminders(new) == ()
    assert await store.seen(new, "harbour") is None


async def test_many_chats_at_once_do_not_disturb_one_another(store: ChatStore) -> None:
    async def use(number: int) -> ChatSettings:
        chat = ChatKey("telegram", str(number))
        await store.change(chat, asdict(ChatSettings(story=f"first-{number}")))
        await store.change(chat, asdict(ChatSettings(story=f"story-{number}")))
        if number % 3 == 0:
            await store.forget(chat)
        return await store.load(chat)

    found = await asyncio.gather(*(use(number) for number in range(60)))
    assert [each.story for each in found] == [None if n % 3 == 0 else f"story-{n}" for n in range(60)]


async def test_the_last_of_many_writers_of_one_chat_holds_whole(store: ChatStore) -> None:
    versions = [ChatSettings(language=str(n), timezone=str(n), story=str(n)) for n in range(40)]
    await asyncio.gather(*(store.change(CHAT, asdict(version)) for version in versions))
    assert await store.load(CHAT) in versions


# PostgreSQL keeps no NUL, which no platform sends either.
WRITTEN = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=30)


@settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], max_examples=30, deadline=None
)
@given(texts=st.lists(WRITTEN, min_size=4, max_size=4))
async def test_any_text_comes_back_as_it_was(store: ChatStore, texts: list[str]) -> None:
    chat, chosen = ChatKey("terminal", texts[0]), ChatSettings(*texts[1:])
    await store.change(chat, asdict(chosen))
    assert await store.load(chat) == chosen


async def test_a_database_that_cannot_be_used_is_told_in_our_words(blank: AsyncEngine) -> None:
    store = SqlChatStore(blank)
    for attempt in (
        store.load(CHAT),
        store.change(CHAT, asdict(CHOSEN)),
        store.forget(CHAT),
        store.move(CHAT, ChatKey("telegram", "2")),
    ):
        with capture_logs() as logs, pytest.raises(StorageUnavailable, match=NO_TABLE) as caught:
            await attempt
        assert logs[0]["log_level"] == "error"
        assert CHAT.id not in str(caught.value.__cause__)
