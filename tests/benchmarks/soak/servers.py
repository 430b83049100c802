"""The soak's end of the servers: starts their process, and asks of them what `serving.Control` offers."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from multiprocessing import get_context
from typing import Any

import aiohttp

from tests.benchmarks.soak import discord
from tests.benchmarks.soak.book import Accepted, Refused
from tests.benchmarks.soak.faults import Fault, Point
from tests.benchmarks.soak.serving import CONTROL, HOST, serve
from tests.fakes.telegram_api import TOKEN


@dataclass(frozen=True)
class Record:
    """The servers' ledger, as it was read."""

    accepted: Sequence[Accepted]
    refused: Sequence[Refused]
    requests: Counter[str]
    asked: Mapping[str, float]


class Servers:
    """Both platforms' servers, and the settings that make the bot use them."""

    def __init__(self, port: int, control_port: int, session: aiohttp.ClientSession) -> None:
        self._url = f"http://{HOST}:{port}"
        self._control = f"http://{HOST}:{control_port}{CONTROL}"
        self._session = session

    @property
    def telegram_settings(self) -> dict[str, str]:
        """The bot's settings for Telegram."""
        return {"telegram_token": TOKEN, "telegram_api_url": f"{self._url}/bot"}

    @property
    def discord_settings(self) -> dict[str, str]:
        """The bot's settings for Discord."""
        return {"discord_token": discord.TOKEN, "discord_api_url": f"{self._url}{discord.PREFIX}"}

    async def read(self) -> Record:
        """All that was accepted and refused since the ledger was begun."""
        read = await self._call("read")
        return Record(
            [Accepted(*each) for each in read["accepted"]],
            [Refused(*each) for each in read["refused"]],
            Counter(read["requests"]),
            read["asked"],
        )

    async def forget(self) -> None:
        """Begin the ledger anew."""
        await self._call("forget")

    async def count(self) -> int:
        """How many messages were accepted."""
        return int(await self._call("count"))

    async def last_message(self) -> Mapping[str, str]:
        """The parameters of Telegram's last message."""
        message: Mapping[str, str] = await self._call("last_message")
        return message

    async def enforce(self, *, limits: bool) -> None:
        """Enforce the platforms' limits, or none."""
        await self._call("enforce", limits=limits)

    async def fail(
        self, rates: Mapping[Fault, float], blocked: Sequence[str] = (), moved: Mapping[str, str] | None = None
    ) -> None:
        """Inject these faults from now on."""
        await self._call("fail", rates=rates, blocked=blocked, moved=moved or {})

    async def set_clock(self, moment: datetime) -> None:
        """It is this moment now, for message ids and nonces."""
        await self._call("set_clock", moment=moment.isoformat())

    async def now(self) -> datetime:
        """The moment that it is there."""
        return datetime.fromisoformat(await self._call("now"))

    async def hold(self, platform: str, point: Point, after: int) -> None:
        """Hold requests at a point, after some have passed."""
        await self._call("hold", platform=platform, point=point, after=after)

    async def held(self, seconds: float) -> bool:
        """Whether one is held, after waiting so long for it."""
        return bool(await self._call("held", seconds=seconds))

    async def release(self) -> None:
        """Hold no more."""
        await self._call("release")

    async def reach(self, *, possible: bool) -> None:
        """Whether the platforms can be reached."""
        await self._call("reach", possible=possible)

    async def feed(self, update: Mapping[str, Any]) -> None:
        """Let a reader's message wait for the bot."""
        await self._call("feed", update=update)

    async def _call(self, name: str, **arguments: Any) -> Any:
        async with self._session.post(f"{self._control}/{name}", json=arguments) as response:
            response.raise_for_status()
            return await response.json()


@asynccontextmanager
async def serving(seed: int) -> AsyncIterator[Servers]:
    """The servers, in a process of their own for as long as this lasts."""
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=serve, args=(seed, theirs), daemon=True)
    process.start()
    try:
        port, control_port = await asyncio.to_thread(ours.recv)
        async with aiohttp.ClientSession() as session:
            yield Servers(port, control_port, session)
    finally:
        process.terminate()
        process.join()
