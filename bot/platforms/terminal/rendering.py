"""Renders a card for a terminal, as plain text or JSON; no text of a story or a chat becomes markup."""

from collections.abc import Iterable, Mapping
from typing import Any

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.core.wording.cards import Action, Block, Card, Heading, Item, Note, Paragraph, Quote, plain


def render_text(card: Card) -> str:
    """Render a card as plain text, a block a paragraph; an attached file stands in full, as it is text too."""
    lines = [_block_text(block) for block in card.blocks]
    if card.attachment:
        lines.append(_attached(card))
    return "\n".join(lines)


def render_plain(card: Card) -> str:
    """Render a card for a pipe: its title, its text, and each choice with the command that takes it."""
    choices = [f"• {choice.label}: {choice.invocation}" for choice in card.choices]
    return "\n".join([card.title, render_text(card), *choices, ""])


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


def _block_text(block: Block) -> str:
    match block:
        case Heading():
            return f"\n{plain(block.text)}"
        case Paragraph():
            return plain(block.text) + _cited(block.citation)
        case Item():
            return f"• {plain(block.text)}{_cited(block.citation)}"
        case Quote():
            return f"“{block.words}”\n  {plain(block.attribution)}{_cited(block.citation)}"
        case Note():
            return plain(block.text)


def _block_rich(block: Block) -> RenderableType:
    match block:
        case Heading():
            return Text.assemble("\n", (plain(block.text), "bold"))
        case Paragraph():
            return Text.assemble(plain(block.text), (_cited(block.citation), "dim"))
        case Item():
            return _hanging("• ", Text.assemble(plain(block.text), (_cited(block.citation), "dim")))
        case Quote():
            words = Text(f"“{block.words}”", style="italic")
            return _hanging(
                "▎ ", Group(words, Text.assemble(plain(block.attribution), (_cited(block.citation), "dim")))
            )
        case Note():
            return Text(plain(block.text), style="dim")


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


def _cited(citation: str | None) -> str:
    return f" [{citation}]" if citation else ""
