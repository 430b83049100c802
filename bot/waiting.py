"""Waiting that an event cuts short."""

import asyncio
from collections.abc import Awaitable


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
