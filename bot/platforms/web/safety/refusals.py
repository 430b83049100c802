"""What is refused to strangers, counted, and put on record once a minute, so that a flood of them fills no log."""

import time
from collections import Counter
from collections.abc import Callable

import structlog

log = structlog.get_logger(__name__)

EVERY_S = 60.0


class Refusals:
    """The refusals since they were last told. Its clock gives seconds and is never set back."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: Counter[str] = Counter()
        self._told_at = float("-inf")

    def count(self, why: str) -> None:
        """One more, for that reason."""
        self._counts[why] += 1

    def tell(self) -> None:
        """Put them on record, if there are any and none were within the last minute."""
        now = self._clock()
        if self._counts and now - self._told_at >= EVERY_S:
            log.warning("the page refused", **{why.replace(" ", "_"): count for why, count in self._counts.items()})
            self._counts.clear()
            self._told_at = now
