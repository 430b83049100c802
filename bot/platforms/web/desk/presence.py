"""Who is at which story now: an editor's page says every few seconds that it is open, and gets the others' names."""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from time import monotonic

STAYS_S = 12.0
"""Whoever said nothing for so long is gone; a page speaks up three times in it."""
MOST = 500
_NO_NAME = "somebody else"


class Presence:
    """Keeps in memory who is where. Its clock gives seconds and is never set back."""

    def __init__(self, ticks: Callable[[], float] = monotonic) -> None:
        self._ticks = ticks
        self._seen: OrderedDict[tuple[str, str], tuple[float, str]] = OrderedDict()

    def note(self, slug: str, page: str, editor: str) -> Sequence[str]:
        """Note that a page with a story is open, and return the names of the others who have it open."""
        now = self._ticks()
        self._seen[slug, page] = now, editor
        self._seen.move_to_end((slug, page))
        while len(self._seen) > MOST or self._is_gone(now):
            self._seen.popitem(last=False)
        others = (name for (story, other), (_, name) in self._seen.items() if story == slug and other != page)
        return sorted({name or _NO_NAME for name in others})

    def leave(self, slug: str, page: str) -> None:
        """Forget a page that is closed."""
        self._seen.pop((slug, page), None)

    def _is_gone(self, now: float) -> bool:
        return now - next(iter(self._seen.values()))[0] > STAYS_S
