"""Where an interaction comes from: which chat it is for, who may change it, in which language to answer."""

from functools import partial
from typing import Any

import discord

from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.core.wording.invocations import Invocation
from bot.platforms.discord.permissions import lacking
from bot.platforms.discord.reaching import write_to

Interaction = discord.Interaction[Any]

PLATFORM = "discord"
PERSON = "user:"
"""Before a person's id, in the key of the chat with that person."""


def request_of(interaction: Interaction, invocation: Invocation) -> Request:
    """The request that an interaction makes."""
    lacks = lacking(interaction) if _in_our_guild(interaction) else ()
    return Request(
        invocation,
        chat_of(interaction),
        locale_of(interaction),
        _may_manage(interaction),
        can_post=not lacks and (_in_our_guild(interaction) or _in_our_dm(interaction)),
        lacks=lacks,
        by=person_of(interaction),
        person=person_of(interaction),
        reach=None if _in_our_dm(interaction) else partial(write_to, interaction.user),
    )


def chat_of(interaction: Interaction) -> ChatKey:
    """The channel where the bot is a member; elsewhere, in private or where a reader brought it along, the reader."""
    if interaction.channel_id and _in_our_guild(interaction):
        return ChatKey(PLATFORM, str(interaction.channel_id))
    return person_of(interaction)


def person_of(interaction: Interaction) -> ChatKey:
    """The private chat with the one who asks."""
    return ChatKey(PLATFORM, f"{PERSON}{interaction.user.id}")


def locale_of(interaction: Interaction) -> str:
    """The reader's own language, as Discord names it: `en-GB`, `hr`."""
    return str(interaction.locale.value)


def reply_edits(interaction: Interaction) -> bool:
    """Whether the pressed message is the reader's alone, so that the answer may take its place."""
    message = interaction.message
    return message is not None and (message.flags.ephemeral or _in_our_dm(interaction))


def _may_manage(interaction: Interaction) -> bool:
    may = interaction.permissions
    return not _in_our_guild(interaction) or may.manage_channels or may.administrator


def _in_our_guild(interaction: Interaction) -> bool:
    """Whether the bot is a member of the guild, and not brought along by the reader, or by whoever got the message."""
    if interaction.is_guild_integration():
        return True
    is_member = interaction.client.get_guild(interaction.guild_id or 0) is not None
    return is_member and not interaction.is_user_integration()


def _in_our_dm(interaction: Interaction) -> bool:
    return interaction.guild_id is None and interaction.context.dm_channel is True
