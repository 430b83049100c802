"""Who has logged in: a few sessions, each for some hours. Pure: the caller brings the time, in seconds."""

from collections import OrderedDict

from bot.platforms.web.safety.visitors import new_id

LASTS_S = 12 * 3600.0
MOST_SESSIONS = 100


class Sessions:
    """The sessions of this process; a restart ends them."""

    def __init__(self) -> None:
        self._until: OrderedDict[str, float] = OrderedDict()

    def open(self, now: float) -> str:
        """The id of a new session; the oldest gives way where there are too many."""
        session = new_id()
        self._until[session] = now + LASTS_S
        if len(self._until) > MOST_SESSIONS:
            self._until.popitem(last=False)
        return session

    def has(self, session: str, now: float) -> bool:
        """Whether it is open."""
        return self._until.get(session, now) > now

    def close(self, session: str) -> None:
        """End it."""
        self._until.pop(session, None)
