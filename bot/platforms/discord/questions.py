"""What an interaction asks, who may ask it, and how it is answered: pure functions of where it comes from.

The origin says in which chat something really happened, and who did it there; what a button or an option says is a
claim by whoever sent it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal

import discord

from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import BY_NAME
from bot.core.asking.platform import Call, Payload
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card, Paragraph, plain
from bot.core.wording.invocations import Invocation
from bot.platforms.discord import DISCORD, PERSON
from bot.platforms.discord.rendering import render

WORDS = {
    "view_channel": "View Channel",
    "send_messages": "Send Messages",
    "send_messages_in_threads": "Send Messages in Threads",
    "embed_links": "Embed Links",
    "read_message_history": "Read Message History",
}
"""What the bot needs to post in a channel, by discord.py's names of it, in the words of Discord's English client."""

Announced = Literal["not yet", "for the reader", "for all"]
"""Whether Discord was told that an answer will come, and for whom; the latter cannot be changed any more."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an interaction comes from."""

    person: ChatKey
    """The private chat with the one who asks."""
    locale: str | None
    """The reader's own language, as Discord names it: `en-GB`, `hr`."""
    channel: ChatKey | None = None
    """The channel, where the bot is a member of its guild: not brought along by a reader."""
    in_private: bool = False
    """True if it is the bot's own chat with the person."""
    title: str | None = None
    """What the channel is called: `#news (The server)`."""
    may_manage: bool = True
    lacks: tuple[str, ...] = ()
    """The permissions to post that the bot does not have there."""
    under: Literal["nothing", "for the reader", "for all"] = "nothing"
    """What was pressed: a message that the reader alone sees for now, another one, or none."""

    @property
    def chat(self) -> ChatKey:
        """The channel where the bot is a member; else the person, as in private or where a reader brought it along."""
        return self.channel or self.person

    @property
    def is_own_message(self) -> bool:
        """True if the pressed message is the reader's alone, so that the answer may take its place."""
        return self.under == "for the reader" or (self.under == "for all" and self.in_private)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and how its answer is shown: in the place of the pressed message, or as a new one.

    A new one is `ephemeral` if it is for the reader alone, which a private card is anyway.
    """

    origin: Origin
    invocation: Invocation | None
    """None where nobody can read what was pressed."""
    edits: bool = False
    ephemeral: bool = False

    @property
    def locale(self) -> str | None:
        """The reader's own language."""
        return self.origin.locale

    @property
    def reaches(self) -> bool:
        """True if something may be written to the person in another chat than this one."""
        return not self.origin.in_private

    @property
    def request(self) -> Request | None:
        """What the desk is asked."""
        if self.invocation is None:
            return None
        origin = self.origin
        return Request(
            self.invocation,
            origin.chat,
            origin.locale,
            may_manage=origin.may_manage,
            can_post=not origin.lacks and (origin.channel is not None or origin.in_private),
            lacks=origin.lacks,
            by=origin.person,
            person=origin.person,
            title=origin.title,
        )

    @property
    def apologetically(self) -> "Question":
        """For an answer in the place of one that failed: the pressed message stays as it is."""
        return replace(self, edits=False)

    @property
    def announcement(self) -> Call:
        """What tells Discord that the answer will come."""
        method = "deferUpdateMessage" if self.edits else "deferReply"
        return Call(method, {}, {}, ephemeral=self.ephemeral)

    def calls(self, card: Card, announced: Announced = "not yet") -> Sequence[Call]:
        """What answers with this card; what does not fit into one message follows in more."""
        return self._placed(render(card), card, announced)

    def calls_in_words(self, card: Card, announced: Announced) -> Sequence[Call]:
        """What answers with a short card's title and text, without any form."""
        said = [plain(block.text) for block in card.blocks if isinstance(block, Paragraph)]
        return self._placed([{"content": "\n\n".join([card.title, *said])}], card, announced)

    def _placed(self, payloads: Sequence[Payload], card: Card, announced: Announced) -> Sequence[Call]:
        ephemeral = self._is_ephemeral(card)
        messages = [Call("createFollowupMessage", payload, {}, ephemeral=ephemeral) for payload in payloads]
        messages[-1] = replace(messages[-1], file=card.attachment)
        first, *others = messages
        if self.edits and not card.attachment:
            method = "updateMessage" if announced == "not yet" else "editOriginalInteractionResponse"
            return (replace(first, method=method, replaces=True), *others)
        if announced == "not yet":
            return (replace(first, method="createInteractionResponse"), *others)
        if announced == "for all" and ephemeral:
            return (Call("deleteOriginalInteractionResponse", {}, {}), *messages)
        return messages

    def _is_ephemeral(self, card: Card) -> bool:
        if self.edits:
            return self.origin.under == "for the reader"
        return self.ephemeral or card.private


def asked_by_command(origin: Origin, command: AnyCommand, values: Mapping[str, str | int | None]) -> Question:
    """The question of a slash command with its options."""
    return Question(origin, command.invocation(values), ephemeral=command.private)


def asked_by_press(origin: Origin, invocation: Invocation | None) -> Question:
    """The question of a button or a list; a message that others see stays as it is."""
    known = invocation is not None and invocation.command in BY_NAME
    edits = known and origin.is_own_message
    return Question(origin, invocation, edits=edits, ephemeral=not edits)


def origin_of(interaction: discord.Interaction[Any]) -> Origin:
    """The origin of an interaction."""
    in_guild = _in_our_guild(interaction)
    may, message = interaction.permissions, interaction.message
    has_channel = in_guild and interaction.channel_id
    return Origin(
        ChatKey(DISCORD.name, f"{PERSON}{interaction.user.id}"),
        locale_of(interaction),
        ChatKey(DISCORD.name, str(interaction.channel_id)) if has_channel else None,
        in_private=interaction.guild_id is None and interaction.context.dm_channel is True,
        title=_title_of(interaction) if in_guild else None,
        may_manage=not in_guild or may.manage_channels or may.administrator,
        lacks=_lacking(interaction) if in_guild else (),
        under="nothing" if message is None else "for the reader" if message.flags.ephemeral else "for all",
    )


UNTOLD = Origin(ChatKey(DISCORD.name, ""), None)
"""The origin of what cannot be read: nothing is asked from there."""


def locale_of(interaction: discord.Interaction[Any]) -> str:
    """The language of the one who asks."""
    return str(interaction.locale.value)


def _in_our_guild(interaction: discord.Interaction[Any]) -> bool:
    """True if the bot is a member of the guild, and not brought along by the reader, or by whoever got the message."""
    if interaction.is_guild_integration():
        return True
    is_member = interaction.client.get_guild(interaction.guild_id or 0) is not None
    return is_member and not interaction.is_user_integration()


def _title_of(interaction: discord.Interaction[Any]) -> str | None:
    name = getattr(interaction.channel, "name", None)
    if not name:
        return None
    sign = "" if isinstance(interaction.channel, discord.Thread) else "#"
    guild = interaction.guild.name if interaction.guild else ""
    return f"{sign}{name} ({guild})" if guild else f"{sign}{name}"


def _lacking(interaction: discord.Interaction[Any]) -> tuple[str, ...]:
    """The permissions that the bot does not have; publishing its own posts takes no more."""
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
