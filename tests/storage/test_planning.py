"""What a ledger does for planning: each notice once to each chat; a changed plan is numbered, told, written anew."""

from dataclasses import replace

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import StorageUnavailable
from bot.core.posting.audiences import Audience
from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings
from bot.core.posting.notices import CHANGE
from bot.core.posting.posts import Step
from bot.core.stories.dates import EdtfDate
from bot.core.stories.event import Event
from bot.core.stories.plans import Plan
from bot.storage import planning as module
from bot.storage.planning import SqlPlanningLedger
from tests.noticed import lead_of, number_of, plan_of
from tests.storage.books import EVENT, EVERYBODY, LONG_AGO, PLANNED, STORY, Books

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("discord", "8")
ABOUT = (STORY.slug, EVENT.id)


def moved(start: str) -> Event:
    return EVENT.model_copy(update={"start": EdtfDate.parse(start)})


async def test_a_notice_is_written_once_for_each_chat(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.subscribe(CHAT, EVERY_STORY, LONG_AGO)
    await books.chats.subscribe(OTHER, EVERY_STORY, LONG_AGO)
    assert {each.story for each in await books.planning.audiences()} == {STORY.slug, EVERY_STORY}
    assert await books.write() == 1
    assert await books.write() == 0
    assert await books.write(Audience(EVERY_STORY, ChatSettings())) == 1
    [first, second] = await books.overview.posts()
    assert {first.chat, second.chat} == {CHAT, OTHER}
    assert (lead_of(first), number_of(first), plan_of(first), first.due_at) == (
        "P1D",
        0,
        "scheduled 2031-05-04",
        PLANNED.at,
    )


async def test_who_subscribed_after_it_was_due_does_not_get_it(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, PLANNED.at)
    assert await books.write() == 0


async def test_an_audience_is_chats_of_one_mind(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.subscribe(OTHER, STORY.slug, LONG_AGO)
    await books.chats.change(OTHER, {"timezone": "Asia/Tokyo", "language": "de"})
    audiences = await books.planning.audiences()
    assert {each.settings.timezone for each in audiences} == {None, "Asia/Tokyo"}
    assert await books.write() == 1
    [post] = await books.overview.posts()
    assert post.chat == CHAT


async def test_a_fan_out_in_several_parts_reaches_everybody(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 3)
    chats = {ChatKey(platform, str(number)) for platform in ("discord", "telegram") for number in range(5)}
    for chat in chats:
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    assert await books.write() == 10
    assert {post.chat for post in await books.overview.posts()} == chats


async def test_up_to_when_it_was_planned_is_kept(books: Books) -> None:
    assert await books.planning.planned_until() is None
    await books.planning.has_planned(PLANNED.at)
    assert await books.planning.planned_until() == PLANNED.at


async def test_a_database_that_cannot_be_used_is_told_in_our_words(blank: AsyncEngine) -> None:
    with pytest.raises(StorageUnavailable, match=r"no such table|does not exist"):
        await SqlPlanningLedger(blank).audiences()


async def send(books: Books) -> None:
    """What waits goes out."""
    for post in await books.overview.posts(["pending"]):
        await books.delivery.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])


async def test_the_ledger_goes_by_a_plan_until_it_is_told_another(books: Books) -> None:
    assert await books.planning.plans() == {}
    await books.planning.know({ABOUT: EVENT.plan, ("other", "event"): Plan("postponed")})
    assert await books.planning.plans() == {ABOUT: EVENT.plan, ("other", "event"): Plan("postponed")}
    later = moved("2031-05-11")
    assert await books.planning.change_plan(STORY, later, PLANNED.at) == 0
    more = Plan("scheduled", "2031-05-11T19:00+00:00")
    await books.planning.know({ABOUT: more})
    assert (await books.planning.plans())[ABOUT] == more


async def test_each_plan_has_a_number_of_its_own_also_one_that_was_there_before(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.planning.know({ABOUT: EVENT.plan})
    await books.write()
    await send(books)
    for start in ("2031-05-11", "2031-05-04", "2031-05-11"):
        assert await books.planning.change_plan(STORY, moved(start), PLANNED.at) == 1
        await send(books)
        planned = replace(PLANNED, event=moved(start))
        assert await books.planning.write(planned, EVERYBODY, state="pending", reason="", now=PLANNED.at) == 1
        await send(books)
    posts = await books.overview.posts()
    assert [(number_of(post), lead_of(post), plan_of(post)[-2:]) for post in posts] == [
        (0, "P1D", "04"),
        (1, CHANGE, "11"),
        (1, "P1D", "11"),
        (2, CHANGE, "04"),
        (2, "P1D", "04"),
        (3, CHANGE, "11"),
        (3, "P1D", "11"),
    ]
    assert len({post.key for post in posts}) == len(posts)


async def test_a_number_is_given_once_whatever_posts_say(books: Books) -> None:
    """Databases of former versions have posts with higher numbers than that of the plan that holds."""
    await books.write_to(CHAT)
    [post] = await books.overview.posts()
    await books.set(post.id, number=5)
    await books.planning.know({ABOUT: EVENT.plan})
    await send(books)
    await books.planning.change_plan(STORY, moved("2031-05-11"), PLANNED.at)
    assert [number_of(post) for post in await books.overview.posts()] == [5, 6]


async def test_what_waited_is_written_anew_for_a_plan_that_is_due_as_well(books: Books) -> None:
    later = moved("2031-05-11")
    for chat in (CHAT, OTHER):
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    post, waiting = await books.overview.posts()
    await books.delivery.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])
    due = [(replace(PLANNED, event=later), EVERYBODY)]
    assert await books.planning.change_plan(STORY, later, PLANNED.at, due) == 1
    anew = {(each.chat, lead_of(each), plan_of(each)) for each in await books.overview.posts(["pending"])}
    assert anew == {(post.chat, CHANGE, str(later.plan)), (waiting.chat, "P1D", str(later.plan))}


async def test_what_an_editor_withdrew_is_not_written_anew(books: Books) -> None:
    await books.write_to(CHAT)
    [post] = await books.overview.posts()
    await books.overview.withdraw(post.id)
    due = [(replace(PLANNED, event=moved("2031-05-11")), EVERYBODY)]
    await books.planning.change_plan(STORY, moved("2031-05-11"), PLANNED.at, due)
    assert await books.overview.posts(["pending"]) == []
