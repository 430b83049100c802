"""Serves event streams (server-sent events): bounds their number, breaks long silences, ends them at a stop."""

import asyncio
import re
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from dataclasses import dataclass

from starlette.responses import PlainTextResponse, Response, StreamingResponse

BEAT_S = 15.0
"""The longest silence of a stream: a sign of life shows which readers have left, and keeps proxies from cutting it."""
MOST_STREAMS = 500
_UNBUFFERED = {"x-accel-buffering": "no"}  # nginx would hold events back
_LINE_ENDS = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class StreamEvent:
    """One event of a stream: its data, the name that a page listens for, and the id to resume from."""

    data: str
    name: str = ""
    id: str = ""

    def __str__(self) -> str:
        # Only these end a line of a stream, and JSON may hold others.
        lines = _LINE_ENDS.split(self.data)
        fields = [("id", self.id), ("event", self.name), *(("data", line) for line in lines)]
        return "".join(f"{field}: {value}\n" for field, value in fields if value or field == "data") + "\n"


class Streams:
    """All open streams of one server."""

    def __init__(self) -> None:
        self._open = 0
        self._ended = asyncio.Event()

    def begin(self) -> None:
        """Let streams be opened."""
        self._ended.clear()

    def end(self) -> None:
        """End all streams."""
        self._ended.set()

    def answer(
        self, events: AsyncGenerator[StreamEvent, None], may_go_on: Callable[[], bool] = lambda: True
    ) -> Response:
        """Send events as they come, until the reader leaves or may not go on, or the server stops; 503 if too many."""
        if self._open >= MOST_STREAMS:
            return PlainTextResponse("Too many pages are open.", 503, {"retry-after": "30"})
        return StreamingResponse(self._written(events, may_go_on), headers=_UNBUFFERED, media_type="text/event-stream")

    async def _written(
        self, events: AsyncGenerator[StreamEvent, None], may_go_on: Callable[[], bool]
    ) -> AsyncIterator[str]:
        self._open += 1
        ended = asyncio.ensure_future(self._ended.wait())
        following = asyncio.ensure_future(anext(events, None))
        try:
            while True:
                await asyncio.wait((ended, following), timeout=BEAT_S, return_when=asyncio.FIRST_COMPLETED)
                if ended.done() or not may_go_on():
                    return
                if not following.done():
                    yield ": still here\n\n"
                    continue
                if (event := following.result()) is None:
                    return
                yield str(event)
                following = asyncio.ensure_future(anext(events, None))
        finally:
            self._open -= 1
            ended.cancel()
            following.cancel()
            await asyncio.wait((following,))
            await events.aclose()
