"""Spreads the work of a flood over the turns of the event loop, so that the rest of the bot goes on in between.

An answer on a platform needs the loop to turn a few dozen times, and a flood must not make each turn long. Work that
fits into a share of the loop's time begins at once; other work waits, and the loop turns in between.
"""

import asyncio
import time
from collections import deque
from collections.abc import Callable, Coroutine, Generator, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, Protocol

SHARE = 0.4
"""The share of the loop's time that may be spent without waiting for a turn."""
MOST_S = 0.01
"""The most seconds of that share that are saved up while nothing is asked."""
_AT_ONCE = 50


class Waiter(Protocol):
    """Whoever waits for a turn."""

    is_lost: bool
    """True if it is gone, so that its turn would be wasted."""


class Turns:
    """Gives turns in the order of asking. Its clock gives seconds and is never set back."""

    def __init__(self, clock: Callable[[], float] = time.perf_counter) -> None:
        self._clock = clock
        self._waiting: deque[tuple[Waiter, Callable[[], object]]] = deque()
        self._is_going_on = False
        self._left_s = MOST_S
        self._left_at = clock()
        self._each_s = 0.0

    @property
    def is_free(self) -> bool:
        """True if work can begin without waiting for a turn."""
        return not self._is_going_on and self._refilled() > 0

    def queue(self, waiter: Waiter, begin: Callable[[], object]) -> None:
        """Call `begin` at the waiter's turn; it must only schedule the work. A lost waiter uses up no turn."""
        self._waiting.append((waiter, begin))
        if not self._is_going_on:
            self._is_going_on = True
            asyncio.get_running_loop().call_soon(self._give)

    async def take(self, waiter: Waiter) -> bool:
        """Wait for a turn; return True if the waiter is still there."""
        if not self.is_free:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.queue(waiter, lambda: None if turn.done() else turn.set_result(None))
            await turn
        return not waiter.is_lost

    @contextmanager
    def spending(self) -> Iterator[None]:
        """Count the time that the work in this context takes as spent."""
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
        """Begin as many as there is time for, judged by how long such work took, and at least one."""
        given, most = 0, max(1, min(_AT_ONCE, int(self._refilled() / max(self._each_s, 1e-6))))
        while self._waiting and given < most:
            waiter, begin = self._waiting.popleft()
            given += not waiter.is_lost
            begin()
        self._is_going_on = bool(self._waiting)
        if self._is_going_on:  # after those that were begun here have had their turn
            asyncio.get_running_loop().call_soon(self._give)


class Spending:
    """Wraps a coroutine, and counts the time until it first waits as spent."""

    def __init__(self, turns: Turns, what: Coroutine[Any, Any, None]) -> None:
        self._turns = turns
        self._what = what

    def __await__(self) -> Generator[Any, None, None]:
        """Run the coroutine: hand on what it waits for, and give it the result."""
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
