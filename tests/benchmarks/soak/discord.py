"""A Discord that enforces its limits: the part of its HTTP API that posts need, and faults on demand."""

import json
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from itertools import count
from typing import Any

from aiohttp import web

from tests.benchmarks.soak.book import Book, PretendedClock
from tests.benchmarks.soak.faults import ACCEPTED_UNANSWERED, Fault, Faults, Holds, Point
from tests.benchmarks.soak.limits import DiscordLimits, Window
from tests.benchmarks.soak.telegram import cut
from tests.servers.discord_gateway import Gateway
from tests.servers.discord_payloads import APPLICATION, GUILD, Payload, message, user

PLATFORM = "discord"
PREFIX = "/api/v10"
TOKEN = "loopback-token-that-nobody-may-see"
NONCE_HOLDS = timedelta(minutes=3)
"""For so long a nonce is known; Discord says “a few minutes”."""
_EPOCH_MS = 1_420_070_400_000
_VIA = {"Via": "1.1 google"}  # without it discord.py takes a 429 for a ban

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class Discord:
    """Discord's HTTP API, and the gateway that `newspeg run` connects to."""

    def __init__(self, book: Book, faults: Faults, holds: Holds, clock: PretendedClock) -> None:
        self._book = book
        self._faults = faults
        self._holds = holds
        self._clock = clock
        self._limits: DiscordLimits | None = DiscordLimits()
        self._numbers = count()
        self._commands: list[Payload] = []
        self._messages: defaultdict[str, dict[str, Payload]] = defaultdict(dict)
        self._nonces: dict[tuple[str, str], tuple[str, datetime]] = {}
        self.gateway = Gateway(TOKEN)

    def routes(self) -> list[web.RouteDef]:
        """Where it answers."""
        commands = f"{PREFIX}/applications/{{application}}/commands"
        messages = f"{PREFIX}/channels/{{channel}}/messages"
        return [
            web.get("/gateway", self.gateway.serve),
            web.get(f"{PREFIX}/gateway/bot", self._limited(self._gateway)),
            web.get(f"{PREFIX}/users/@me", self._limited(self._me)),
            web.get(f"{PREFIX}/oauth2/applications/@me", self._limited(self._application)),
            web.get(f"{PREFIX}/applications/@me", self._limited(self._application)),
            web.get(commands, self._limited(self._list_commands)),
            web.put(commands, self._limited(self._replace_commands)),
            web.get(f"{PREFIX}/channels/{{channel}}", self._limited(self._channel)),
            web.get(messages, self._limited(self._history)),
            web.post(messages, self._limited(self._create)),
        ]

    def enforce(self, *, limits: bool) -> None:
        """Enforce the limits, from a fresh start; or none."""
        self._limits = DiscordLimits() if limits else None

    def _limited(self, handler: Handler) -> Handler:
        """A handler behind the limit of all requests."""

        async def handle(request: web.Request) -> web.StreamResponse:
            self._book.requests[f"{PLATFORM} {request.method} {handler.__name__.strip('_')}"] += 1
            if wait := self._limits.take(time.monotonic()) if self._limits else 0.0:
                self._book.refuse(PLATFORM, "global")
                return _too_many(wait, everywhere=True)
            return await handler(request)

        return handle

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        return _json({"url": self.gateway.url, "shards": 1, "session_start_limit": limit})

    async def _me(self, _: web.Request) -> web.Response:
        await self._holds.pass_by(PLATFORM, Point.LOGIN)
        return _json(user(APPLICATION, "newspeg", bot=True))

    async def _application(self, _: web.Request) -> web.Response:
        public = {"bot_public": True, "bot_require_code_grant": False, "flags": 0, "verify_key": ""}
        named = {"id": APPLICATION, "name": "newspeg", "description": "", "icon": None, "summary": "", "owner": user()}
        return _json({**named, **public})

    async def _list_commands(self, _: web.Request) -> web.Response:
        return _json(self._commands)

    async def _replace_commands(self, request: web.Request) -> web.Response:
        own = {"application_id": APPLICATION, "version": "1", "default_member_permissions": None}
        self._commands = [{**each, **own, "id": self._snowflake()} for each in await request.json()]
        return _json(self._commands)

    async def _channel(self, request: web.Request) -> web.Response:
        return _json({"id": request.match_info["channel"], "type": 0, "name": "news", "guild_id": GUILD})

    async def _history(self, request: web.Request) -> web.Response:
        after, limit = int(request.query.get("after", 0)), int(request.query.get("limit", 50))
        there = [each for number, each in self._messages[request.match_info["channel"]].items() if int(number) > after]
        return _json(there[:limit][::-1])

    async def _create(self, request: web.Request) -> web.Response:
        body, channel = json.loads(await request.read()), request.match_info["channel"]
        await self._holds.pass_by(PLATFORM, Point.ARRIVED)
        window = self._limits.channel(channel) if self._limits else None
        if window and (wait := window.wait(time.monotonic())):
            self._book.refuse(PLATFORM, channel)
            return _too_many(wait, everywhere=False, headers=_bucket(window))
        if channel in self._faults.blocked:
            return _json({"message": "Missing Access", "code": 50001}, 403)
        fault = self._faults.next(PLATFORM, channel)
        if fault is not None and fault not in ACCEPTED_UNANSWERED:
            return _fails(request, fault)
        if window:
            window.take()
        kept = self._keep(channel, body, answered=fault is None)
        await self._holds.pass_by(PLATFORM, Point.ACCEPTED)
        return _fails(request, fault) if fault else _json(kept, headers=_bucket(window) if window else None)

    def _keep(self, channel: str, body: Payload, *, answered: bool) -> Payload:
        """The message; for a repeat under the same nonce, the first one."""
        nonce, now = str(body.get("nonce", "")), self._clock.now()
        if body.get("enforce_nonce") and (known := self._nonces.get((channel, nonce))):
            number, since = known
            if now - since < NONCE_HOLDS:
                return self._messages[channel][number]
        kept = {**message(channel, body), "id": self._snowflake(), "timestamp": now.isoformat()}
        self._messages[channel][kept["id"]] = kept
        self._nonces[channel, nonce] = kept["id"], now
        self._book.accept(PLATFORM, channel, kept["id"], json.dumps(body.get("embeds")), nonce, answered=answered)
        return kept

    def _snowflake(self) -> str:
        """An id that tells its moment, as Discord's do."""
        milliseconds = int(self._clock.now().timestamp() * 1000) - _EPOCH_MS
        return str((milliseconds << 22) + next(self._numbers) % (1 << 22))


def _fails(request: web.Request, fault: Fault) -> web.Response:
    match fault:
        case Fault.CUT | Fault.LOST:
            return cut(request)
        case Fault.FLOOD:
            return _too_many(1.0, everywhere=False)
        case Fault.BROKEN:
            return _json({"message": "500: Internal Server Error", "code": 0}, 500)
        case Fault.GATEWAY | Fault.GATEWAY_LOST:
            return _json({"message": "502: Bad Gateway", "code": 0}, 502)


def _too_many(wait: float, *, everywhere: bool, headers: Mapping[str, str] | None = None) -> web.Response:
    body = {"message": "You are being rate limited.", "retry_after": round(wait, 3), "global": everywhere}
    scope = {"X-RateLimit-Global": "true"} if everywhere else {}
    return _json(body, 429, {"Retry-After": f"{wait:.3f}", **_VIA, **scope, **(headers or {})})


def _bucket(window: Window) -> Mapping[str, str]:
    left = window.left(time.monotonic())
    return {
        "X-RateLimit-Bucket": "messages",
        "X-RateLimit-Limit": str(window.limit),
        "X-RateLimit-Remaining": str(window.remaining),
        "X-RateLimit-Reset": f"{time.time() + left:.3f}",
        "X-RateLimit-Reset-After": f"{left:.3f}",
    }


def _json(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    # discord.py takes an answer for JSON only if its type is exactly this, without a charset.
    exact = {**(headers or {}), "Content-Type": "application/json"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=exact)
