"""Tests of shortening: what goes, what ends sooner, and what always stays."""

from collections.abc import Callable
from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from bot.core.wording.cards import Block, Card, Item, Moment, Note, Paragraph, Quote, plain
from bot.core.wording.fitting import cut, fitted


def room(card: Card) -> int:
    """The characters of a card."""
    return sum(len(text) for text in texts(card))


def texts(card: Card) -> list[str]:
    """The texts of a card."""
    return [each.words if isinstance(each, Quote) else plain(each.text) for each in card.blocks]


def within(card: Card, most: int) -> list[str]:
    """The texts of the card that fits into so many characters."""
    return texts(fitted(card, lambda each: room(each) <= most))


def test_entries_go_from_the_last_one_and_are_counted() -> None:
    listed = tuple(Item((f"This is entry {number} of a list.",)) for number in range(5))
    card = Card("", (Paragraph(("A text.",)), *listed, Note(("Credit",))))
    assert fitted(card, lambda _: True) is card
    assert within(card, 90) == ["A text.", *(plain(each.text) for each in listed[:2]), "… and 3 more", "Credit"]
    assert within(card, 30) == ["A text.", "… and 5 more", "Credit"]


def test_then_the_longest_text_ends_sooner_at_a_word() -> None:
    card = Card(
        "", (Paragraph(("Short.",)), Paragraph(("word " * 30,)), Item(("Status",), if_long="whole"), Note(("C",)))
    )
    short, longest, *rest = within(card, 60)
    assert (short, rest) == ("Short.", ["Status", "C"])
    assert longest == " ".join(["word"] * 9) + "…"


def test_a_correction_is_cut_only_before_the_credit_would_go() -> None:
    card = Card(
        "", (Paragraph(("Corrected: " + "no " * 30,), if_long="whole"), Paragraph(("text " * 30,)), Note(("C",)))
    )
    assert within(card, 150)[0] == texts(card)[0]
    corrected, text, credit = within(card, 60)
    assert corrected.endswith("…")
    assert text.endswith("…")
    assert credit == "C"


def test_a_moment_is_kept_whole_or_left_out() -> None:
    moment = Moment(datetime(2031, 5, 4, tzinfo=UTC), "4 May 2031")
    assert cut(("On ", moment, " it opens at last"), 20) == ("On ", moment, " it…")
    assert plain(cut(("On ", moment, " it opens"), 10)) == "On …"


@given(st.lists(st.tuples(st.sampled_from(["paragraph", "item", "quote", "whole"]), st.text(max_size=60)), max_size=8))
def test_small_print_always_stays_and_nothing_is_put_in_other_words(parts: list[tuple[str, str]]) -> None:
    make: dict[str, Callable[[str], Block]] = {
        "paragraph": lambda text: Paragraph((text,)),
        "whole": lambda text: Paragraph((text,), if_long="whole"),
        "item": lambda text: Item((text,)),
        "quote": lambda text: Quote(text, ("Ida",), "¶ 1"),
    }
    blocks = [make[kind](text) for kind, text in parts]
    card = Card("", (*blocks, Note(("Credit",))))
    shorter = fitted(card, lambda each: room(each) <= 80)
    assert shorter.blocks[-1] == Note(("Credit",))
    known = texts(card)
    for text in texts(shorter):
        assert text in known or text.startswith("… and ") or any(each.startswith(text[:-1]) for each in known)
