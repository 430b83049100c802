"""Who will be posted to: everyone who subscribed or asked to be reminded, and nobody else."""

from datetime import UTC, datetime

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.subscribers import Subscriber
from bot.storage.chats import SqlChatStore
from bot.storage.subscribers import SqlSubscribers

NOW = datetime(2031, 1, 1, tzinfo=UTC)
CHANNEL, PERSON, READER = ChatKey("discord", "5"), ChatKey("telegram", "7"), ChatKey("telegram", "8")
REMINDER = PersonalReminder("seasons", "concert", "P1D")


async def fill(engine: AsyncEngine) -> None:
    store = SqlChatStore(engine)
    await store.change(READER, {"language": "en"})
    await store.remind(PERSON, REMINDER, NOW)
    await store.change(CHANNEL, {"timezone": "UTC", "quiet": "22:00-07:00"})
    await store.subscribe(CHANNEL, "seasons", NOW)
    await store.subscribe(CHANNEL, EVERY_STORY, NOW)


async def test_all_who_will_be_posted_to_with_what_they_chose(engine: AsyncEngine) -> None:
    await fill(engine)
    assert await SqlSubscribers(engine).first(10) == [
        Subscriber(CHANNEL, ChatSettings(timezone="UTC", quiet="22:00-07:00"), ("", "seasons")),
        Subscriber(PERSON, ChatSettings(), (), (REMINDER,)),
    ]


async def test_no_more_than_wanted(engine: AsyncEngine) -> None:
    await fill(engine)
    [first] = await SqlSubscribers(engine).first(1)
    assert (first.chat, first.stories) == (CHANNEL, ("", "seasons"))


async def test_nobody(engine: AsyncEngine) -> None:
    assert await SqlSubscribers(engine).first(10) == []
