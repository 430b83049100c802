"""What a platform says of a chat, as it is kept."""

from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.requests import MAX_TITLE, bounded


@given(st.text(st.characters(), max_size=400) | st.none())
def test_a_title_is_one_short_line_that_can_be_seen_or_none(title: str | None) -> None:
    kept = bounded(title)
    assert kept is None or (kept.isprintable() and kept.strip() == kept and 0 < len(kept) <= MAX_TITLE)
    if kept:
        kept.encode()


def test_a_title_is_kept_as_it_is_read() -> None:
    assert bounded("Vijesti 🎈 «Ђурђевдан» <b>") == "Vijesti 🎈 «Ђурђевдан» <b>"
    assert bounded(" a\n\x00\u202eb ") == "a b"
    assert bounded("\ud800\x07") is None
    assert bounded("x" * 1_000) == "x" * MAX_TITLE
