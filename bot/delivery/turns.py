"""Waiting until a message may leave, for whoever sends one at a time."""

import asyncio
import time
from collections.abc import Awaitable, Callable

from bot.core.pacing import AHEAD_S, Pace

Sleep = Callable[[float], Awaitable[None]]
Ticks = Callable[[], float]
"""Seconds of a clock that is never set back."""


class Turns:
    """A platform's pace on a running clock."""

    def __init__(self, pace: Pace, ticks: Ticks = time.monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._pace = pace
        self._ticks = ticks
        self._sleep = sleep

    async def take(self, chat: str) -> None:
        """Wait until a message may leave for the chat; it counts as sent then."""
        while (wait := self._pace.wait(chat, self._ticks())) > AHEAD_S:
            await self._sleep(wait - AHEAD_S / 2)
        await self._sleep(self._pace.turn(chat, self._ticks()))
