"""Turns: of what many want done, one thing each time that the event loop turns, so that the rest of the bot has its.

Whoever answers on a platform needs the loop to turn a few dozen times; a flood must not make each of them long.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable
from typing import Protocol


class Waiter(Protocol):
    """Who wants something done."""

    is_lost: bool
    """Whether it is gone, so that its turn is wasted."""


class Turns:
    """What waits to be done, as it came; more than one at a turn where they take no longer than so many seconds."""

    def __init__(self, together_s: float = 0.0, clock: Callable[[], float] = time.perf_counter) -> None:
        self._together_s = together_s
        self._clock = clock
        self._waiting: deque[tuple[Waiter, Callable[[], None]]] = deque()
        self._next: asyncio.Handle | None = None

    def queue(self, waiter: Waiter, do: Callable[[], None]) -> None:
        """Do it at its turn; for one that is lost by then at once, and the turn is the next one's."""
        self._waiting.append((waiter, do))
        self._go_on()

    async def take(self, waiter: Waiter) -> bool:
        """Wait for one; whether the waiter is still there."""
        turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()

        def begin() -> None:
            if not turn.done():
                turn.set_result(None)

        self.queue(waiter, begin)
        await turn
        return not waiter.is_lost

    def _go_on(self) -> None:
        if self._waiting and self._next is None:
            self._next = asyncio.get_running_loop().call_soon(self._give)

    def _give(self) -> None:
        self._next = None
        until = self._clock() + self._together_s
        is_taken = False
        while self._waiting and not (is_taken and self._clock() >= until):
            waiter, do = self._waiting.popleft()
            is_taken = is_taken or not waiter.is_lost
            do()
        self._go_on()
