"""The reply to an interaction: a card's payloads as discord.py's objects, sent in the way that is open to it."""

import io
from typing import Any

import discord

from bot.core.wording.cards import Attachment, Card, Paragraph, plain
from bot.platforms.discord.rendering import Payload, render


class Reply:
    """What one interaction is answered with.

    With `edits` the answer takes the place of the pressed message, unless it brings a file; else it is a new message,
    if `ephemeral` for the reader alone. A private card is for the reader alone anyway.
    """

    def __init__(self, interaction: discord.Interaction[Any], *, edits: bool = False, ephemeral: bool = False) -> None:
        self._interaction = interaction
        self._edits = edits
        self._ephemeral = ephemeral
        self._awaited_by_all = False

    async def defer(self) -> None:
        """Tell Discord that the answer will come."""
        self._awaited_by_all = not (self._edits or self._ephemeral)
        await self._interaction.response.defer(ephemeral=self._ephemeral, thinking=not self._edits)

    async def send(self, card: Card) -> None:
        """Send the card; what does not fit into one message follows in more."""
        await self._send(_messages(card), card)

    async def _send(self, messages: list[dict[str, Any]], card: Card) -> None:
        ephemeral = self._is_ephemeral(card)
        if self._edits and not card.attachment:
            await self._edit(messages.pop(0))
        elif not self._interaction.response.is_done():
            await self._interaction.response.send_message(**messages.pop(0), ephemeral=ephemeral)
        elif self._awaited_by_all and ephemeral:
            # It was announced as a message that all may see, and that cannot be changed.
            await self._interaction.delete_original_response()
        self._awaited_by_all = False
        for message in messages:
            await self._interaction.followup.send(**message, ephemeral=ephemeral)

    async def apologise(self, card: Card) -> None:
        """Send the card instead of an answer that failed; the pressed message stays as it is."""
        self._edits = False
        try:
            messages = _messages(card)
        except Exception:  # noqa: BLE001 -- rendering may be what failed, and that is on record
            messages = [{"content": _words(card)}]
        await self._send(messages, card)

    async def _edit(self, message: dict[str, Any]) -> None:
        changed = {"view": None, "attachments": [], **message}
        if self._interaction.response.is_done():
            await self._interaction.edit_original_response(**changed)
        else:
            await self._interaction.response.edit_message(**changed)

    def _is_ephemeral(self, card: Card) -> bool:
        if self._edits:
            pressed = self._interaction.message
            return pressed is not None and pressed.flags.ephemeral
        return self._ephemeral or card.private


def _messages(card: Card) -> list[dict[str, Any]]:
    messages = [arguments(payload) for payload in render(card)]
    if card.attachment:
        messages[-1]["file"] = _file(card.attachment)
    return messages


def _words(card: Card) -> str:
    """A short card's title and text, without any form."""
    said = [plain(block.text) for block in card.blocks if isinstance(block, Paragraph)]
    return "\n\n".join([card.title, *said])


def arguments(payload: Payload) -> dict[str, Any]:
    """A rendered message as discord.py's arguments."""
    arguments: dict[str, Any] = {"embeds": [discord.Embed.from_dict(embed) for embed in payload["embeds"]]}
    if payload["components"]:
        arguments["view"] = _view(payload["components"])
    return arguments


def _view(rows: list[Payload]) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(rows):
        for component in row["components"]:
            view.add_item(_item(component, number))
    # Presses are found by their custom_id; a view that listens would be kept in memory for every message sent.
    view.stop()
    return view


def _item(component: Payload, row: int) -> discord.ui.Item[Any]:
    if "options" in component:
        options = [discord.SelectOption(**option) for option in component["options"]]
        return discord.ui.Select(custom_id=component["custom_id"], options=options, row=row)
    style = discord.ButtonStyle(component["style"])
    return discord.ui.Button(style=style, label=component["label"], custom_id=component["custom_id"], row=row)


def _file(attachment: Attachment) -> discord.File:
    return discord.File(io.BytesIO(attachment.content), filename=attachment.filename)
