"""The stories as readable pages."""

from collections.abc import Sequence

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.core.ports import Shelf
from bot.platforms.web.pages import Pages


def routes(pages: Pages, shelf: Shelf) -> Sequence[BaseRoute]:
    """The list of stories, and a page for each."""

    async def listed(request: Request) -> Response:
        return pages.show(request, "stories.html", {"stories": shelf().stories})

    return [Route("/stories", listed)]
