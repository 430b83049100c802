"""The pace of messages under a platform's limits: each message gets a place in time. Pure: the caller brings the time.

Over all chats, places lie at equal distances and none is saved up, so that there is never a burst of posts. An answer
takes a place too and does not wait for it: the posts after it come later. An edit brings a chat no message, so it
counts over all chats and in none: its chat is given as None. Times are seconds of any clock that is never set back.
"""

from bisect import insort
from collections.abc import Callable, Sequence
from math import ceil, inf
from typing import Literal, NamedTuple

AHEAD_S = 0.25
"""A post may take its place so many seconds before; answers that come in between cannot have that place."""

_FORGET_FROM = 256
_EXACT = 1e-6


Outgoing = Literal["answer", "post"]
Waited = Callable[[Outgoing, float], None]
"""Notes how many seconds a message has to wait for its place."""


def unnoted(_kind: Outgoing, _seconds: float) -> None:
    """Note nothing."""


class RateLimit(NamedTuple):
    """A limit: at most so many messages in so many seconds."""

    most: int
    seconds: float


class Room(NamedTuple):
    """Chats that share their limits, under one name; usually one chat."""

    name: str
    posts: tuple[RateLimit, ...] = ()
    """The limits for a post; the answers before it count too."""
    answers: tuple[RateLimit, ...] = ()
    """The limits for an answer; the posts before it count too."""


class Pace:
    """One platform's pace. Without arguments it has no limits."""

    def __init__(
        self,
        per_second: float = inf,
        answers: tuple[RateLimit, ...] = (),
        room: Callable[[str], Room] = Room,
        waited: Waited = unnoted,
    ) -> None:
        """`per_second`: messages over all chats; `answers`: how many answers may leave before their places."""
        self._places = _Places(per_second)
        self._answers = answers
        self._answered: list[float] = []
        self._room = room
        self._waited = waited
        self._said: dict[str, list[float]] = {}
        self._forget_from = _FORGET_FROM

    @property
    def most_ahead(self) -> float:
        """The number of posts that may have their places at one time."""
        return self._places.per_second * AHEAD_S + 1

    def rest(self, chat: str | None, now: float) -> float:
        """Return the seconds for which the chat itself takes no post, whatever other chats do."""
        room = self._room_of(chat)
        return _free(self._said.get(room.name, ()), room.posts, now) - now

    def wait(self, chat: str | None, now: float) -> float:
        """Return the seconds that a post to the chat would have to wait; nothing is reserved."""
        return self._places.next(now + self.rest(chat, now)) - now

    def turn(self, chat: str | None, now: float) -> float:
        """Reserve a place for a post, and return the seconds until it. Call this when `wait` is AHEAD_S, not before."""
        room = self._room_of(chat)
        at = self._places.take(_free(self._said.get(room.name, ()), room.posts, now), now)
        self._say(room, at, now)
        self._waited("post", at - now)
        return at - now

    def answer(self, chat: str | None, now: float) -> float:
        """Reserve an answer's place, and return the seconds until it: it waits for no post in another chat."""
        room = self._room_of(chat)
        out_of_turn = _free(self._answered, self._answers, now)
        at = _free(self._said.get(room.name, ()), room.answers, out_of_turn)
        self._places.take(at, now)
        _note(self._answered, out_of_turn, self._answers)
        self._say(room, at, now)
        self._waited("answer", at - now)
        return at - now

    def spend(self, now: float) -> None:
        """Take a place for a call that does not wait for one and is in no chat."""
        self._places.take(now, now)

    def _room_of(self, chat: str | None) -> Room:
        return Room("") if chat is None else self._room(chat)

    def _say(self, room: Room, at: float, now: float) -> None:
        if spans := room.posts + room.answers:
            _note(self._said.setdefault(room.name, []), at, spans)
        if len(self._said) > self._forget_from:
            self._said = {name: said for name, said in self._said.items() if self._counts(name, said, now)}
            self._forget_from = max(_FORGET_FROM, 2 * len(self._said))

    def _counts(self, name: str, said: Sequence[float], now: float) -> bool:
        """True if an earlier message there still delays others."""
        room = self._room(name)
        return said[-1] + max(limit.seconds for limit in room.posts + room.answers) > now


def _free(said: Sequence[float], limits: tuple[RateLimit, ...], now: float) -> float:
    """Return the moment from which one more message keeps to each limit: the last but so many is long enough ago."""
    return max([now, *(said[-limit.most] + limit.seconds for limit in limits if len(said) >= limit.most)])


def _note(said: list[float], at: float, limits: tuple[RateLimit, ...]) -> None:
    """Remember a message, and forget those that no longer count for any limit."""
    if limits:
        insort(said, at)
        del said[: -max(limit.most for limit in limits)]


class _Places:
    """Moments at equal distances, each taken once."""

    def __init__(self, per_second: float) -> None:
        self.per_second = per_second
        self._gap = 1 / per_second
        self._onwards: dict[int, int] = {}  # from a taken place to the next one that may be free
        self._forget_from = _FORGET_FROM

    def next(self, at: float) -> float:
        """Return the first free place from this time on."""
        return max(at, self._free(at) * self._gap) if self._gap else at

    def take(self, at: float, now: float) -> float:
        """Take the first free place from `at` on, and return it."""
        if not self._gap:
            return at
        if len(self._onwards) > self._forget_from:
            current = int(now / self._gap)
            self._onwards = {place: onwards for place, onwards in self._onwards.items() if place >= current}
            self._forget_from = max(_FORGET_FROM, 2 * len(self._onwards))
        place = self._free(at)
        self._onwards[place] = place + 1
        return max(at, place * self._gap)

    def _free(self, at: float) -> int:
        first = place = ceil(at / self._gap - _EXACT)
        while place in self._onwards:
            place = self._onwards[place]
        while first != place:  # shorten the path for the next search
            self._onwards[first], first = place, self._onwards[first]
        return place
