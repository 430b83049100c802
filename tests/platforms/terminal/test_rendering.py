"""Cards in a terminal: links with their URLs where a person reads them, and plain text for a program."""

from io import StringIO

from rich.console import Console

from bot.core.wording.cards import Card, Item, Link, Note
from bot.platforms.terminal.rendering import render_json, render_plain, render_rich

CARD = Card(
    "Sources",
    (
        Note(("Published by ", Link("Harbour Gazette", "https://gazette.example/bridge"), ".")),
        Note((Link("https://gazette.example", "https://gazette.example"),)),
        Item(("It is long.",), "¶ 2", "https://news.example.org/stories/harbour#fact-length"),
    ),
)
SHOWN = """Published by Harbour Gazette (https://gazette.example/bridge).
https://gazette.example
• It is long. [¶ 2]
"""


def test_a_link_is_followed_by_its_url() -> None:
    assert render_plain(CARD) == f"Sources\n{SHOWN}"


def test_json_stays_plain() -> None:
    shown = render_json("/sources", CARD)
    assert shown["text"] == "Published by Harbour Gazette.\nhttps://gazette.example\n• It is long. [¶ 2]"
    assert shown["citations"] == ["¶ 2"]


def test_a_terminal_that_knows_links_gets_them() -> None:
    output = StringIO()
    Console(file=output, force_terminal=True, width=100).print(render_rich(CARD))
    assert "https://news.example.org/stories/harbour#fact-length" in output.getvalue()
    plain = StringIO()
    Console(file=plain, width=100).print(render_rich(CARD))
    assert plain.getvalue() == f"Sources\n{SHOWN}\n"
