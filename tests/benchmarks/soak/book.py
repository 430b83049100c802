"""What the servers keep: each message they accepted, when, and each request that they refused for a limit's sake."""

import hashlib
import time
from collections import Counter
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NamedTuple

_DIGESTED = 60  # characters: further on it may say how long it is until an event

Address = tuple[str, str]
"""A platform and a chat's id there."""


class Accepted(NamedTuple):
    """A message that stands in a chat; `at` in seconds since 1970, `nonce` on Discord alone."""

    platform: str
    chat: str
    message_id: str
    at: float
    nonce: str
    digest: str
    answered: bool
    """False where its sender was never told, by a fault of ours."""

    @property
    def address(self) -> Address:
        """Where it stands."""
        return self.platform, self.chat


class Refused(NamedTuple):
    """A request that was one too many."""

    platform: str
    at: float
    scope: str


@dataclass
class PretendedClock:
    """The moment that the bot under test takes it for; message ids and nonces on Discord go by it."""

    ahead_s: float = 0.0

    def set(self, moment: datetime) -> None:
        """It is this moment now."""
        self.ahead_s = moment.timestamp() - time.time()

    def now(self) -> datetime:
        """The moment."""
        return datetime.fromtimestamp(time.time() + self.ahead_s, UTC)


class Book:
    """The ledger of both servers."""

    def __init__(self) -> None:
        self.accepted: list[Accepted] = []
        self.refused: list[Refused] = []
        self.requests: Counter[str] = Counter()
        self.asked: dict[str, float] = {}
        """When each reader's question was there to be fetched, by the reader's chat."""

    def accept(self, platform: str, chat: str, message_id: str, text: str, nonce: str = "", *, answered: bool) -> None:
        """Enter a message."""
        digest = hashlib.sha256(text[:_DIGESTED].encode()).hexdigest()[:12]
        self.accepted.append(Accepted(platform, chat, message_id, time.time(), nonce, digest, answered))

    def refuse(self, platform: str, scope: str) -> None:
        """Enter a 429."""
        self.refused.append(Refused(platform, time.time(), scope))

    def forget(self) -> None:
        """Begin anew."""
        self.accepted, self.refused, self.requests, self.asked = [], [], Counter(), {}
