"""Makes an answer once for all who ask: keeps figures for a second, and pages until they would read differently.

Pages are sent with an ETag. They must hold nothing of one visitor's: a caller names each page by a key alone.
"""

import asyncio
import hashlib
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Hashable
from dataclasses import dataclass, field
from datetime import datetime
from time import monotonic
from typing import Generic, TypeVar

from starlette.requests import Request
from starlette.responses import Response

from bot.core.stories.library import Clock

MOST_BYTES = 32 * 1024 * 1024
"""The most bytes kept; the page that was asked for the longest ago gives way."""
FRESH_S = 1.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rendering:
    """The bytes of an answer, and the moment until which they hold."""

    content: bytes
    until: datetime
    etag: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "etag", f'"{hashlib.sha256(self.content).hexdigest()[:32]}"')

    def answer(self, request: Request, media_type: str, cache_control: str) -> Response:
        """Return the answer; a 304 without content for a browser that has these bytes already."""
        headers = {"etag": self.etag, "cache-control": cache_control, "vary": "cookie"}
        known = (tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(","))
        if any(tag in (self.etag, "*") for tag in known):
            return Response(status_code=304, headers=headers)
        return Response(self.content, headers=headers, media_type=media_type)


class Renderings:
    """Keeps the renderings of one version of the data, and drops them when the version is another."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._version: object = None
        self._kept: OrderedDict[Hashable, tuple[datetime, Rendering]] = OrderedDict()
        self._size = 0
        self._one_at_a_time = asyncio.Lock()

    async def get(self, version: object, key: Hashable, render: Callable[[datetime], Rendering]) -> Rendering:
        """Return the rendering of a key; `render` makes it off the event loop if none is kept that holds now.

        `version` stands for the data that all renderings are made from: if it is another one, all are dropped.
        """
        if found := self._find(version, key):
            return found
        async with self._one_at_a_time:
            if found := self._find(version, key):
                return found
            now = self._clock()
            made = await asyncio.to_thread(render, now)
            if version == self._version:
                self._keep(key, now, made)
            return made

    def _find(self, version: object, key: Hashable) -> Rendering | None:
        if version != self._version:
            self._version, self._size = version, 0
            self._kept.clear()
        since, found = self._kept.get(key, (None, None))
        if since is None or found is None or not since <= self._clock() < found.until:
            return None
        self._kept.move_to_end(key)
        return found

    def _keep(self, key: Hashable, now: datetime, made: Rendering) -> None:
        if key in self._kept:
            self._size -= len(self._kept.pop(key)[1].content)
        self._kept[key] = now, made
        self._size += len(made.content)
        while self._size > MOST_BYTES:
            _, (_, gone) = self._kept.popitem(last=False)
            self._size -= len(gone.content)


class Fresh(Generic[T]):
    """Finds out something that is costly, once a second at most.

    `ticks` are seconds of a clock that is never set back.
    """

    def __init__(self, find: Callable[[], Awaitable[T]], ticks: Callable[[], float] = monotonic) -> None:
        self._find = find
        self._ticks = ticks
        self._one_at_a_time = asyncio.Lock()
        self._found: tuple[float, T] | None = None

    async def get(self) -> T:
        """Return the latest result; raises what `find` raises."""
        async with self._one_at_a_time:
            if self._found is None or self._ticks() - self._found[0] >= FRESH_S:
                found = await self._find()
                self._found = self._ticks(), found
            return self._found[1]
