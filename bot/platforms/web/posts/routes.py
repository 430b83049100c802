"""Serves the page of posts, the stream that fills it, and an editor's acts: retry, withdraw, pause, resume."""

from collections import Counter
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass
from time import monotonic

import structlog
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.errors import StorageUnavailable
from bot.core.posting.overview import Census, LedgerEntry, Overview, why_not_again
from bot.core.posting.posts import REPAIRS, STATES, State
from bot.core.stories.library import Clock, Shelf
from bot.core.wording.language import Languages
from bot.platforms.web.pages import Pages
from bot.platforms.web.posts.rows import HIGHEST_ID, Rows, read_view
from bot.platforms.web.posts.streaming import events
from bot.platforms.web.posts.watching import Watch
from bot.platforms.web.sharing import Fresh
from bot.platforms.web.streams import Streams
from bot.runtime.waiting import Ticks

log = structlog.get_logger(__name__)

Endpoint = Callable[[Request], Awaitable[Response]]


@dataclass(frozen=True, slots=True)
class Books:
    """All that the page reads, and the overview that carries out an editor's acts."""

    overview: Overview
    census: Census
    shelf: Shelf
    languages: Languages
    clock: Clock
    changed: Callable[[], None]
    """Wakes whoever sends: there may be something to send."""


def routes(
    pages: Pages,
    streams: Streams,
    books: Books,
    platforms: Sequence[str],
    is_editor: Callable[[Request], bool],
) -> Sequence[BaseRoute]:
    """Return the routes. `is_editor` tells if the sender of a request is still logged in; if not, their stream ends."""
    overview, shelf, clock = books.overview, books.shelf, books.clock
    rows = Rows(shelf, books.languages, clock)
    watch = Watch(overview, rows)
    counts = Counts(books.census, clock)

    async def page(request: Request) -> Response:
        view = read_view(request.query_params, shelf())
        choices = {"states": STATES, "platforms": platforms, "repairs": REPAIRS}
        options = {name: [(value, value) for value in values] for name, values in choices.items()}
        options["stories"] = [(story.slug, story.headline) for story in shelf().stories]
        return pages.show(request, "posts/page.html", {**options, "sought": view.sought})

    async def stream(request: Request) -> Response:
        return streams.answer(events(watch, read_view(request.query_params, shelf())), lambda: is_editor(request))

    async def counted(_: Request) -> Response:
        return JSONResponse(dict(await counts.now()))

    async def retry(request: Request) -> Response:
        entry = await found(request)
        if refused := why_not_again(shelf(), entry, clock()):
            return _refusal(f"It cannot be tried again: {refused}.")
        return await changed(entry, "retry", overview.retry(entry.post.id, clock()))

    async def withdraw(request: Request) -> Response:
        entry = await found(request)
        return await changed(entry, "withdraw", overview.withdraw(entry.post.id))

    async def found(request: Request) -> LedgerEntry:
        post = request.path_params["post"]
        if post > HIGHEST_ID or (entry := await overview.entry(post)) is None:
            raise HTTPException(404)
        return entry

    async def changed(entry: LedgerEntry, what: str, change: Awaitable[bool]) -> Response:
        """Send the row as it is after an act; or a refusal with the post's state, if something else was faster."""
        done = await change
        watch.call()
        books.changed()
        newest = await overview.entry(entry.post.id) or entry
        if not done:
            return _refusal(f"It is too late for that: it is {newest.post.state}.")
        log.info("an editor acted on a post", act=what, post=entry.post.id, chat=entry.post.chat.id)
        return JSONResponse(rows.written(newest))

    def pause(*, paused: bool) -> Endpoint:
        async def endpoint(_: Request) -> Response:
            await overview.pause(paused=paused)
            watch.call()
            books.changed()
            log.info("an editor paused all posting" if paused else "an editor resumed posting")
            return JSONResponse({"paused": paused})

        return endpoint

    return [
        Route("/posts", page),
        Route("/posts/stream", stream),
        Route("/posts/counts", _readable(counted)),
        Route("/posts/pause", _readable(pause(paused=True)), methods=["POST"]),
        Route("/posts/resume", _readable(pause(paused=False)), methods=["POST"]),
        Route("/posts/{post:int}/retry", _readable(retry), methods=["POST"]),
        Route("/posts/{post:int}/withdraw", _readable(withdraw), methods=["POST"]),
    ]


def _readable(endpoint: Endpoint) -> Endpoint:
    """Return the endpoint with an answer of its own (503) for a ledger that cannot be used."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except StorageUnavailable:  # the storage has logged it
            return JSONResponse({"problem": "The ledger cannot be used now. Try again in a minute."}, 503)

    return answer


def _refusal(problem: str) -> Response:
    return JSONResponse({"problem": problem}, 409)


class Counts:
    """Counts the posts of each state, once a second at most."""

    def __init__(self, census: Census, clock: Clock, ticks: Ticks = monotonic) -> None:
        self._census = census
        self._clock = clock
        self.now = Fresh(self._count, ticks).get
        """Returns the number of posts by state, over all platforms; raises StorageUnavailable."""

    async def _count(self) -> Mapping[State, int]:
        counts: Counter[State] = Counter()
        for (_, state), number in (await self._census.tally(self._clock())).posts.items():
            counts[state] += number
        return counts
