"""A Bot API server on loopback: it delivers updates by long polling, and keeps a ledger of what the bot asked of it."""

import asyncio
import json
from collections import defaultdict, deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Any, Self

from aiohttp import web

from tests.contracts import check_telegram
from tests.fakes.telegram_api import TOKEN, UNAUTHORIZED, Json, result, success
from tests.servers.ledger import Ledger

DROPPED = None
"""The answer that never comes: the connection is cut instead."""

Answer = tuple[int, bytes] | None


@dataclass(frozen=True, slots=True)
class Received:
    """One request to the Bot API."""

    method: str
    params: Mapping[str, Any]

    def __getitem__(self, name: str) -> Any:
        return self.params[name]


class TelegramServer:
    """Serves one bot while it is entered; on leaving it fails if a request broke the published contract.

    `base_url` and `token` go into the bot's settings.
    """

    def __init__(self, token: str = TOKEN) -> None:
        self.token = token
        self.ledger: Ledger[Received] = Ledger()
        self.breaches: list[str] = []
        self.base_url = ""
        self._answers: dict[str, deque[Answer]] = defaultdict(deque)
        self._updates: list[Json] = []
        self._fed = asyncio.Condition()
        app = web.Application()
        app.router.add_post("/bot{token}/{method}", self._handle)
        self._runner = web.AppRunner(app, access_log=None, handler_cancellation=True, shutdown_timeout=0.1)

    async def __aenter__(self) -> Self:
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.base_url = f"http://127.0.0.1:{self._runner.addresses[0][1]}/bot"
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self._runner.cleanup()
        assert not self.breaches, "\n".join(self.breaches)

    async def feed(self, *updates: Json) -> None:
        """Let updates wait for the bot; their ids must grow."""
        async with self._fed:
            self._updates += updates
            self._fed.notify_all()

    def will_answer(self, method: str, *answers: Answer) -> None:
        """Answer the next requests of a method like this."""
        self._answers[method].extend(answers)

    async def asked(self, method: str, count: int = 1) -> Received:
        """The `count`th request of a method, as soon as it is there."""
        return await self.ledger.wait(lambda received: received.method == method, count)

    async def _handle(self, request: web.Request) -> web.Response:
        method = request.match_info["method"]
        params = {name: _decoded(value) for name, value in (await request.post()).items()}
        self.breaches += [f"{method}: {breach}" for breach in check_telegram(method, params)]
        await self.ledger.record(Received(method, params))
        if request.match_info["token"] != self.token:
            return _response(UNAUTHORIZED)
        if waiting := self._answers[method]:
            return self._faulty(request, waiting.popleft())
        if method == "getUpdates":
            return _response(success(await self._next_updates(**params)))
        return _response(success(result(method, params)))

    def _faulty(self, request: web.Request, answer: Answer) -> web.Response:
        if answer is None:
            assert request.transport
            request.transport.close()
            return web.Response()
        return _response(answer)

    async def _next_updates(
        self,
        offset: int = 0,
        timeout: float = 0,  # noqa: ASYNC109 -- the Bot API's own name
        limit: int = 100,
        allowed_updates: Sequence[str] = (),
    ) -> list[Json]:
        async with self._fed:
            self._updates = [each for each in self._updates if each["update_id"] >= offset]
            try:
                async with asyncio.timeout(timeout):
                    await self._fed.wait_for(lambda: bool(self._updates))
            except TimeoutError:
                return []
            wanted = [each for each in self._updates if not allowed_updates or set(each) & set(allowed_updates)]
            return wanted[:limit]


def _decoded(value: Any) -> Any:
    """A parameter as it was before it was put into a form."""
    if not isinstance(value, str):
        return "uploaded"
    try:
        decoded = json.loads(value)
    except ValueError:
        return value
    return decoded if isinstance(decoded, int | bool | list | dict) else value


def _response(answer: tuple[int, bytes]) -> web.Response:
    code, body = answer
    return web.Response(status=code, body=body, content_type="application/json")
