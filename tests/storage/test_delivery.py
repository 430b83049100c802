"""What a ledger does for delivery: one worker gets a post, and every step is on record."""

from datetime import timedelta

from bot.core.posting.chats import ChatKey
from bot.core.posting.posts import Step
from tests.storage.books import EVERYBODY, LEASE, LONG_AGO, PLANNED, STORY, Books

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("discord", "8")


async def test_only_one_worker_gets_a_post(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [(post, *_)] = await books.delivery.ready("telegram", PLANNED.at, 10, ())
    assert await books.delivery.ready("discord", PLANNED.at, 10, ()) == []
    assert await books.delivery.ready("telegram", PLANNED.at, 10, {CHAT.id}) == []
    assert await books.delivery.claim({post.id: "v"}, "one", PLANNED.at, LEASE) == {post.id}
    assert not await books.delivery.claim({post.id: "v"}, "two", PLANNED.at, LEASE)
    assert await books.delivery.ready("telegram", PLANNED.at, 10, ()) == []
    assert await books.delivery.expired(PLANNED.at) == []
    [expired] = await books.delivery.expired(PLANNED.at + LEASE)
    assert (expired.id, expired.state, expired.attempts, expired.version) == (post.id, "sending", 1, "v")


async def test_a_result_is_recorded(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.overview.posts()
    await books.delivery.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at, late=True))])
    [sent] = await books.overview.posts(["sent"])
    assert (sent.message_id, sent.sent_at, sent.late) == ("9", PLANNED.at, True)
    assert await books.overview.posts(["pending"]) == []


async def test_results_are_recorded_together_and_sent_stays_sent(books: Books) -> None:
    for chat in (CHAT, OTHER):
        await books.chats.subscribe(chat, STORY.slug, LONG_AGO)
    await books.write()
    first, second = await books.overview.posts()
    await books.delivery.record([(first, Step("sent", message_id="9")), (second, Step("failed", "no"))])
    await books.delivery.record([(first, Step("pending", "late news")), (second, Step("sent", message_id="10"))])
    assert [(post.state, post.reason, post.message_id) for post in await books.overview.posts()] == [
        ("sent", "", "9"),
        ("sent", "", "10"),
    ]


async def test_what_has_to_wait_waits(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.overview.posts()
    later = PLANNED.at + timedelta(seconds=43_838)
    await books.delivery.record([(post, Step("pending", "flood", not_before=later))])
    assert await books.delivery.ready("telegram", later - timedelta(seconds=1), 10, ()) == []
    assert len(await books.delivery.ready("telegram", later, 10, ())) == 1


async def test_a_chat_that_is_gone_is_set_aside_until_it_subscribes_again(books: Books) -> None:
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.overview.posts()
    await books.delivery.record([(post, Step("failed", "blocked", set_aside=True))])
    assert await books.planning.audiences() == []
    assert await books.chats.is_set_aside(CHAT)
    assert not await books.chats.is_set_aside(OTHER)
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    assert await books.planning.audiences() == [EVERYBODY]
    assert not await books.chats.is_set_aside(CHAT)


async def test_a_chat_that_moves_takes_everything_along(books: Books) -> None:
    new = ChatKey("telegram", "-100777")
    await books.chats.subscribe(CHAT, STORY.slug, LONG_AGO)
    await books.write()
    [post] = await books.overview.posts()
    await books.delivery.record([(post, Step("pending", "moved", not_before=PLANNED.at, moved_to=new))])
    [(moved, *_)] = await books.delivery.ready("telegram", PLANNED.at, 10, ())
    assert (moved.id, moved.chat) == (post.id, new)
    assert await books.chats.subscriptions(new) == (STORY.slug,)
    assert await books.chats.subscriptions(CHAT) == ()
