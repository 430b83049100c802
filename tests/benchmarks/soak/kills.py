"""Kills at chosen instants and at random, and what was under way at each. It does not judge what came of them."""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from tests.benchmarks.soak.book import Address
from tests.benchmarks.soak.faults import Point
from tests.benchmarks.soak.figures import say
from tests.benchmarks.soak.newspeg import Newspeg, Service
from tests.benchmarks.soak.peek import Claim, Peek
from tests.benchmarks.soak.servers import Servers
from tests.benchmarks.soak.waiting import until

PLATFORMS = ("telegram", "discord")
START = datetime(2031, 5, 4, 8, 59, 58, tzinfo=UTC)
"""Two seconds before the notice is due."""
_PATIENCE_S = 15.0
_FINISHED_WITHIN_S = 900.0
_OUTAGE_S = 3.0
_LOOK_S = 5.0
_CLAIMED_WITHIN_S = 5.0


class Instant(StrEnum):
    """When a kill comes."""

    RANDOM = "at random"
    LOGIN = "claimed, before the call"
    ARRIVED = "during the call"
    ACCEPTED = "accepted, before the id is written"


POINTS = {Instant.LOGIN: Point.LOGIN, Instant.ARRIVED: Point.ARRIVED, Instant.ACCEPTED: Point.ACCEPTED}


class Pause(StrEnum):
    """How much later, by the service's clock, it starts again; it takes about a second in truth."""

    NONE = "at once"
    LEASE = "after the lease"
    NONCE = "after the nonce's window"


LENGTHS = {Pause.NONE: timedelta(), Pause.LEASE: timedelta(seconds=65), Pause.NONCE: timedelta(minutes=5)}


@dataclass(frozen=True, slots=True)
class Kill:
    """One kill: when it comes and how the service starts again."""

    instant: Instant
    platform: str
    pause: Pause
    after: int
    """Messages that pass before the one at which it comes."""
    seconds: float
    down: float


def plan_kills(count: int, rng: random.Random) -> list[Kill]:
    """Every combination equally often, in random order."""
    instants, pauses = (*Instant,), (*Pause,)
    grid = [(instants[n % 4], PLATFORMS[n // 4 % 2], pauses[n % 3]) for n in range(count)]
    rng.shuffle(grid)
    return [
        Kill(instant, platform, pause, rng.randint(0, 40), rng.uniform(0.5, 8), rng.uniform(0.5, 1.5))
        for instant, platform, pause in grid
    ]


class Reaper:
    """Kills as planned, and what was under way each time."""

    def __init__(self, newspeg: Newspeg, servers: Servers, peek: Peek, rng: random.Random) -> None:
        self._newspeg = newspeg
        self._servers = servers
        self._peek = peek
        self._rng = rng
        self._claims: set[Claim] = set()
        self._messages: Counter[Address] = Counter()
        self.instants: Counter[Instant] = Counter()
        self.cut_off: Counter[Address] = Counter()
        """How often a post to a chat was under way at a kill."""
        self.accepted: Counter[str] = Counter()
        """How many of those stood in their chat already, by platform."""
        self.ended_early = 0

    async def kill(self, kills: Sequence[Kill]) -> None:
        """Start and kill."""
        await self._servers.set_clock(START)
        for number, kill in enumerate(kills, start=1):
            async with self._newspeg.running("--as-of", await self._as_of()) as service:
                came = await self._instant(kill, service)
                self.ended_early += not service.running
                await service.kill()
            cut_off = await self._note()
            await self._servers.release()
            self.instants[came] += 1
            progress = f"{cut_off} under way; {(await self._peek.states())['sent']} sent"
            say(f"kill {number} of {len(kills)}, {kill.platform}: {came}; {progress}; restart {kill.pause}")
            await asyncio.sleep(kill.down)
            await self._servers.set_clock(await self._servers.now() + LENGTHS[kill.pause])

    async def finish(self) -> tuple[int | None, float]:
        """Let it send the rest, through an outage of the network; its exit code, and the seconds that its end took."""
        await self._servers.set_clock(await self._servers.now() + LENGTHS[Pause.LEASE])
        async with self._newspeg.running("--as-of", await self._as_of()) as service:
            await asyncio.sleep(self._rng.uniform(4, 6))
            await self._servers.reach(possible=False)
            await asyncio.sleep(_OUTAGE_S)
            await self._servers.reach(possible=True)
            with suppress(TimeoutError):  # what it has not sent by then is found in the ledgers
                await until(self._finished, _FINISHED_WITHIN_S, every=_LOOK_S)
            return await service.stop()

    async def _finished(self) -> bool:
        states = await self._peek.states()
        say(f"to the end: {dict(states)}")
        return not states["pending"] and not states["sending"]

    async def _as_of(self) -> str:
        return (await self._servers.now()).isoformat(timespec="milliseconds")

    async def _instant(self, kill: Kill, service: Service) -> Instant:
        """Wait for the instant; at random if it does not come."""
        if kill.instant is Instant.RANDOM:
            await asyncio.sleep(kill.seconds)
            return Instant.RANDOM
        point = POINTS[kill.instant]
        await self._servers.hold(kill.platform, point, 0 if point is Point.LOGIN else kill.after)
        if not await self._servers.held(_PATIENCE_S):
            return Instant.RANDOM
        if kill.instant is Instant.LOGIN and not await self._claimed(kill.platform):
            return Instant.RANDOM
        await asyncio.sleep(kill.seconds / 10)  # more of them get as far
        return kill.instant if service.running else Instant.RANDOM

    async def _claimed(self, platform: str) -> bool:
        """Whether posts have been claimed that cannot have been sent."""

        async def so() -> bool:
            return any(claim.address[0] == platform for claim in await self._peek.claims() - self._claims)

        with suppress(TimeoutError):
            await until(so, _CLAIMED_WITHIN_S, every=0.1)
        return await so()

    async def _note(self) -> int:
        """Note what was under way when it ended."""
        claims = await self._peek.claims()
        accepted = Counter(message.address for message in (await self._servers.read()).accepted)
        under_way = claims - self._claims
        for claim in under_way:
            self.cut_off[claim.address] += 1
            self.accepted[claim.address[0]] += accepted[claim.address] > self._messages[claim.address]
        self._claims, self._messages = claims, accepted
        return len(under_way)
