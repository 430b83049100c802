"""What every chat store does, whatever it keeps the chats in."""

import asyncio
from dataclasses import asdict
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.core.errors import QuotaReached, StorageUnavailable
from bot.core.posting import chats
from bot.core.posting.chats import (
    EVERY_STORY,
    MOST_LEADS,
    MOST_REMINDERS,
    MOST_SUBSCRIPTIONS,
    ChatKey,
    ChatSettings,
    ChatStore,
    PersonalReminder,
)
from bot.core.posting.subscribers import Subscriber
from bot.storage.chats import SqlChatStore, SqlSubscribers
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
    return SqlChatStore(engine)


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
    later, sooner = PersonalReminder("harbour", "opening", "PT2H"), PersonalReminder("harbour", "opening", "P1D")
    for reminder in (later, sooner, later):
        await store.remind(CHAT, reminder, NOW)
    assert await store.reminders(CHAT) == (sooner, later)
    assert await store.reminders(ChatKey("telegram", "2")) == ()
    await store.unremind(CHAT, [later, PersonalReminder("harbour", "other", "P1D")])
    assert await store.reminders(CHAT) == (sooner,)


async def test_the_version_of_a_story_that_a_chat_knows(store: ChatStore) -> None:
    assert await store.seen(CHAT, "harbour") is None
    for story in (harbour(), harbour(headline="Another headline")):
        await store.see(CHAT, story)
        assert await store.seen(CHAT, "harbour") == story
    assert await store.seen(CHAT, "seasons") is None
    assert await store.seen(ChatKey("telegram", "2"), "harbour") is None


async def test_reminders_and_versions_go_with_a_chat_and_are_forgotten(store: ChatStore) -> None:
    new, reminder = ChatKey("telegram", "2"), PersonalReminder("harbour", "opening", "P1D")
    for chat in (CHAT, new):
        await store.remind(chat, reminder, NOW)
    await store.remind(CHAT, PersonalReminder("harbour", "opening", "P7D"), NOW)
    await store.see(CHAT, harbour())
    await store.move(CHAT, new)
    assert await store.reminders(CHAT) == ()
    assert await store.reminders(new) == (reminder, PersonalReminder("harbour", "opening", "P7D"))
    assert await store.seen(new, "harbour") == harbour()
    await store.forget(new)
    assert await store.reminders(new) == ()
    assert await store.seen(new, "harbour") is None


LEADS = [f"P{days}D" for days in range(40, 0, -1)]


async def test_a_chat_chooses_no_more_leads_than_it_may(store: ChatStore) -> None:
    few, many = ",".join(LEADS[:MOST_LEADS]), ",".join(LEADS[: MOST_LEADS + 1])
    await store.change(CHAT, {"leads": few})
    with pytest.raises(QuotaReached):
        await store.change(CHAT, {"leads": many, "language": "de"})
    assert await store.load(CHAT) == ChatSettings(leads=few)


async def test_leads_above_the_limit_from_before_stay_and_can_only_become_fewer(
    store: ChatStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as before:
        before.setattr(chats, "MOST_LEADS", len(LEADS))
        await store.change(CHAT, {"leads": ",".join(LEADS)})
    await store.change(CHAT, {"language": "de"})
    assert await store.load(CHAT) == ChatSettings(language="de", leads=",".join(LEADS))
    for fewer in (LEADS[:30], LEADS[:20]):
        await store.change(CHAT, {"leads": ",".join(fewer)})
        assert (await store.load(CHAT)).leads == ",".join(fewer)
    for other in (LEADS[:21], ["PT2H", *LEADS[:10]]):
        with pytest.raises(QuotaReached):
            await store.change(CHAT, {"leads": ",".join(other)})
    await store.change(CHAT, {"leads": "PT2H"})
    assert (await store.load(CHAT)).leads == "PT2H"


async def test_of_many_subscriptions_at_once_no_more_are_taken_than_a_chat_may_have(store: ChatStore) -> None:
    wanted = [f"story-{number}" for number in range(MOST_SUBSCRIPTIONS + 20)]
    done = await asyncio.gather(*(store.subscribe(CHAT, story, NOW) for story in wanted), return_exceptions=True)
    assert [type(each) for each in done if each] == [QuotaReached] * 20
    stored = await store.subscriptions(CHAT)
    assert len(stored) == MOST_SUBSCRIPTIONS
    await store.subscribe(CHAT, stored[0], NOW)
    await store.subscribe(ChatKey("telegram", "2"), "story-0", NOW)
    await store.unsubscribe(CHAT, stored[0])
    await store.subscribe(CHAT, EVERY_STORY, NOW)
    assert await store.subscriptions(CHAT) == (EVERY_STORY, *stored[1:])


async def test_of_many_reminders_at_once_no_more_are_taken_than_a_person_may_have(store: ChatStore) -> None:
    wanted = [PersonalReminder("harbour", "opening", f"P{number}D") for number in range(MOST_REMINDERS + 20)]
    done = await asyncio.gather(*(store.remind(CHAT, each, NOW) for each in wanted), return_exceptions=True)
    assert [type(each) for each in done if each] == [QuotaReached] * 20
    stored = await store.reminders(CHAT)
    assert len(stored) == MOST_REMINDERS
    await store.remind(CHAT, stored[0], NOW)
    await store.unremind(CHAT, stored[:2])
    await store.remind(CHAT, PersonalReminder("harbour", "other", "P1D"), NOW)
    assert await store.reminders(CHAT) == (*stored[2:], PersonalReminder("harbour", "other", "P1D"))


async def test_what_two_chats_had_is_kept_whole_as_one_moves_to_the_other_and_can_only_become_less(
    store: ChatStore,
) -> None:
    new = ChatKey("telegram", "-100777")
    for chat in (CHAT, new):
        for number in range(MOST_SUBSCRIPTIONS):
            await store.subscribe(chat, f"{chat.id}-{number}", NOW)
        for number in range(MOST_REMINDERS):
            await store.remind(chat, PersonalReminder(chat.id, "opening", f"P{number}D"), NOW)
    await store.move(CHAT, new)
    subscribed, reminders = await store.subscriptions(new), await store.reminders(new)
    assert (len(subscribed), len(reminders)) == (2 * MOST_SUBSCRIPTIONS, 2 * MOST_REMINDERS)
    await store.subscribe(new, subscribed[0], NOW)
    await store.unsubscribe(new, subscribed[1])
    await store.remind(new, reminders[0], NOW)
    await store.unremind(new, reminders[1:50])
    with pytest.raises(QuotaReached):
        await store.subscribe(new, "another", NOW)
    with pytest.raises(QuotaReached):
        await store.remind(new, PersonalReminder("harbour", "opening", "P1D"), NOW)
    assert await store.subscriptions(new) == (subscribed[0], *subscribed[2:])
    assert await store.reminders(new) == (reminders[0], *reminders[50:])


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
