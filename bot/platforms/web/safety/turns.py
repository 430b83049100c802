"""Turns: of what many want done, a little each time that the event loop turns, so that the rest of the bot has its.

Whoever answers on a platform needs the loop to turn a few dozen times; a flood must not make each of them long. What
fits into a share of the loop's time is begun at once; beyond that it waits, and the loop turns in between.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Protocol

SHARE = 0.4
"""How much of the loop's time may be spent without waiting for a turn."""
MOST_S = 0.01
"""How much of it is kept for later, while nothing is asked."""
_AT_ONCE = 50


class Waiter(Protocol):
    """Who wants something done."""

    is_lost: bool
    """Whether it is gone, so that its turn is wasted."""


class Turns:
    """What waits to be begun, as it came. Its clock gives seconds and is never set back."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._waiting: deque[tuple[Waiter, Callable[[], object]]] = deque()
        self._is_going_on = False
        self._left_s = MOST_S
        self._left_at = clock()
        self._each_s = 0.0

    @property
    def is_free(self) -> bool:
        """Whether there is no need to wait."""
        return not self._is_going_on and self._refilled() > 0

    def queue(self, waiter: Waiter, begin: Callable[[], object]) -> None:
        """Begin it at its turn; `begin` calls it soon. For one that is lost by then, the turn is the next one's."""
        self._waiting.append((waiter, begin))
        if not self._is_going_on:
            self._is_going_on = True
            asyncio.get_running_loop().call_soon(self._give)

    async def take(self, waiter: Waiter) -> bool:
        """Wait for a turn; whether the waiter is still there."""
        if not self.is_free:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.queue(waiter, lambda: None if turn.done() else turn.set_result(None))
            await turn
        return not waiter.is_lost

    @contextmanager
    def spending(self) -> Iterator[None]:
        """Count the time that something takes at its turn."""
        began = self._clock()
        try:
            yield
        finally:
            took_s = self._clock() - began
            self._left_s = max(self._refilled() - took_s, -MOST_S)
            self._each_s = (self._each_s + took_s) / 2

    def _refilled(self) -> float:
        now = self._clock()
        self._left_s = min(MOST_S, self._left_s + (now - self._left_at) * SHARE)
        self._left_at = now
        return self._left_s

    def _give(self) -> None:
        """Begin as many as there is time for, by what such things took, and one at least."""
        given, most = 0, max(1, min(_AT_ONCE, int(self._refilled() / max(self._each_s, 1e-6))))
        while self._waiting and given < most:
            waiter, begin = self._waiting.popleft()
            given += not waiter.is_lost
            begin()
        self._is_going_on = bool(self._waiting)
        if self._is_going_on:  # after those that were begun here have had their turn
            asyncio.get_running_loop().call_soon(self._give)


class Spending:
    """Something to await, of which the time up to where it first waits itself is counted."""

    def __init__(self, turns: Turns, what: Coroutine[Any, Any, None]) -> None:
        self._turns = turns
        self._what = what

    def __await__(self) -> Generator[Any, None, None]:
        """Hand on what it waits for, and what becomes of that."""
        step: Callable[[], Any] = self._first
        while True:
            try:
                waits_for = step()
            except StopIteration:
                return
            try:
                yield waits_for
            except BaseException as error:  # noqa: BLE001 -- handed on: that it was cancelled, say
                step = partial(self._what.throw, error)
            else:
                step = partial(self._what.send, None)

    def _first(self) -> Any:
        with self._turns.spending():
            return self._what.send(None)
