"""How Discord shows cards, for a page that draws it: what is sent, without the sending."""

from bot.core.asking.platform import Likeness
from bot.platforms.discord.custom_ids import pressed
from bot.platforms.discord.rendering import as_one, render


def discord_likeness() -> Likeness:
    """Of any bot."""
    return Likeness(private=render, shared=render, as_one=as_one, pressed=pressed)
