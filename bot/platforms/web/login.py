"""Lets an editor log in and out."""

import math
import re
from collections.abc import Sequence

import structlog
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Route

from bot.platforms.web.pages import Pages
from bot.platforms.web.safety.door import form_of
from bot.platforms.web.safety.entrance import Entrance, TooManyAttempts
from bot.platforms.web.safety.visitors import visitor_of

log = structlog.get_logger(__name__)

_OF_OURS = re.compile(r"/(?!/)[A-Za-z0-9/_.?=&-]*")
_SEE_OTHER = 303


def routes(pages: Pages, entrance: Entrance) -> Sequence[BaseRoute]:
    """Return the routes of the password's form, of logging in, and of logging out."""

    async def ask(request: Request) -> Response:
        onwards = _onwards(request.query_params.get("next", ""))
        visitor = visitor_of(request)
        if visitor.name or (visitor.is_editor and not entrance.has_editors):
            return RedirectResponse(onwards, _SEE_OTHER)
        return shown(request, onwards, "")

    def shown(request: Request, onwards: str, fault: str, status: int = 200) -> Response:
        context = {"onwards": onwards, "fault": fault, "has_names": entrance.has_editors}
        return pages.show(request, "login.html", context, status=status)

    async def enter(request: Request) -> Response:
        form = await form_of(request)
        onwards = _onwards(form.get("next", ""))
        welcome = RedirectResponse(onwards, _SEE_OTHER)
        if entrance.is_open and not entrance.has_editors:
            return welcome
        try:
            if await entrance.enter(request, form.get("password", ""), welcome, name=form.get("name", "").strip()):
                return welcome
        except TooManyAttempts as refusal:
            seconds = math.ceil(refusal.wait_s)
            fault = f"Too many attempts. Try again in {math.ceil(seconds / 60)} min."
            refused = shown(request, onwards, fault, 429)
            refused.headers["retry-after"] = str(seconds)
            return refused
        log.warning("wrong password given to the page", address=request.client.host if request.client else "")
        fault = "That is not the name and its password." if entrance.has_editors else "That is not the password."
        return shown(request, onwards, fault, 403)

    async def leave(request: Request) -> Response:
        farewell = RedirectResponse("/login", _SEE_OTHER)
        entrance.leave(request, farewell)
        return farewell

    return [
        Route("/login", ask),
        Route("/login", enter, methods=["POST"]),
        Route("/logout", leave, methods=["POST"]),
    ]


def _onwards(path: str) -> str:
    """Return the page to go to after logging in: the path, if it is one of this site, else `/`."""
    return path if _OF_OURS.fullmatch(path) else "/"
