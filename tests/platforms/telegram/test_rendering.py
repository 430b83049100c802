"""Cards become messages within every limit, well-formed, and keep everything that they say."""

import re
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings

from bot.core.wording.cards import Action, Block, Card, Heading, Item, Link, Moment, Note, Paragraph, Quote, plain
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.keyboards import asking, leading, shared
from bot.platforms.telegram.markup import clean, split, units
from bot.platforms.telegram.rendering import MAX_ALERT, MAX_TEXT, alert, render
from tests.contracts import check_telegram
from tests.contracts.telegram_html import read
from tests.strategies import NASTY, cards

SOON = Moment(datetime(2031, 5, 4, 16, tzinfo=UTC), "in <3> hours", "relative")
FIXED = Moment(datetime(2031, 5, 4, 16, tzinfo=UTC), "4 May")
SITE = Link("The <Site>", "https://example.org/?a=1&b='2'")
IN_HTML = "https://example.org/?a=1&amp;b=&#x27;2&#x27;"
LONG_AGO = Moment(datetime(1914, 6, 28, tzinfo=UTC), "28 June 1914")


def text_of(*blocks: Block) -> str:
    [payload] = render(Card("", blocks))
    return str(payload["text"])


def bare(text: str) -> str:
    """What is left without spaces and the signs that a renderer adds."""
    return re.sub(r"[\s\u2060•—\[\]…]", "", text)


def spoken(card: Card) -> str:
    """All that a card says."""
    said = [card.title]
    for block in card.blocks:
        match block:
            case Quote():
                said += [block.words, plain(block.attribution), block.citation]
            case Paragraph() | Item():
                said += [plain(block.text), block.citation or ""]
            case _:
                said.append(plain(block.text))
    return clean("".join(said))


@pytest.mark.parametrize(
    ("block", "html"),
    [
        (Heading(("Facts",)), "<b>Facts</b>"),
        (Paragraph(("Plain <b>text</b> & more",)), "Plain &lt;b&gt;text&lt;/b&gt; &amp; more"),
        (Paragraph(("Said",), "¶ 2"), "Said <i>[¶ 2]</i>"),
        (Item(("One",), "¶ 3, TASS"), "• One <i>[¶ 3, TASS]</i>"),
        (
            Quote("we shall see", ("The captain",), "¶ 4"),
            "<blockquote>we shall see</blockquote>\n— The captain <i>[¶ 4]</i>",
        ),
        (Note(("Story of ", "2031")), "<i>Story of 2031</i>"),
        (Paragraph((SOON,)), '<tg-time unix="1935676800" format="r">in &lt;3&gt; hours</tg-time>'),
        (Note(("On ", FIXED)), '<i>On </i><i><tg-time unix="1935676800">4 May</tg-time></i>'),
        (Paragraph((LONG_AGO,)), "28 June 1914"),
        (Note(("By ", SITE, ".")), f'<i>By </i><i><a href="{IN_HTML}">The &lt;Site&gt;</a></i><i>.</i>'),
        (
            Paragraph(("Said",), "¶ 2", SITE.url),
            f'Said <i>[</i><i><a href="{IN_HTML}">¶ 2</a></i><i>]</i>',
        ),
        (Paragraph(("Said",), "¶ 2", "/stories/harbour#fact-length"), "Said <i>[¶ 2]</i>"),
        (Item(("One",), "¶ 3, " * 30), f"• One\n<blockquote expandable>{'¶ 3, ' * 29}¶ 3, </blockquote>"),
        (Note(("Long, " * 40,)), f"<blockquote expandable>{'Long, ' * 40}</blockquote>"),
        (Note(("Long, " * 40, LONG_AGO)), f"<i>{'Long, ' * 40}28 June 1914</i>"),
    ],
)
def test_blocks(block: Block, html: str) -> None:
    assert text_of(block) == html


def test_the_title_stands_first_and_lists_together() -> None:
    blocks = (Heading(("H",)), Item(("1",)), Item(("2",)), Paragraph(("P",)), Note(("N",)), Note(("M",)))
    [payload] = render(Card("T", blocks))
    assert payload["text"] == "<b>T</b>\n\n<b>H</b>\n• 1\n• 2\n\nP\n\n<i>N</i>\n<i>M</i>"
    assert payload["parse_mode"] == "HTML"
    assert payload["link_preview_options"] == {"is_disabled": True}


@pytest.mark.parametrize("card", [Card(""), Card(" \n"), Card("", (Paragraph((" ",)), Heading(("",)), Item(())))])
def test_an_empty_card_is_still_a_message(card: Card) -> None:
    [payload] = render(card)
    assert bare(payload["text"]) == ""
    assert payload["text"].strip()


@pytest.mark.parametrize("spans", [("@everyone",), ("@", "everyone"), ("mail@example.org",), ("@Додик",)])
def test_nobody_is_pinged(spans: tuple[str, ...]) -> None:
    shown = read(text_of(Paragraph(spans)))
    assert "@" in shown
    assert not re.search(r"@\w", shown)


def test_messages_are_split_between_blocks() -> None:
    blocks = tuple(Paragraph((f"{number} " + "x" * 1500,)) for number in range(5))
    first, second, third = (payload["text"] for payload in render(Card("T", blocks)))
    assert (first[:3], second[0], third[0]) == ("<b>", "2", "4")


def test_a_heading_is_not_parted_from_what_it_heads() -> None:
    first, second = render(Card("T", (Paragraph(("x" * 4000,)), Heading(("Heading " * 5,)), Paragraph(("y" * 100,)))))
    assert "Heading" not in first["text"]
    assert second["text"].startswith("<b>Heading")


def test_a_long_block_is_cut_at_spaces() -> None:
    texts = [payload["text"] for payload in render(Card("", (Note(("<many> words & " * 700,)),)))]
    assert all(text.startswith("<blockquote expandable>") for text in texts)
    assert all(read(text).strip().endswith(("<many>", "words", "&")) for text in texts)
    assert len(texts) == 5


def test_a_long_word_is_cut_between_characters() -> None:
    texts = [payload["text"] for payload in render(Card("", (Paragraph(("👍" * 5000,)),)))]
    assert "".join(texts) == "👍" * 5000
    assert all(units(text) <= MAX_TEXT for text in texts)


def test_buttons_are_on_the_last_message() -> None:
    first, *_, last = render(Card("T", (Paragraph(("x" * 9000,)),), (Action("Help", Invocation("help")),)))
    assert "reply_markup" not in first
    assert last["reply_markup"]["inline_keyboard"]


@pytest.mark.parametrize("text", NASTY)
def test_nasty_texts_keep_their_words(text: str) -> None:
    card = Card(text, (Paragraph((text,), text), Quote(text, (text,), text), Note((text,))))
    assert bare(read("".join(payload["text"] for payload in render(card)))) == bare(spoken(card))


@given(cards())
@settings(suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large], deadline=None, max_examples=60)
def test_every_message_is_valid_and_nothing_is_lost(card: Card) -> None:
    texts = []
    for buttons in (asking, shared("newspeg_bot"), leading("newspeg_bot")):
        payloads = render(card, buttons)
        texts = [read(payload["text"]) for payload in payloads]
        assert bare("".join(texts)) == bare(spoken(card))
        assert all(text.strip() for text in texts)
        assert all(units(payload["text"]) <= MAX_TEXT for payload in payloads)
        faults = [fault for payload in payloads for fault in check_telegram("sendMessage", {"chat_id": 1, **payload})]
        assert faults == []
    assert 0 < units(alert(card)) <= MAX_ALERT
    assert check_telegram("answerCallbackQuery", {"callback_query_id": "1", "text": alert(card)}) == []


def test_an_alert_is_the_title_and_the_first_words_with_the_list_that_they_announce() -> None:
    blocks = (Heading((" ",)), Paragraph(("Please ", "ask.")), Paragraph(("More.",)))
    assert alert(Card("No", blocks)) == "No\n\nPlease ask."
    assert alert(Card("No", (Quote("so be it", ("He",), "¶ 1"),))) == "No\n\nso be it"
    listed = (Paragraph(("Coming up:",)), Item(("a match",)), Item(("a vote",)), Paragraph(("More.",)))
    assert alert(Card("Next", listed)) == "Next\n\nComing up:\na match\na vote"
    long = alert(Card("👍" * 150))
    assert long == "👍" * 99 + "…"


def test_splitting_nothing_gives_nothing() -> None:
    assert list(split([], 10)) == [""]
