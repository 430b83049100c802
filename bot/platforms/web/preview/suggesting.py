"""What may be typed next: values from the desk, for the end of a line or for one option of a command."""

from typing import Any

from bot.core.asking.command import AnyCommand, Parameter
from bot.core.asking.commands import BY_NAME
from bot.core.asking.platform import Platform
from bot.platforms.web.preview.questions import Option
from bot.platforms.web.preview.studio import Seat


async def for_a_line(platform: Platform, seat: Seat, line: str) -> dict[str, Any]:
    """Values for the end of a line such as `/who do`, and what stands before it."""
    name, _, argument = line.removeprefix("/").partition(" ")
    command = BY_NAME.get(name.lower()) if line.startswith("/") else None
    if command is None:
        return {"before": line, "values": []}
    parameter, typed, others = command.being_typed(argument)
    values = await _values(platform, seat, parameter, typed, others)
    return {"before": line[: len(line) - len(typed)] if values else line, "values": values}


async def for_an_option(platform: Platform, seat: Seat, command: AnyCommand, asked: Option) -> list[Any]:
    """Values for one option of a command, as the others stand."""
    parameter = next((each for each in command.parameters if each.name == asked.parameter), None)
    others = {name: value for name, value in asked.values.items() if name != asked.parameter and value}
    return await _values(platform, seat, parameter, asked.typed, others)


async def _values(
    platform: Platform, seat: Seat, parameter: Parameter | None, typed: str, others: dict[str, str]
) -> list[Any]:
    if parameter is None or parameter.suggest is None:
        return []
    found = await seat.desk.suggest(platform.chat(seat.view), parameter.suggest, typed, others, seat.locale)
    return [{"label": each.label, "value": each.value} for each in found]
