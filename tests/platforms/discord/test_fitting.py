"""Texts are cut where it hurts least, and never inside an escape."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.platforms.discord.markdown import escape, shorten, size, split


@pytest.mark.parametrize(("text", "length"), [("", 0), ("abc", 3), ("é", 1), ("😀", 2)])
def test_size_is_in_utf_16_units(text: str, length: int) -> None:
    assert size(text) == length == len(text.encode("utf-16-le")) // 2


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("one two three", 20, ["one two three"]),
        ("one two three", 8, ["one two", "three"]),
        ("one two three", 7, ["one two", " three"]),
        ("onetwothree", 4, ["onet", "woth", "ree"]),
        (r"ab\*cd", 3, ["ab", r"\*c", "d"]),
        ("a <t:1935676800:F>", 17, ["a", "<t:1935676800:F>"]),
    ],
)
def test_split(text: str, limit: int, parts: list[str]) -> None:
    assert list(split(text, limit)) == parts


@settings(deadline=None)
@given(st.text(), st.integers(20, 60))
def test_parts_are_within_the_limit_and_lose_only_spaces(text: str, limit: int) -> None:
    escaped = escape(text)
    parts = list(split(escaped, limit))
    assert all(size(part) <= limit for part in parts)
    assert "".join(parts).replace(" ", "") == escaped.replace(" ", "")


@settings(deadline=None)
@given(st.text(), st.integers(2, 60))
def test_a_shortened_text_is_its_beginning(text: str, limit: int) -> None:
    short = shorten(text, limit)
    assert size(short) <= limit
    assert short == text or (short.endswith("…") and text.startswith(short[:-1]))


def test_an_escape_is_not_shortened_to_a_backslash() -> None:
    assert shorten(r"abc\*def", 5) == "abc…"
