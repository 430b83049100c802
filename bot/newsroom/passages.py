"""The text of an article: finds its paragraphs, the quotations from it, the words copied from it."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set

COPIED = 8  # a run of so many words is no longer the newsroom's own

_MARKS = str.maketrans(dict.fromkeys("\"'“”„‟‘’‚‛«»‹›`´", "") | dict.fromkeys("‐‑‒–—―", "-"))
_OMISSION = re.compile(r"\[?(?:…|\.\.\.)\]?")
_WORD_OR_SIGN = r"\w+|[^\w\s]"
_EDGES = " \n.,;:!?-"


def paragraphs_of(article: str) -> list[str]:
    """Return the article's blocks between blank lines, each on one line; the headline is the first."""
    blocks = re.split(r"\n\s*\n", "\n".join(article.splitlines()))
    return [" ".join(block.split()) for block in blocks if block.strip()]


def plain(text: str) -> str:
    """Return a text's words and signs, separated by blanks; all quotation marks are alike, and all dashes."""
    return f" {' '.join(re.findall(_WORD_OR_SIGN, text.translate(_MARKS)))} "


def holds_quotation(paragraph: str, quotation: str) -> bool:
    """True if the words stand in this order in a `plain` paragraph; “…” may stand for words that are left out.

    White space and punctuation at the ends do not count.
    """
    parts = [
        plain(part) for part in (part.strip(_EDGES) for part in _OMISSION.split(quotation.translate(_MARKS))) if part
    ]
    at = 0
    for part in parts:  # the first place of each part leaves the most room for the next, so one search each is enough
        found = paragraph.find(part, at)
        if found < 0:
            return False
        at = found + len(part) - 1
    return bool(parts)


def runs_in(paragraphs: Iterable[str]) -> Set[tuple[str, ...]]:
    """Return every `COPIED` words in a row of a text."""
    return {run for paragraph in paragraphs for run in _runs(_words(paragraph))}


def copied_words(statement: str, known: Set[tuple[str, ...]]) -> list[str]:
    """Return the longest run of words that a statement shares with the known ones; [] if shorter than `COPIED`."""
    words = _words(statement)
    longest: list[str] = []
    current: list[str] = []
    for start, run in enumerate(_runs(words)):
        if run in known:
            current = [*current, words[start + COPIED - 1]] if current else list(run)
            longest = max(longest, current, key=len)
        else:
            current = []
    return longest


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.translate(_MARKS).casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + COPIED]) for start in range(len(words) - COPIED + 1))
