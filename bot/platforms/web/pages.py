"""Pages from templates: every value is escaped, and every page knows its place and its visitor's token."""

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
"""Fills a template, also off the event loop."""


@dataclass(frozen=True, slots=True)
class _Anyone:
    """Whoever sees a page that is shared: it has no token, and asking for one fails."""

    is_editor: bool
    session: str = ""


class Pages:
    """Fills the templates in `templates`; a part's routes get it and show their pages with it."""

    def __init__(self, url: str | None = None) -> None:
        """`url` is the one under which a proxy publishes the page."""
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
        """A page. Beside its own context a template has `visitor`, `path` and `parts` (those to go to)."""
        return HTMLResponse(self._fill(request, template, visitor_of(request))(context or {}), status)

    def to_share(self, request: Request, template: str) -> Fill:
        """What fills a template for all who may see what this visitor may; none can show what is a visitor's own."""
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
        """The whole address of a path, for whoever reads it outside the page."""
        return urljoin(self._url or str(request.base_url), path)
