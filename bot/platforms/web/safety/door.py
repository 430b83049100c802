"""The door: every request passes it before any page sees it, every answer after."""

from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.datastructures import MutableHeaders
from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.platforms.web.safety.bodies import BodyRefused, read_body, read_form, replay
from bot.platforms.web.safety.entrance import Entrance
from bot.platforms.web.safety.headers import protect
from bot.platforms.web.safety.hosts import Hosts
from bot.platforms.web.safety.visitors import TOKEN_FIELD, TOKEN_HEADER, VISITOR_COOKIE, Visitor, cookie_name

PUBLIC = ("/stories", "/static", "/healthz", "/metrics", "/login")
"""What is open to all, with everything below it."""
_ONLY_READ = ("GET", "HEAD")
_FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True, slots=True)
class Door:
    """A site behind its door."""

    site: ASGIApp
    hosts: Hosts
    entrance: Entrance

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer in the site's place."""
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
    """Whether a page is open to all, even where a password is set."""
    return any(path == each or path.startswith(f"{each}/") for each in PUBLIC)


def _asked(request: HTTPConnection) -> str:
    return request.url.path + (f"?{request.url.query}" if request.url.query else "")


async def _with_body(request: HTTPConnection, visitor: Visitor, receive: Receive) -> tuple[Receive, Response | None]:
    """The body, once it is known to be small and to come from one of our own pages; or why it is refused."""
    try:
        body = await read_body(receive, request.headers.get("content-length"))
    except BodyRefused as refused:
        return receive, PlainTextResponse(str(refused), refused.status, {"connection": "close"})
    is_form = request.headers.get("content-type", "").partition(";")[0].strip() == _FORM
    given = request.headers.get(TOKEN_HEADER) or (read_form(body).get(TOKEN_FIELD, "") if is_form else "")
    if not visitor.has_token(given):
        return receive, PlainTextResponse("This did not come from a page of this site: load it again.", 403)
    return replay(body, receive), None
