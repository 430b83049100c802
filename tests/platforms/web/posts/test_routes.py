"""What the page of posts answers."""

from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.platforms.web.posts.routes import Counts
from bot.storage.overview import SqlCensus
from tests.platforms.web.posts.pages import HOSTILE, site_of
from tests.platforms.web.sites import HERE, PASSWORD, Seconds, browser, log_in
from tests.platforms.web.stories.pages import Elements
from tests.platforms.web.studios import open_page, visitor
from tests.storage.books import PLANNED, STORY, Books

ACTIONS = ("/posts/1/retry", "/posts/1/withdraw", "/posts/pause", "/posts/resume")


async def test_the_page_offers_what_may_be_sought(books: Books) -> None:
    async with browser(site_of(books)) as client:
        page = (await client.get("/posts?state=failed&platform=discord&q=bridge&before=7")).text
    chosen = [at["value"] for tag, at in Elements(page).found if tag == "option" and "selected" in at]
    assert chosen == ["failed", "discord"]
    offered = {at["value"] for tag, at in Elements(page).found if tag == "option"}
    assert {"pending", "unknown", "telegram", STORY.slug, "edited", "unreachable"} <= offered
    assert 'value="bridge"' in page


@pytest.mark.parametrize("name", ["q", "state", "platform", "story", "repair", "before"])
async def test_a_hostile_address_stays_text(books: Books, name: str) -> None:
    async with browser(site_of(books)) as client:
        answer = await client.get("/posts", params={name: f"{HOSTILE}\0" if name != "before" else "9" * 5000})
    assert answer.status_code == 200
    found = Elements(answer.text)
    assert "img" not in [tag for tag, _ in found.found]
    assert found.scripts == []
    assert not [at for _, at in found.found if any(key.startswith("on") for key in at)]


@pytest.mark.parametrize("path", ACTIONS)
async def test_nothing_is_done_without_a_token(books: Books, path: str) -> None:
    async with browser(site_of(books)) as client:
        assert (await client.post(path)).status_code == 403
        assert (await client.get(path)).status_code == 405
    assert not await books.is_paused()
    assert {post.state for post in await books.overview.posts()} == {"pending"}


@pytest.mark.parametrize("path", ["/posts", "/posts/stream", *ACTIONS])
async def test_all_of_it_is_for_editors(books: Books, path: str) -> None:
    async with browser(site_of(books, password=PASSWORD)) as client:
        assert (await client.get(path, headers={"accept": "*/*"})).status_code == 401
        assert (await client.post(path)).status_code in {401, 403}
        await log_in(client)
        assert (await client.get("/posts")).status_code == 200


@pytest.mark.parametrize("post", ["0", "999", str(2**63 - 1), str(2**63), "9" * 300])
@pytest.mark.parametrize("what", ["retry", "withdraw"])
async def test_there_may_be_no_such_post(books: Books, post: str, what: str) -> None:
    async with visitor(site_of(books), "/posts") as editor:
        assert (await editor.post(f"/posts/{post}/{what}", {})).status_code == 404


@pytest.mark.parametrize("post", ["x", "-1", "1.5", "1/2"])
async def test_what_is_no_number_is_no_post(books: Books, post: str) -> None:
    async with visitor(site_of(books), "/posts") as editor:
        assert (await editor.post(f"/posts/{post}/retry", {})).status_code == 404


async def test_posts_are_counted_by_state(books: Books) -> None:
    await books.set(2, state="failed")
    async with browser(site_of(books)) as client:
        assert (await client.get("/posts/counts")).json() == {"pending": 2, "failed": 1}


async def test_whoever_asks_within_a_second_gets_the_same_count(books: Books) -> None:
    seconds = Seconds()
    counts = Counts(SqlCensus(books.engine), lambda: PLANNED.at, seconds)
    assert await counts.now() == {"pending": 3}
    await books.set(1, state="sent")
    assert await counts.now() == {"pending": 3}
    seconds.now += 1
    assert await counts.now() == {"pending": 2, "sent": 1}


async def test_withdrawing_twice_does_it_once(books: Books) -> None:
    async with visitor(site_of(books), "/posts") as editor:
        row = await editor.ask("/posts/1/withdraw")
        assert (row["state"], row["reason"], row["may"]) == (
            "withdrawn",
            "an editor withdrew it",
            {"retry": False, "withdraw": False},
        )
        again = await editor.post("/posts/1/withdraw", {})
        assert (again.status_code, again.json()) == (409, {"problem": "It is too late for that: it is withdrawn."})


async def test_what_is_being_sent_is_not_withdrawn(books: Books) -> None:
    await books.delivery.claim({1: "v"}, "one", PLANNED.at, timedelta(minutes=1))
    async with visitor(site_of(books), "/posts") as editor:
        refused = await editor.post("/posts/1/withdraw", {})
    assert (refused.status_code, refused.json()["problem"]) == (409, "It is too late for that: it is sending.")
    assert await books.state(1) == "sending"


@pytest.mark.parametrize("state", ["failed", "skipped", "unknown"])
async def test_what_ended_unsent_is_tried_again_once(books: Books, state: str) -> None:
    await books.set(1, state=state, reason="no rights")
    async with visitor(site_of(books), "/posts") as editor:
        row = await editor.ask("/posts/1/retry")
        assert (row["state"], row["reason"]) == ("pending", "an editor has it tried again")
        assert row["may"] == {"retry": False, "withdraw": True}
        again = await editor.post("/posts/1/retry", {})
    assert (again.status_code, again.json()["problem"]) == (409, "It cannot be tried again: it is pending.")


async def test_whoever_sends_is_called_at_once(books: Books) -> None:
    await books.set(1, state="failed", reason="no rights")
    calls: list[None] = []
    async with visitor(site_of(books, changed=lambda: calls.append(None)), "/posts") as editor:
        await editor.ask("/posts/1/retry")
        assert len(calls) == 1
        await editor.ask("/posts/resume")
        assert len(calls) == 2


async def test_what_is_of_no_use_any_more_is_not_tried_again(books: Books) -> None:
    await books.set(1, state="skipped")
    async with visitor(site_of(books, now=PLANNED.at + timedelta(days=3)), "/posts") as editor:
        refused = await editor.post("/posts/1/retry", {})
    assert refused.json()["problem"] == "It cannot be tried again: too late to be of use."
    assert await books.state(1) == "skipped"


async def test_a_chat_that_unsubscribed_is_left_alone(books: Books) -> None:
    await books.set(1, state="failed")
    entry = await books.overview.entry(1)
    assert entry
    await books.chats.unsubscribe(entry.post.chat, STORY.slug)
    async with visitor(site_of(books), "/posts") as editor:
        refused = await editor.post("/posts/1/retry", {})
    assert refused.json()["problem"] == "It cannot be tried again: the chat unsubscribed."


async def test_posting_is_paused_and_resumed(books: Books) -> None:
    async with visitor(site_of(books), "/posts") as editor:
        for _ in range(2):
            assert await editor.ask("/posts/pause") == {"paused": True}
            assert await books.is_paused()
        assert await editor.ask("/posts/resume") == {"paused": False}
    assert not await books.is_paused()


async def test_a_ledger_that_cannot_be_used_is_told(sqlite_engine: AsyncEngine, books: Books) -> None:
    async with browser(site_of(books), base=HERE) as client:
        editor = await open_page(client, "/posts")
        async with sqlite_engine.begin() as connection:
            await connection.exec_driver_sql("DROP TABLE posts")
            await connection.exec_driver_sql("DROP TABLE marks")
        assert (await client.get("/posts/counts")).status_code == 503
        for path in ACTIONS:
            answer = await editor.post(path, {})
            assert answer.status_code == 503
            assert "cannot be used now" in answer.json()["problem"]
