"""What a reader sees of the bot's answers."""

import re
from typing import Any

import discord
import simcord


def shown(result: simcord.InteractionResult) -> str:
    """Title and text of everything an interaction was answered with."""
    messages = [result.response, *result.followups]
    return "\n".join(text_of(message) for message in messages if message)


def text_of(message: simcord.ResponseMessage | discord.Message) -> str:
    """Title and text of a message, without the backslashes that Discord does not show."""
    parts = [part for embed in message.embeds for part in (embed.title, embed.description) if part]
    return re.sub(r"\\([^0-9A-Za-z\s])", r"\1", "\n".join(parts))


def pressables(message: simcord.ResponseMessage) -> dict[str, dict[str, Any]]:
    """The buttons of a message by label, and its lists by custom_id."""
    components = [component for row in message.components for component in row["components"]]
    return {component.get("label", component["custom_id"]): component for component in components}
