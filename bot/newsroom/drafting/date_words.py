"""Splits a paragraph into words, and gives each the senses that it has in dates: a month, a number, “ago”, “next”.

What the words are stands in the folder of each language; the grammar of dates knows the senses alone.
"""

import re
from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass, field
from typing import Any, Literal, Self

_PIECE = re.compile(r"\d+|[^\W\d_]+|\S")
_LONGEST_PHRASE = 6
_LATIN = str.maketrans(
    {
        **dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True)),
        "љ": "lj",
        "њ": "nj",
        "џ": "dž",
    }
)
_PLAIN = str.maketrans({"š": "s", "č": "c", "ć": "c", "ž": "z", "đ": "dj", "ё": "е", "’": "'"})

Senses = Mapping[str, Mapping[Any, str]]
"""For each sense its values, and for each value the words that have it: “_” stands for a blank in a phrase."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a sign; or a phrase that has a sense as a whole."""

    start: int
    end: int
    text: str
    word: str
    """As it is looked up: small letters without accents."""
    senses: Mapping[str, Any] = field(default_factory=dict)

    def __getitem__(self, sense: str) -> Any:
        return self.senses.get(sense)

    @property
    def is_capital(self) -> bool:
        """True if its first letter is a capital."""
        return self.text[:1].isupper()

    @property
    def number(self) -> int | None:
        """The number that it is in digits, up to four of them."""
        return int(self.text) if self.text.isascii() and self.text.isdigit() and len(self.text) <= 4 else None


@dataclass(frozen=True)
class Vocabulary:
    """The words of one language that make up dates, and the forms of verbs that tell when something happens."""

    phrases: Mapping[tuple[str, ...], Mapping[str, Any]]
    is_cyrillic: bool = False
    """False where Cyrillic letters are read as the Latin ones of the same language."""
    capitals: Set[str] = frozenset()
    """The senses that only a word with a capital has."""
    lower_case: bool = False
    """True if a month with a capital after its day is a name, as in “Ulica 1. Maja”."""
    bare_years: bool = False
    """True if a year may stand without a preposition: počeli su 2014, a završili 2016."""
    past_endings: tuple[str, ...] = ()
    participle_endings: tuple[str, ...] = ()
    """Endings that tell of the past without an auxiliary verb: zakon usvojen u decembru."""
    no_genitive: tuple[str, ...] = ()
    """Endings that no word has that goes on with the name of an event."""
    sure_past_endings: tuple[str, ...] = ()
    """Those of them that few other words have."""
    coming_endings: tuple[str, ...] = ()
    coming_means: Literal["coming", "present"] = "coming"
    """What these endings tell: what comes; or something present that may come."""
    no_verbs: Set[str] = frozenset()
    """Words that end as a verb does, and are none."""
    needs_auxiliary: bool = False
    """True if a past ending tells of the past only beside an auxiliary verb in the sentence."""

    @classmethod
    def of(cls, senses: Senses, **habits: Any) -> Self:
        """Make a vocabulary of lists of words."""
        is_cyrillic = habits.get("is_cyrillic", False)
        phrases: dict[tuple[str, ...], dict[str, Any]] = {}
        for sense, values in senses.items():
            for value, words in values.items():
                for phrase in words.split():
                    key = tuple(_folded(piece, is_cyrillic) for piece in _PIECE.findall(phrase.replace("_", " ")))
                    phrases.setdefault(key, {})[sense] = value
        habits["no_verbs"] = frozenset(_folded(word, is_cyrillic) for word in habits.get("no_verbs", "").split())
        for endings in ("past_endings", "sure_past_endings", "participle_endings"):
            habits[endings] = tuple(dict.fromkeys(_folded(each, is_cyrillic) for each in habits.get(endings, ())))
        return cls(phrases, **habits)

    def tokens(self, text: str) -> list[Token]:
        """Return the words of a text with their senses; a phrase that has a sense is one of them."""
        pieces = [(*found.span(), _folded(found[0], self.is_cyrillic)) for found in _PIECE.finditer(text)]
        return list(self._merged(text, pieces))

    def _merged(self, text: str, pieces: list[tuple[int, int, str]]) -> Iterator[Token]:
        at = 0
        while at < len(pieces):
            length, senses = self._longest(tuple(word for _, _, word in pieces[at : at + _LONGEST_PHRASE]))
            start, end = pieces[at][0], pieces[at + length - 1][1]
            written = text[start:end]
            if self.capitals and not written[:1].isupper():
                senses = {sense: value for sense, value in senses.items() if sense not in self.capitals}
            yield Token(start, end, written, " ".join(word for _, _, word in pieces[at : at + length]), senses)
            at += length

    def _longest(self, words: tuple[str, ...]) -> tuple[int, Mapping[str, Any]]:
        for length in range(len(words), 0, -1):
            if found := self.phrases.get(words[:length]):
                return length, found
        return 1, {}


def _folded(word: str, is_cyrillic: bool) -> str:
    if word.isascii():
        return word.lower()
    small = word.lower()
    return (small if is_cyrillic else small.translate(_LATIN)).translate(_PLAIN)
