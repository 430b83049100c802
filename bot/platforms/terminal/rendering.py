"""Renders a card for a terminal, as plain text or JSON; no text of a story or a chat becomes markup."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.style import Style
from rich.table import Table
from rich.text import Text

from bot.core.wording.cards import (
    Action,
    Block,
    Card,
    Cited,
    Heading,
    Item,
    Line,
    Link,
    Note,
    Paragraph,
    Quote,
    Span,
    citation_of,
    plain,
)


def render_text(card: Card, *, urls: bool = False) -> str:
    """Render a card as plain text, a block a paragraph; an attached file stands in full, as it is text too.

    With `urls` each link is followed by its URL; a citation's never is, as it would take more room than the statement.
    """
    lines = [_block_text(block, urls) for block in card.blocks]
    if card.attachment:
        lines.append(_attached(card))
    return "\n".join(lines)


def render_plain(card: Card) -> str:
    """Render a card for a pipe: its title, its text, and each choice with the command that takes it."""
    choices = [f"• {choice.label}: {choice.invocation}" for choice in card.choices]
    return "\n".join([card.title, render_text(card, urls=True), *choices, ""])


def render_json(request: str, card: Card) -> Mapping[str, Any]:
    """Return the JSON that `--json` prints for one question."""
    return {
        "request": request,
        "title": card.title,
        "text": render_text(card),
        "actions": [{"label": action.label, "command": str(action.invocation)} for action in card.buttons],
        "citations": list(card.citations),
    }


def render_rich(card: Card) -> RenderableType:
    """Render a card for a person, with numbered buttons: the number presses the button."""
    parts: list[RenderableType] = [Text(card.title, style="bold")]
    parts += [_block_rich(block) for block in card.blocks]
    if card.attachment:
        parts.append(Text(_attached(card), style="cyan"))
    if card.buttons:
        parts.append(_buttons(card.buttons))
    return Group(*parts, Text())


def _attached(card: Card) -> str:
    assert card.attachment is not None
    content = card.attachment.content.decode(errors="replace").replace("\r\n", "\n")
    return f"{card.attachment.filename}:\n{content}"


def _block_text(block: Block, urls: bool) -> str:
    match block:
        case Heading():
            return f"\n{_words(block.text, urls)}"
        case Paragraph():
            return _words(block.text, urls) + _cited(block)
        case Item():
            return f"• {_words(block.text, urls)}{_cited(block)}"
        case Quote():
            return f"“{block.words}”\n  {_words(block.attribution, urls)}{_cited(block)}"
        case Note():
            return _words(block.text, urls)


def _words(line: Line, urls: bool) -> str:
    return "".join(map(_with_url, line)) if urls else plain(line)


def _with_url(span: Span) -> str:
    return f"{span.words} ({span.url})" if isinstance(span, Link) and span.words != span.url else plain((span,))


def _cited(block: Cited) -> str:
    return f" [{block.citation}]" if block.citation else ""


def _block_rich(block: Block) -> RenderableType:
    match block:
        case Heading():
            return Text.assemble("\n", _text(block.text, "bold"))
        case Paragraph():
            return _text(block.text).append_text(_citation(block))
        case Item():
            return _hanging("• ", _text(block.text).append_text(_citation(block)))
        case Quote():
            words = Text(f"“{block.words}”", style="italic")
            return _hanging("▎ ", Group(words, _text(block.attribution).append_text(_citation(block))))
        case Note():
            return _text(block.text, "dim")


def _text(line: Line, style: str = "") -> Text:
    """Return a line whose links can be opened where the terminal can do that; elsewhere their URLs can be read."""
    return Text.assemble(*((_with_url(span), _linking(span)) for span in line), style=style)


def _citation(block: Cited) -> Text:
    cited = citation_of(block)
    return Text.assemble(" [", (plain((cited,)), _linking(cited)), "]", style="dim") if cited else Text()


def _linking(span: Span) -> Style:
    return Style(link=span.url) if isinstance(span, Link) else Style()


def _hanging(mark: str, content: RenderableType) -> RenderableType:
    """Render a mark with its text indented beside it."""
    grid = Table.grid(padding=0)
    grid.add_column(width=len(mark))
    grid.add_column(overflow="fold")
    grid.add_row(mark, content)
    return grid


def _buttons(buttons: Iterable[Action]) -> RenderableType:
    labels = [
        Text.assemble((f"{number} ", "bold cyan"), action.label) for number, action in enumerate(buttons, start=1)
    ]
    return Padding(Text("   ").join(labels), (1, 0, 0, 0))
