"""Waiting until an edit may leave, for whoever makes one at a time."""

import asyncio
import time

from bot.core.posting.pacing import AHEAD_S, Pace
from bot.runtime.waiting import Sleep, Ticks


class Turns:
    """A platform's pace on a running clock."""

    def __init__(self, pace: Pace, ticks: Ticks = time.monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._pace = pace
        self._ticks = ticks
        self._sleep = sleep

    async def take(self) -> None:
        """Wait until an edit may leave, in whatever chat; it counts as made then."""
        while (wait := self._pace.wait(None, self._ticks())) > AHEAD_S:
            await self._sleep(wait - AHEAD_S / 2)
        await self._sleep(self._pace.turn(None, self._ticks()))
