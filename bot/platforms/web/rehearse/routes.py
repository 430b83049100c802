"""Serves Rehearse's page, and the run that it plays."""

import asyncio
from collections.abc import Sequence

from pydantic import ValidationError
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.platforms.web.pages import Pages
from bot.platforms.web.preview.studio import Studio
from bot.platforms.web.rehearse.audience import Subscribers, listeners
from bot.platforms.web.rehearse.run import RehearsalRequest, run
from bot.platforms.web.safety.visitors import visitor_of


def routes(pages: Pages, studio: Studio, subscribed: Subscribers) -> Sequence[BaseRoute]:
    """Return the routes of the page and of its run, which sends nothing and stores nothing."""

    async def page(request: Request) -> Response:
        return pages.show(request, "rehearse/page.html", studio.shown)

    async def rehearsed(request: Request) -> Response:
        try:
            asked = RehearsalRequest.model_validate_json(await request.body())
        except ValidationError as error:
            return JSONResponse({"problem": _first_of(error)}, 422)
        own = studio.chats.of(visitor_of(request).id)
        heard = await listeners(studio.platforms, own, subscribed, asked.sample.settings())
        return JSONResponse(await asyncio.to_thread(run, studio, asked, heard))

    return [Route("/rehearse", page), Route("/rehearse/run", rehearsed, methods=["POST"])]


def _first_of(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    words = first["msg"].removeprefix("Value error, ")
    return words[:1].upper() + words[1:]
