"""How often a password may be tried. Pure: times are seconds of any clock that is never set back."""

from collections import OrderedDict, deque

from bot.platforms.web.safety.hosts import network_of

WITHIN_S = 300.0
MOST_FROM_ONE = 5
MOST_FROM_ALL = 100
"""Many addresses together: what one who owns a network has to be content with."""
_ADDRESSES_KEPT = 1000


class Attempts:
    """The attempts of the last five minutes."""

    def __init__(self) -> None:
        self._all: deque[float] = deque(maxlen=MOST_FROM_ALL)
        self._by_address: OrderedDict[str, deque[float]] = OrderedDict()

    def take(self, address: str, now: float) -> float:
        """Record one attempt, and 0; or the seconds until there may be another."""
        own = self._by_address.setdefault(network_of(address), deque(maxlen=MOST_FROM_ONE))
        self._by_address.move_to_end(network_of(address))
        if len(self._by_address) > _ADDRESSES_KEPT:
            self._by_address.popitem(last=False)
        wait = max(_wait(own, now), _wait(self._all, now))
        if wait <= 0:
            own.append(now)
            self._all.append(now)
        return max(wait, 0)

    def succeeded(self, address: str) -> None:
        """Whoever knows the password begins anew."""
        self._by_address.pop(network_of(address), None)


def _wait(taken: deque[float], now: float) -> float:
    """Seconds until the oldest of a full number is long enough ago."""
    return taken[0] + WITHIN_S - now if len(taken) == taken.maxlen else 0
