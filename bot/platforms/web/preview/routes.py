"""Preview's page, and what its panes ask."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any, TypeVar

from pydantic import ValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import BY_NAME, COMMANDS
from bot.platforms.web.pages import Pages
from bot.platforms.web.preview.discord import DiscordPane
from bot.platforms.web.preview.questions import Option, Pressed, Question, Said, SlashCommand
from bot.platforms.web.preview.steps import Step
from bot.platforms.web.preview.studio import Seat, Studio
from bot.platforms.web.preview.suggesting import for_a_line, for_an_option
from bot.platforms.web.preview.telegram import TelegramPane

Q = TypeVar("Q", bound=Question)
Answer = Callable[[Seat, Q], Awaitable[Any]]


def routes(pages: Pages, studio: Studio) -> Sequence[BaseRoute]:
    """The page, its list of commands, and an address for each thing that a reader can do in a pane."""
    telegram, discord = TelegramPane(studio.telegram), DiscordPane(studio.discord)

    async def page(request: Request) -> Response:
        return pages.show(request, "preview.html", {"now": studio.clock().isoformat()})

    async def commands(_: Request) -> Response:
        return JSONResponse([_as_json(command) for command in COMMANDS])

    async def slash(seat: Seat, asked: SlashCommand) -> list[Any]:
        return _steps(await discord.command(seat, _known(asked.command), asked.values))

    async def press_in_discord(seat: Seat, asked: Pressed) -> list[Any]:
        return _steps(await discord.press(seat, asked.data, asked.values, ephemeral=asked.ephemeral))

    async def say(seat: Seat, asked: Said) -> list[Any]:
        return _steps(await telegram.say(seat, asked.text))

    async def press_in_telegram(seat: Seat, asked: Pressed) -> list[Any]:
        return _steps(await telegram.press(seat, asked.data))

    def post(path: str, question: type[Q], answer: Answer[Q]) -> Route:
        async def endpoint(request: Request) -> Response:
            asked = await _read(request, question)
            return JSONResponse(await answer(studio.seat(request, asked.scene, asked.view), asked))

        return Route(f"/preview/{path}", endpoint, methods=["POST"])

    return [
        Route("/preview", page),
        Route("/preview/commands", commands),
        post("telegram/say", Said, say),
        post("telegram/press", Pressed, press_in_telegram),
        post("telegram/search", Said, lambda seat, asked: telegram.search(seat, asked.text)),
        post("telegram/suggest", Said, lambda seat, asked: for_a_line(seat, asked.text)),
        post("discord/command", SlashCommand, slash),
        post("discord/press", Pressed, press_in_discord),
        post("discord/suggest", Option, lambda seat, asked: for_an_option(seat, _known(asked.command), asked)),
    ]


async def _read(request: Request, question: type[Q]) -> Q:
    """The request's body; a 400 where it is not what the page sends."""
    try:
        return question.model_validate_json(await request.body())
    except ValidationError:
        raise HTTPException(400) from None


def _known(name: str) -> AnyCommand:
    if name not in BY_NAME:
        raise HTTPException(404)
    return BY_NAME[name]


def _steps(steps: Sequence[Step]) -> list[Any]:
    return [step.as_json() for step in steps]


def _as_json(command: AnyCommand) -> dict[str, Any]:
    parameters = [
        {"name": each.name, "description": each.description, "suggests": each.suggest is not None}
        for each in command.parameters
    ]
    return {"name": command.name, "description": command.description, "parameters": parameters}
