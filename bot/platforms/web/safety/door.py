"""Checks every request before a page sees it, and adds protecting headers to every answer."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl, urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection, Request
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.platforms.web.safety.entrance import Entrance
from bot.platforms.web.safety.hosts import Hosts
from bot.platforms.web.safety.visitors import TOKEN_FIELD, TOKEN_HEADER, VISITOR_COOKIE, Visitor, cookie_name

PUBLIC = ("/stories", "/static", "/healthz", "/metrics", "/login")
"""The paths that are open to all, with everything below them."""
_ONLY_READ = ("GET", "HEAD")
_FORM = "application/x-www-form-urlencoded"
_MOST_FIELDS = 100
LARGEST_BODY = 64 * 1024
"""In bytes; the longest question of a chat is far shorter."""
LARGEST_AT_DESK = 2 * 1024 * 1024
"""In bytes; an article of a million bytes grows when it is put into JSON."""
_DESK = "/desk/"
_LONGEST_BODY_S = 10.0
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
    " form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
_HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}
_TLS_FROM_NOW_ON = "max-age=31536000"  # seconds of a year; for this host alone, as others are not ours


@dataclass(frozen=True, slots=True)
class Door:
    """Stands before a site, and lets in the requests that may come in."""

    site: ASGIApp
    hosts: Hosts
    entrance: Entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand a request to the site, or answer it with a refusal."""
        if scope["type"] != "http":
            return
        request = HTTPConnection(scope)
        visitor = self.entrance.recognise(request)
        request.state.visitor = visitor
        send = self._protected(send, visitor, request)
        refusal = self._refusal(request, visitor)
        if refusal is None and scope["method"] not in _ONLY_READ:
            receive, refusal = await _with_body(request, visitor, receive)
        await (refusal or self.site)(scope, receive, send)

    def _refusal(self, request: HTTPConnection, visitor: Visitor) -> Response | None:
        server = request.scope.get("server") or ("", None)
        if not self.hosts.know(request.headers.get("host", ""), server[1]):
            return PlainTextResponse("This page does not answer under that name: see NEWSPEG_WEB_URL.", 400)
        if visitor.is_editor or is_public(request.scope["path"]):
            return None
        if request.scope["method"] in _ONLY_READ and "text/html" in request.headers.get("accept", ""):
            return RedirectResponse(f"/login?{urlencode({'next': _asked(request)})}", 303)
        return PlainTextResponse("Log in first.", 401)

    def _protected(self, send: Send, visitor: Visitor, request: HTTPConnection) -> Send:
        encrypted = self.entrance.is_encrypted(request)

        async def protected(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                protect(headers, encrypted=encrypted)
                if visitor.needs_cookie:
                    name, secure = cookie_name(VISITOR_COOKIE, encrypted=encrypted), "; Secure" if encrypted else ""
                    headers.append("set-cookie", f"{name}={visitor.id}; Path=/; HttpOnly; SameSite=Lax{secure}")
            await send(message)

        return protected


def is_public(path: str) -> bool:
    """True if a path is open to all, even when a password is set."""
    return any(path == each or path.startswith(f"{each}/") for each in PUBLIC)


def _asked(request: HTTPConnection) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


async def _with_body(request: HTTPConnection, visitor: Visitor, receive: Receive) -> tuple[Receive, Response | None]:
    """Read the body; return a `receive` that hands it out, and a refusal if it is too large or has no valid token."""
    try:
        body = await read_body(receive, request.headers.get("content-length"), _largest(request.scope["path"]))
    except BodyRefused as refused:
        return receive, PlainTextResponse(str(refused), refused.status, {"connection": "close"})
    is_form = request.headers.get("content-type", "").partition(";")[0].strip() == _FORM
    given = request.headers.get(TOKEN_HEADER) or (read_form(body).get(TOKEN_FIELD, "") if is_form else "")
    if not visitor.has_token(given):
        return receive, PlainTextResponse("This did not come from a page of this site: load it again.", 403)
    return replay(body, receive), None


def protect(headers: MutableHeaders, *, encrypted: bool) -> None:
    """Tell the browser to run only the page's own scripts, and to store only answers that allow it."""
    headers.update(_HEADERS)
    if encrypted:
        headers["strict-transport-security"] = _TLS_FROM_NOW_ON
    headers.setdefault("cache-control", "no-store")


class BodyRefused(Exception):
    """A body is too large, too slow, or cut off; `status` is the HTTP status to answer with."""

    def __init__(self, status: int, reason: str) -> None:
        super().__init__(reason)
        self.status = status


def _largest(path: str) -> int:
    return LARGEST_AT_DESK if path.startswith(_DESK) else LARGEST_BODY


async def read_body(receive: Receive, length: str | None, most: int = LARGEST_BODY) -> bytes:
    """Read the whole body of at most so many bytes; `length` is its content-length header. Raises BodyRefused."""
    if length is not None and length.isdecimal() and int(length) > most:
        raise BodyRefused(413, "That is too much at once.")
    body = bytearray()
    try:
        async with asyncio.timeout(_LONGEST_BODY_S):
            while True:
                message = await receive()
                if message["type"] == "http.disconnect":
                    raise BodyRefused(400, "The connection was lost.")
                body += message.get("body", b"")
                if len(body) > most:
                    raise BodyRefused(413, "That is too much at once.")
                if not message.get("more_body"):
                    return bytes(body)
    except TimeoutError:
        raise BodyRefused(408, "That took too long.") from None


def replay(body: bytes, receive: Receive) -> Receive:
    """Return a `receive` that hands out the body that was read, then the messages after it."""
    rest: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Message:
        return rest.pop() if rest else await receive()

    return again


def read_form(body: bytes) -> Mapping[str, str]:
    """Return the fields of a form; none if the body is no form."""
    try:
        return dict(parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=_MOST_FIELDS))
    except ValueError:
        return {}


async def form_of(request: Request) -> Mapping[str, str]:
    """Return the fields of the form in a request."""
    return read_form(await request.body())
