"""Turns interactions into questions: who asks, what may be asked, how it is answered. Pure functions of their origin.

The origin says in which chat an interaction really happened, and who caused it; the data of a button or an option
are a claim by their sender.
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
"""The permissions to post in a channel: discord.py's names, and the words of Discord's English client."""

Announced = Literal["not yet", "for the reader", "for all"]
"""The readers for whom Discord was told that an answer will come, if it was; they cannot be changed any more."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The chat and the person of an interaction."""

    person: ChatKey
    """The private chat with the one who asks."""
    locale: str | None
    """The reader's own language, as Discord names it: `en-GB`, `hr`."""
    channel: ChatKey | None = None
    """The channel, if the bot is a member of its guild: not if a reader brought it along."""
    in_private: bool = False
    """True if it is the bot's own chat with the person."""
    title: str | None = None
    """The channel's title: `#news (The server)`."""
    may_manage: bool = True
    lacks: tuple[str, ...] = ()
    """The permissions to post that the bot does not have there."""
    under: Literal["nothing", "for the reader", "for all"] = "nothing"
    """The readers of the pressed message: the asker alone for now, or all; `nothing` if no message was pressed."""

    @property
    def chat(self) -> ChatKey:
        """The channel if the bot is a member there; else the person, in private or where a reader brought it along."""
        return self.channel or self.person

    @property
    def is_own_message(self) -> bool:
        """True if the pressed message is the reader's alone: the answer may replace it."""
        return self.under == "for the reader" or (self.under == "for all" and self.in_private)


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the way to show its answer: in place of the pressed message, or as a new message.

    A new message is `ephemeral` if it is for the reader alone; a private card always is.
    """

    origin: Origin
    invocation: Invocation | None
    """None if nobody can read the data of the press."""
    edits: bool = False
    ephemeral: bool = False

    @property
    def locale(self) -> str | None:
        """The reader's own language."""
        return self.origin.locale

    @property
    def reaches(self) -> bool:
        """True if the person has another chat than this one, and the bot may write there."""
        return not self.origin.in_private

    @property
    def request(self) -> Request | None:
        """The request for the desk."""
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
        """The same question for an apology in place of a failed answer: the pressed message stays as it is."""
        return replace(self, edits=False)

    @property
    def announcement(self) -> Call:
        """The call that tells Discord that the answer will come."""
        method = "deferUpdateMessage" if self.edits else "deferReply"
        return Call(method, {}, {}, ephemeral=self.ephemeral)

    def calls(self, card: Card, announced: Announced = "not yet") -> Sequence[Call]:
        """Return the calls that answer with this card; the parts that do not fit into one message follow in more."""
        return self._placed(render(card), card, announced)

    def calls_in_words(self, card: Card, announced: Announced) -> Sequence[Call]:
        """Return the calls that answer with a short card's title and text, without any form."""
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
    """Return the question of a slash command with its options."""
    return Question(origin, command.invocation(values), ephemeral=command.private)


def asked_by_press(origin: Origin, invocation: Invocation | None) -> Question:
    """Return the question of a button or a list; a message that others see stays as it is."""
    known = invocation is not None and invocation.command in BY_NAME
    edits = known and origin.is_own_message
    return Question(origin, invocation, edits=edits, ephemeral=not edits)


def origin_of(interaction: discord.Interaction[Any]) -> Origin:
    """Return the origin of an interaction."""
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
"""The origin of an interaction that cannot be read: no question is asked from there."""


def locale_of(interaction: discord.Interaction[Any]) -> str:
    """Return the language of the person who asks."""
    return str(interaction.locale.value)


def _in_our_guild(interaction: discord.Interaction[Any]) -> bool:
    """True if the bot is a member of the guild: not if the reader, or a receiver of the message, brought it along."""
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
    """Return the permissions that the bot lacks; to publish its own posts it needs no others."""
    bots = interaction.app_permissions
    if bots.administrator:
        return ()
    in_thread = isinstance(interaction.channel, discord.Thread)
    needed = (
        "view_channel",
        "send_messages_in_threads" if in_thread else "send_messages",
        "embed_links",  # every post is an embed
        "read_message_history",  # a change of plan replies to an earlier post
    )
    return tuple(WORDS[name] for name in needed if not getattr(bots, name))
