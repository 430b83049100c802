"""What an overview of the ledger does: it finds posts, tells what changed, and never acts on one twice."""

import asyncio
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import EVERY_STORY, ChatKey, PersonalReminder
from bot.core.posting.overview import RETRIED, Sought
from bot.core.posting.posts import STATES, State, Step
from bot.storage.overview import SqlOverview
from tests.storage.books import ANYTHING, CHATS, EVENT, LEASE, LONG_AGO, PLANNED, STORY, Books


@pytest.fixture
async def books(books: Books) -> Books:
    """With a post to each of three chats."""
    await books.write_to(*CHATS)
    return books


async def test_the_newest_come_first_and_the_others_page_by_page(books: Books) -> None:
    await books.chats.change(CHATS[2], {"timezone": "Asia/Tokyo"})
    first = await books.overview.page(ANYTHING, None, 2)
    assert [entry.post.chat for entry in first.entries] == [CHATS[2], CHATS[1]]
    assert [entry.timezone for entry in first.entries] == ["Asia/Tokyo", None]
    assert first.has_older
    rest = await books.overview.page(ANYTHING, first.entries[-1].post.id, 2)
    assert [entry.post.chat for entry in rest.entries] == [CHATS[0]]
    assert not rest.has_older


async def test_a_pause_holds_until_it_is_released(books: Books) -> None:
    await books.overview.pause(paused=True)
    assert (await SqlOverview(books.engine).news(0, 1)).paused
    assert await books.delivery.ready("telegram", PLANNED.at, 10, ()) == []
    await books.overview.pause(paused=False)
    assert not await books.is_paused()
    assert len(await books.delivery.ready("telegram", PLANNED.at, 10, ())) == 2


async def test_an_entry_is_the_post_of_the_ledger(books: Books) -> None:
    for post in await books.overview.posts():
        entry = await books.overview.entry(post.id)
        assert entry
        assert entry.post == post
    assert await books.overview.entry(2**40) is None


texts = st.text(alphabet="abAB%_\\ é", min_size=1, max_size=3)
soughts = st.builds(
    Sought,
    state=st.sampled_from(["", "pending", "sent", "failed"]),
    platform=st.sampled_from(["", "telegram", "discord"]),
    story=st.sampled_from(["", STORY.slug, "other"]),
    repair=st.sampled_from(["", "edited"]),
    text=st.just("") | texts,
    named=st.sampled_from([frozenset[tuple[str, str]](), frozenset({(STORY.slug, "ab")})]),
)
rows = st.fixed_dictionaries(
    {
        "state": st.sampled_from(["pending", "sent", "failed"]),
        "event": texts,
        "reason": st.just("") | texts,
        "repair": st.sampled_from([None, "edited"]),
        "repair_reason": st.none() | texts,
    }
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(soughts, st.lists(rows, min_size=3, max_size=3))
async def test_the_database_finds_what_a_watcher_would(
    books: Books, sought: Sought, values: list[dict[str, str | None]]
) -> None:
    every = await books.entries()
    for entry, its in zip(every, values, strict=True):
        await books.set(entry.post.id, **its)
    every = await books.entries()
    assert await books.entries(sought) == [entry for entry in every if sought.has(entry.post)]


async def test_every_write_is_news_and_nothing_else(books: Books) -> None:
    first, second, _ = await books.overview.posts()
    change = (await books.overview.news(0, 10)).change
    assert (await books.overview.news(change, 10)).entries == []

    async def newest() -> list[tuple[str, State]]:
        nonlocal change
        news = await books.overview.news(change, 10)
        assert news.change > change
        assert news.entries is not None
        assert {entry.change for entry in news.entries} <= set(range(change + 1, news.change + 1))
        change = news.change
        return [(entry.post.chat.id, entry.post.state) for entry in news.entries]

    await books.delivery.claim({first.id: "v"}, "one", PLANNED.at, LEASE)
    assert await newest() == [("0", "sending")]
    await books.delivery.record([(first, Step("sent", message_id="9")), (second, Step("failed", "no", set_aside=True))])
    assert await newest() == [("0", "sent"), ("1", "failed")]
    await books.chats.unsubscribe(CHATS[2], EVERY_STORY)
    assert await newest() == [("2", "withdrawn")]
    await books.write_to(ChatKey("telegram", "new"))
    assert await newest() == [("new", "pending")]
    assert (await books.overview.page(ANYTHING, None, 1)).change == change


async def test_more_than_is_wanted_is_not_told_one_by_one(books: Books) -> None:
    assert (await books.overview.news(0, 2)).entries is None
    told = (await books.overview.news(0, 3)).entries
    assert told is not None
    assert len(told) == 3


@pytest.mark.parametrize(
    "erase",
    [
        lambda books: books.chats.forget(CHATS[2]),
        lambda books: books.planning.stepped_back(PLANNED.at - timedelta(days=1)),
    ],
)
async def test_what_was_erased_is_no_news_but_a_reason_to_look_again(
    books: Books, erase: Callable[[Books], asyncio.Future[None]]
) -> None:
    newest = (await books.entries())[0]
    await books.set(newest.post.id, state="skipped")
    seen = (await books.overview.news(0, 10)).change
    await erase(books)
    assert (await books.overview.news(seen, 10)).entries is None
    page = await books.overview.page(ANYTHING, None, 10)
    assert newest.post.id not in {entry.post.id for entry in page.entries}
    assert page.change > seen
    await books.write_to(ChatKey("telegram", "new"))
    told = (await books.overview.news(page.change, 10)).entries
    assert told is not None
    assert told[-1].post.chat.id == "new"


async def test_an_empty_ledger(engine: AsyncEngine) -> None:
    books = Books(engine)
    page = await books.overview.page(ANYTHING, None, 10)
    assert (page.entries, page.has_older) == ([], False)
    assert (await books.overview.news(page.change, 10)).entries == []


async def test_a_pause_is_told_with_the_news(books: Books) -> None:
    assert not (await books.overview.news(0, 10)).paused
    await books.overview.pause(paused=True)
    assert (await books.overview.news(0, 10)).paused


@pytest.mark.parametrize("state", STATES)
async def test_only_what_is_pending_can_be_withdrawn(books: Books, state: State) -> None:
    [post, *_] = await books.overview.posts()
    await books.set(post.id, state=state)
    assert await books.overview.withdraw(post.id) == (state == "pending")
    assert await books.state(post.id) == ("withdrawn" if state == "pending" else state)
    assert not await books.overview.withdraw(post.id)


@pytest.mark.parametrize("state", STATES)
async def test_only_what_has_ended_unsent_can_be_tried_again(books: Books, state: State) -> None:
    [post, *_] = await books.overview.posts()
    await books.set(post.id, state=state)
    now = PLANNED.at + timedelta(hours=1)
    assert await books.overview.retry(post.id, now) == (state in RETRIED)
    assert await books.state(post.id) == ("pending" if state in RETRIED else state)
    assert not await books.overview.retry(post.id, now)


async def test_there_may_be_no_such_post(books: Books) -> None:
    assert not await books.overview.retry(2**40, PLANNED.at)
    assert not await books.overview.withdraw(2**40)


async def test_a_post_that_is_being_sent_is_not_withdrawn_under_the_courier(books: Books) -> None:
    [post, *_] = await books.overview.posts()
    claimed, withdrawn = await asyncio.gather(
        books.delivery.claim({post.id: "v"}, "one", PLANNED.at, LEASE), books.overview.withdraw(post.id)
    )
    assert bool(claimed) != withdrawn
    assert await books.state(post.id) == ("sending" if claimed else "withdrawn")


async def test_pressed_by_two_at_once_it_happens_once(books: Books) -> None:
    [post, *_] = await books.overview.posts()
    await books.set(post.id, state="failed")
    assert sorted(await asyncio.gather(*(books.overview.retry(post.id, PLANNED.at) for _ in range(5)))) == [
        *[False] * 4,
        True,
    ]


async def test_what_is_tried_again_goes_out_and_is_repeated_once_more_at_most(books: Books) -> None:
    [post, *_] = await books.overview.posts()
    await books.set(post.id, state="unknown", unknowns=2, not_before=PLANNED.at + timedelta(days=1))
    now = PLANNED.at + timedelta(hours=1)
    assert await books.overview.retry(post.id, now)
    [ready] = [due.post for due in await books.delivery.ready("telegram", now, 10, ()) if due.post.id == post.id]
    assert (ready.unknowns, ready.reason) == (1, "an editor has it tried again")


async def test_a_chat_that_unsubscribed_gets_nothing_by_a_retry(books: Books) -> None:
    [post, *_] = await books.overview.posts()
    await books.set(post.id, state="failed")
    await books.chats.unsubscribe(post.chat, STORY.slug)
    entry = await books.overview.entry(post.id)
    assert entry
    assert not entry.is_wanted
    assert not await books.overview.retry(post.id, PLANNED.at)
    await books.chats.remind(post.chat, PersonalReminder(STORY.slug, "another", "P1D"), LONG_AGO)
    assert not await books.overview.retry(post.id, PLANNED.at)
    await books.chats.remind(post.chat, PersonalReminder(STORY.slug, EVENT.id, "P1D"), LONG_AGO)
    assert await books.overview.retry(post.id, PLANNED.at)


async def test_who_is_told_of_a_lost_chat_need_not_subscribe(books: Books) -> None:
    [post, *_] = await books.overview.posts()
    await books.chats.unsubscribe(post.chat, STORY.slug)
    await books.set(post.id, state="failed", lead="lost:5")
    assert await books.overview.retry(post.id, PLANNED.at)


async def test_a_database_that_cannot_be_used_is_told_in_our_words(blank: AsyncEngine) -> None:
    with pytest.raises(StorageUnavailable, match=r"no such table|does not exist"):
        await SqlOverview(blank).news(0, 10)
