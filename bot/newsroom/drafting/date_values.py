"""What a date expression is counted from, what becomes of it, and small ways to make dates."""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.article import Doubt

Tense = Literal["past", "coming", "present", ""]
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


class Reading(NamedTuple):
    """The likeliest date of an expression, with the rule that gave it, other readings, and doubts."""

    date: EdtfDate | None
    rule: str
    alternatives: tuple[EdtfDate, ...] = ()
    is_counted: bool = False
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Standpoint:
    """What a date expression is counted from."""

    published: date
    """The day of publication; or, in a quotation, the day on which the words were said."""
    tense: Tense = ""
    """Whether the verb beside it tells of the past or of what comes; empty if none tells."""
    told: EdtfDate | None = None
    """The date that was told before it."""
    is_told_beside: bool = False
    """True if that stands in the same sentence."""


def edtf(text: str) -> EdtfDate | None:
    """Return the date that is written so; None if it is not in the calendar."""
    try:
        return EdtfDate.parse(text)
    except ValueError:
        return None


def stretch_of(first: date, last: date) -> EdtfDate | None:
    """Return the span from one day to another."""
    return edtf(f"{first}/{last}")


def of_season(year: int, month: int) -> EdtfDate | None:
    """Return the three months of a season, which begins with this month."""
    return edtf(f"{year:04}-{month:02}/{year + (month == 12):04}-{(month + 1) % 12 + 1:02}")


def of_months(months: int) -> EdtfDate | None:
    """Return a month, counted from the year 0."""
    return edtf(f"{months // 12:04}-{months % 12 + 1:02}")


def months_of(months: Sequence[int]) -> tuple[EdtfDate, ...]:
    """Return months, counted from the year 0."""
    return tuple(found for each in months if (found := of_months(each)))


def dates_of(days: Iterable[date]) -> tuple[EdtfDate, ...]:
    """Return days as dates."""
    return tuple(found for each in days if (found := edtf(str(each))))


def is_in_calendar(year: int, month: int, day: int) -> bool:
    """True if the month of that year has the day."""
    return 2 <= year <= 9998 and day <= monthrange(year, month)[1]
