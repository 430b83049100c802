"""What the panes ask of the server: the bodies of their requests, each bounded."""

from typing import Annotated

from pydantic import BaseModel, Field

from bot.core.asking.platform import ChatKind
from bot.platforms.web.preview.studio import Scene

Text = Annotated[str, Field(max_length=4096)]
Short = Annotated[str, Field(max_length=200)]
Values = Annotated[dict[Short, Text], Field(max_length=10)]


class Question(BaseModel):
    """In which of a pane's chats, and when."""

    view: ChatKind = "private"
    scene: Scene = Scene()


class Line(Question):
    """A message, or what is typed of one."""

    text: Text


class Press(Question):
    """A button of a message, or a list with what was chosen from it."""

    data: Short
    values: Annotated[list[Short], Field(max_length=25)] = []
    ephemeral: bool = False
    """Whether only the reader sees that message."""


class SlashCommand(Question):
    """A command with its options."""

    command: Short
    values: Values = {}


class Option(SlashCommand):
    """An option of a command that is being typed."""

    parameter: Short
    typed: Text = ""
