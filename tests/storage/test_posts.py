"""What a post ledger does: each notice once to each chat, and every step on record."""

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.ledger import Audience
from bot.core.posting.posts import Step
from bot.storage import posts as module
from bot.storage.posts import SqlPostLedger
from tests.noticed import lead_of, number_of, plan_of
from tests.storage.books import EVENT, EVERYBODY, LEAD, LEASE, LONG_AGO, PLANNED, STORY, Books, files_with

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("discord", "8")


async def test_a_notice_is_written_once_for_each_chat(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.subscribe(CHAT, EVERY_STORY, LONG_AGO)
    await books.chats.subscribe(OTHER, EVERY_STORY, LONG_AGO)
    assert {each.story for each in await books.ledger.audiences()} == {STORY.slug, EVERY_STORY}
    assert await books.write() == 1
    assert await books.write() == 0
    assert await books.write(Audience(EVERY_STORY, ChatSettings())) == 1
    [first, second] = await books.ledger.posts()
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
    audiences = await books.ledger.audiences()
    assert {each.settings.timezone for each in audiences} == {None, "Asia/Tokyo"}
    assert await books.write() == 1
    [post] = await books.ledger.posts()
    assert post.chat == CHAT


async def test_a_fan_out_in_several_parts_reaches_everybody(books: Books, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "BATCH", 3)
    chats = {ChatKey(platform, str(number)) for platform in ("discord", "telegram") for number in range(5)}
    for chat in chats:
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    assert await books.write() == 10
    assert {post.chat for post in await books.ledger.posts()} == chats


async def test_only_one_worker_gets_a_post(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [(post, *_)] = await books.ledger.ready("telegram", PLANNED.at, 10, ())
    assert await books.ledger.ready("discord", PLANNED.at, 10, ()) == []
    assert await books.ledger.ready("telegram", PLANNED.at, 10, {CHAT.id}) == []
    assert await books.ledger.claim({post.id: "v"}, "one", PLANNED.at, LEASE) == {post.id}
    assert not await books.ledger.claim({post.id: "v"}, "two", PLANNED.at, LEASE)
    assert await books.ledger.ready("telegram", PLANNED.at, 10, ()) == []
    assert await books.ledger.expired(PLANNED.at) == []
    [expired] = await books.ledger.expired(PLANNED.at + LEASE)
    assert (expired.id, expired.state, expired.attempts, expired.version) == (post.id, "sending", 1, "v")


async def test_a_result_is_recorded(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.ledger.posts()
    await books.ledger.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at, late=True))])
    [sent] = await books.ledger.posts(["sent"])
    assert (sent.message_id, sent.sent_at, sent.late) == ("9", PLANNED.at, True)
    assert await books.ledger.posts(["pending"]) == []


async def test_results_are_recorded_together_and_sent_stays_sent(books: Books) -> None:
    for chat in (CHAT, OTHER):
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    first, second = await books.ledger.posts()
    await books.ledger.record([(first, Step("sent", message_id="9")), (second, Step("failed", "no"))])
    await books.ledger.record([(first, Step("pending", "late news")), (second, Step("sent", message_id="10"))])
    assert [(post.state, post.reason, post.message_id) for post in await books.ledger.posts()] == [
        ("sent", "", "9"),
        ("sent", "", "10"),
    ]


async def test_what_has_to_wait_waits(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.ledger.posts()
    later = PLANNED.at + timedelta(seconds=43_838)
    await books.ledger.record([(post, Step("pending", "flood", not_before=later))])
    assert await books.ledger.ready("telegram", later - timedelta(seconds=1), 10, ()) == []
    assert len(await books.ledger.ready("telegram", later, 10, ())) == 1


async def test_a_chat_that_is_gone_is_set_aside_until_it_subscribes_again(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.ledger.posts()
    await books.ledger.record([(post, Step("failed", "blocked", set_aside=True))])
    assert await books.ledger.audiences() == []
    assert await books.chats.is_set_aside(CHAT)
    assert not await books.chats.is_set_aside(OTHER)
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    assert await books.ledger.audiences() == [EVERYBODY]
    assert not await books.chats.is_set_aside(CHAT)


async def test_a_chat_that_moves_takes_everything_along(books: Books) -> None:
    new = ChatKey("telegram", "-100777")
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.ledger.posts()
    await books.ledger.record([(post, Step("pending", "moved", not_before=PLANNED.at, moved_to=new))])
    [(moved, *_)] = await books.ledger.ready("telegram", PLANNED.at, 10, ())
    assert (moved.id, moved.chat) == (post.id, new)
    assert await books.chats.subscriptions(new) == (STORY.slug,)
    assert await books.chats.subscriptions(CHAT) == ()


async def test_unsubscribing_withdraws_what_has_not_gone_out(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    await books.chats.unsubscribe(CHAT, STORY.slug)
    [post] = await books.ledger.posts()
    assert (post.state, post.reason) == ("withdrawn", "the chat unsubscribed")


async def test_unsubscribing_from_one_story_keeps_what_every_story_promised(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.subscribe(CHAT, EVERY_STORY, LONG_AGO)
    await books.write()
    await books.chats.unsubscribe(CHAT, STORY.slug)
    assert await books.chats.subscriptions(CHAT) == (EVERY_STORY,)
    [post] = await books.ledger.posts()
    assert post.state == "pending"


async def test_unsubscribing_keeps_what_a_person_asked_for_and_what_is_told_of_a_lost_chat(books: Books) -> None:
    own, group = PersonalReminder(STORY.slug, EVENT.id, str(LEAD)), ChatKey("telegram", "-5")
    for story in (STORY.slug, EVERY_STORY):
        await books.chats.subscribe(CHAT, story, LONG_AGO)
    await books.chats.subscribe(group, STORY.slug, LONG_AGO, CHAT)
    await books.chats.remind(CHAT, own, LONG_AGO)
    await books.write()
    [lost] = [post for post in await books.ledger.posts() if post.chat == group]
    await books.ledger.record([(lost, Step("failed", "no rights", set_aside=True))])
    for story in (STORY.slug, EVERY_STORY):
        await books.chats.unsubscribe(CHAT, story)
    assert [(lead_of(post), post.state) for post in await books.ledger.posts() if post.chat == CHAT] == [
        (str(LEAD), "pending"),
        (f"lost:{group.id}", "pending"),
    ]
    await books.chats.unremind(CHAT, [own])
    [withdrawn] = await books.ledger.posts(["withdrawn"])
    assert (withdrawn.chat, lead_of(withdrawn), withdrawn.reason) == (CHAT, str(LEAD), "the reminder was dropped")


async def test_a_dropped_reminder_keeps_what_the_chat_subscribed_to_and_others(books: Books) -> None:
    own, other = (PersonalReminder(STORY.slug, EVENT.id, lead) for lead in (str(LEAD), "P2D"))
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.chats.remind(CHAT, own, LONG_AGO)
    await books.chats.remind(OTHER, own, LONG_AGO)
    await books.chats.remind(OTHER, other, LONG_AGO)
    await books.write()
    await books.write(Audience(STORY.slug, ChatSettings(leads=str(LEAD)), EVENT.id))
    await books.chats.unremind(CHAT, [own])
    await books.chats.unremind(OTHER, [other])
    assert [post.state for post in await books.ledger.posts()] == ["pending", "pending"]


async def test_a_pause_holds_until_it_is_released(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    await books.ledger.pause(paused=True)
    assert await SqlPostLedger(books.engine).paused()
    assert await books.ledger.ready("telegram", PLANNED.at, 10, ()) == []
    await books.ledger.pause(paused=False)
    assert len(await books.ledger.ready("telegram", PLANNED.at, 10, ())) == 1


async def test_up_to_when_it_was_planned_is_kept(books: Books) -> None:
    assert await books.ledger.planned_until() is None
    await books.ledger.has_planned(PLANNED.at)
    assert await books.ledger.planned_until() == PLANNED.at


async def test_what_a_chat_has_erased_is_gone_from_the_ledger(books: Books, tmp_path: Path) -> None:
    chat = ChatKey("telegram", "unmistakable-0123456789")
    await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    await books.chats.forget(chat)
    assert await books.ledger.posts() == []
    assert files_with(b"unmistakable", tmp_path) == []


async def test_a_database_that_cannot_be_used_is_told_in_our_words(blank: AsyncEngine) -> None:
    with pytest.raises(StorageUnavailable, match=r"no such table|does not exist"):
        await SqlPostLedger(blank).audiences()
