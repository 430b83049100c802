"""Brings the slash commands that Discord has registered up to date, only when they differ from ours."""

from collections.abc import Mapping
from typing import Any

import structlog
from discord import app_commands

from bot.core.posting.outcomes import Gone, Rejected, RetryLater
from bot.platforms.discord.errors import outcome_of

# What Discord sends back besides is its own: ids, versions, defaults.
_COMPARED = ("name", "description", "type", "contexts", "integration_types")
_COMPARED_OF_OPTION = ("name", "description", "type", "required", "autocomplete", "min_value", "max_value")

log = structlog.get_logger()


async def sync_commands(tree: app_commands.CommandTree[Any]) -> float | None:
    """Register the tree's commands if Discord has others; what is registered still works.

    None when it is done, or refused for good; else the seconds that Discord asks to wait before it is tried again.
    """
    try:
        # As Discord has them: discord.py's model of a fetched command loses some of its contexts.
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


def _normal(commands: Any) -> dict[str, Any]:
    """The commands by name, without what may differ between two that are the same."""
    return {command["name"]: _parts(command) for command in commands}


def _parts(command: Mapping[str, Any]) -> dict[str, Any]:
    parts = {key: command.get(key) for key in _COMPARED}
    parts["contexts"] = sorted(parts["contexts"] or [])
    parts["integration_types"] = sorted(parts["integration_types"] or [])
    options = command.get("options") or []
    return parts | {"options": [[option.get(key) or None for key in _COMPARED_OF_OPTION] for option in options]}
