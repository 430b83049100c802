"""Answers the panes, each of which draws one platform: with the calls of its adapter, and with suggestions to type.

The body of every request has a model with bounds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Any

from pydantic import BaseModel, Field

from bot.core.asking.command import AnyCommand, Parameter
from bot.core.asking.commands import BY_NAME
from bot.core.asking.platform import Call, ChatKind, Deed, Likeness, Payload, Platform, Question
from bot.core.wording.cards import Attachment, Card
from bot.platforms.web.preview.studio import Scene, Seat

Text = Annotated[str, Field(max_length=4096)]
Short = Annotated[str, Field(max_length=200)]
Values = Annotated[dict[Short, Text], Field(max_length=10)]


class PaneRequest(BaseModel):
    """The fields of every request: the chat of the pane in which a reader acts, and the scene."""

    view: ChatKind = "private"
    scene: Scene = Scene()


class Line(PaneRequest):
    """A message, or the part of it that is typed so far."""

    text: Text


class Press(PaneRequest):
    """A press of a button, or a choice of values from a list."""

    data: Short
    values: Annotated[list[Short], Field(max_length=25)] = []
    ephemeral: bool = False
    """True if only the reader sees the message with that button."""


class SlashCommand(PaneRequest):
    """A command with its options."""

    command: Short
    values: Values = {}


class Option(SlashCommand):
    """An option of a command that is being typed."""

    parameter: Short
    typed: Text = ""


@dataclass(frozen=True, slots=True)
class PaneCall:
    """One call to the platform, in one of the visitor's chats."""

    view: ChatKind
    call: Call

    def as_json(self) -> Mapping[str, Any]:
        """Return the call as JSON for the page."""
        return {
            "view": self.view,
            "call": self.call.method,
            "payload": self.call.payload,
            "file": _file(self.call.file) if self.call.file else None,
            "replaces": self.call.replaces,
            "ephemeral": self.call.ephemeral,
        }


async def calls_after(likeness: Likeness, seat: Seat, deed: Deed) -> list[PaneCall]:
    """Return the calls that the bot makes after a reader's deed; none if it stays silent."""
    question = likeness.asked(deed, seat.view, seat.locale)
    if question is None:
        return []
    written: list[PaneCall] = []
    card = await _answer(likeness, seat, question, written)
    return [*(PaneCall(seat.view, call) for call in question.calls(card)), *written]


async def results_of(platform: Platform, likeness: Likeness, seat: Seat, text: str) -> Sequence[Payload]:
    """Return the results of a search from any chat; none if the platform has no such search."""
    if likeness.found is None:
        return []
    return likeness.found(await seat.desk.search(platform.chat("private"), text, seat.locale))


async def _answer(likeness: Likeness, seat: Seat, question: Question, written: list[PaneCall]) -> Card:
    """Return the card that answers; calls that write to the person in private are appended to `written`."""

    async def write(card: Card) -> None:
        written.append(PaneCall("private", likeness.posted(card, "private")))

    request = question.request
    if request is None:
        return seat.desk.too_old(question.locale)
    return await seat.desk.answer(replace(request, reach=write) if question.reaches else request)


def _file(attachment: Attachment) -> Mapping[str, Any]:
    content = attachment.content.decode(errors="replace")
    return {"name": attachment.filename, "size": len(attachment.content), "content": content}


async def for_a_line(platform: Platform, seat: Seat, line: str) -> dict[str, Any]:
    """Return values to complete a line such as `/who do`, and the text before them."""
    name, _, argument = line.removeprefix("/").partition(" ")
    command = BY_NAME.get(name.lower()) if line.startswith("/") else None
    if command is None:
        return {"before": line, "values": []}
    parameter, typed, others = command.being_typed(argument)
    values = await _values(platform, seat, parameter, typed, others)
    return {"before": line[: len(line) - len(typed)] if values else line, "values": values}


async def for_an_option(platform: Platform, seat: Seat, command: AnyCommand, asked: Option) -> list[Any]:
    """Return values to complete one option of a command, given the other options."""
    parameter = next((each for each in command.parameters if each.name == asked.parameter), None)
    others = {name: value for name, value in asked.values.items() if name != asked.parameter and value}
    return await _values(platform, seat, parameter, asked.typed, others)


async def _values(
    platform: Platform, seat: Seat, parameter: Parameter | None, typed: str, others: dict[str, str]
) -> list[Any]:
    if parameter is None or parameter.suggest is None:
        return []
    found = await seat.desk.suggest(platform.chat(seat.view), parameter.suggest, typed, others, seat.locale)
    return [{"label": each.label, "value": each.value} for each in found]
