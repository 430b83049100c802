"""Connections for many calls at a time. httpx looks through all of a pool for each request; so here is one in each."""

import asyncio
from typing import Any

import httpx
from telegram.request import BaseRequest, HTTPXRequest


class Connections(BaseRequest):
    """So many connections, the one used last first; a call waits for a free one."""

    def __init__(self, count: int) -> None:
        shared = {"verify": httpx.create_ssl_context()}  # it takes long to make
        self._all = [HTTPXRequest(1, httpx_kwargs=shared) for _ in range(count)]
        self._free: asyncio.LifoQueue[HTTPXRequest] = asyncio.LifoQueue()
        for each in self._all:
            self._free.put_nowait(each)

    @property
    def read_timeout(self) -> float | None:
        """Seconds."""
        return self._all[0].read_timeout

    async def initialize(self) -> None:
        """Open them again if they were closed."""
        for each in self._all:
            await each.initialize()

    async def shutdown(self) -> None:
        """Close them."""
        for each in self._all:
            await each.shutdown()

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        """Make a request over one of them."""
        connection = await self._free.get()
        try:
            return await connection.do_request(*arguments, **named)
        finally:
            self._free.put_nowait(connection)
