"""The site on a port of this machine, served as in the bot."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import httpx

from bot.platforms.web.platform import WebPlatform
from bot.platforms.web.streams import Streams
from tests.platforms.web.sites import HTML, Site
from tests.waiting import HANGS_AFTER_S


@asynccontextmanager
async def serving(site: Site, streams: Streams | None = None) -> AsyncIterator[tuple[str, asyncio.Task[None]]]:
    """Where a site is served, as an address that ends with a slash, and what serves it."""
    platform = WebPlatform(site.build(), streams or Streams(), "127.0.0.1", 0)
    platform.take_port()
    running = asyncio.create_task(platform.run())
    try:
        yield platform.address, running
    finally:
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running


@asynccontextmanager
async def served(
    site: Site, streams: Streams | None = None
) -> AsyncIterator[tuple[httpx.AsyncClient, asyncio.Task[None]]]:
    """A client of a site that is served, and what serves it."""
    async with (
        serving(site, streams) as (address, running),
        httpx.AsyncClient(base_url=address, headers=HTML, timeout=HANGS_AFTER_S) as client,
    ):
        yield client, running
