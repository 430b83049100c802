"""Puts the site together from its parts.

Each part is a module that offers `routes(...)`; `bot.app` hands in what these need (pages, ports of the core). A part
with a title stands in the navigation, in the given order; `/` leads to the first of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, ExceptionHandler

from bot.platforms.web.pages import FOLDER, Pages
from bot.platforms.web.safety.door import Door
from bot.platforms.web.safety.entrance import Entrance
from bot.platforms.web.safety.hosts import Hosts

_WORDS = {
    HTTPStatus.BAD_REQUEST: "That is not what this page asks for.",
    HTTPStatus.NOT_FOUND: "There is nothing at this address.",
    HTTPStatus.GONE: "What stood here was taken back.",
    HTTPStatus.INTERNAL_SERVER_ERROR: "That is our fault. The log says what went wrong.",
}


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the site: its routes, and its title and path if it stands in the navigation."""

    routes: Sequence[BaseRoute]
    title: str = ""
    path: str = ""


def build_application(parts: Iterable[Part], pages: Pages, hosts: Hosts, entrance: Entrance) -> ASGIApp:
    """Build the whole site behind its door."""
    parts = tuple(parts)
    listed = [part for part in parts if part.title]
    site = Starlette(
        routes=[
            Route("/", lambda _: RedirectResponse(listed[0].path)),
            Mount("/static", _Static(directory=FOLDER / "static")),
            *(route for part in parts for route in part.routes),
        ],
        exception_handlers=_errors(pages),
    )
    site.state.parts = listed
    return Door(site, hosts, entrance)


class _Static(StaticFiles):
    """Serves files that a browser stores, and that it asks for again before each use."""

    def file_response(self, *args: Any, **kwargs: Any) -> Response:
        """Return a file; a 304 without content if the browser has the same one."""
        response = super().file_response(*args, **kwargs)
        response.headers["cache-control"] = "no-cache"
        return response


def _errors(pages: Pages) -> Mapping[Any, ExceptionHandler]:
    async def show_error(request: Request, error: Exception) -> Response:
        status = HTTPStatus(error.status_code if isinstance(error, HTTPException) else 500)
        otherwise = (
            HTTPStatus.INTERNAL_SERVER_ERROR if status >= HTTPStatus.INTERNAL_SERVER_ERROR else HTTPStatus.BAD_REQUEST
        )
        words = _WORDS.get(status, _WORDS[otherwise])
        shown = pages.show(request, "error.html", {"reason": status.phrase, "words": words}, status=status)
        shown.headers.update(getattr(error, "headers", None) or {})
        return shown

    return {HTTPException: show_error, Exception: show_error}
