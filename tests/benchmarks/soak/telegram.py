"""A Telegram that enforces its limits: what the bot asks of the Bot API, and faults on demand."""

import asyncio
import json
import math
import time
from collections.abc import Mapping
from itertools import count
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from tests.benchmarks.soak.book import Book
from tests.benchmarks.soak.faults import ACCEPTED_UNANSWERED, Fault, Faults, Holds, Point
from tests.benchmarks.soak.limits import TelegramLimits
from tests.fakes.telegram_api import BAD_GATEWAY, BLOCKED, BOT, TOKEN, UNAUTHORIZED, failure, success, too_many_requests

PLATFORM = "telegram"
_MESSAGES = ("sendMessage", "editMessageText")

Answer = tuple[int, bytes]


class Telegram:
    """The Bot API of one bot."""

    def __init__(self, book: Book, faults: Faults, holds: Holds) -> None:
        self._book = book
        self._faults = faults
        self._holds = holds
        self._limits: TelegramLimits | None = TelegramLimits()
        self._numbers = count(1)
        self._menus: dict[str, Any] = {}
        self._updates: list[Mapping[str, Any]] = []
        self._fed = asyncio.Condition()
        self.last_message: Mapping[str, str] = {}
        """The parameters of the last message, so that others can send the same."""

    def routes(self) -> list[web.RouteDef]:
        """Where it answers."""
        return [web.post("/bot{token}/{method}", self._handle)]

    def enforce(self, *, limits: bool) -> None:
        """Enforce the limits, from a fresh start; or none."""
        self._limits = TelegramLimits() if limits else None

    async def feed(self, update: Mapping[str, Any]) -> None:
        """Let an update wait for the bot; their ids must grow."""
        async with self._fed:
            self._updates.append(update)
            self._fed.notify_all()

    async def _handle(self, request: web.Request) -> web.Response:
        if request.match_info["token"] != TOKEN:
            return _response(UNAUTHORIZED)
        method = request.match_info["method"]
        self._book.requests[f"{PLATFORM} {method}"] += 1
        params = dict(parse_qsl((await request.read()).decode(), keep_blank_values=True))
        if method in _MESSAGES:
            return await self._message(request, params)
        return _response(success(await self._result(method, params)))

    async def _result(self, method: str, params: Mapping[str, str]) -> Any:
        scope = params.get("scope", "")
        match method:
            case "getMe":
                await self._holds.pass_by(PLATFORM, Point.LOGIN)
                return BOT
            case "getUpdates":
                return await self._next_updates(params)
            case "getMyCommands":
                return self._menus.get(scope, [])
            case "setMyCommands":
                self._menus[scope] = json.loads(params["commands"])
        return True

    async def _message(self, request: web.Request, params: Mapping[str, str]) -> web.Response:
        chat = params["chat_id"]
        await self._holds.pass_by(PLATFORM, Point.ARRIVED)
        if refusal := self._refusal(chat):
            return _response(refusal)
        fault = self._faults.next(PLATFORM, chat)
        if fault is not None and fault not in ACCEPTED_UNANSWERED:
            return self._fails(request, fault)
        number = params.get("message_id") or str(next(self._numbers))
        self._book.accept(PLATFORM, chat, number, params["text"], answered=fault is None)
        self.last_message = params
        await self._holds.pass_by(PLATFORM, Point.ACCEPTED)
        return self._fails(request, fault) if fault else _response(success(_message(number, chat, params["text"])))

    def _refusal(self, chat: str) -> Answer | None:
        wait = self._limits.take(int(chat), time.monotonic()) if self._limits else 0.0
        if wait:
            self._book.refuse(PLATFORM, chat)
            return too_many_requests(math.ceil(wait))
        if chat in self._faults.blocked:
            return BLOCKED
        if new := self._faults.moved.get(chat):
            text = "Bad Request: group chat was upgraded to a supergroup chat"
            return failure(400, text, migrate_to_chat_id=int(new))
        return None

    @staticmethod
    def _fails(request: web.Request, fault: Fault) -> web.Response:
        match fault:
            case Fault.CUT | Fault.LOST:
                return cut(request)
            case Fault.FLOOD:
                return _response(too_many_requests(1))
            case Fault.BROKEN:
                return _response(failure(500, "Internal Server Error"))
            case Fault.GATEWAY | Fault.GATEWAY_LOST:
                return _response(BAD_GATEWAY)

    async def _next_updates(self, params: Mapping[str, str]) -> list[Mapping[str, Any]]:
        offset, seconds = int(params.get("offset", 0)), float(params.get("timeout", 0))
        async with self._fed:
            self._updates = [each for each in self._updates if each["update_id"] >= offset]
            try:
                async with asyncio.timeout(seconds):
                    await self._fed.wait_for(lambda: bool(self._updates))
            except TimeoutError:
                return []
            return self._updates[:100]


def cut(request: web.Request) -> web.Response:
    """End the connection without an answer."""
    assert request.transport
    request.transport.abort()
    return web.Response()


def _message(number: str, chat: str, text: str) -> Mapping[str, Any]:
    """A message as the Bot API gives it back."""
    where = {"id": int(chat), "type": "supergroup" if int(chat) < 0 else "private"}
    return {"message_id": int(number), "date": int(time.time()), "chat": where, "from": BOT, "text": text}


def _response(answer: Answer) -> web.Response:
    status, body = answer
    return web.Response(status=status, body=body, content_type="application/json")
