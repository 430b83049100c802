"""The loop of every part that works in steps: a call or the time begins a step, and a stop cuts none short."""

import asyncio
from collections.abc import Awaitable, Callable

from bot.runtime.waiting import Sleep, until_either

Work = Callable[[], Awaitable[float]]
"""Does the work that there is now, and returns the seconds until the next look; 0 for at once."""


class Loop:
    """Takes one step after the other."""

    def __init__(self, step: Work, sleep: Sleep = asyncio.sleep) -> None:
        self._step = step
        self._sleep = sleep
        self._called = asyncio.Event()
        self.stopping = asyncio.Event()
        """Set once the last run was told to stop; code that waits within a step may give up then."""

    def call(self) -> None:
        """Take the next step at once, or after the one under way: there may be work."""
        self._called.set()

    async def run(self) -> None:
        """Take steps until cancelled; then finish the step under way."""
        # Events of its own: a former run may still be at its last step.
        self._called, self.stopping = called, stopping = asyncio.Event(), asyncio.Event()
        steps = asyncio.create_task(self._steps(called, stopping))
        try:
            await asyncio.shield(steps)
        finally:
            stopping.set()
            called.set()
            await asyncio.wait({steps})

    async def _steps(self, called: asyncio.Event, stopping: asyncio.Event) -> None:
        while not stopping.is_set():
            called.clear()
            if seconds := await self._step():
                await until_either(called, self._sleep(seconds))
