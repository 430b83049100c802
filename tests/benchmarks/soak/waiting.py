"""Waiting for what another process does: by looking again and again, as there is nobody to be told by."""

import asyncio
from collections.abc import Awaitable, Callable

LOOK_S = 0.25


async def until(so: Callable[[], Awaitable[bool]], seconds: float, every: float = LOOK_S) -> None:
    """Wait until it is so; TimeoutError if that takes longer."""
    async with asyncio.timeout(seconds):
        while not await so():  # noqa: ASYNC110 -- see above
            await asyncio.sleep(every)
