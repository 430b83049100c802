"""The slash commands, made from the core's one list of commands; registered if Discord has others."""

import inspect
from collections.abc import Iterator, Mapping
from typing import Any

import discord
import structlog
from discord import app_commands

from bot.core.asking.command import AnyCommand, Parameter
from bot.core.asking.commands import COMMANDS
from bot.core.posting.outcomes import Gone, Rejected, RetryLater
from bot.core.wording.language import Language
from bot.platforms.discord.errors import outcome_of
from bot.platforms.discord.interactions import FrontOffice

Interaction = discord.Interaction[Any]
Choice = app_commands.Choice[str]

_EVERYWHERE = app_commands.AppCommandContext(guild=True, dm_channel=True, private_channel=True)
_FOR_ALL = app_commands.AppInstallationType(guild=True, user=True)
# The fields to compare. Discord adds others when it sends commands back: ids, versions, defaults.
_COMPARED = ("name", "description", "type", "contexts", "integration_types")
_COMPARED_OF_OPTION = (
    "name", "description", "type", "required", "autocomplete", "min_value", "max_value", "max_length",
)  # fmt: skip

log = structlog.get_logger()


class CommandTree(app_commands.CommandTree[Any]):
    """The table in which discord.py looks up commands; a command that it cannot place goes to the desk as it came."""

    def __init__(self, client: discord.Client, office: FrontOffice) -> None:
        super().__init__(client, allowed_contexts=_EVERYWHERE, allowed_installs=_FOR_ALL)
        self._office = office

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError, /) -> None:
        """Answer a command that Discord has in another form, or no longer has; or one that failed before the desk."""
        try:
            if isinstance(error, app_commands.CommandInvokeError):
                raise error.original
            await self._office.answer_outdated(interaction, error)
        except Exception as failure:  # noqa: BLE001 -- the office puts it on record
            await self._office.fail(interaction, failure)

    async def _call(self, interaction: Interaction) -> None:
        """Call the library's method, which would leave a command that it cannot read without an answer."""
        try:
            await super()._call(interaction)
        except app_commands.AppCommandError:
            raise
        except Exception as failure:  # noqa: BLE001 -- as above
            await self._office.fail(interaction, failure)


def slash_commands(office: FrontOffice) -> Iterator[app_commands.Command[Any, ..., None]]:
    """Make one slash command for each command of the core."""
    for command in COMMANDS:
        yield _slash_command(office, command)


async def sync_commands(tree: app_commands.CommandTree[Any]) -> float | None:
    """Register the tree's commands if Discord has others; registered commands still work meanwhile.

    Return None if that is done, or refused for good; else the seconds that Discord asks to wait before a new try.
    """
    try:
        # These are the commands in Discord's form: discord.py's model of a fetched command loses some of its contexts.
        registered = await tree.client.http.get_global_commands(tree.client.application_id or 0)
        wanted = [command.to_dict(tree) for command in tree.get_commands()]
        if _normal(registered) != _normal(wanted):
            await tree.sync()
            log.info("discord commands registered", count=len(wanted))
    except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Discord's
        outcome = outcome_of(error, tree.client.http.token or "")
        for_good = isinstance(outcome, Gone | Rejected)
        log.warning("discord commands not registered", error=outcome.reason, for_good=for_good)
        if for_good:
            return None
        return outcome.seconds if isinstance(outcome, RetryLater) else 0.0
    return None


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
    return inspect.Signature([first, *map(_option, command.options)])


def _option(parameter: Parameter) -> inspect.Parameter:
    return inspect.Parameter(
        parameter.name,
        inspect.Parameter.KEYWORD_ONLY,
        annotation=_type(parameter),
        default=None,
    )


def _type(parameter: Parameter) -> Any:
    if parameter.number:
        return app_commands.Range[int, 1]
    return app_commands.Range[str, None, parameter.longest] if parameter.longest else str


def _suggestions(office: FrontOffice, parameter: Parameter) -> Any:
    async def suggest(interaction: Interaction, typed: str) -> list[Choice]:
        return await office.suggest(interaction, parameter, typed)

    return suggest


def _normal(commands: Any) -> dict[str, Any]:
    """Return the commands by name, without the fields that may differ between equal commands."""
    return {command["name"]: _parts(command) for command in commands}


def _parts(command: Mapping[str, Any]) -> dict[str, Any]:
    parts = {key: command.get(key) for key in _COMPARED}
    parts["contexts"] = sorted(parts["contexts"] or [])
    parts["integration_types"] = sorted(parts["integration_types"] or [])
    options = command.get("options") or []
    return parts | {"options": [[option.get(key) or None for key in _COMPARED_OF_OPTION] for option in options]}
