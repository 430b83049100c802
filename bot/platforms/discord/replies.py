"""Sends replies: makes the calls that the adapter decided on, with discord.py, in one interaction."""

import io
from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import discord
import structlog

from bot.core.asking.platform import Call, Payload
from bot.core.asking.requests import Request
from bot.core.wording.cards import Attachment, Card
from bot.platforms.discord.errors import FAILURES
from bot.platforms.discord.questions import Announced, Question
from bot.platforms.discord.rendering import as_one

log = structlog.get_logger()

_EMPTIED: dict[str, Any] = {"view": None, "attachments": []}
"""The fields that an edit takes away if nothing replaces them."""


class Reply:
    """Answers one interaction."""

    def __init__(self, interaction: discord.Interaction[Any], question: Question) -> None:
        self._interaction = interaction
        self._question = question
        self._awaited_by_all = False

    @property
    def request(self) -> Request | None:
        """The request for the desk; with a way to write to the person, if that is another chat."""
        request = self._question.request
        if request is None or not self._question.reaches:
            return request
        return replace(request, reach=partial(write_to, self._interaction.user))

    async def announce(self) -> None:
        """Tell Discord that the answer will come."""
        self._awaited_by_all = not (self._question.edits or self._question.ephemeral)
        await self._make(self._question.announcement)

    async def send(self, card: Card) -> None:
        """Answer with a card."""
        await self._make_all(self._question.calls(card, self._announced))

    async def _make_all(self, calls: Sequence[Call]) -> None:
        first, *others = calls
        await self._make(first)
        self._awaited_by_all = False
        for call in others:
            await self._make(call)

    async def apologise(self, card: Card) -> None:
        """Send the card instead of an answer that failed."""
        self._question = self._question.apologetically
        try:
            calls = self._question.calls(card, self._announced)
        except Exception:  # noqa: BLE001 -- rendering may be what failed, and that is on record
            calls = self._question.calls_in_words(card, self._announced)
        await self._make_all(calls)

    @property
    def _announced(self) -> Announced:
        if not self._interaction.response.is_done():
            return "not yet"
        return "for all" if self._awaited_by_all else "for the reader"

    async def _make(self, call: Call) -> None:
        interaction = self._interaction
        message = _arguments_of(call)
        match call.method:
            case "createInteractionResponse":
                await interaction.response.send_message(**message, ephemeral=call.ephemeral)
            case "createFollowupMessage":
                await interaction.followup.send(**message, ephemeral=call.ephemeral)
            case "updateMessage":
                await interaction.response.edit_message(**{**_EMPTIED, **message})
            case "editOriginalInteractionResponse":
                await interaction.edit_original_response(**{**_EMPTIED, **message})
            case "deleteOriginalInteractionResponse":
                await interaction.delete_original_response()
            case "deferReply" | "deferUpdateMessage":
                thinking = call.method == "deferReply"
                await interaction.response.defer(ephemeral=call.ephemeral, thinking=thinking)
            case _:
                raise NotImplementedError(call.method)


async def write_to(person: discord.User | discord.Member, card: Card) -> str | None:
    """Send a card to a person in private, at once; return why that failed, or None."""
    message: dict[str, Any] = arguments(as_one(card))
    try:
        await person.send(**message)
    except FAILURES as error:
        log.info("a person cannot be written to", platform="discord", reason=str(error))
        return str(error)
    return None


def _arguments_of(call: Call) -> dict[str, Any]:
    message = arguments(call.payload) if "embeds" in call.payload else call.payload
    return {**message, "file": _file(call.file)} if call.file else message


def arguments(payload: Payload) -> dict[str, Any]:
    """Return a rendered message as discord.py's arguments."""
    arguments: dict[str, Any] = {"embeds": [discord.Embed.from_dict(embed) for embed in payload["embeds"]]}
    if payload["components"]:
        arguments["view"] = _view(payload["components"])
    return arguments


def _view(rows: list[Payload]) -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    for number, row in enumerate(rows):
        for component in row["components"]:
            view.add_item(_item(component, number))
    # Presses are found by their custom_id; a view that listens would stay in memory for every message sent.
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
