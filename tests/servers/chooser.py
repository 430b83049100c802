"""An endpoint on loopback that speaks as OpenAI's does, and answers what it was told to answer."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any

from aiohttp import web


class ChoosingServer:
    """Answers every request alike, and keeps what it was sent."""

    def __init__(self) -> None:
        self.url = ""
        self.status = 200
        self.body: bytes | str = b""
        self.headers: Mapping[str, str] = {}
        self.slow = asyncio.Event()
        """Unless this is set, a request waits for ever."""
        self.slow.set()
        self.came = asyncio.Event()
        self.requests: list[tuple[Mapping[str, str], Any]] = []

    def says(self, content: str | None, **message: Any) -> None:
        """Reply with this text from now on."""
        message = {"role": "assistant", "content": content, **message}
        self.body = json.dumps({"id": "1", "object": "chat.completion", "choices": [{"index": 0, "message": message}]})

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request; first comes half of the answer if it is slow."""
        self.requests.append((request.headers.copy(), await request.json()))
        body = self.body.encode() if isinstance(self.body, str) else self.body
        response = web.StreamResponse(status=self.status, headers={"Content-Type": "application/json", **self.headers})
        await response.prepare(request)
        await response.write(body[: len(body) // 2])
        self.came.set()
        await self.slow.wait()
        await response.write(body[len(body) // 2 :])
        return response


@asynccontextmanager
async def choosing() -> AsyncIterator[ChoosingServer]:
    """Serve on any free port of this machine."""
    server = ChoosingServer()
    app = web.Application()
    app.router.add_post("/v1/chat/completions", server.handle)
    runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    server.url = f"http://127.0.0.1:{runner.addresses[0][1]}/v1"
    try:
        yield server
    finally:
        await runner.cleanup()
