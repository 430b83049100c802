"""Cards become payloads within every limit, and keep everything that they say."""

import json
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings

from bot.core.wording.cards import Action, Block, Card, Heading, Item, Link, Moment, Note, Paragraph, Quote
from bot.core.wording.invocations import Invocation
from bot.platforms.discord.markdown import size
from bot.platforms.discord.rendering import render
from tests.contracts import check_discord
from tests.strategies import cards

SITE = Link("The [Site]", "https://example.org/a_(b)?c=*d*")


def described(*blocks: Block) -> str:
    [payload] = render(Card("Title", blocks))
    return str(payload["embeds"][0]["description"])


def actions(count: int, command: str = "who") -> tuple[Action, ...]:
    return tuple(Action(f"Name {number}", Invocation(command, f"name-{number}")) for number in range(count))


@pytest.mark.parametrize(
    ("block", "markdown"),
    [
        (Heading(("Facts",)), "**Facts**"),
        (Paragraph(("Plain *text*",)), r"Plain \*text\*"),
        (Paragraph(("Said",), "¶ 2"), "Said\n-# ¶ 2"),
        (Item(("One",), "¶ 3, TASS"), "• One\n-# ¶ 3, TASS"),
        (Quote("we shall see", ("The captain",), "¶ 4"), "> we shall see\n> — The captain\n-# ¶ 4"),
        (Note(("Story of 2031",)), "-# Story of 2031"),
        (Note(("By ", SITE, ".")), r"-# By [The \[Site\]](https://example.org/a_%28b%29?c=*d*)."),
        (Item(("One",), "¶ 3", SITE.url), "• One\n-# [¶ 3](https://example.org/a_%28b%29?c=*d*)"),
        (Item(("One",), "¶ 3", "/stories/harbour#fact-length"), "• One\n-# ¶ 3"),
        (Note((Link("https://a.org", "https://b.org"),)), r"-# https\://a.org"),
        (Paragraph((Moment(datetime(2031, 5, 4, 16, tzinfo=UTC), "soon", "relative"),)), "<t:1935676800:R>"),
    ],
)
def test_blocks(block: Block, markdown: str) -> None:
    assert described(block) == markdown


def test_blocks_stand_apart_and_lists_together() -> None:
    blocks = (Heading(("H",)), Item(("1",)), Item(("2",)), Paragraph(("P",)), Note(("N",)), Note(("M",)))
    assert described(*blocks) == "**H**\n• 1\n• 2\n\nP\n\n-# N\n-# M"


def test_an_empty_card_is_still_a_message() -> None:
    assert render(Card("")) == [{"embeds": [{"description": "…"}], "components": []}]
    assert render(Card(" ", (Paragraph((" ",)),))) == render(Card(""))


def test_titles_are_escaped_and_cut() -> None:
    [payload] = render(Card("*" * 300))
    title = payload["embeds"][0]["title"]
    assert title == r"\*" * 127 + "…"


def test_long_cards_are_split_between_blocks() -> None:
    texts = ["a" * 3000, "b" * 1000, "c" * 3000]
    first, second = render(Card("Title", tuple(Paragraph((text,)) for text in texts), actions(1)))
    assert first == {"embeds": [{"title": "Title", "description": f"{texts[0]}\n\n{texts[1]}"}], "components": []}
    assert second["embeds"] == [{"description": texts[2]}]
    assert second["components"]


def test_a_block_longer_than_a_message_is_split_at_spaces() -> None:
    payloads = render(Card("", (Item(("word " * 2000,), "¶ 1"),)))
    descriptions = [payload["embeds"][0]["description"] for payload in payloads]
    assert all(description.startswith("• word") for description in descriptions)
    assert descriptions[-1].endswith("word\n-# ¶ 1")
    assert sum(description.count("word") for description in descriptions) == 2000


def test_a_link_is_never_torn() -> None:
    _, two = render(Card("", (Paragraph(("x" * 4070, " ", Link("two words", "https://example.org/"))),)))
    assert two["embeds"][0]["description"] == "[two words](https://example.org/)"


def test_few_choices_are_buttons() -> None:
    [payload] = render(Card("T", actions=actions(2, "facts"), choices=actions(5)))
    rows = [[button["custom_id"] for button in row["components"]] for row in payload["components"]]
    assert rows == [
        [f"newspeg:who name-{number}" for number in range(5)],
        ["newspeg:facts name-0", "newspeg:facts name-1"],
    ]


def test_many_choices_are_a_list() -> None:
    [payload] = render(Card("T", actions=actions(1, "facts"), choices=actions(6)))
    menu, button = (row["components"][0] for row in payload["components"])
    assert menu["options"][0] == {"label": "Name 0", "value": "who name-0"}
    assert len(menu["options"]) == 6
    assert button["custom_id"] == "newspeg:facts name-0"


def test_buttons_fill_five_rows_and_no_more() -> None:
    [payload] = render(Card("T", actions=actions(40), choices=actions(60, "facts")))
    kinds = [row["components"][0]["type"] for row in payload["components"]]
    assert kinds == [3, 2, 2, 2, 2]


def test_danger_is_red() -> None:
    erase = Action("Erase", Invocation("forget", "yes"), danger=True)
    [payload] = render(Card("T", actions=(erase, *actions(1))))
    assert [button["style"] for button in payload["components"][0]["components"]] == [4, 2]


def test_a_button_that_discord_would_refuse_is_left_out() -> None:
    twice = Action("Again", Invocation("who", "name-0"))
    too_long = Action("Long", Invocation("who", "x" * 100))
    unreadable = Action("Broken", Invocation("WHO", "x"))
    nameless = Action(" ", Invocation("who", "y"))
    [payload] = render(Card("T", actions=(*actions(1), twice, too_long, unreadable, nameless)))
    assert [button["label"] for button in payload["components"][0]["components"]] == ["Name 0", "/who y"]


def test_labels_are_cut() -> None:
    long = tuple(Action("x" * 200, Invocation("who", f"n-{number}")) for number in range(6))
    [payload] = render(Card("T", actions=long, choices=long))
    menu, button = (row["components"][0] for row in payload["components"][:2])
    assert menu["options"][0]["label"] == "1. " + "x" * 96 + "…"
    assert button["label"] == "1. " + "x" * 76 + "…"
    [payload] = render(Card("T", actions=long[:1]))
    assert payload["components"][0]["components"][0]["label"] == "x" * 79 + "…"


@settings(deadline=None)
@given(cards())
def test_every_payload_is_within_the_limits(card: Card) -> None:
    payloads = render(card)
    for payload in payloads:
        [embed] = payload["embeds"]
        assert size(embed.get("title", "")) <= 256
        assert size(embed.get("description", "")) <= 4096
        assert embed.get("title", "").strip() or embed.get("description", "").strip()
        assert not check_discord("POST", "/channels/1/messages", payload)
        check_components(payload["components"])
        json.dumps(payload, ensure_ascii=False).encode()
    assert not any(payload["components"] for payload in payloads[:-1])


@settings(deadline=None)
@given(cards())
def test_everything_that_a_card_says_is_in_its_payloads(card: Card) -> None:
    shown = squeezed("".join(payload["embeds"][0].get("description", "") for payload in render(card)))
    for block in card.blocks:
        if isinstance(block, Paragraph | Item | Heading | Note):
            for span in block.text:
                if isinstance(span, str):
                    assert squeezed(span) in shown


def squeezed(text: str) -> str:
    """Letters and digits alone: what escaping and splitting leave as they are."""
    return "".join(re.findall(r"[^\W_]+", text))


def check_components(rows: list[dict[str, Any]]) -> None:
    assert len(rows) <= 5
    components = [component for row in rows for component in row["components"]]
    assert all(len(row["components"]) <= 5 for row in rows)
    assert len({component["custom_id"] for component in components}) == len(components)
    for component in components:
        assert 1 <= len(component["custom_id"]) <= 100
        assert 1 <= size(component.get("label", "-")) <= 80
        options = component.get("options", [{"label": "-", "value": "-"}])
        assert 1 <= len(options) <= 25
        assert len({option["value"] for option in options}) == len(options)
        for option in options:
            assert 1 <= size(option["label"]) <= 100
            assert 1 <= len(option["value"]) <= 100
