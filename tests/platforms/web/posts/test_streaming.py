"""What one who watches the ledger is told, look by look."""

import asyncio
import json
from collections.abc import AsyncGenerator, AsyncIterator, Sequence
from contextlib import aclosing, asynccontextmanager
from typing import Any

import pytest

from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatKey
from bot.core.posting.overview import LedgerPage, News, Sought
from bot.core.posting.posts import Step
from bot.platforms.web.posts import watching
from bot.platforms.web.posts.rows import Rows, View
from bot.platforms.web.posts.streaming import events
from bot.platforms.web.posts.watching import Watch
from bot.platforms.web.streams import StreamEvent, Streams
from bot.runtime.catalogues import Catalogues
from bot.storage.overview import SqlOverview
from tests.platforms.web.posts.pages import HOSTILE, LIBRARY, site_of
from tests.platforms.web.serving import served
from tests.platforms.web.studios import open_page
from tests.storage.books import CHATS, PLANNED, Books
from tests.waiting import hang_guard

ALL = View(Sought())
Told = tuple[str, Any]


class Counting(SqlOverview):
    """An overview that counts its looks, and can be made to fail."""

    looks = 0
    pages = 0
    fails = False

    async def news(self, since: int, most: int) -> News:
        self.looks += 1
        self._may_fail()
        return await super().news(since, most)

    async def page(self, sought: Sought, before: int | None, limit: int) -> LedgerPage:
        self.pages += 1
        self._may_fail()
        return await super().page(sought, before, limit)

    def _may_fail(self) -> None:
        if self.fails:
            raise StorageUnavailable("it is gone")


class Watching:
    """Streams over a ledger at which is looked when a test says so."""

    def __init__(self, books: Books) -> None:
        self.overview = Counting(books.engine)
        rows = Rows(lambda: LIBRARY, Catalogues(), lambda: PLANNED.at)
        self.watch = Watch(self.overview, rows, self._until_called)
        self._has_looked = asyncio.Event()

    @asynccontextmanager
    async def open(self, view: View = ALL) -> AsyncIterator["Stream"]:
        async with aclosing(events(self.watch, view)) as told:
            yield Stream(told)

    async def look(self) -> None:
        """Look at the ledger, and return when that is over."""
        self._has_looked.clear()
        self.watch.call()
        await self._has_looked.wait()

    async def _until_called(self, _: float) -> None:
        self._has_looked.set()
        await asyncio.Event().wait()


class Stream:
    """What one reader is told."""

    def __init__(self, told: AsyncGenerator[StreamEvent, None]) -> None:
        self._told = told

    async def next(self) -> Told:
        async with hang_guard():
            event = await anext(self._told)
        return event.name, json.loads(event.data)

    async def first(self) -> list[dict[str, Any]]:
        """The rows of the first page."""
        assert await self.next() == ("status", {"paused": False, "unreadable": False})
        return await self.page()

    async def page(self) -> list[dict[str, Any]]:
        name, page = await self.next()
        assert name == "page"
        rows: list[dict[str, Any]] = page["rows"]
        return rows

    async def rows(self) -> list[tuple[str, str]]:
        name, rows = await self.next()
        assert name == "rows"
        return [(row["chat"], row["state"]) for row in rows]


@pytest.fixture
def watching_(books: Books) -> Watching:
    return Watching(books)


def chats(rows: Sequence[dict[str, Any]]) -> list[str]:
    return [row["chat"] for row in rows]


async def test_the_page_comes_first_then_what_changes_in_it(books: Books, watching_: Watching) -> None:
    [post, *_] = await books.overview.posts()
    async with watching_.open() as stream:
        assert chats(await stream.first()) == ["2", "1", "0"]
        await books.set(post.id, state="sending")
        watching_.watch.call()
        assert await stream.rows() == [("0", "sending")]
        await books.delivery.record([(post, Step("sent", message_id="9", sent_at=PLANNED.at))])
        watching_.watch.call()
        assert await stream.rows() == [("0", "sent")]


async def test_hostile_words_are_data(books: Books, watching_: Watching) -> None:
    await books.set(1, state="failed", reason=HOSTILE, repair="unreachable", repair_reason=HOSTILE, event=HOSTILE)
    async with aclosing(events(watching_.watch, ALL)) as told:
        assert (await anext(told)).name == "status"
        written = str(await anext(told))
    assert written.count("\n") == 3
    [row] = [row for row in json.loads(written.splitlines()[1].removeprefix("data: "))["rows"] if row["id"] == 1]
    assert row["reason"] == row["repair_reason"] == row["event"] == HOSTILE


async def test_a_new_post_brings_the_page_anew(books: Books, watching_: Watching) -> None:
    async with watching_.open() as stream:
        await stream.first()
        await books.write_to(ChatKey("discord", "new"))
        watching_.watch.call()
        assert chats(await stream.page()) == ["new", "2", "1", "0"]


async def test_a_post_that_comes_to_be_what_is_sought_brings_the_page_anew(books: Books, watching_: Watching) -> None:
    async with watching_.open(View(Sought(state="failed"))) as stream:
        assert await stream.first() == []
        await books.set(1, state="sent")
        await watching_.look()
        await books.set(2, state="failed")
        watching_.watch.call()
        assert chats(await stream.page()) == ["1"]


async def test_further_pages_are_watched_as_well(
    books: Books, watching_: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "LENGTH", 1)
    async with watching_.open(View(Sought(), before=3)) as stream:
        assert chats(await stream.first()) == ["1"]
        await books.set(3, state="sent")
        await books.set(1, state="sent")
        await watching_.look()
        await books.set(2, state="sent")
        watching_.watch.call()
        assert await stream.rows() == [("1", "sent")]


async def test_an_erased_post_leaves_the_page(books: Books, watching_: Watching) -> None:
    async with watching_.open() as stream:
        await stream.first()
        await books.chats.forget(CHATS[1])
        watching_.watch.call()
        assert chats(await stream.page()) == ["2", "0"]


async def test_when_much_happens_the_page_is_told_and_not_each_post(
    books: Books, watching_: Watching, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(watching, "MOST_AT_ONCE", 2)
    async with watching_.open() as stream:
        await stream.first()
        for post in (1, 2, 3):
            await books.set(post, state="sent")
        watching_.watch.call()
        assert {row["state"] for row in await stream.page()} == {"sent"}


async def test_who_is_slow_holds_nobody_up_and_sees_the_page_again(books: Books, watching_: Watching) -> None:
    async with watching_.open() as slow, watching_.open() as quick:
        await slow.first()
        await quick.first()
        for number in range(watching._LOOKS_KEPT + 5):
            await books.set(1, attempts=number)
            watching_.watch.call()
            assert await quick.rows() == [("0", "pending")]
        assert len(watching_.watch._looks) == watching._LOOKS_KEPT
        assert len(await slow.page()) == 3


async def test_a_pause_is_told(books: Books, watching_: Watching) -> None:
    async with watching_.open() as stream:
        await stream.first()
        await books.overview.pause(paused=True)
        watching_.watch.call()
        assert await stream.next() == ("status", {"paused": True, "unreadable": False})


async def test_a_ledger_that_cannot_be_read_is_told_and_so_is_its_return(books: Books, watching_: Watching) -> None:
    async with watching_.open() as stream:
        await stream.first()
        watching_.overview.fails = True
        watching_.watch.call()
        assert await stream.next() == ("status", {"paused": False, "unreadable": True})
        async with watching_.open() as another:
            assert await another.next() == ("status", {"paused": False, "unreadable": True})
            waiting = asyncio.ensure_future(another.next())
            await watching_.look()
            watching_.overview.fails = False
            await books.set(1, state="sent")
            watching_.watch.call()
            told = dict([await waiting, await another.next()])
            assert told["status"] == {"paused": False, "unreadable": False}
            assert len(told["page"]["rows"]) == 3
        assert await stream.next() == ("status", {"paused": False, "unreadable": False})
        assert await stream.rows() == [("0", "sent")]


async def test_all_who_look_at_the_same_are_told_by_one_look_and_nobody_by_none(
    books: Books, watching_: Watching
) -> None:
    async with watching_.open() as one, watching_.open() as other:
        for stream in (one, other):
            await stream.first()
        assert (watching_.overview.looks, watching_.overview.pages) == (1, 1)
        await books.write_to(ChatKey("discord", "new"))
        watching_.watch.call()
        for stream in (one, other):
            assert len(await stream.page()) == 4
        assert (watching_.overview.looks, watching_.overview.pages) == (2, 2)
    assert watching_.watch._looking is None
    async with watching_.open() as stream:
        await books.set(1, state="sent")
        assert len(await stream.first()) == 4


async def test_a_stream_says_at_once_what_an_editor_did_and_ends_with_the_server(books: Books) -> None:
    streams = Streams()
    async with served(site_of(books, streams), streams) as (client, running):
        editor = await open_page(client, "/posts")
        async with client.stream("GET", "/posts/stream?state=pending") as answer:
            assert answer.headers["content-type"].startswith("text/event-stream")
            lines = answer.aiter_lines()
            assert [line async for line in _until(lines, "event: page")]
            assert (await editor.ask("/posts/1/withdraw"))["state"] == "withdrawn"
            assert [line async for line in _until(lines, "event: rows")]
            [row] = json.loads((await anext(lines)).removeprefix("data: "))
            assert (row["id"], row["state"]) == (1, "withdrawn")
            running.cancel()
            async with hang_guard():
                assert [line async for line in lines if line] == []


async def _until(lines: AsyncIterator[str], wanted: str) -> AsyncIterator[str]:
    async for line in lines:
        if line == wanted:
            yield line
            return
