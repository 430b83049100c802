"""The slash commands, made from the core's one list of commands; it knows their names only from there."""

import inspect
from collections.abc import Iterator
from typing import Any

import discord
from discord import app_commands

from bot.core.asking.command import AnyCommand, Parameter
from bot.core.asking.commands import COMMANDS
from bot.core.wording.language import Language
from bot.platforms.discord.interactions import FrontOffice

Interaction = discord.Interaction[Any]
Choice = app_commands.Choice[str]

_EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_FOR_ALL = app_commands.AppInstallationType(guild=True, user=True)


class CommandTree(app_commands.CommandTree[Any]):
    """Where discord.py looks up what to do; what it cannot place goes to the desk as it came."""

    def __init__(self, client: discord.Client, office: FrontOffice) -> None:
        super().__init__(client, allowed_contexts=_EVERYWHERE, allowed_installs=_FOR_ALL)
        self._office = office

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """A command that is not, or not any longer, as Discord has it; or one that failed before the desk was asked."""
        try:
            if isinstance(error, app_commands.CommandInvokeError):
                raise error.original
            await self._office.answer_outdated(interaction, error)
        except Exception as failure:  # noqa: BLE001 -- the office puts it on record
            await self._office.fail(interaction, failure)

    async def _call(self, interaction: Interaction) -> None:
        """As the library's, which would leave a command that it cannot read without an answer."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as failure:  # noqa: BLE001 -- as above
            await self._office.fail(interaction, failure)


def slash_commands(office: FrontOffice) -> Iterator[app_commands.Command[Any, ..., None]]:
    """One slash command for each of the core's."""
    for command in COMMANDS:
        yield _slash_command(office, command)


def _slash_command(office: FrontOffice, command: AnyCommand) -> app_commands.Command[Any, ..., None]:
    say = Language().gettext
    slash: app_commands.Command[Any, ..., None] = app_commands.Command(
        name=command.name, description=say(command.description), callback=_callback(office, command)
    )
    for parameter in command.parameters:
        if parameter.suggest:
            slash.autocomplete(parameter.name)(_suggestions(office, parameter))
    return slash


def _callback(office: FrontOffice, command: AnyCommand) -> Any:
    async def answer(interaction: Interaction, **values: str | int | None) -> None:
        await office.answer_command(interaction, command, values)

    # discord.py reads a command's options from its function's signature.
    answer.__signature__ = _signature(command)  # type: ignore[attr-defined] # functions may have it
    descriptions = {each.name: Language().gettext(each.description) for each in command.parameters}
    return app_commands.describe(**descriptions)(answer)


def _signature(command: AnyCommand) -> inspect.Signature:
    first = inspect.Parameter("interaction", inspect.Parameter.POSITIONAL_ONLY)
    return inspect.Signature([first, *map(_option, command.parameters)])


def _option(parameter: Parameter) -> inspect.Parameter:
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=app_commands.Range[int, 1] if parameter.number else str,
        default=None,
    )


def _suggestions(office: FrontOffice, parameter: Parameter) -> Any:
    async def suggest(interaction: Interaction, typed: str) -> list[Choice]:
        return await office.suggest(interaction, parameter, typed)

    return suggest
