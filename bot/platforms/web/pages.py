"""Pages from templates: every value is escaped, and every page knows its place and its visitor's token."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import jinja2
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from bot.platforms.web.safety.door import is_public
from bot.platforms.web.safety.visitors import visitor_of

FOLDER = Path(__file__).parent


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
        visitor = visitor_of(request)
        always = {
            "visitor": visitor,
            "path": request.url.path,
            "parts": [part for part in request.app.state.parts if visitor.is_editor or is_public(part.path)],
        }
        return HTMLResponse(self._environment.get_template(template).render({**always, **(context or {})}), status)

    def address(self, request: Request, path: str) -> str:
        """The whole address of a path, for whoever reads it outside the page."""
        return urljoin(self._url or str(request.base_url), path)
