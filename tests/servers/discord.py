"""A small Discord of our own on loopback: its HTTP API and its gateway, with faults on demand.

async with DiscordServer() as server:
    platform = DiscordAdapter(desk, server.token, server.api_url)
"""

import asyncio
import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from typing import Any, Self

from aiohttp import web

from tests.contracts import check_discord
from tests.servers.discord_gateway import Gateway
from tests.servers.discord_payloads import APPLICATION, DM, GUILD, Payload, interaction, message, snowflake, user
from tests.servers.ledger import Ledger

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]

PREFIX = "/api/v10"
_WITH_MESSAGE = (4, 7)
_UPDATES = 7
_ANNOUNCEMENTS = 5
_CROSSPOSTED = 1
_OPEN_TO_ALL = ("/interactions/", "/webhooks/")


@dataclass(frozen=True, slots=True)
class Call:
    """One request, its JSON body and the files with it."""

    method: str
    path: str
    body: Any
    files: Mapping[str, bytes] = field(default_factory=dict)

    def fits(self, method: str, pattern: str) -> bool:
        """Whether it goes to this route; `*` stands for anything."""
        return self.method == method and fnmatch(self.path, pattern)


CALL = web.RequestKey("call", Call)


@dataclass(slots=True)
class Fault:
    """An answer instead of the proper one, so many times."""

    method: str
    pattern: str
    status: int
    body: Any
    headers: Mapping[str, str]
    times: int


class DiscordServer:
    """The server; on leaving it fails if a request broke Discord's published contract."""

    def __init__(self, token: str = "loopback-token-that-nobody-may-see") -> None:
        self.token = token
        self.calls: Ledger[Call] = Ledger()
        self.gateway = Gateway(token)
        self.commands: list[Payload] = []
        self.commands_answer: Any = None
        """What is answered in their place."""
        self.messages: dict[str, Payload] = {}
        self.violations: list[str] = []
        self.api_url = ""
        self.announcement_channels: set[str] = set()
        self._faults: list[Fault] = []
        self._held: list[tuple[str, str]] = []
        self._by_nonce: dict[tuple[str, str], str] = {}
        self._interactions: dict[str, Payload] = {}
        self._originals: dict[str, str] = {}
        self._answered: set[str] = set()

    async def __aenter__(self) -> Self:
        application = web.Application(middlewares=[self._record])
        application.add_routes([*self._routes(), web.get("/gateway", self.gateway.serve)])
        self._runner = web.AppRunner(application, handler_cancellation=True, shutdown_timeout=1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        port = self._runner.addresses[0][1]
        self.api_url = f"http://127.0.0.1:{port}{PREFIX}"
        self.gateway.url = f"ws://127.0.0.1:{port}/gateway"
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.gateway.close()
        await self._runner.cleanup()
        assert not self.violations, "\n".join(self.violations)

    def fail(
        self,
        method: str,
        pattern: str,
        status: int,
        *,
        retry_after: float | None = None,
        times: int = 1,
        via: str | None = "1.1 google",
        message: str = "injected",
        code: int = 0,
    ) -> None:
        """Answer the next requests to a route with an error; a 429 names the seconds to wait."""
        body: Payload = {"message": f"{status}: {message}", "code": code}
        headers = {"Via": via} if via else {}
        if retry_after is not None:
            body |= {"retry_after": retry_after, "global": False}
            headers["Retry-After"] = str(retry_after)
        self._faults.append(Fault(method, pattern, status, body, headers, times))

    def spoil(self, method: str, pattern: str, body: Any) -> None:
        """Answer the next request to a route with success, and something else than it should be."""
        self._faults.append(Fault(method, pattern, 200, body, {}, 1))

    def hold(self, method: str, pattern: str) -> None:
        """Never answer a route."""
        self._held.append((method, pattern))

    async def interact(self, what: Payload, where: Payload, locale: str = "en-GB") -> Payload:
        """Send an interaction to the bot."""
        sent = interaction(what, where, locale)
        self._interactions[sent["token"]] = sent
        await self.gateway.dispatch("INTERACTION_CREATE", sent)
        return sent

    async def callback(self, sent: Payload) -> Call:
        """The bot's first answer to an interaction."""
        path = f"/interactions/{sent['id']}/{sent['token']}/callback"
        return await self.calls.wait(lambda call: call.path == path)

    async def answer(self, sent: Payload) -> Payload:
        """The message that answers an interaction, also where the bot has said first that it will come."""
        first = await self.callback(sent)
        if first.body["type"] in _WITH_MESSAGE:
            return dict(first.body["data"])
        later = f"/webhooks/{APPLICATION}/{sent['token']}"
        return dict((await self.calls.wait(lambda call: call.path.startswith(later))).body)

    async def called(self, method: str, pattern: str, count: int = 1) -> Call:
        """The `count`th request to a route, as soon as it came."""
        return await self.calls.wait(lambda call: call.fits(method, pattern), count)

    def _routes(self) -> list[web.RouteDef]:
        original = f"{PREFIX}/webhooks/{{application}}/{{token}}/messages/@original"
        return [
            web.get(f"{PREFIX}/gateway", self._gateway),
            web.get(f"{PREFIX}/gateway/bot", self._gateway),
            web.get(f"{PREFIX}/users/@me", self._me),
            web.get(f"{PREFIX}/oauth2/applications/@me", self._application),
            web.get(f"{PREFIX}/applications/@me", self._application),
            web.get(f"{PREFIX}/applications/{{application}}/commands", self._list_commands),
            web.put(f"{PREFIX}/applications/{{application}}/commands", self._replace_commands),
            web.post(f"{PREFIX}/channels/{{channel}}/messages", self._create_message),
            web.get(f"{PREFIX}/channels/{{channel}}", self._channel),
            web.get(f"{PREFIX}/channels/{{channel}}/messages", self._history),
            web.patch(f"{PREFIX}/channels/{{channel}}/messages/{{message}}", self._edit_message),
            web.post(f"{PREFIX}/channels/{{channel}}/messages/{{message}}/crosspost", self._crosspost),
            web.post(f"{PREFIX}/users/@me/channels", self._open_dm),
            web.post(f"{PREFIX}/interactions/{{id}}/{{token}}/callback", self._callback),
            web.post(f"{PREFIX}/webhooks/{{application}}/{{token}}", self._follow_up),
            web.patch(original, self._edit_original),
            web.delete(original, self._delete_original),
        ]

    @web.middleware
    async def _record(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if not request.path.startswith(PREFIX):
            return await handler(request)
        call = await _read(request)
        request[CALL] = call
        await self.calls.record(call)
        if not call.path.startswith(_OPEN_TO_ALL) and request.headers.get("Authorization") != f"Bot {self.token}":
            return _json({"message": "401: Unauthorized", "code": 0}, 401)
        if any(call.fits(*route) for route in self._held):
            await asyncio.Event().wait()
        if fault := self._next_fault(call):
            return _json(fault.body, fault.status, fault.headers)
        breaches = check_discord(call.method, call.path, call.body, call.files)
        self.violations += [f"{call.method} {call.path}: {breach}" for breach in breaches]
        try:
            return await handler(request)
        except web.HTTPNotFound:
            return _json({"message": "404: Not Found", "code": 0}, 404)

    def _next_fault(self, call: Call) -> Fault | None:
        for fault in self._faults:
            if fault.times and call.fits(fault.method, fault.pattern):
                fault.times -= 1
                return fault
        return None

    async def _gateway(self, _: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 1, "max_concurrency": 1}
        return _json({"url": self.gateway.url, "shards": 1, "session_start_limit": limit})

    async def _me(self, _: web.Request) -> web.Response:
        return _json(user(APPLICATION, "newspeg", bot=True))

    async def _application(self, _: web.Request) -> web.Response:
        public = {"bot_public": True, "bot_require_code_grant": False, "flags": 0, "verify_key": ""}
        named = {"id": APPLICATION, "name": "newspeg", "description": "", "icon": None, "summary": "", "owner": user()}
        return _json({**named, **public})

    async def _list_commands(self, _: web.Request) -> web.Response:
        return _json(self.commands if self.commands_answer is None else self.commands_answer)

    async def _replace_commands(self, request: web.Request) -> web.Response:
        own = {"application_id": APPLICATION, "version": "1", "default_member_permissions": None}
        self.commands = [{**each, **own, "id": snowflake()} for each in request[CALL].body]
        return _json(self.commands)

    async def _create_message(self, request: web.Request) -> web.Response:
        body, channel = request[CALL].body, request.match_info["channel"]
        key = (channel, str(body.get("nonce")))
        if body.get("enforce_nonce") and key in self._by_nonce:
            return _json(self.messages[self._by_nonce[key]])
        created = self._keep(channel, body)
        if body.get("nonce"):
            self._by_nonce[key] = created["id"]
        return _json(created)

    async def _channel(self, request: web.Request) -> web.Response:
        number = request.match_info["channel"]
        kind = _ANNOUNCEMENTS if number in self.announcement_channels else 0
        return _json({"id": number, "type": kind, "name": "news", "guild_id": GUILD})

    async def _history(self, request: web.Request) -> web.Response:
        there = [each for each in self.messages.values() if each["channel_id"] == request.match_info["channel"]]
        after = int(request.query.get("after", 0))
        return _json([each for each in reversed(there) if int(each["id"]) > after])

    async def _edit_message(self, request: web.Request) -> web.Response:
        kept = self.messages.get(request.match_info["message"])
        if kept is None:
            return _json({"message": "Unknown Message", "code": 10008}, 404)
        kept.update(request[CALL].body)
        return _json(kept)

    async def _crosspost(self, request: web.Request) -> web.Response:
        published = self.messages[request.match_info["message"]]
        published["flags"] |= _CROSSPOSTED
        return _json(published)

    async def _open_dm(self, request: web.Request) -> web.Response:
        reader = request[CALL].body["recipient_id"]
        return _json({"id": DM, "type": 1, "recipients": [user(str(reader))]})

    async def _callback(self, request: web.Request) -> web.Response:
        token, body = request.match_info["token"], request[CALL].body
        if token not in self._interactions:
            return _json({"message": "Unknown interaction", "code": 10062}, 404)
        if token in self._answered:
            return _json({"message": "Interaction has already been acknowledged.", "code": 40060}, 400)
        self._answered.add(token)
        answer: Payload = {"interaction": {"id": request.match_info["id"], "type": self._interactions[token]["type"]}}
        if body["type"] in _WITH_MESSAGE:
            shown = self._show(token, body)
            answer["interaction"]["response_message_id"] = shown["id"]
            answer["resource"] = {"type": body["type"], "message": shown}
        return _json(answer)

    def _show(self, token: str, body: Payload) -> Payload:
        sent = self._interactions[token]
        if body["type"] == _UPDATES:
            return {**sent["message"], **body["data"]}
        shown = self._keep(sent["channel_id"], body["data"])
        self._originals[token] = shown["id"]
        return shown

    async def _follow_up(self, request: web.Request) -> web.Response:
        sent = self._interactions[request.match_info["token"]]
        return _json(self._keep(sent["channel_id"], request[CALL].body))

    async def _edit_original(self, request: web.Request) -> web.Response:
        sent = self._interactions[request.match_info["token"]]
        return _json(self._keep(sent["channel_id"], request[CALL].body))

    async def _delete_original(self, _: web.Request) -> web.Response:
        return web.Response(status=204)

    def _keep(self, channel: str, body: Payload) -> Payload:
        kept = message(channel, body)
        self.messages[kept["id"]] = kept
        return kept


async def _read(request: web.Request) -> Call:
    path = request.path.removeprefix(PREFIX)
    if not request.content_type.startswith("multipart/"):
        text = await request.text()
        return Call(request.method, path, json.loads(text) if text else None)
    form = await request.post()
    files = {each.filename: each.file.read() for each in form.values() if isinstance(each, web.FileField)}
    return Call(request.method, path, json.loads(str(form["payload_json"])), files)


def _json(body: Any, status: int = 200, headers: Mapping[str, str] | None = None) -> web.Response:
    # discord.py takes an answer for JSON only if its type is exactly this, without a charset.
    exact = {**(headers or {}), "Content-Type": "application/json"}
    return web.Response(body=json.dumps(body).encode(), status=status, headers=exact)
