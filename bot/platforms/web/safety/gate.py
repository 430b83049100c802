"""Lets requests pass a few at a time, so that the event loop gets to the rest of the bot in between.

A flood waits here for as long as it takes; a request for the bot's health passes at once.
"""

from collections import Counter

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.platforms.web.safety.connections import MOST_FROM_ONE, Connection, Refusals
from bot.platforms.web.safety.hosts import LOOPBACK, network_of
from bot.platforms.web.safety.turns import Spending, Turns

HEALTH = "/healthz"
_PIECE = 32 * 1024
_AGAIN = {"retry-after": "5", "connection": "close"}


class Gate:
    """Stands before a site. The state of each request must hold its `connection`."""

    def __init__(self, site: ASGIApp, refusals: Refusals) -> None:
        self._site = site
        self._refusals = refusals
        self._turns = Turns()
        self._under_way: Counter[str] = Counter()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request pass in its turn, or refuse it."""
        connection: Connection = scope["state"].pop("connection")
        network = network_of((scope["client"] or ("",))[0])
        self._under_way[network] += 1
        try:
            with connection.answering():
                await self._pass(connection, network, scope, receive, send)
        finally:
            self._under_way[network] -= 1
            if not self._under_way[network]:
                del self._under_way[network]

    async def _pass(self, connection: Connection, network: str, scope: Scope, receive: Receive, send: Send) -> None:
        body = _Body(receive, is_expected=_announces_body(scope))
        site = self._site
        if scope["path"] != HEALTH:
            if connection.in_reserve:
                site = self._refuse(503, "Too many ask at once.", "no place")
            elif network not in LOOPBACK and self._under_way[network] > MOST_FROM_ONE:
                site = self._refuse(429, "Too much is asked from your address at once.", "too many from one address")
            elif not await self._turns.take(connection):
                return
        await Spending(self._turns, _answer(site, scope, body.receive, _Sending(send, body).send))

    def _refuse(self, status: int, words: str, why: str) -> ASGIApp:
        self._refusals.count(why)
        return PlainTextResponse(words, status, _AGAIN)


async def _answer(site: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await site(scope, receive, send)


class _Body:
    """Receives a request's body, and knows if some of it is unread."""

    def __init__(self, receive: Receive, *, is_expected: bool) -> None:
        self._receive = receive
        self.is_unread = is_expected

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request" and not message.get("more_body"):
            self.is_unread = False
        return message


class _Sending:
    """Sends an answer in pieces, so that little of it waits in memory for a slow reader."""

    def __init__(self, send: Send, body: _Body) -> None:
        self._send = send
        self._body = body

    async def send(self, message: Message) -> None:
        if message["type"] == "http.response.start" and self._body.is_unread:
            # Otherwise the server would go on to read it, however long it is.
            message = {**message, "headers": [*message.get("headers", ()), (b"connection", b"close")]}
        content, start = message.get("body", b""), 0
        while len(content) - start > _PIECE:
            piece = content[start : start + _PIECE]
            await self._send({"type": "http.response.body", "body": piece, "more_body": True})
            start += _PIECE
        await self._send({**message, "body": content[start:]} if start else message)


def _announces_body(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    return "transfer-encoding" in headers or headers.get("content-length", "0") != "0"
