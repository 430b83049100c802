"""Who gets what: the people who asked to be reminded, beside the chats that subscribed."""

from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey, ChatSettings, ChatStore, PersonalReminder
from bot.core.posting.ledger import Audience, PostLedger
from bot.core.posting.posts import Loss, Step
from bot.storage.chats import SqlChatStore
from bot.storage.posts import SqlPostLedger
from tests.noticed import lead_of
from tests.storage.books import LONG_AGO, reminder
from tests.stories import seasons

PERSON, OTHER, CHAT = (ChatKey("telegram", chat) for chat in ("7", "8", "-9"))
STORY = seasons()
CONCERT = STORY.event("concert")
DAY_BEFORE = next(lead for lead in STORY.leads if str(lead) == "P1D")
PLANNED = reminder(STORY, CONCERT, DAY_BEFORE)
REMINDER = PersonalReminder("seasons", "concert", "P1D")
AUDIENCE = Audience("seasons", ChatSettings(leads="P1D"), "concert")


@pytest.fixture
def chats(engine: AsyncEngine) -> ChatStore:
    return SqlChatStore(engine)


@pytest.fixture
def ledger(engine: AsyncEngine) -> PostLedger:
    return SqlPostLedger(engine)


async def write(ledger: PostLedger, audience: Audience = AUDIENCE) -> list[str]:
    """Write what is due to an audience; who gets it."""
    await ledger.write(PLANNED, audience, state="pending", reason="", now=PLANNED.at)
    return [post.chat.id for post in await ledger.posts()]


async def test_a_person_is_an_audience_of_one_event_whatever_the_chats_leads_and_quiet_hours(
    chats: ChatStore, ledger: PostLedger
) -> None:
    await chats.change(PERSON, {"leads": "P7D", "quiet": "08:00-20:00", "language": "sr"})
    await chats.remind(PERSON, REMINDER, LONG_AGO)
    await chats.remind(OTHER, REMINDER, LONG_AGO)
    await chats.remind(OTHER, PersonalReminder("seasons", "concert", "PT2H"), LONG_AGO)
    assert set(await ledger.audiences()) == {
        AUDIENCE,
        replace(AUDIENCE, moved=True),
        Audience("seasons", ChatSettings(leads="PT2H"), "concert"),
    }
    assert await write(ledger) == ["8"]
    assert sorted(await write(ledger, replace(AUDIENCE, moved=True))) == ["7", "8"]


async def test_each_zone_is_an_audience_of_its_own(chats: ChatStore, ledger: PostLedger) -> None:
    await chats.change(PERSON, {"timezone": "Asia/Tokyo", "posting_hour": "07:00"})
    await chats.remind(PERSON, REMINDER, LONG_AGO)
    await chats.remind(OTHER, REMINDER, LONG_AGO)
    assert await write(ledger) == ["8"]
    in_tokyo = ChatSettings(timezone="Asia/Tokyo", posting_hour="07:00", leads="P1D")
    assert await write(ledger, Audience("seasons", in_tokyo, "concert", moved=True)) == ["8", "7"]


async def test_who_subscribed_as_well_gets_it_once(chats: ChatStore, ledger: PostLedger) -> None:
    await chats.remind(PERSON, REMINDER, LONG_AGO)
    for chat in (PERSON, CHAT):
        await chats.subscribe(chat, "seasons", LONG_AGO)
    assert await write(ledger) == ["7"]
    assert await write(ledger, Audience("seasons", ChatSettings())) == ["7", "-9"]


async def test_who_asked_after_it_was_due_does_not_get_it(chats: ChatStore, ledger: PostLedger) -> None:
    await chats.remind(PERSON, REMINDER, PLANNED.at)
    assert await write(ledger) == []


async def test_who_blocked_the_bot_is_left_out_until_asking_again(chats: ChatStore, ledger: PostLedger) -> None:
    await chats.remind(PERSON, REMINDER, LONG_AGO)
    await write(ledger)
    (post,) = await ledger.posts()
    await ledger.record([(post, Step("failed", "blocked", set_aside=True))])
    assert await ledger.audiences() == []
    await chats.remind(PERSON, PersonalReminder("seasons", "concert", "P7D"), LONG_AGO)
    assert len(await ledger.audiences()) == 2


async def test_who_subscribed_a_chat_that_is_lost_is_told_once(chats: ChatStore, ledger: PostLedger) -> None:
    for story in ("seasons", "another"):
        await chats.subscribe(CHAT, story, LONG_AGO, by=PERSON)
    await chats.subscribe(OTHER, "seasons", LONG_AGO, by=OTHER)
    subscribed = Audience("seasons", ChatSettings())
    assert await write(ledger, subscribed) == ["-9", "8"]
    lost = await ledger.posts()
    await ledger.record([(post, Step("failed", "no right to post", set_aside=True)) for post in lost])
    await ledger.record([(post, Step("failed", "no right to post", set_aside=True)) for post in lost])
    (told,) = await ledger.posts(["pending"])
    assert (told.chat, lead_of(told)) == (PERSON, "lost:-9")


async def test_a_chat_that_is_lost_again_after_it_was_taken_up_is_told_of_again(
    chats: ChatStore, ledger: PostLedger
) -> None:
    for count in (1, 2):
        await chats.subscribe(CHAT, "seasons", LONG_AGO, by=PERSON)
        await write(ledger, Audience("seasons", ChatSettings()))
        (post,) = [each for each in await ledger.posts() if each.chat == CHAT]
        await ledger.record([(post, Step("failed", "no right to post", set_aside=True))])
        told = [each for each in await ledger.posts() if each.chat == PERSON]
        assert [(lead_of(each), each.state) for each in told] == [("lost:-9", "pending")] * count


async def test_who_is_forgotten_is_not_told(chats: ChatStore, ledger: PostLedger) -> None:
    await chats.subscribe(CHAT, "seasons", LONG_AGO, by=PERSON)
    await chats.forget(PERSON)
    await write(ledger, Audience("seasons", ChatSettings()))
    (post,) = await ledger.posts()
    await ledger.record([(post, Step("failed", "no right to post", set_aside=True))])
    assert await ledger.posts(["pending"]) == []


async def test_of_a_lost_chat_its_newest_title_is_known(chats: ChatStore, ledger: PostLedger) -> None:
    for title in ("Before", "The Editors", None):
        await chats.subscribe(CHAT, "seasons", LONG_AGO, by=PERSON, title=title)
    await chats.change(CHAT, {"language": "hr"})
    assert await ledger.losses([CHAT]) == {}
    moved = ChatKey(CHAT.platform, "-90")
    await chats.move(CHAT, moved)
    await write(ledger, Audience("seasons", ChatSettings()))
    (post,) = await ledger.posts()
    await ledger.record([(post, Step("failed", "no right to post", set_aside=True))])
    assert await ledger.losses([moved, OTHER]) == {moved: Loss("The Editors", "no right to post")}
    await chats.forget(moved)
    assert await ledger.losses([moved]) == {}
