"""Faults on demand: at random from a seed, in chosen chats, or for a while; and requests that are held."""

import asyncio
import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Fault(StrEnum):
    """What goes wrong with one message."""

    CUT = "cut"
    """The connection ends before anything was done."""
    LOST = "lost"
    """It was accepted, and the connection ends instead of an answer."""
    GATEWAY = "gateway"
    """502, before anything was done."""
    GATEWAY_LOST = "gateway_lost"
    """502, though it was accepted."""
    BROKEN = "broken"
    """500, before anything was done."""
    FLOOD = "flood"
    """429 out of turn."""


ACCEPTED_UNANSWERED = (Fault.LOST, Fault.GATEWAY_LOST)


@dataclass
class Faults:
    """Which fault a message meets: the same for the same seed, chat and number of attempts."""

    seed: int
    rates: Mapping[Fault, float] = field(default_factory=dict)
    blocked: frozenset[str] = frozenset()
    """Chats that refuse the bot."""
    moved: Mapping[str, str] = field(default_factory=dict)
    """Telegram's groups that go by another id now."""
    _attempts: Counter[str] = field(default_factory=Counter)

    def next(self, platform: str, chat: str) -> Fault | None:
        """The fault for the next attempt in a chat."""
        if not self.rates:
            return None
        place = f"{platform} {chat}"
        self._attempts[place] += 1
        drawn = random.Random(f"{self.seed} {place} {self._attempts[place]}").random()
        for fault, rate in self.rates.items():
            if drawn < rate:
                return fault
            drawn -= rate
        return None


class Point(StrEnum):
    """Where a request can be held."""

    LOGIN = "login"
    """Posts are claimed by then, and none has been sent."""
    ARRIVED = "arrived"
    ACCEPTED = "accepted"
    """The message stands in the chat, and its sender does not know."""


@dataclass
class Hold:
    """Keep requests waiting at a point, after some have passed."""

    platform: str
    point: Point
    after: int = 0


class Holds:
    """Keeps requests waiting, and tells so."""

    def __init__(self) -> None:
        self._hold: Hold | None = None
        self._held = asyncio.Event()
        self._released = asyncio.Event()

    def set(self, hold: Hold) -> None:
        """Hold from now on."""
        self.release()
        self._hold, self._held, self._released = hold, asyncio.Event(), asyncio.Event()

    def release(self) -> None:
        """Hold no more."""
        self._hold = None
        self._released.set()

    async def held(self, seconds: float) -> bool:
        """Whether something is held, after waiting so long for it."""
        try:
            async with asyncio.timeout(seconds):
                await self._held.wait()
        except TimeoutError:
            return False
        return True

    async def pass_by(self, platform: str, point: Point) -> None:
        """Go on; or wait until released, or for good where whoever asked has hung up."""
        hold = self._hold
        if hold is None or (hold.platform, hold.point) != (platform, point):
            return
        if hold.after:
            hold.after -= 1
            return
        self._held.set()
        await self._released.wait()
