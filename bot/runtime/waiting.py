"""Waiting: that an event cuts short, or ever longer between attempts."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import TypeVar

T = TypeVar("T")

FIRST_PAUSE, LONGEST_PAUSE = 10.0, 3600.0
"""Seconds between attempts at what can be done without for a while."""

Sleep = Callable[[float], Awaitable[None]]
Attempt = Callable[[], Awaitable[float | None]]
"""None when there is nothing left to try; else the seconds that it was asked to wait, 0 for none in particular."""


async def until_either(event: asyncio.Event, other: Awaitable[T]) -> T | None:
    """Wait for an event or for the other, whichever comes first; the other is cancelled if it is not that.

    What the other gives, or None if the event came first. It has ended when this returns.
    """
    waiting, wanted = asyncio.create_task(event.wait()), asyncio.ensure_future(other)
    try:
        await asyncio.wait({waiting, wanted}, return_when=asyncio.FIRST_COMPLETED)
        return wanted.result() if wanted.done() else None
    finally:
        waiting.cancel()
        wanted.cancel()
        await asyncio.wait({waiting, wanted})


async def keep_trying(attempt: Attempt, sleep: Sleep, asked: float | None) -> None:
    """Go on after a first attempt that came to `asked`, each time after twice the pause, or as long as was asked."""
    pause = FIRST_PAUSE
    while asked is not None:
        await sleep(max(pause, asked))
        pause = min(2 * pause, LONGEST_PAUSE)
        asked = await attempt()
