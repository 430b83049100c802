"""Waiting that an event cuts short."""

import asyncio
from collections.abc import Awaitable
from typing import TypeVar

T = TypeVar("T")


async def until_either(event: asyncio.Event, other: Awaitable[T]) -> T | None:
    """Wait for an event or for the other, whichever comes first; the other is cancelled if it is not that.

    What the other gives, or None if the event came first.
    """
    waiting, wanted = asyncio.create_task(event.wait()), asyncio.ensure_future(other)
    try:
        await asyncio.wait({waiting, wanted}, return_when=asyncio.FIRST_COMPLETED)
        return wanted.result() if wanted.done() else None
    finally:
        waiting.cancel()
        wanted.cancel()
