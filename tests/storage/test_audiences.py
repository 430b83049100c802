"""Who gets what: the people who asked to be reminded, beside the chats that subscribed."""

from dataclasses import replace

from bot.core.posting.audiences import Audience
from bot.core.posting.chats import ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.posts import Loss, Step
from tests.noticed import lead_of
from tests.storage.books import LONG_AGO, Books, reminder
from tests.stories import seasons

PERSON, OTHER, CHAT = (ChatKey("telegram", chat) for chat in ("7", "8", "-9"))
STORY = seasons()
CONCERT = STORY.event("concert")
DAY_BEFORE = next(lead for lead in STORY.leads if str(lead) == "P1D")
PLANNED = reminder(STORY, CONCERT, DAY_BEFORE)
REMINDER = PersonalReminder("seasons", "concert", "P1D")
AUDIENCE = Audience("seasons", ChatSettings(leads="P1D"), "concert")


async def write(books: Books, audience: Audience = AUDIENCE) -> list[str]:
    """Write what is due to an audience; who gets it."""
    await books.planning.write(PLANNED, audience, state="pending", reason="", now=PLANNED.at)
    return [post.chat.id for post in await books.overview.posts()]


async def test_a_person_is_an_audience_of_one_event_whatever_the_chats_leads_and_quiet_hours(books: Books) -> None:
    await books.chats.change(PERSON, {"leads": "P7D", "quiet": "08:00-20:00", "language": "sr"})
    await books.chats.remind(PERSON, REMINDER, LONG_AGO)
    await books.chats.remind(OTHER, REMINDER, LONG_AGO)
    await books.chats.remind(OTHER, PersonalReminder("seasons", "concert", "PT2H"), LONG_AGO)
    assert set(await books.planning.audiences()) == {
        AUDIENCE,
        replace(AUDIENCE, moved=True),
        Audience("seasons", ChatSettings(leads="PT2H"), "concert"),
    }
    assert await write(books) == ["8"]
    assert sorted(await write(books, replace(AUDIENCE, moved=True))) == ["7", "8"]


async def test_each_zone_is_an_audience_of_its_own(books: Books) -> None:
    await books.chats.change(PERSON, {"timezone": "Asia/Tokyo", "posting_hour": "07:00"})
    await books.chats.remind(PERSON, REMINDER, LONG_AGO)
    await books.chats.remind(OTHER, REMINDER, LONG_AGO)
    assert await write(books) == ["8"]
    in_tokyo = ChatSettings(timezone="Asia/Tokyo", posting_hour="07:00", leads="P1D")
    assert await write(books, Audience("seasons", in_tokyo, "concert", moved=True)) == ["8", "7"]


async def test_who_subscribed_as_well_gets_it_once(books: Books) -> None:
    await books.chats.remind(PERSON, REMINDER, LONG_AGO)
    for chat in (PERSON, CHAT):
        await books.chats.subscribe(chat, "seasons", LONG_AGO)
    assert await write(books) == ["7"]
    assert await write(books, Audience("seasons", ChatSettings())) == ["7", "-9"]


async def test_who_asked_after_it_was_due_does_not_get_it(books: Books) -> None:
    await books.chats.remind(PERSON, REMINDER, PLANNED.at)
    assert await write(books) == []


async def test_who_blocked_the_bot_is_left_out_until_asking_again(books: Books) -> None:
    await books.chats.remind(PERSON, REMINDER, LONG_AGO)
    await write(books)
    (post,) = await books.overview.posts()
    await books.delivery.record([(post, Step("failed", "blocked", set_aside=True))])
    assert await books.planning.audiences() == []
    await books.chats.remind(PERSON, PersonalReminder("seasons", "concert", "P7D"), LONG_AGO)
    assert len(await books.planning.audiences()) == 2


async def test_who_subscribed_a_chat_that_is_lost_is_told_once(books: Books) -> None:
    for story in ("seasons", "another"):
        await books.chats.subscribe(CHAT, story, LONG_AGO, by=PERSON)
    await books.chats.subscribe(OTHER, "seasons", LONG_AGO, by=OTHER)
    subscribed = Audience("seasons", ChatSettings())
    assert await write(books, subscribed) == ["-9", "8"]
    lost = await books.overview.posts()
    await books.delivery.record([(post, Step("failed", "no right to post", set_aside=True)) for post in lost])
    await books.delivery.record([(post, Step("failed", "no right to post", set_aside=True)) for post in lost])
    (told,) = await books.overview.posts(["pending"])
    assert (told.chat, lead_of(told)) == (PERSON, "lost:-9")


async def test_a_chat_that_is_lost_again_after_it_was_taken_up_is_told_of_again(books: Books) -> None:
    for count in (1, 2):
        await books.chats.subscribe(CHAT, "seasons", LONG_AGO, by=PERSON)
        await write(books, Audience("seasons", ChatSettings()))
        (post,) = [each for each in await books.overview.posts() if each.chat == CHAT]
        await books.delivery.record([(post, Step("failed", "no right to post", set_aside=True))])
        told = [each for each in await books.overview.posts() if each.chat == PERSON]
        assert [(lead_of(each), each.state) for each in told] == [("lost:-9", "pending")] * count


async def test_who_is_forgotten_is_not_told(books: Books) -> None:
    await books.chats.subscribe(CHAT, "seasons", LONG_AGO, by=PERSON)
    await books.chats.forget(PERSON)
    await write(books, Audience("seasons", ChatSettings()))
    (post,) = await books.overview.posts()
    await books.delivery.record([(post, Step("failed", "no right to post", set_aside=True))])
    assert await books.overview.posts(["pending"]) == []


async def test_of_a_lost_chat_its_newest_title_is_known(books: Books) -> None:
    for title in ("Before", "The Editors", None):
        await books.chats.subscribe(CHAT, "seasons", LONG_AGO, by=PERSON, title=title)
    await books.chats.change(CHAT, {"language": "hr"})
    assert await books.delivery.losses([CHAT]) == {}
    moved = ChatKey(CHAT.platform, "-90")
    await books.chats.move(CHAT, moved)
    await write(books, Audience("seasons", ChatSettings()))
    (post,) = await books.overview.posts()
    await books.delivery.record([(post, Step("failed", "no right to post", set_aside=True))])
    assert await books.delivery.losses([moved, OTHER]) == {moved: Loss("The Editors", "no right to post")}
    await books.chats.forget(moved)
    assert await books.delivery.losses([moved]) == {}
