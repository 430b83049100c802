"""A card: a reply that no platform owns.

Text is kept apart from markup: a line is plain strings and moments, and only a renderer turns it into a platform's
markup, so nothing that came from a chat or a story file can become markup by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from bot.core.wording.invocations import Invocation


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in a line of text. A platform that shows moments in the reader's own zone uses `at` (UTC)."""

    at: datetime
    words: str
    style: Literal["full", "relative"] = "full"
    local: str = ""
    """The time with its zone, to show beside the reader's own time: the card's days are days in that zone."""


Span = str | Moment
Line = tuple[Span, ...]


def plain(line: Line) -> str:
    """Return the line as plain text."""
    return "".join(span if isinstance(span, str) else span.words for span in line)


IfLong = Literal["goes", "ends sooner", "whole"]
"""What becomes of a block if its card does not fit into one message: how much it matters."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A title over the blocks that follow."""

    text: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text; a statement of the story carries its citation."""

    text: Line
    citation: str | None = None
    if_long: Literal["ends sooner", "whole"] = "ends sooner"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; a statement of the story carries its citation."""

    text: Line
    citation: str | None = None
    if_long: IfLong = "goes"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, with their speaker and their source."""

    words: str
    attribution: Line
    citation: str


@dataclass(frozen=True, slots=True)
class Note:
    """Small print."""

    text: Line
    if_long: Literal["ends sooner", "whole"] = "whole"


Block = Heading | Paragraph | Item | Quote | Note


@dataclass(frozen=True, slots=True)
class Action:
    """A button: its label, and the question that it asks."""

    label: str
    invocation: Invocation
    danger: bool = False


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the card."""

    filename: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Card:
    """A reply: title, blocks, buttons; `choices` are alternatives of one kind, which a platform may show as a list.

    A private card is shown only to the one who asked, where the platform can.
    """

    title: str
    blocks: tuple[Block, ...] = ()
    actions: tuple[Action, ...] = ()
    choices: tuple[Action, ...] = ()
    attachment: Attachment | None = None
    private: bool = False
    more: str = "… and {n} more"
    """What stands in the place of the `n` entries that a message has no room for."""

    @property
    def buttons(self) -> tuple[Action, ...]:
        """All buttons: the choices, then the actions."""
        return self.choices + self.actions

    @property
    def citations(self) -> tuple[str, ...]:
        """The citations of the card, each once, in the order of its statements."""
        return tuple(dict.fromkeys(self._cited()))

    def _cited(self) -> Iterator[str]:
        for block in self.blocks:
            if isinstance(block, Paragraph | Item | Quote) and block.citation:
                yield block.citation
