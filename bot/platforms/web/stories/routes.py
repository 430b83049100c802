"""The list of stories, a page and a calendar for each."""

import asyncio
from collections.abc import Callable, Mapping, Sequence

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.core.errors import Problem
from bot.core.stories.calendar import calendar_file
from bot.core.stories.library import Clock, Library, Shelf
from bot.core.stories.story import Story
from bot.core.wording.language import Languages
from bot.platforms.web.pages import Pages
from bot.platforms.web.stories.linked_data import linked_data
from bot.platforms.web.stories.reading import Reading
from bot.platforms.web.stories.timeline import draw, entries

Problems = Callable[[], Mapping[str, Sequence[Problem]]]
"""What is wrong in the story files now, by slug; of those that cannot be read the last good version is shown."""

_CALENDAR_AGE_S = 300


def routes(
    pages: Pages, shelf: Shelf, languages: Languages, clock: Clock, problems: Problems = dict
) -> Sequence[BaseRoute]:
    """Open to all; what is wrong in the files is shown to editors."""

    async def listed(request: Request) -> Response:
        found = [(story, languages.get(story.language).date(story.date)) for story in shelf().stories]
        return pages.show(request, "stories.html", {"stories": found, "problems": problems()})

    async def shown(request: Request) -> Response:
        slug = request.path_params["slug"]
        library = shelf()
        if slug in library.retracted:
            return pages.show(request, "retracted.html", status=410)
        story = _published(library, slug)
        say, now = languages.get(story.language), clock()
        reading = Reading(story, say, now)
        dated = entries(story, say)
        address = pages.address(request, f"/stories/{slug}")
        context = {
            "reading": reading,
            "story": story,
            "language": say.tag,
            "entries": dated,
            "timeline": draw(dated, now.date(), say.gettext("today")),
            "address": address,
            "linked_data": linked_data(story, reading.description, address),
            "problems": problems().get(slug, ()),
        }
        return pages.show(request, "story.html", context)

    async def calendar(request: Request) -> Response:
        story = _published(shelf(), request.path_params["slug"])
        content = await asyncio.to_thread(calendar_file, story, story.events, clock())
        headers = {"cache-control": f"max-age={_CALENDAR_AGE_S}"}
        return Response(content, media_type="text/calendar; charset=utf-8", headers=headers)

    return [
        Route("/stories", listed),
        Route("/stories/{slug}.ics", calendar),
        Route("/stories/{slug}", shown),
    ]


def _published(library: Library, slug: str) -> Story:
    if story := library.story(slug):
        return story
    raise HTTPException(410 if slug in library.retracted else 404)
