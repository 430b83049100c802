"""An article's text: its paragraphs, what is quoted from it, what is copied."""

import re
from collections.abc import Iterator, Sequence

COPIED = 8  # so many words in a row are no longer our own

_MARKS = str.maketrans(dict.fromkeys("\"'“”„‟‘’‚‛«»‹›`´", "") | dict.fromkeys("‐‑‒–—―", "-"))
_OMISSION = re.compile(r"\[?(?:…|\.\.\.)\]?")
_EDGES = " .,;:!?-"


def paragraphs_of(article: str) -> list[str]:
    """The article's blocks between blank lines, each on one line; the headline is the first."""
    blocks = re.split(r"\n\s*\n", "\n".join(article.splitlines()))
    return [" ".join(block.split()) for block in blocks if block.strip()]


def holds_quotation(paragraph: str, quotation: str) -> bool:
    """Whether the words stand there in this order; “…” may stand for words that are left out.

    The style of quotation marks and dashes, white space and punctuation at the ends do not count.
    """
    parts = [part for part in (_plain(part) for part in _OMISSION.split(quotation)) if part]
    pattern = r"(?!\w).*(?<!\w)".join(map(re.escape, parts))
    return bool(parts) and re.search(rf"(?<!\w){pattern}(?!\w)", _plain(paragraph)) is not None


def copied_words(statement: str, paragraphs: Sequence[str]) -> list[str]:
    """The longest run of words that the statement shares with a paragraph; [] if it is shorter than `COPIED`."""
    words = _words(statement)
    known = {run for paragraph in paragraphs for run in _runs(_words(paragraph))}
    longest: list[str] = []
    current: list[str] = []
    for start, run in enumerate(_runs(words)):
        if run in known:
            current = [*current, words[start + COPIED - 1]] if current else list(run)
            longest = max(longest, current, key=len)
        else:
            current = []
    return longest


def _plain(text: str) -> str:
    return " ".join(text.translate(_MARKS).split()).strip(_EDGES)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.translate(_MARKS).casefold())


def _runs(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(words[start : start + COPIED]) for start in range(len(words) - COPIED + 1))
