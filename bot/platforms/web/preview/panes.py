"""A platform's pane: the calls that its adapter decides on for what a reader does, and what may be typed next."""

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
    """In which of a pane's chats, and when."""

    view: ChatKind = "private"
    scene: Scene = Scene()


class Line(PaneRequest):
    """A message, or what is typed of one."""

    text: Text


class Press(PaneRequest):
    """A button of a message, or a list with what was chosen from it."""

    data: Short
    values: Annotated[list[Short], Field(max_length=25)] = []
    ephemeral: bool = False
    """Whether only the reader sees that message."""


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
        """For the page."""
        return {
            "view": self.view,
            "call": self.call.method,
            "payload": self.call.payload,
            "file": _file(self.call.file) if self.call.file else None,
            "replaces": self.call.replaces,
            "ephemeral": self.call.ephemeral,
        }


async def calls_after(likeness: Likeness, seat: Seat, deed: Deed) -> list[PaneCall]:
    """What the bot does after a reader's deed; nothing where it stays silent."""
    question = likeness.asked(deed, seat.view, seat.locale)
    if question is None:
        return []
    written: list[PaneCall] = []
    card = await _answer(likeness, seat, question, written)
    return [*(PaneCall(seat.view, call) for call in question.calls(card)), *written]


async def results_of(platform: Platform, likeness: Likeness, seat: Seat, text: str) -> Sequence[Payload]:
    """What a search in any chat finds; nothing where the platform has none."""
    if likeness.found is None:
        return []
    return likeness.found(await seat.desk.search(platform.chat("private"), text, seat.locale))


async def _answer(likeness: Likeness, seat: Seat, question: Question, written: list[PaneCall]) -> Card:
    """The card; what is written to the person besides, as that is another chat, goes to `written`."""

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
    """Values for the end of a line such as `/who do`, and what stands before it."""
    name, _, argument = line.removeprefix("/").partition(" ")
    command = BY_NAME.get(name.lower()) if line.startswith("/") else None
    if command is None:
        return {"before": line, "values": []}
    parameter, typed, others = command.being_typed(argument)
    values = await _values(platform, seat, parameter, typed, others)
    return {"before": line[: len(line) - len(typed)] if values else line, "values": values}


async def for_an_option(platform: Platform, seat: Seat, command: AnyCommand, asked: Option) -> list[Any]:
    """Values for one option of a command, as the others stand."""
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
