"""Serves the desk: the list of stories, one story to write or to change, its file, a new draft. For editors alone."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.errors import NewspegError
from bot.platforms.web.desk.acts import acts, not_logged_in, refusal
from bot.platforms.web.desk.bodies import NewArticle, read
from bot.platforms.web.desk.tools import Tools
from bot.platforms.web.desk.views import edited, row
from bot.platforms.web.desk.work import Work
from bot.platforms.web.pages import Pages

log = structlog.get_logger(__name__)

PATH = "/desk"
_MOST_EDITS = 20


def routes(pages: Pages, tools: Tools, panes: Callable[[], Mapping[str, Any]]) -> Sequence[BaseRoute]:
    """Return the routes. `panes` gives the context of the preview's panes."""

    async def listed(request: Request) -> Response:
        editor = tools.editor_of(request)
        if editor is None:
            return closed(request)
        stories = [row(each) for each in await tools.manuscripts.listed()]
        edits = [edited(each) for each in await tools.log.latest(_MOST_EDITS)]
        return pages.show(request, "desk/list.html", {"stories": stories, "edits": edits, "editor": editor})

    async def story(request: Request) -> Response:
        editor = tools.editor_of(request)
        if editor is None:
            return closed(request)
        found = await Work(tools, request.path_params["slug"], editor).now()
        return pages.show(request, "desk/story.html", {**panes(), "story": row(found), "editor": editor})

    async def file(request: Request) -> Response:
        editor = tools.editor_of(request)
        if editor is None:
            return closed(request)
        found = await Work(tools, request.path_params["slug"], editor).now()
        kept_as = {"content-disposition": 'attachment; filename="story.yaml"'}
        return PlainTextResponse(found.text, headers=kept_as, media_type="text/yaml")

    async def draft(request: Request) -> Response:
        editor = tools.editor_of(request)
        if editor is None:
            return not_logged_in()
        given = await read(request, NewArticle)
        if not given.article.strip() and not given.url:
            return JSONResponse({"problem": "Paste an article, or its address, first."}, 422)
        try:
            made = await tools.manuscripts.draft(given.article, is_html=given.is_html, url=given.url)
        except NewspegError as error:
            return refusal(error)
        log.info("an editor drafted a story", editor=editor, story=made.slug)
        return JSONResponse({"slug": made.slug})

    def closed(request: Request) -> Response:
        return pages.show(request, "desk/closed.html", status=403)

    return [
        Route(PATH, listed),
        Route(f"{PATH}/articles", draft, methods=["POST"]),
        Route(f"{PATH}/{{slug}}", story),
        Route(f"{PATH}/{{slug}}/story.yaml", file),
        *acts(f"{PATH}/{{slug}}", tools),
    ]
