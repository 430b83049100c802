"""The platform running against the loopback server, with a desk that waits or answers as it is told."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

from bot.core.asking.desk import Desk
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.wording.cards import Card
from bot.platforms.discord.adapter import DiscordAdapter
from bot.runtime.catalogues import Catalogues
from bot.runtime.waiting import Sleep
from tests.asking import Asker
from tests.fakes.chats import WatchedStore
from tests.servers.discord import DiscordServer
from tests.servers.discord_gateway import IDENTIFY
from tests.stories import harbour, synthetic
from tests.waiting import HANGS_AFTER_S


class PatientDesk(Desk):
    """The real desk, except that it can be held up, and given other cards to answer with."""

    def __init__(self) -> None:
        self.chats = WatchedStore()
        asker = Asker(harbour(), synthetic(1), chats=self.chats)
        super().__init__(lambda: asker.library, asker.chats, lambda: asker.now, Catalogues())
        self.cards: dict[str, Card | Exception] = {}
        self.asked: asyncio.Queue[Request] = asyncio.Queue()
        self.open = asyncio.Event()
        self.open.set()

    async def answer(self, request: Request) -> Card:
        await self.asked.put(request)
        await self.open.wait()
        card = self.cards.get(request.invocation.command) or await super().answer(request)
        if isinstance(card, Exception):
            raise card
        return card

    async def settings(self, chat: str) -> ChatSettings:
        """What a chat has chosen."""
        return await self.chats.load(ChatKey("discord", chat))


@asynccontextmanager
async def serving(
    server: DiscordServer, desk: Desk, patience: float = HANGS_AFTER_S, sleep: Sleep = asyncio.sleep
) -> AsyncIterator[asyncio.Task[None]]:
    """The platform from the moment it has identified itself; afterwards it is cancelled, and must end in order."""
    platform = DiscordAdapter(desk, server.token, server.api_url, patience=patience, sleep=sleep)
    identified = len(server.gateway.frames.matching(lambda frame: frame["op"] == IDENTIFY))
    task = asyncio.create_task(platform.run())
    ready = asyncio.create_task(server.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY, identified + 1))
    try:
        await asyncio.wait({task, ready}, return_when=asyncio.FIRST_COMPLETED)
        if task.done():
            ready.cancel()
            task.result()
        yield task
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
