"""What a server was sent, in order, and a way to wait for it."""

import asyncio
from collections.abc import Callable
from typing import Generic, TypeVar

from tests.waiting import hang_guard

T = TypeVar("T")


class Ledger(Generic[T]):
    """A list that can be waited on."""

    def __init__(self) -> None:
        self.entries: list[T] = []
        self._changed = asyncio.Condition()

    async def record(self, entry: T) -> None:
        """Append an entry and wake those who wait."""
        async with self._changed:
            self.entries.append(entry)
            self._changed.notify_all()

    def matching(self, predicate: Callable[[T], bool]) -> list[T]:
        """The entries for which this holds."""
        return [entry for entry in self.entries if predicate(entry)]

    async def wait(self, predicate: Callable[[T], bool], count: int = 1) -> T:
        """The `count`th entry for which this holds, as soon as it is there."""
        async with hang_guard(), self._changed:
            await self._changed.wait_for(lambda: len(self.matching(predicate)) >= count)
        return self.matching(predicate)[count - 1]
