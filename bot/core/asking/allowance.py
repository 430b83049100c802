"""How much one person, and all in one chat, may ask: tokens that time refills. Pure: the caller brings the time."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NamedTuple

from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey

Verdict = Literal["answer", "tell", "ignore"]
"""Answer; or tell that this is too much, once; or stay silent after that."""

Admit = Callable[[Request, datetime], Verdict]
"""Decides at a moment about a request."""

_MOST_KEPT = 10_000


class Rate(NamedTuple):
    """So many questions at once, and then so many a second."""

    at_once: float
    per_second: float


PERSON = Rate(20, 0.5)
CHAT = Rate(200, 10)  # a channel's readers press its buttons all at once


class Allowance:
    """The allowances of those who asked lately. Neither a person nor a chat that floods takes anything from another."""

    def __init__(self, person: Rate = PERSON, chat: Rate = CHAT, most_kept: int = _MOST_KEPT) -> None:
        self._people = _Buckets(person, most_kept)
        self._chats = _Buckets(chat, most_kept)

    def admit(self, request: Request, now: datetime) -> Verdict:
        """Count a question of a person in a chat; all whose names are hidden there are one person."""
        verdict = self._people.take(request.by or request.chat, now)
        return self._chats.take(request.chat, now) if verdict == "answer" else verdict


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: datetime
    told: bool = False


class _Buckets:
    """One bucket for each key, of those used last; a new one is full."""

    def __init__(self, rate: Rate, most_kept: int) -> None:
        self._rate = rate
        self._most_kept = most_kept
        self._kept: dict[ChatKey, _Bucket] = {}

    def take(self, key: ChatKey, now: datetime) -> Verdict:
        """Take a token, if there is one; who was told that there is none is told again only after a full one."""
        bucket = self._refilled(key, now)
        if bucket.tokens >= 1:
            bucket.tokens -= 1
            return "answer"
        if bucket.told:
            return "ignore"
        bucket.told = True
        return "tell"

    def _refilled(self, key: ChatKey, now: datetime) -> _Bucket:
        most, per_second = self._rate
        bucket = self._kept.pop(key, None) or _Bucket(most, now)
        self._kept[key] = bucket  # the last used stands last
        if len(self._kept) > self._most_kept:
            del self._kept[next(iter(self._kept))]
        passed = max(0.0, (now - bucket.at).total_seconds())  # a clock may be set back
        bucket.tokens = min(most, bucket.tokens + passed * per_second)
        bucket.at = now
        bucket.told &= bucket.tokens < most
        return bucket
