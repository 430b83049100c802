"""How many posts there are of each state, counted once a second at most for all who look."""

import asyncio
from collections import Counter
from collections.abc import Mapping
from time import monotonic

from bot.core.posting.census import Census
from bot.core.posting.posts import State
from bot.core.stories.library import Clock
from bot.runtime.waiting import Ticks

FRESH_S = 1.0


class Counts:
    """The last count."""

    def __init__(self, census: Census, clock: Clock, ticks: Ticks = monotonic) -> None:
        self._census = census
        self._clock = clock
        self._ticks = ticks
        self._one_at_a_time = asyncio.Lock()
        self._counted_at = float("-inf")
        self._counts: Mapping[State, int] = {}

    async def now(self) -> Mapping[State, int]:
        """By state, over both platforms; StorageUnavailable."""
        async with self._one_at_a_time:
            if self._ticks() - self._counted_at >= FRESH_S:
                counts: Counter[State] = Counter()
                for (_, state), number in (await self._census.tally(self._clock())).posts.items():
                    counts[state] += number
                self._counts, self._counted_at = counts, self._ticks()
            return self._counts
