"""Serves the list of stories, and a page and a calendar of each."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from typing import Any

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from bot.core.errors import Problem
from bot.core.stories.anchors import page_path
from bot.core.stories.calendar import calendar_file
from bot.core.stories.library import Clock, Library, Shelf
from bot.core.stories.story import Story
from bot.core.wording.changes import retracted
from bot.core.wording.language import Languages, Voice
from bot.core.wording.sources import in_calendar
from bot.platforms.web.pages import Pages
from bot.platforms.web.safety.visitors import visitor_of
from bot.platforms.web.sharing import Rendering, Renderings
from bot.platforms.web.stories.linked_data import linked_data
from bot.platforms.web.stories.reading import Reading, next_day
from bot.platforms.web.stories.timeline import draw, entries

Problems = Callable[[], Mapping[str, Sequence[Problem]]]
"""Returns the problems in the story files now, by slug; a broken file's last good version stays on the page."""

PER_PAGE = 50
_CALENDAR_AGE_S = 300
_NUMBER = re.compile(r"[0-9]{1,6}")


def routes(
    pages: Pages, shelf: Shelf, languages: Languages, clock: Clock, problems: Problems = dict
) -> Sequence[BaseRoute]:
    """Return the routes, which are open to all; only editors see the problems in the files."""
    renderings = Renderings(clock)

    async def listed(request: Request) -> Response:
        library, wrong = shelf(), problems()
        number, last = _page_asked(request), max(1, -(-len(library.stories) // PER_PAGE))
        if not 1 <= number <= last:
            raise HTTPException(404)

        def fill(now: datetime) -> Mapping[str, Any]:
            stories = library.stories[(number - 1) * PER_PAGE : number * PER_PAGE]
            found = [Reading(story, languages.get(story.language), now) for story in stories]
            address = pages.address(request, "/stories" if number == 1 else f"/stories?page={number}")
            return {"stories": found, "problems": wrong, "number": number, "last": last, "address": address}

        return await answer(request, "stories/list.html", (library, wrong), fill, number)

    async def shown(request: Request) -> Response:
        slug = request.path_params["slug"]
        library, wrong = shelf(), problems()
        if gone := library.retracted.get(slug):
            say = languages.get(gone.language)
            context = {"blocks": retracted(say, gone), "language": say.tag, "story": gone}
            return pages.show(request, "stories/retracted.html", context, status=410)
        story = _published(library, slug)
        say = languages.get(story.language)

        def fill(now: datetime) -> Mapping[str, Any]:
            reading = Reading(story, say, now)
            voice = Voice(say, now)
            dated = entries(story, voice)
            address = pages.address(request, page_path(story))
            return {
                "reading": reading,
                "story": story,
                "language": say.tag,
                "entries": dated,
                "timeline": draw(dated, now.date(), say.gettext("today")),
                "address": address,
                "linked_data": linked_data(story, voice, reading.description, address),
                "problems": wrong.get(slug, ()),
            }

        return await answer(request, "stories/story.html", (library, wrong), fill)

    async def answer(
        request: Request, template: str, version: object, fill: Callable[[datetime], Mapping[str, Any]], number: int = 1
    ) -> Response:
        """Send a page that is made once for all readers, or once for all editors.

        Who has logged in gets a page of their own, as it holds a form with their token.
        """
        visitor = visitor_of(request)
        if visitor.session:
            return pages.show(request, template, fill(clock()))
        filled = pages.to_share(request, template)

        def render(now: datetime) -> Rendering:
            context = fill(now)
            return Rendering(filled(context), context["reading"].until if "reading" in context else next_day(now))

        key = (visitor.is_editor, pages.address(request, request.url.path), number)
        made = await renderings.get(version, key, render)
        return made.answer(request, "text/html", "private, no-cache" if visitor.is_editor else "no-cache")

    async def calendar(request: Request) -> Response:
        library = shelf()
        story = _published(library, request.path_params["slug"])
        say = languages.get(story.language)

        def render(now: datetime) -> Rendering:
            voice = Voice(say, now)
            return Rendering(
                calendar_file(story, story.events, now, lambda event: in_calendar(voice, story, event)), next_day(now)
            )

        made = await renderings.get((library, problems()), story.slug, render)
        return made.answer(request, "text/calendar; charset=utf-8", f"max-age={_CALENDAR_AGE_S}")

    return [
        Route("/stories", listed),
        Route("/stories/{slug}.ics", calendar),
        Route("/stories/{slug}", shown),
    ]


def _published(library: Library, slug: str) -> Story:
    if story := library.story(slug):
        return story
    raise HTTPException(410 if slug in library.retracted else 404)


def _page_asked(request: Request) -> int:
    """Return the number of the page that is asked for; 0 if it is no number."""
    asked = request.query_params.get("page", "1")
    return int(asked) if _NUMBER.fullmatch(asked) else 0
