"""Discord's adapter: interactions become requests, cards become embeds. It knows the core, and no other part."""

from bot.platforms.discord.limits import discord_pace
from bot.platforms.discord.messenger import DiscordMessenger
from bot.platforms.discord.platform import DiscordPlatform
from bot.platforms.discord.rendering import render

__all__ = ["DiscordMessenger", "DiscordPlatform", "discord_pace", "render"]
