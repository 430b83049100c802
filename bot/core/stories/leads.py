"""A lead: how long before an event a reminder goes out, as in ISO 8601: `P7D`, `P0D` (that morning), `PT2H`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any, Self

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

PATTERN = (
    r"^P(?:(?P<days>[0-9]{1,3})D|(?P<weeks>[0-9]{1,2})W|T(?:(?P<hours>[0-9]{1,3})H)?(?:(?P<minutes>[0-9]{1,4})M)?)$"
)
MOST_DAYS = 366
LEAST_MINUTES, MOST_MINUTES = 5, 7 * 24 * 60
FORMS = "write P7D, P1D, P0D (that morning) or PT2H"

_TYPED = re.compile(r"(?P<number>\d{1,4})?\s*(?P<unit>[a-z]+)")
_MORNING = frozenset({"morning", "that morning", "today", "same day", "the same day", "that day"})
_ONE = frozenset({"a", "an", "one", "the"})
_UNITS = {
    **dict.fromkeys(("w", "week", "weeks"), timedelta(weeks=1)),
    **dict.fromkeys(("d", "day", "days"), timedelta(days=1)),
    **dict.fromkeys(("h", "hr", "hrs", "hour", "hours"), timedelta(hours=1)),
    **dict.fromkeys(("m", "min", "mins", "minute", "minutes"), timedelta(minutes=1)),
}


@dataclass(frozen=True, slots=True)
class Lead:
    """Whole days before the event's day, or hours and minutes before its time. It sorts by length, longest last."""

    length: timedelta
    in_days: bool

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read an ISO 8601 duration; ValueError says what is wrong and how to write it."""
        match = re.fullmatch(PATTERN, text.strip().upper())
        if match is None or text.strip().upper() in ("P", "PT"):
            raise ValueError(f"“{text}” is no lead: {FORMS}")
        parts = {name: int(number) for name, number in match.groupdict().items() if number is not None}
        return cls._checked(timedelta(**parts), in_days="T" not in text.upper())

    @classmethod
    def typed(cls, text: str) -> Self | None:
        """Read what a person writes: `2h`, `the day before`, `a week`, `morning`, `P1D`; None if it is no lead."""
        words = text.strip().lower().removesuffix(" before").strip()
        if words in _MORNING:
            return cls(timedelta(), in_days=True)
        article, _, rest = words.partition(" ")
        if article in _ONE and rest:
            words = f"1 {rest}"
        match = _TYPED.fullmatch(words)
        try:
            if match is None or match["unit"] not in _UNITS or match["number"] is None:
                return cls.parse(words)
            unit = _UNITS[match["unit"]]
            return cls._checked(int(match["number"]) * unit, in_days=unit >= timedelta(days=1))
        except ValueError:
            return None

    @classmethod
    def _checked(cls, length: timedelta, *, in_days: bool) -> Self:
        if in_days and length > timedelta(days=MOST_DAYS):
            raise ValueError(f"a lead has at most {MOST_DAYS} days: {FORMS}")
        least, most = timedelta(minutes=LEAST_MINUTES), timedelta(minutes=MOST_MINUTES)
        if not in_days and not least <= length <= most:
            raise ValueError(f"a lead in hours has {LEAST_MINUTES} minutes to {MOST_MINUTES // 60} hours: {FORMS}")
        return cls(length, in_days)

    def __str__(self) -> str:
        if self.in_days:
            return f"P{self.length.days}D"
        hours, minutes = divmod(int(self.length.total_seconds()) // 60, 60)
        return "PT" + (f"{hours}H" if hours else "") + (f"{minutes}M" if minutes else "")

    @property
    def sort_key(self) -> tuple[timedelta, bool]:
        """The key to sort by: in reverse order the longest lead is first."""
        return self.length, self.in_days

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls._validate, serialization=core_schema.to_string_ser_schema()
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": re.sub(r"\?P<\w+>", "?:", PATTERN), "description": f"A lead: {FORMS}."}

    @classmethod
    def _validate(cls, value: object) -> Self:
        if isinstance(value, cls):
            return value
        try:
            return cls.parse(str(value))
        except ValueError as error:
            raise PydanticCustomError("lead", "{reason}", {"reason": str(error)}) from None


DEFAULT_LEADS = (Lead.parse("P7D"), Lead.parse("P1D"), Lead.parse("P0D"))


def read_leads(text: str) -> tuple[Lead, ...]:
    """Read leads as they are stored, `P7D,P1D`: each once, the longest first. ValueError if a part is no lead."""
    return in_order(Lead.parse(part) for part in text.split(","))


def in_order(leads: Iterable[Lead]) -> tuple[Lead, ...]:
    """Return each lead once, the longest first."""
    return tuple(sorted(dict.fromkeys(leads), key=lambda lead: lead.sort_key, reverse=True))
