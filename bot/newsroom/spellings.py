"""Finds names in a statement that are nearly, but not exactly, names in the article: one or two letters away."""

import re
from collections.abc import Collection, Iterator

from rapidfuzz.distance import DamerauLevenshtein

from bot.core.stories.spelling import normalise

_NAME = re.compile(r"[^\W\d_]{3,}")
_WORD = re.compile(r"[^\W\d_]+")
_ONE_SLIP, _TWO_SLIPS = 5, 8  # letters that a word needs to be the same word with one slip, with two
_ENGLISH_ENDINGS = ("s", "n", "es", "an", "ns", "ian", "i", "d")
_LONGEST_ENDING = 3  # of a case in another language


def words_of(text: str) -> set[str]:
    """Return the words of a text as they are written."""
    return set(_WORD.findall(text))


def misspelt(text: str, cited: Collection[str], known: Collection[str], language: str) -> Iterator[tuple[str, str]]:
    """Yield each name of a text that is nearly one of the cited words, with that word; `known` words are right."""
    names = [word for word in cited if _is_name(word)]
    for name in dict.fromkeys(filter(_is_name, _NAME.findall(text))):
        if name not in known and (meant := next((each for each in names if _is_near(name, each, language)), None)):
            yield name, meant


def _is_name(word: str) -> bool:
    return word[0].isupper() and len(word) > 2


def _is_near(name: str, other: str, language: str) -> bool:
    shorter, longer = sorted((name, other), key=len)
    if _is_same_word(name, other) or _is_inflected(shorter, longer, language):
        return False
    if normalise(name) == normalise(other):
        return True
    if name.isupper() or other.isupper():
        return False
    slips = (len(shorter) >= _ONE_SLIP) + (len(shorter) >= _TWO_SLIPS)
    return 0 < DamerauLevenshtein.distance(name, other, score_cutoff=slips) <= slips


def _is_same_word(name: str, other: str) -> bool:
    """True for a word in other letters, or in the other English spelling: a headline has capitals for any word."""
    one, another = (word.casefold().replace("z", "s").replace("our", "or") for word in (name, other))
    return one == another


def _is_inflected(shorter: str, longer: str, language: str) -> bool:
    """True if the longer name is the shorter one with an ending: Serb, Serbs; or both have one: Putina, Putinu."""
    if longer.startswith(shorter):
        ending = longer[len(shorter) :]
        return ending in _ENGLISH_ENDINGS or (language != "en" and len(ending) <= _LONGEST_ENDING)
    return language != "en" and shorter[:-2] == longer[: len(shorter) - 2]
