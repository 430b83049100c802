"""Waiting: that an event cuts short, or ever longer between attempts."""

import asyncio
from collections.abc import Awaitable, Callable

FIRST_PAUSE, LONGEST_PAUSE = 10.0, 3600.0
"""Seconds between attempts at what can be done without for a while."""

Sleep = Callable[[float], Awaitable[None]]
Attempt = Callable[[], Awaitable[float | None]]
"""None when there is nothing left to try; else the seconds that it was asked to wait, 0 for none in particular."""


async def until_either(event: asyncio.Event, other: Awaitable[None]) -> None:
    """Wait for an event or for the other, whichever comes first; the other is cancelled if it is not that.

    It has ended when this returns.
    """
    waits = {asyncio.create_task(event.wait()), asyncio.ensure_future(other)}
    try:
        done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        for each in done:
            each.result()
    finally:
        for each in waits:
            each.cancel()
        await asyncio.wait(waits)


async def keep_trying(attempt: Attempt, sleep: Sleep, asked: float | None) -> None:
    """Go on after a first attempt that came to `asked`, each time after twice the pause, or as long as was asked."""
    pause = FIRST_PAUSE
    while asked is not None:
        await sleep(max(pause, asked))
        pause = min(2 * pause, LONGEST_PAUSE)
        asked = await attempt()
