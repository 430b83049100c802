"""Serves Preview's page, and answers the requests of its panes."""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import BY_NAME, COMMANDS
from bot.core.asking.platform import Chosen, Deed, Platform, Pressed, Said
from bot.platforms.web.pages import Pages
from bot.platforms.web.preview.panes import (
    Line,
    Option,
    PaneRequest,
    Press,
    SlashCommand,
    calls_after,
    for_a_line,
    for_an_option,
    results_of,
)
from bot.platforms.web.preview.studio import Seat, Studio

Q = TypeVar("Q", bound=PaneRequest)
Answer = Callable[[Seat, Q], Awaitable[Any]]


def routes(pages: Pages, studio: Studio) -> Sequence[BaseRoute]:
    """Return the routes of the page, of its list of commands, and of each thing that a reader can do in a pane."""

    async def page(request: Request) -> Response:
        return pages.show(request, "preview/page.html", studio.shown)

    async def commands(_: Request) -> Response:
        return JSONResponse([_as_json(command) for command in COMMANDS])

    panes = [route for platform in studio.platforms for route in _of_a_pane(studio, platform)]
    return [Route("/preview", page), Route("/preview/commands", commands), *panes]


def _of_a_pane(studio: Studio, platform: Platform) -> Iterator[BaseRoute]:
    """Yield the routes by which a reader writes, presses and searches on a platform."""

    async def after(seat: Seat, deed: Deed) -> list[Any]:
        return [call.as_json() for call in await calls_after(platform.likeness(), seat, deed)]

    def post(path: str, question: type[Q], answer: Answer[Q]) -> Route:
        async def endpoint(request: Request) -> Response:
            asked = await _read(request, question)
            seat = await studio.seat(request, asked.scene, asked.view)
            return JSONResponse(await answer(seat, asked))

        return Route(f"/preview/{platform.name}/{path}", endpoint, methods=["POST"])

    yield post("press", Press, lambda seat, asked: after(seat, Pressed(asked.data, asked.values, asked.ephemeral)))
    if platform.asked_by == "line":
        yield post("say", Line, lambda seat, asked: after(seat, Said(asked.text)))
        yield post("search", Line, lambda seat, asked: results_of(platform, platform.likeness(), seat, asked.text))
        yield post("suggest", Line, lambda seat, asked: for_a_line(platform, seat, asked.text))
    else:
        yield post(
            "command", SlashCommand, lambda seat, asked: after(seat, Chosen(_known(asked.command), asked.values))
        )
        yield post("suggest", Option, lambda seat, asked: for_an_option(platform, seat, _known(asked.command), asked))


async def _read(request: Request, question: type[Q]) -> Q:
    """Read the body of a request; a 400 if it is not what the page sends."""
    try:
        return question.model_validate_json(await request.body())
    except ValidationError:
        raise HTTPException(400) from None


def _known(name: str) -> AnyCommand:
    if name not in BY_NAME:
        raise HTTPException(404)
    return BY_NAME[name]


def _as_json(command: AnyCommand) -> dict[str, Any]:
    parameters = [
        {"name": each.name, "description": each.description, "suggests": each.suggest is not None}
        for each in command.options
    ]
    return {"name": command.name, "description": command.description, "parameters": parameters}
