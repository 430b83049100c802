"""Whether a paragraph states a date, as far as the date claims to be known.

Months are looked for by the names that CLDR gives them in English and in the story's language, there with any case
ending. An article that gives a day from another one ("one day before the World Cup") states both.
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache

from babel import Locale, UnknownLocaleError

from bot.core.stories.dates import EdtfDate, Precision

_DAY = r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|\.)?(?!\d)"
_OF = r"\s*(?:of|de)?\s*"
_LIST = rf"{_DAY}(?:\s*(?:[-–—/,&]|and|or|to)\s*{_DAY})*"
_YEAR = r",?\s*(?:of\s+)?(?<!\d)(?P<year>\d{4})(?!\d)"
_NUMBERS = {"a": 1, "one": 1, "the": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_UNITS = {"day": 1, "week": 7}
_LONGEST_STEM = 4
_ALSO = {9: ("sept",)}  # as English newspapers shorten it, and CLDR does not
_APART = re.compile(rf"\b({'|'.join(_NUMBERS)}|\d{{1,2}}) (day|week)s? (?:before|after|earlier|later)\b", re.IGNORECASE)


def date_problem(wanted: EdtfDate, paragraphs: Iterable[str], language: str) -> str | None:
    """What of the date no paragraph states, or None."""
    if any(_states(paragraph, wanted, language) for paragraph in paragraphs):
        return None
    first = wanted.first_day
    month = _month_names("en")[first.month][0].capitalize()
    parts = {
        Precision.YEAR: f"the year {first.year}",
        Precision.MONTH: month,
        Precision.DAY: f"{month} {first.day}",
        Precision.TIME: f"{month} {first.day} at {wanted.text[11:16]}",
    }
    return f"no cited paragraph states the date {wanted}: it would have to name {parts[wanted.precision]}"


def _states(text: str, wanted: EdtfDate, language: str) -> bool:
    if wanted.precision is Precision.YEAR:
        return re.search(rf"(?<!\d){wanted.text}(?!\d)", text) is not None
    if wanted.precision is Precision.MONTH:
        return any(year in (None, wanted.first_day.year) for year in _years_after(text, wanted.first_day, language))
    stated = wanted.first_day in set(_days_in(text, wanted.first_day, language))
    return stated and (wanted.precision is Precision.DAY or _states_time(text, wanted.text[11:16]))


def _years_after(text: str, day: date, language: str) -> Iterator[int | None]:
    for match in re.finditer(rf"{_month(day.month, language)}(?:{_OF}{_LIST})?(?:{_YEAR})?", text, re.IGNORECASE):
        yield int(match["year"]) if match["year"] else None


def _days_in(text: str, near: date, language: str) -> Iterator[date]:
    """The days that the text names or counts from one that it names; those without a year are of the same as `near`."""
    for month in range(1, 13):
        name = _month(month, language)
        for match in re.finditer(rf"(?:{name}\s*{_LIST}|{_LIST}{_OF}{name})(?:{_YEAR})?", text, re.IGNORECASE):
            for number in re.findall(_DAY, match[0]):
                yield from _with_counted(text, int(match["year"] or near.year), month, int(number))


def _with_counted(text: str, year: int, month: int, number: int) -> Iterator[date]:
    try:
        day = date(year, month, number)
    except ValueError:
        return
    yield day
    for count, unit in _APART.findall(text):
        apart = timedelta(int(_NUMBERS.get(count.lower(), count)) * _UNITS[unit.lower()])
        yield from (day - apart, day + apart)


def _states_time(text: str, clock: str) -> bool:
    hour, minute = int(clock[:2]), clock[3:]
    twelve = rf"{(hour - 1) % 12 + 1}{'(?:[:.]00)?' if minute == '00' else f'[:.]{minute}'}\s*{'ap'[hour >= 12]}\.?m"
    return re.search(rf"(?<!\d)(?:0?{hour}[:.h]{minute}(?!\d)|{twelve})", text, re.IGNORECASE) is not None


def _month(number: int, language: str) -> str:
    english = {*_month_names("en")[number], *_ALSO.get(number, ())}
    inflected = {f"{_stem(name)}\\w*" for name in _month_names(language)[number]} if language != "en" else set()
    return rf"\b(?:{'|'.join(sorted(english | inflected, key=len, reverse=True))})\b\.?"


def _stem(name: str) -> str:
    """What stays of a month's name in every case: septemb(ar), septemb(ra)."""
    return name[:-2] if len(name) > _LONGEST_STEM else name


@cache
def _month_names(language: str) -> dict[int, tuple[str, ...]]:
    try:
        months = Locale.parse(language, sep="-").months
    except (ValueError, UnknownLocaleError):
        return _month_names("en")
    styles = [months[context][width] for width in ("wide", "abbreviated") for context in ("format", "stand-alone")]
    return {n: tuple(re.escape(style[n].casefold().rstrip(".")) for style in styles) for n in range(1, 13)}
