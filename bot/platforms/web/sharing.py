"""What is made once for all who ask: figures for a second; pages as bytes until they would say something else.

Pages are sent with an ETag. Nothing of a visitor's own may be in them: whoever asks is known here only by a key.
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
"""Of all that is kept; what was asked for the longest ago gives way."""
FRESH_S = 1.0

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rendering:
    """The bytes of an answer, as they stand until a moment."""

    content: bytes
    until: datetime
    etag: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "etag", f'"{hashlib.sha256(self.content).hexdigest()[:32]}"')

    def answer(self, request: Request, media_type: str, cache_control: str) -> Response:
        """It; or only the word that it has not changed, to whoever has it already."""
        headers = {"etag": self.etag, "cache-control": cache_control, "vary": "cookie"}
        known = (tag.strip().removeprefix("W/") for tag in request.headers.get("if-none-match", "").split(","))
        if any(tag in (self.etag, "*") for tag in known):
            return Response(status_code=304, headers=headers)
        return Response(self.content, headers=headers, media_type=media_type)


class Renderings:
    """The renderings of one version of what they show; all are forgotten when that is another."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._version: object = None
        self._kept: OrderedDict[Hashable, tuple[datetime, Rendering]] = OrderedDict()
        self._size = 0
        self._one_at_a_time = asyncio.Lock()

    async def get(self, version: object, key: Hashable, render: Callable[[datetime], Rendering]) -> Rendering:
        """The rendering under a key, made off the event loop where there is none, or none for now.

        `version` is what all renderings are made from: when it is another one, they are forgotten.
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
    """What costs something to find out, found out once a second at most.

    `ticks` are seconds of a clock that is never set back.
    """

    def __init__(self, find: Callable[[], Awaitable[T]], ticks: Callable[[], float] = monotonic) -> None:
        self._find = find
        self._ticks = ticks
        self._one_at_a_time = asyncio.Lock()
        self._found: tuple[float, T] | None = None

    async def get(self) -> T:
        """It, or what finding it out raises."""
        async with self._one_at_a_time:
            if self._found is None or self._ticks() - self._found[0] >= FRESH_S:
                found = await self._find()
                self._found = self._ticks(), found
            return self._found[1]
