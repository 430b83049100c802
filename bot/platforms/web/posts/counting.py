"""How many posts there are of each state."""

from collections import Counter
from collections.abc import Mapping
from time import monotonic

from bot.core.posting.overview import Census
from bot.core.posting.posts import State
from bot.core.stories.library import Clock
from bot.platforms.web.fresh import Fresh
from bot.runtime.waiting import Ticks


class Counts:
    """The last count."""

    def __init__(self, census: Census, clock: Clock, ticks: Ticks = monotonic) -> None:
        self._census = census
        self._clock = clock
        self.now = Fresh(self._count, ticks).get
        """By state, over both platforms; StorageUnavailable."""

    async def _count(self) -> Mapping[State, int]:
        counts: Counter[State] = Counter()
        for (_, state), number in (await self._census.tally(self._clock())).posts.items():
            counts[state] += number
        return counts
