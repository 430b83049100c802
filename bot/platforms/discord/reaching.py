"""Writing to a person in a private message at once, so that a refusal shows now and not when it matters."""

from typing import Any

import discord
import structlog

from bot.core.wording.cards import Card
from bot.platforms.discord.errors import FAILURES
from bot.platforms.discord.rendering import as_one, render
from bot.platforms.discord.replies import arguments

log = structlog.get_logger()


async def write_to(person: discord.User | discord.Member, card: Card) -> str | None:
    """Send a card to somebody; why that cannot be done, if so."""
    message: dict[str, Any] = arguments(as_one(render(card)))
    try:
        await person.send(**message)
    except FAILURES as error:
        log.info("a person cannot be written to", platform="discord", reason=str(error))
        return str(error)
    return None
