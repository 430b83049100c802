"""Finds the numbers in a text, in digits and in words, so that a statement can be compared with its paragraphs.

A number may be read in two ways (1.500 is a thousand and a half, or one and a half): it then has both values. Dates,
clock times and ordinals are no numbers here.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Set
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from bot.core.stories.datelines import without_dates

_WORDS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen twenty",
    "de": "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn"
    " achtzehn neunzehn zwanzig",
    "fr": "un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit"
    " dix-neuf vingt",
    "sr": "jedan dva tri četiri pet šest sedam osam devet deset jedanaest dvanaest trinaest četrnaest petnaest šesnaest"
    " sedamnaest osamnaest devetnaest dvadeset",
}
_WORDS |= {"bs": _WORDS["sr"], "hr": _WORDS["sr"]}
_TIMES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}
_APART = "[.,'’ \u00a0\u2009\u202f]"  # between thousands, in one language or another
_DIGITS = rf"\d{{1,3}}(?:(?P<apart>{_APART})\d{{3}}(?:(?P=apart)\d{{3}})*)(?:[.,]\d+)?(?!\d)|\d+(?:[.,]\d+)?"
_TOKEN = re.compile(rf"(?<![\w.,])(?:{_DIGITS})(?![\d])|[^\W\d_]+")
_NO_NUMBER = re.compile(
    r"\b\d{1,2}[:h]\d\d\b|\b\d{1,2}(?:[.:]\d\d)?\s*[ap]\.?m\b|\b\d+(?:st|nd|rd|th)\b", re.IGNORECASE
)
_COUNTED = 3  # a newsroom may have counted so few itself
_YEAR = re.compile(r"[12]\d{3}")
_FEWEST_DIGITS = 3
_SLIPS = 2


class Number(NamedTuple):
    """A number as written, its possible values, and the word after it."""

    text: str
    values: Set[Decimal]
    counts: str

    @property
    def is_year(self) -> bool:
        """True if it may be a year."""
        return bool(_YEAR.fullmatch(self.text))

    @property
    def may_be_counted(self) -> bool:
        """True if it is a small number in words, which the newsroom may have counted."""
        return self.text.isalpha() and max(self.values) <= _COUNTED

    def counts_years(self, language: str) -> bool:
        """True if it counts years, as far as the word after it is understood."""
        return self.counts in ("year", "years") or language.partition("-")[0] != "en"

    def is_stated(self, stated: Collection["Number"]) -> bool:
        """True if one of the numbers of the paragraphs has the same value; or if it contradicts none, being counted."""
        if any(self.values & each.values for each in stated):
            return True
        return self.may_be_counted and not any(self.counts and self.counts == each.counts for each in stated)

    def slip_of(self, stated: Collection["Number"]) -> "Number | None":
        """Return the stated number that this one is a slip of: as many digits, and all but two of them the same."""
        return next((each for each in stated if _differ_little(self, each)), None)


def years_between(numbers: Iterable[Number], year: int) -> Set[Decimal]:
    """Return the distances between the years that a text names and this one: a newsroom may count by them."""
    years = {year, *(int(each.text) for each in numbers if each.is_year)}
    return {Decimal(abs(one - other)) for one in years for other in years}


def _differ_little(one: Number, other: Number) -> bool:
    a, b = (re.sub(r"\D", "", each.text) for each in (one, other))
    return len(a) == len(b) >= _FEWEST_DIGITS and sum(x != y for x, y in zip(a, b, strict=True)) <= _SLIPS


def numbers_in(text: str, language: str) -> list[Number]:
    """Return the numbers in a text that is in English or in this language."""
    return list(_numbers(_NO_NUMBER.sub(" ", without_dates(text, language)), language))


def _numbers(text: str, language: str) -> Iterator[Number]:
    words = _values_of_words(language)
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    for token, following in pairwise([*tokens, ""]):
        if token[0].isdigit():
            values = set(_readings(token))
        elif token.casefold() in words:
            values = {Decimal(words[token.casefold()])}
        else:
            continue
        if times := _TIMES.get(following.casefold()):
            values = {value * times for value in values}
        yield Number(token, frozenset(values), following.casefold())


def _readings(token: str) -> Iterator[Decimal]:
    parts = re.split(_APART, token)
    if len(parts) == 1:
        yield Decimal(token)
        return
    if all(len(part) == 3 for part in parts[1:]):
        yield Decimal("".join(parts))
    if len(parts) > 2 or len(parts[-1]) != 3 or token[-4] in ".,":
        yield Decimal("".join(parts[:-1]) + "." + parts[-1])


def _values_of_words(language: str) -> dict[str, int]:
    lists = (_WORDS["en"], _WORDS.get(language.partition("-")[0], ""))
    return {word: value for words in lists for value, word in enumerate(words.split(), start=1) if value > 1}
