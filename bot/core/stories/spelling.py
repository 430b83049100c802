"""Brings names into one form for comparison, and takes Slavic case endings off words."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from anyascii import anyascii

LONGEST_QUERY = 100
_KEPT = 512  # one question looks for the same words in several indexes
# fmt: off
_ENDINGS = (
    "a", "e", "i", "o", "u", "y", "am", "em", "im", "om", "ym", "oi", "oj", "oy", "ov", "og", "ei", "ej", "ey", "yu",
    "ju", "iu", "ya", "ih", "ikh", "ogo", "ego", "omu", "emu", "ami", "ama", "ima", "ova", "ove", "ovi",
)
# fmt: on
_CHANGED_ENDINGS = (("tsi", "ka"), ("ci", "ka"), ("zi", "ga"), ("si", "ha"), ("ii", "iya"), ("iey", "iya"))
_VOWELS = ("", "a", "e", "i", "o", "y")
_SHORTEST_STEM = 4


@lru_cache(maxsize=_KEPT)
def normalise(text: str, limit: int | None = LONGEST_QUERY) -> str:
    """Return a name in a form to compare: lower-case Latin letters and digits, single spaces; "" if none is left.

    Only the first `limit` characters count: a name is no longer than that.
    """
    return " ".join(re.findall(r"[a-z0-9]+", to_latin(text[:limit]))).removeprefix("the ")


def to_latin(text: str) -> str:
    """Return a text in lower-case Latin letters, as it is spelt; without a possessive's ending and inner dots."""
    latin = (text if text.isascii() else anyascii(text)).casefold()
    return re.sub(r"'s\b|(?<=\w)['.](?=\w)|\.$", "", latin)  # Dodik's, Zelens'kiy, U.S.


@lru_cache(maxsize=_KEPT)
def base_forms(word: str) -> Sequence[str]:
    """Return the word, then the words that it may be a case of: dodikom -> dodik, moskve -> moskva."""
    return tuple(dict.fromkeys(_base_forms(word)))


def _base_forms(word: str) -> Iterator[str]:
    yield word
    yield from (word.removesuffix(ending) + base for ending, base in _CHANGED_ENDINGS if word.endswith(ending))
    for ending in _ENDINGS:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= _SHORTEST_STEM:
            yield from (stem + vowel for vowel in _VOWELS)


def is_ending(word: str) -> bool:
    """True if a word is only a case ending, as in SAD-a."""
    return word in _ENDINGS
