"""A card: a reply that no platform owns.

Text is kept apart from markup: a line is plain strings, moments and links, and only a renderer turns it into a
platform's markup, so nothing that came from a chat or a story file can become markup by itself.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal
from urllib.parse import urljoin, urlsplit

from bot.core.stories.fields import can_be_opened
from bot.core.wording.invocations import Invocation


@dataclass(frozen=True, slots=True)
class Moment:
    """A moment in a line of text. A platform that shows moments in the reader's own zone uses `at` (UTC)."""

    at: datetime
    words: str
    style: Literal["full", "relative"] = "full"
    local: str = ""
    """The time with its zone, to show beside the reader's own time: the card's days are days in that zone."""


@dataclass(frozen=True, slots=True)
class Link:
    """Words in a line of text that lead to a page: `link` makes it, and ValueError says that a URL leads to none."""

    words: str
    url: str

    def __post_init__(self) -> None:
        if not self.words.strip() or not can_be_opened(self.url):
            raise ValueError(f"no link: {self.words!r}, {self.url!r}")


Span = str | Moment | Link
Line = tuple[Span, ...]


def plain(line: Line) -> str:
    """Return the line as plain text."""
    return "".join(span if isinstance(span, str) else span.words for span in line)


def link(words: str | None, url: str | None) -> Span:
    """Return words that lead to a page; without a page that can be opened the words, without words the page's host."""
    if not url or not can_be_opened(url):
        return words or ""
    return Link(words if words and words.strip() else urlsplit(url).hostname or url, url)


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
    leads_to: str = ""
    """Where its citation leads: a path on the page of stories, or the whole URL if the page is published."""
    if_long: Literal["ends sooner", "whole"] = "ends sooner"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of a list; a statement of the story carries its citation."""

    text: Line
    citation: str | None = None
    leads_to: str = ""
    if_long: IfLong = "goes"


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's words, with their speaker and their source."""

    words: str
    attribution: Line
    citation: str
    leads_to: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """Small print."""

    text: Line
    if_long: Literal["ends sooner", "whole"] = "whole"


Block = Heading | Paragraph | Item | Quote | Note
Cited = Paragraph | Item | Quote


def citation_of(block: Cited) -> Span:
    """Return the block's citation, which is a link if it leads to a page; it is empty if there is none."""
    return link(block.citation, block.leads_to) if block.citation and block.citation.strip() else ""


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

    def linked(self, page: str | None) -> "Card":
        """Return the card with citations that lead to the page of stories at this URL, if it is published at one."""
        if page is None:
            return self
        blocks = (
            replace(block, leads_to=urljoin(page, block.leads_to))
            if isinstance(block, Cited) and block.leads_to
            else block
            for block in self.blocks
        )
        return replace(self, blocks=tuple(blocks))

    def _cited(self) -> Iterator[str]:
        for block in self.blocks:
            if isinstance(block, Cited) and block.citation:
                yield block.citation
