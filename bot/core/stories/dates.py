"""Dates at the precision at which they are known, years to minutes; with their doubt, and spans of them.

They are EDTF, level 0 and of level 1 what a story needs: `2022?` (uncertain), `2022~` (approximate), `2022%` (both),
`2014/2016` (a span), `2014/..` (since), `../2014` (until). Source: https://www.loc.gov/standards/datetime/. A day never
becomes midnight, a time that is not given is not invented.
"""

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from enum import IntEnum
from typing import Any, Literal, Self, cast, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

_DAY = r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?[?~%]?"
_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2})?(Z|[+-][0-9]{2}:[0-5][0-9])"
_SPAN = rf"{_DAY}/({_DAY}|\.\.)|\.\./{_DAY}"
PATTERN = rf"^({_DAY}|{_TIME}|{_SPAN})$"
MIN_YEAR, MAX_YEAR = 2, 9998  # the days around a date must be dates too, in every zone
FORMS = "2031, 2031-05, 2031-05-04 or 2031-05-04T19:00+03:00"
OPEN = ".."
_DAY_FIRST = re.compile(r"([0-9]{1,2})[./-]([0-9]{1,2})[./-]([0-9]{4})\.?")

Doubt = Literal["", "?", "~", "%"]
"""No doubt; uncertain; approximate; uncertain and approximate."""


class Precision(IntEnum):
    """The part of a date that is known; a larger value is finer."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    TIME = 4


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as written, at the precision at which it is known.

    `first_day` and `last_day` bound it in its own calendar; the calendar's first or last day where a span is open.
    `moment` is set, in UTC, only where a time is known. A span has the precision of its known beginning or, without
    one, of its end.
    """

    text: str
    precision: Precision
    first_day: date
    last_day: date
    moment: datetime | None = None
    doubt: Doubt = ""
    """The doubt about the whole date; each end of a span has a doubt of its own."""
    span: tuple["EdtfDate | None", "EdtfDate | None"] | None = None
    """The ends of a span; None for an end that is open."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an EDTF date; ValueError says what is wrong and how to write it."""
        if not re.fullmatch(PATTERN, text):
            raise ValueError(f"“{text}” is not a date: write {day_meant_by(text) or FORMS}")
        try:
            if "/" in text:
                return cls._parse_span(text)
            if "T" in text:
                _, day, _ = _days(*map(int, text[:10].split("-")))
                if text[11:13] == "24":  # Python 3.13 and later take it for the next day's midnight
                    raise ValueError("hour must be in 0..23")
                return cls(text, Precision.TIME, day, day, datetime.fromisoformat(text).astimezone(UTC))
            doubt = text[-1] if text[-1] in get_args(Doubt) else ""
            days = _days(*map(int, text.removesuffix(doubt).split("-")))
            return cls(text, *days, doubt=cast("Doubt", doubt))
        except (ValueError, OverflowError) as error:
            raise ValueError(f"“{text}” is not in the calendar: {error}") from None

    @classmethod
    def _parse_span(cls, text: str) -> Self:
        first, last = (None if end == OPEN else cls.parse(end) for end in text.split("/"))
        if first and last and first.first_day > last.first_day:
            raise ValueError("its end comes before its beginning")
        known = first or last
        assert known is not None
        begins = first.first_day if first else date(MIN_YEAR, 1, 1)
        ends = last.last_day if last else date(MAX_YEAR, 12, 31)
        return cls(text, known.precision, begins, ends, span=(first, last))

    def __str__(self) -> str:
        return self.text

    @property
    def day(self) -> date | None:
        """The day, if the date is known to the day."""
        return self.first_day if self.precision >= Precision.DAY and not self.span else None

    @property
    def inferred(self) -> bool:
        """True if the date is uncertain: then a sentence with it says “probably”."""
        return self.doubt in ("?", "%")

    @property
    def supposed(self) -> "EdtfDate":
        """The date in a sentence that says “probably” itself: it is not uncertain, though it may be approximate."""
        return replace(self.undoubted, text=f"{self.undoubted}~", doubt="~") if self.doubt == "%" else self.undoubted

    @property
    def undoubted(self) -> "EdtfDate":
        """The same date without its doubt."""
        return replace(self, text=self.text.removesuffix(self.doubt), doubt="")

    @property
    def iso(self) -> str | None:
        """The text as ISO 8601, for machines that know nothing else; None for a span, and for a date in doubt."""
        return None if self.span or self.doubt else self.text

    @property
    def sort_key(self) -> tuple[date, datetime]:
        """Chronological order; of dates that start together the coarser comes first. A span stands at its known end."""
        known = next((end for end in self.span or () if end), self)
        return known.first_day, known.moment or datetime.min.replace(tzinfo=UTC)

    def bounds(self, zone: tzinfo) -> tuple[datetime, datetime]:
        """Return the first moment of the date in `zone` and the first one after it; a known time has no length."""
        if self.moment:
            return self.moment, self.moment
        first = datetime(self.first_day.year, self.first_day.month, self.first_day.day, tzinfo=zone)
        after = self.last_day + timedelta(days=1)
        return first, datetime(after.year, after.month, after.day, tzinfo=zone)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {  # in YAML a bare year is a number
            "type": ["string", "integer"],
            "pattern": PATTERN,
            "minimum": 1000,
            "maximum": MAX_YEAR,
            "description": f"A date as precise as it is known: write {FORMS}.",
        }

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        try:
            return cls.parse(str(value))
        except ValueError as error:
            raise PydanticCustomError("edtf_date", "{reason}", {"reason": str(error)}) from None


def day_meant_by(text: str) -> str | None:
    """Return a day that is written day first in its right form; None of any other text."""
    found = _DAY_FIRST.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = found.groups()
    guess = f"{year}-{int(month):02}-{int(day):02}"
    return guess if re.fullmatch(PATTERN, guess) and _is_in_calendar(guess) else None


def _is_in_calendar(day: str) -> bool:
    try:
        date.fromisoformat(day)
    except ValueError:
        return False
    return True


def _days(year: int, month: int | None = None, day: int | None = None) -> tuple[Precision, date, date]:
    if not MIN_YEAR <= year <= MAX_YEAR:
        raise ValueError(f"years run from {MIN_YEAR:04} to {MAX_YEAR}")
    if month is None:
        return Precision.YEAR, date(year, 1, 1), date(year, 12, 31)
    if day is None:
        return Precision.MONTH, date(year, month, 1), date(year, month, monthrange(year, month)[1])
    only = date(year, month, day)
    return Precision.DAY, only, only
