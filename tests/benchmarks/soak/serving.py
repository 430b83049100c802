"""Both platforms in a process of their own, with a control over HTTP: each of its calls is a method of `Control`."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from multiprocessing.connection import Connection
from typing import Any

from aiohttp import web

from tests.benchmarks.soak.book import Book, PretendedClock
from tests.benchmarks.soak.discord import Discord
from tests.benchmarks.soak.faults import Fault, Faults, Hold, Holds, Point
from tests.benchmarks.soak.telegram import Telegram, cut

CONTROL = "/control"
HOST = "127.0.0.1"


class Control:
    """What the soak may ask of the servers; arguments and results are JSON."""

    def __init__(self, seed: int) -> None:
        self.book = Book()
        self.faults = Faults(seed)
        self.holds = Holds()
        self.clock = PretendedClock()
        self.telegram = Telegram(self.book, self.faults, self.holds)
        self.discord = Discord(self.book, self.faults, self.holds, self.clock)
        self.reachable = True
        self.on_reach: Callable[[bool], Awaitable[None]] | None = None

    async def read(self) -> Mapping[str, Any]:
        """All that was accepted and refused."""
        book = self.book
        return {
            "accepted": book.accepted,
            "refused": book.refused,
            "requests": book.requests,
            "asked": book.asked,
        }

    async def forget(self) -> None:
        """Begin the ledger anew."""
        self.book.forget()

    async def count(self) -> int:
        """How many messages were accepted."""
        return len(self.book.accepted)

    async def last_message(self) -> Mapping[str, str]:
        """The parameters of Telegram's last message."""
        return self.telegram.last_message

    async def enforce(self, limits: bool) -> None:
        """Enforce the platforms' limits, or none."""
        self.telegram.enforce(limits=limits)
        self.discord.enforce(limits=limits)

    async def fail(self, rates: Mapping[str, float], blocked: Sequence[str], moved: Mapping[str, str]) -> None:
        """Inject these faults from now on."""
        self.faults.rates = {Fault(name): rate for name, rate in rates.items()}
        self.faults.blocked, self.faults.moved = frozenset(blocked), moved

    async def set_clock(self, moment: str) -> None:
        """It is this moment now."""
        self.clock.set(datetime.fromisoformat(moment))

    async def now(self) -> str:
        """The moment that it is."""
        return self.clock.now().isoformat()

    async def hold(self, platform: str, point: str, after: int) -> None:
        """Hold requests at a point, after some have passed."""
        self.holds.set(Hold(platform, Point(point), after))

    async def held(self, seconds: float) -> bool:
        """Whether one is held, after waiting so long for it."""
        return await self.holds.held(seconds)

    async def release(self) -> None:
        """Hold no more."""
        self.holds.release()

    async def reach(self, possible: bool) -> None:
        """Whether the platforms can be reached; if not, connections are refused."""
        self.reachable = possible
        assert self.on_reach
        await self.on_reach(possible)

    async def feed(self, update: Mapping[str, Any]) -> None:
        """Let a reader's message wait for the bot."""
        self.book.asked[str(update["message"]["chat"]["id"])] = time.time()
        await self.telegram.feed(update)

    async def handle(self, request: web.Request) -> web.Response:
        """Call a method."""
        result = await getattr(self, request.match_info["call"])(**await request.json())
        return web.json_response(result)

    @web.middleware
    async def within_reach(self, request: web.Request, handler: Any) -> web.StreamResponse:
        """Hang up on a connection that was open before the platforms could no longer be reached."""
        if not self.reachable and not request.path.startswith(CONTROL):
            return cut(request)
        response: web.StreamResponse = await handler(request)
        return response


def serve(seed: int, ready: Connection) -> None:
    """The process: serve until it is ended; the ports of the platforms and of the control go through `ready`."""
    asyncio.run(_serve(seed, ready))


async def _serve(seed: int, ready: Connection) -> None:
    control = Control(seed)
    application = web.Application(middlewares=[control.within_reach])
    application.add_routes([web.post(f"{CONTROL}/{{call}}", control.handle)])
    application.add_routes([*control.telegram.routes(), *control.discord.routes()])
    runner = web.AppRunner(application, access_log=None, handler_cancellation=True)
    await runner.setup()
    door = Door(runner)
    await door.open()
    await web.TCPSite(runner, HOST, 0).start()
    control.on_reach = lambda possible: door.open() if possible else door.close()
    control.discord.gateway.url = f"ws://{HOST}:{door.port}/gateway"
    ready.send((door.port, runner.addresses[1][1]))
    with suppress(EOFError):  # the soak has ended, however it came to that
        await asyncio.to_thread(ready.recv)


class Door:
    """Where the platforms are reached, at the same port each time that it is opened."""

    def __init__(self, runner: web.AppRunner) -> None:
        self._runner = runner
        self._site: web.TCPSite | None = None
        self.port = 0

    async def open(self) -> None:
        """Accept connections."""
        self._site = web.TCPSite(self._runner, HOST, self.port, backlog=1024)
        await self._site.start()
        self.port = self.port or self._runner.addresses[0][1]

    async def close(self) -> None:
        """Refuse them."""
        if self._site:
            await self._site.stop()
