"""Splits text into words: as they are spelt in Latin letters, their stems and roots."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from bot.core.asking.questions.english import words as vocabulary
from bot.core.stories.spelling import to_latin
from bot.core.stories.stems import stem

_WORD = re.compile(r"\d+(?:[.,:]\d+)*(?:st|nd|rd|th)?\b|\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’.&][^\W\d_]+)*|[€$£¥%]|\w+")
_CAPITAL_MONTHS = re.compile("|".join(rf"\b{word.title()}\b" for word in sorted(vocabulary.MONTHS_AND_VERBS)))
_SHORTEST_ROOT = 4
_SHORTEST_DOER = 3


Stems = tuple[str, ...]


class Token(NamedTuple):
    """One word."""

    text: str
    """In small Latin letters."""
    stem: str
    root: str
    capital: bool
    acronym: bool = False
    """True if it was typed in capitals: US."""


@lru_cache(maxsize=20_000)
def root(word: str) -> str:
    """Return a stem without endings that make one kind of word from another: payment, payer -> pay."""
    if not word.endswith(vocabulary.ENDINGS):
        return word
    for ending in vocabulary.ENDINGS:
        shortest = _SHORTEST_DOER if ending in vocabulary.OF_DOERS else _SHORTEST_ROOT
        if word.endswith(ending) and len(word) - len(ending) >= shortest:
            return word.removesuffix(ending)
    return word


def tokens(text: str) -> Iterator[Token]:
    """Yield the words of a text in their order."""
    found = list(filter(None, map(_token, _WORD.findall(text))))
    if _CAPITAL_MONTHS.search(text):
        found = [_as_month(found, place) for place in range(len(found))]
    return iter(found)


def _as_month(found: Sequence[Token], place: int) -> Token:
    """Tell the months from the words that are spelt like them: 5 March, in May; not she may march."""
    token = found[place]
    if token.text not in vocabulary.MONTHS_AND_VERBS or not token.capital:
        return token
    before = [each.text for each in found[max(0, place - 1) : place]]
    after = [each.text for each in found[place + 1 : place + 2]]
    is_month = any(map(str.isdigit, before + after)) or not vocabulary.BEFORE_MONTHS.isdisjoint(before)
    return token._replace(stem=f"{token.stem}.", root=f"{token.root}.") if is_month else token


def _latin(word: str) -> str:
    """Return a word in small Latin letters; "" if none is left."""
    latin = word.lower() if word.isascii() else to_latin(word.replace("¥", "yen"))
    if latin.isalpha() and latin.isascii():
        return latin
    latin = latin.replace("’", "'").removesuffix("'s").replace("'", "")
    return latin.rstrip("stndrh") if latin[:1].isdigit() else latin.replace(".", "")


@lru_cache(maxsize=20_000)
def _token(word: str) -> Token | None:
    latin = _latin(word)
    if not latin:
        return None
    stemmed = stem(latin)
    return Token(latin, stemmed, root(stemmed), word[0].isupper(), len(word) > 1 and word.isupper())
