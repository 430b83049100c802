"""Finds what stands between quotation marks, of all kinds, and the speech that a dash opens."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.newsroom.drafting.article import Span

LONGEST = 8_000
"""Characters between two marks; what is longer is no quotation, but a mark that was never closed."""
_LONGEST_NAME = 3  # words
_MOST_LOOKED_AT = 100_000  # signs of a paragraph
_CLOSERS = {"“": "”", "„": '“”"‟', "«": "»", "»": "«", '"': '"', "‘": "’", "'": "'", "‚": "‘’", "”": "”", "‹": "›"}
_MARK = re.compile("[“”„‟«»\"'‘’‚‹›]")
_SINGLE_END = {sign: re.compile(rf"[,.!?…]{sign}(?!\w)") for sign in "'’‘"}
_DASH = re.compile(r"\s*[—–-]\s+(?=\S)")
_OPENS_AFTER = " \t\u00a0([{—–-/:"
_DASH_AFTER = re.compile(r"[,.!?…»]\s*[—–]\s|\s[—–]\s")
_SPEAKS_ON = re.compile(r"[,.;]\s+[—–-]\s+(?=\S)")
_ENDS_SPEECH = re.compile(r"[,.!?…]\s*[—–]\s|\s[—–]\s|[,!?…]\s|\Z")


class Quoted(NamedTuple):
    """Words between marks."""

    content: Span
    """Without the marks."""
    outer: Span
    """With them."""
    is_open: bool = False
    """True if no mark closes it, and the next paragraph goes on with it."""
    by_dash: bool = False
    """True if a dash opens it."""
    may_be_name: bool = False
    """True of one to three words, the first with a capital, without an end."""


def quoted_in(paragraphs: Sequence[str], first: int = 1) -> list[Quoted]:
    """Return what is quoted in the paragraphs from the `first` on, in the order of the text."""
    found: list[Quoted] = []
    for number in range(first, len(paragraphs)):
        after = paragraphs[number + 1] if number + 1 < len(paragraphs) else ""
        found += _quoted(number, paragraphs[number], after)
    return found


def _quoted(number: int, text: str, after: str) -> Iterator[Quoted]:
    at = 0
    signs = [*_MARK.finditer(text)]
    places = [sign.start() for sign in signs]
    looked_at = 0
    while (index := bisect_left(places, at)) < len(signs) and looked_at < _MOST_LOOKED_AT:
        start, mark = places[index], signs[index][0]
        at = start + 1
        if not _opens(text, start, mark):
            continue
        following = signs[index + 1 : bisect_left(places, start + LONGEST)]
        end, looked = _closing(text, mark, following)
        looked_at += looked
        if end is None:
            if after.lstrip().startswith(mark) and text[at:].strip():
                yield Quoted(Span(number, at, len(text)), Span(number, start, len(text)), is_open=True)
                return
            continue
        if text[at:end].strip():
            may_be_name = _may_be_name(text[at:end])
            yield Quoted(Span(number, at, end), Span(number, start, end + 1), may_be_name=may_be_name)
        at = end + 1


def _may_be_name(words: str) -> bool:
    return words[:1].isupper() and len(words.split()) <= _LONGEST_NAME and words[-1:] not in ",.!?…"


def _opens(text: str, at: int, mark: str) -> bool:
    """True if a mark opens a quotation: it stands before a word, and not after one."""
    before, behind = text[at - 1 : at], text[at + 1 : at + 2]
    if not behind or behind.isspace():
        return False
    if mark in "„«‚":
        return True
    return not before or before in _OPENS_AFTER or before in "„“«‘\"'"


def _closing(text: str, mark: str, following: Sequence[re.Match[str]]) -> tuple[int | None, int]:
    """Return where the mark stands that closes this one, None if none does; and how many signs were looked at."""
    closers = _CLOSERS.get(mark, "")
    depth = 0
    for count, match in enumerate(following, start=1):
        at, sign = match.start(), match[0]
        if sign in closers:
            if sign in "’‘'" and not _closes_single(text, at, sign):
                continue
            if sign in "\"'" and sign == mark and _opens(text, at, sign) and not _ends_word(text, at):
                continue
            if depth and sign not in "\"'":
                depth -= 1
                continue
            return at, count
        if sign == mark and mark not in "\"'" and _opens(text, at, sign):
            depth += 1
        elif mark == "“" and sign in '"“' and _ends_word(text, at):
            return at, count  # it closes with the sign that opens another kind
    return None, len(following)


def _closes_single(text: str, at: int, sign: str) -> bool:
    """True if the sign is no apostrophe: it stands at the end of a word, and a sign or a blank follows."""
    if text[at + 1 : at + 2].isalnum():
        return False
    return text[at - 1] in ",.!?…" or not _closes_later(text, at, sign)


def _closes_later(text: str, at: int, sign: str) -> bool:
    """True if such a sign behind one of punctuation closes the quotation further on, within a few sentences."""
    found = _SINGLE_END[sign].search(text, at + 1, at + 400)
    return bool(found and "‘" not in text[at : found.start()])


def _ends_word(text: str, at: int) -> bool:
    return not text[at - 1 : at].isspace() and not text[at + 1 : at + 2].isalnum()


def spoken_after_dash(number: int, text: str) -> Iterator[Quoted]:
    """Yield what a paragraph says that begins with a dash: up to whatever may name its speaker, and behind that."""
    opening = _DASH.match(text)
    if not opening:
        return
    stop = _DASH_AFTER.search(text, opening.end()) or _ENDS_SPEECH.search(text, opening.end())
    end = stop.start() if stop else len(text)
    yield Quoted(Span(number, opening.end(), end), Span(number, opening.start(), end), by_dash=True)
    if again := _SPEAKS_ON.search(text, end + 2):
        yield Quoted(Span(number, again.end(), len(text)), Span(number, again.end() - 2, len(text)), by_dash=True)
