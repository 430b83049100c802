"""What costs something to find out, found out once a second at most for all who ask."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic
from typing import Generic, TypeVar

T = TypeVar("T")

FRESH_S = 1.0


class Fresh(Generic[T]):
    """The last that was found out. `ticks` are seconds of a clock that is never set back."""

    def __init__(self, find: Callable[[], Awaitable[T]], ticks: Callable[[], float] = monotonic) -> None:
        self._find = find
        self._ticks = ticks
        self._one_at_a_time = asyncio.Lock()
        self._found: tuple[float, T] | None = None

    async def get(self) -> T:
        """It, or what finding it out raises."""
        async with self._one_at_a_time:
            if self._found is None or self._ticks() - self._found[0] >= FRESH_S:
                found = await self._find()
                self._found = self._ticks(), found
            return self._found[1]
