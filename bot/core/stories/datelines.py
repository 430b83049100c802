"""Finds the dates that a paragraph states, and checks a date against them as far as it claims to be known.

Months are looked for by the names that CLDR gives them in English and in the story's language, there with any case
ending. An article that gives a day from another one ("one day before the World Cup") states both. A paragraph is read
once, however many dates it is asked for.
"""

import re
from collections.abc import Collection, Iterator, Set
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Self

from babel import Locale, UnknownLocaleError

from bot.core.stories.dates import EdtfDate, Precision

_DAY = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)"
_OF = r"\s*(?:of|de)?\s*"
_LIST = rf"{_DAY}(?:\s*(?:[-–—/,&]|and|or|to)\s*{_DAY}){{0,30}}"
_YEAR = r",?\s*(?:of\s+)?(?<!\d)(?P<year>\d{4})(?!\d)"
_BEFORE = re.compile(rf"{_LIST}{_OF}\Z", re.IGNORECASE)
_AFTER = re.compile(rf"\s*{_LIST}(?:{_YEAR})?", re.IGNORECASE)
_YEAR_AFTER = re.compile(_YEAR, re.IGNORECASE)
_YEAR_OF_MONTH = re.compile(rf"(?:{_OF}{_LIST})?(?:{_YEAR})?", re.IGNORECASE)
_AROUND = 100  # characters around a month's name, in which its days stand
_NUMBERS = {"a": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_UNITS = {"day": 1, "week": 7}
_LONGEST_STEM = 4
_ALSO = {9: ("sept",)}  # the short form in English newspapers, which CLDR does not have
_APART = re.compile(rf"\b({'|'.join(_NUMBERS)}|\d{{1,2}}) (day|week)s? (?:before|after|earlier|later)\b", re.IGNORECASE)
_CLOCK = re.compile(r"(?<!\d)(\d{1,2})[:.h](\d\d)(?!\d)", re.IGNORECASE)
_TWELVE_HOURS = re.compile(r"(?<!\d)(\d{1,2})(?:[:.](\d\d))?\s*([ap])\.?m", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Dateline:
    """The dates that a paragraph states; a year is None if the paragraph names none."""

    years: Set[str]
    months: Set[tuple[int | None, int]]
    days: Set[tuple[int | None, int, int]]
    apart: Set[timedelta]
    """The distances of other days from one of its days, if the paragraph counts from that day."""
    times: Set[tuple[int, int]]

    @classmethod
    def of(cls, text: str, language: str) -> Self:
        """Read a paragraph of an article that may be in English or in the story's language."""
        named = [(month, match) for month in range(1, 13) for match in _month(month, language).finditer(text)]
        return cls(
            frozenset(re.findall(r"(?<!\d)\d{4}(?!\d)", text)),
            frozenset((_year_of(_YEAR_OF_MONTH.match(text, match.end())), month) for month, match in named),
            frozenset((year, month, day) for month, match in named for year, day in _days_around(text, match)),
            frozenset(
                timedelta(int(_NUMBERS.get(count.lower(), count)) * _UNITS[unit.lower()])
                for count, unit in _APART.findall(text)
            ),
            frozenset(_times_in(text)),
        )

    def states(self, wanted: EdtfDate) -> bool:
        """True if the paragraph states the date, or both ends of a span.

        A day without a year counts as a day of that year; a year that is in doubt is inferred, and stands nowhere.
        """
        if wanted.span:
            return all(self.states(end) for end in wanted.span if end)
        first = wanted.first_day
        match wanted.precision:
            case Precision.YEAR:
                return bool(wanted.doubt) or f"{first.year:04}" in self.years
            case Precision.MONTH:
                return bool(self.months & {(None, first.month), (first.year, first.month)})
            case Precision.DAY:
                return self._states_day(first)
            case Precision.TIME:
                clock = int(wanted.text[11:13]), int(wanted.text[14:16])
                return self._states_day(first) and clock in self.times

    def _states_day(self, wanted: date) -> bool:
        return any(
            self.days & {(day.year, day.month, day.day)}
            or (day.year == wanted.year and (None, day.month, day.day) in self.days)
            for day in (wanted, *self._counted_from(wanted))
        )

    def _counted_from(self, wanted: date) -> Iterator[date]:
        for apart in (*self.apart, *(-each for each in self.apart)):
            try:
                yield wanted + apart
            except OverflowError:
                continue


def date_problem(wanted: EdtfDate, datelines: Collection[Dateline]) -> str | None:
    """Return the part of the date that no paragraph states, or None."""
    if any(dateline.states(wanted) for dateline in datelines):
        return None
    known = next((end for end in wanted.span or () if end and not any(each.states(end) for each in datelines)), wanted)
    first = known.first_day
    month = _month_names("en")[first.month][0].capitalize()
    parts = {
        Precision.YEAR: f"the year {first.year}",
        Precision.MONTH: month,
        Precision.DAY: f"{month} {first.day}",
        Precision.TIME: f"{month} {first.day} at {known.text[11:16]}",
    }
    return f"no cited paragraph states the date {wanted}: it would have to name {parts[known.precision]}"


def without_dates(text: str, language: str) -> str:
    """Return the text without the months it names, and the days and years beside them."""
    for month in range(1, 13):
        for named in reversed([*_month(month, language).finditer(text)]):
            before = _BEFORE.search(text[max(0, named.start() - _AROUND) : named.start()])
            after = _AFTER.match(text, named.end()) or _YEAR_AFTER.match(text, named.end())
            start = named.start() - len(before[0]) if before else named.start()
            text = f"{text[:start]} {text[after.end() if after else named.end() :]}"
    return text


def _year_of(match: re.Match[str] | None) -> int | None:
    return int(match["year"]) if match and match["year"] else None


def _days_around(text: str, month: re.Match[str]) -> Iterator[tuple[int | None, int]]:
    """Yield the days beside a month's name, each with its year."""
    if before := _BEFORE.search(text[max(0, month.start() - _AROUND) : month.start()]):
        year = _year_of(_YEAR_AFTER.match(text, month.end()))
        yield from ((year, int(day)) for day in re.findall(_DAY, before[0]))
    if after := _AFTER.match(text, month.end()):
        yield from ((_year_of(after), int(day)) for day in re.findall(_DAY, after[0]))


def _times_in(text: str) -> Iterator[tuple[int, int]]:
    for hour, minute in _CLOCK.findall(text):
        yield int(hour), int(minute)
    for hour, minute, half in _TWELVE_HOURS.findall(text):
        if 1 <= int(hour) <= 12:
            yield int(hour) % 12 + 12 * (half in "pP"), int(minute or 0)


@cache
def _month(number: int, language: str) -> re.Pattern[str]:
    english = {*_month_names("en")[number], *_ALSO.get(number, ())}
    inflected = {f"{_stem(name)}\\w*" for name in _month_names(language)[number]} if language != "en" else set()
    names = "|".join(sorted(english | inflected, key=len, reverse=True))
    return re.compile(rf"\b(?:{names})\b\.?", re.IGNORECASE)


def _stem(name: str) -> str:
    """Return the part of a month's name that is the same in every case: septemb(ar), septemb(ra)."""
    return name[:-2] if len(name) > _LONGEST_STEM else name


@cache
def _month_names(language: str) -> dict[int, tuple[str, ...]]:
    try:
        months = Locale.parse(language, sep="-").months
    except (ValueError, UnknownLocaleError):
        return _month_names("en")
    styles = [months[context][width] for width in ("wide", "abbreviated") for context in ("format", "stand-alone")]
    return {n: tuple(re.escape(style[n].casefold().rstrip(".")) for style in styles) for n in range(1, 13)}
