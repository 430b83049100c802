"""Makes pages from templates: escapes every value, and gives every page its place and its visitor's token."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.platforms.web.safety.door import is_public
from bot.platforms.web.safety.visitors import Visitor, visitor_of

FOLDER = Path(__file__).parent


Fill = Callable[[Mapping[str, Any]], bytes]
"""Fills a template and returns UTF-8; it may run off the event loop."""


@dataclass(frozen=True, slots=True)
class _Anyone:
    """The visitor of a shared page: it has no token, and a template that asks for one fails."""

    is_editor: bool
    session: str = ""


class Pages:
    """Fills the templates in `templates`; the routes of every part show their pages with it."""

    def __init__(self, url: str | None = None) -> None:
        """`url` is the address under which a proxy publishes the page, if one does."""
        self._url = url
        self._environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(FOLDER / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
            auto_reload=False,
        )

    def show(
        self, request: Request, template: str, context: Mapping[str, Any] | None = None, *, status: int = 200
    ) -> Response:
        """Return a page. The template gets `context`, and `visitor`, `path` and `parts` (of the navigation)."""
        return HTMLResponse(self._fill(request, template, visitor_of(request))(context or {}), status)

    def to_share(self, request: Request, template: str) -> Fill:
        """Return a filler for all visitors with the same rights; it can show nothing of one visitor's own."""
        return self._fill(request, template, _Anyone(is_editor=visitor_of(request).is_editor))

    def _fill(self, request: Request, template: str, visitor: Visitor | _Anyone) -> Fill:
        always = {
            "visitor": visitor,
            "path": request.url.path,
            "parts": [part for part in request.app.state.parts if visitor.is_editor or is_public(part.path)],
        }
        found = self._environment.get_template(template)
        return lambda context: found.render({**always, **context}).encode()

    def address(self, request: Request, path: str) -> str:
        """Return the full URL of a path, for readers outside the page."""
        return urljoin(self._url or str(request.base_url), path)
