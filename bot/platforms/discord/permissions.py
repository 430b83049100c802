"""What the bot needs in a channel so that `messenger` can post there, in the words of Discord's English client."""

from typing import Any

import discord

WORDS = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
"""By discord.py's names of them."""


def lacking(interaction: discord.Interaction[Any]) -> tuple[str, ...]:
    """Which of them the bot does not have where an interaction comes from; publishing its own posts takes no more."""
    bots = interaction.app_permissions
    if bots.administrator:
        return ()
    in_thread = isinstance(interaction.channel, discord.Thread)
    needed = (
        "view_channel",
        "send_messages_in_threads" if in_thread else "send_messages",
        "embed_links",  # every post is an embed
        "read_message_history",  # a change of plan replies to what was posted before
    )
    return tuple(WORDS[name] for name in needed if not getattr(bots, name))
