"""Presses on buttons and lists, whenever and by whichever process their message was sent."""

import re
from typing import Any, Self

import discord

from bot.platforms.discord import custom_ids


class Pressed(discord.ui.DynamicItem[discord.ui.Item[Any]], template=re.compile(".*", re.DOTALL)):
    """Any button or list on the bot's messages; what it asks stands in its `custom_id` or in the value chosen."""

    @classmethod
    async def from_custom_id(
        cls, _interaction: discord.Interaction[Any], item: discord.ui.Item[Any], _match: re.Match[str], /
    ) -> Self:
        """Called by discord.py for every press."""
        return cls(item)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Ask the desk, or refuse what cannot be read."""
        data: Any = interaction.data
        invocation = custom_ids.pressed(self.custom_id, data.get("values", ()))
        await interaction.client.office.answer_press(interaction, invocation)
