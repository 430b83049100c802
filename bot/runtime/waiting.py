"""Waits: until an event or something else comes first, or for ever longer pauses between attempts."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 10.0, 3600.0
"""Seconds between attempts at work that can wait for a while."""

Sleep = Callable[[float], Awaitable[None]]
"""Waits for so many seconds."""
Ticks = Callable[[], float]
"""Seconds of a clock that is never set back."""
Attempt = Callable[[], Awaitable[float | None]]
"""Returns None when there is nothing left to try; else the seconds that it was asked to wait, 0 for no wish."""


async def until_either(event: asyncio.Event, other: Awaitable[T]) -> T | None:
    """Wait for an event or another awaitable, as `unless` does."""
    return await unless(event.wait(), other)


async def unless(first: Awaitable[object], other: Awaitable[T]) -> T | None:
    """Wait for either of two, whichever comes first; if that is the first of them, the other is cancelled.

    Return the other's result, or None if the first came first. The other has ended when this returns.
    """
    waiting, wanted = asyncio.ensure_future(first), asyncio.ensure_future(other)
    try:
        await asyncio.wait({waiting, wanted}, return_when=asyncio.FIRST_COMPLETED)
        return wanted.result() if wanted.done() else None
    finally:
        waiting.cancel()
        wanted.cancel()
        await asyncio.wait({waiting, wanted})


class BackOff:
    """Pauses between attempts, in seconds: each is twice the one before it, up to the longest."""

    def __init__(self, first: float, longest: float) -> None:
        self._first = first
        self._longest = longest
        self._pause = first

    def next(self, asked: float = 0.0) -> float:
        """Return the pause before the next attempt: as long as was asked for, if that is longer.

        If more than the longest pause was asked for, return the longest.
        """
        pause = self._pause
        self._pause = min(2 * pause, self._longest) if asked < self._longest else self._longest
        return max(pause, asked)

    def reset(self) -> None:
        """Make the next pause the first one again, as an attempt succeeded."""
        self._pause = self._first


async def keep_trying(attempt: Attempt, sleep: Sleep, asked: float | None) -> None:
    """Go on after a first attempt that returned `asked`: wait twice as long each time, or as long as was asked."""
    back_off = BackOff(FIRST_PAUSE, LONGEST_PAUSE)
    while asked is not None:
        await sleep(back_off.next(asked))
        asked = await attempt()
