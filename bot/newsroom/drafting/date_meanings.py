"""What a date expression says, before it is counted from a day: a weekday, “next week”, “two days before the vote”."""

from dataclasses import dataclass, replace
from typing import Literal

Which = Literal["", "this", "next", "last", "following", "previous", "after_next", "before_last"]
"""“following” and “previous” count from the date told before, the others from the day of publication."""
Unit = Literal["hour", "day", "week", "weekend", "month", "year", "decade", "century"]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a month."""

    day: int
    month: int
    year: int | None = None
    weekday: int | None = None
    """0 for Monday; where the text names it too."""
    years_away: int | None = None
    """From the year of publication, for “2 October last year”."""
    or_month_first: bool = False
    """True if the digits may stand for the month first: 5/4/2031."""


@dataclass(frozen=True, slots=True)
class DayAlone:
    """A day of the month that was told before: the 17th."""

    day: int


@dataclass(frozen=True, slots=True)
class Month:
    """A month."""

    month: int
    year: int | None = None
    which: Which = ""
    years_away: int | None = None


@dataclass(frozen=True, slots=True)
class NthWeekday:
    """The first Monday, or the last Thursday, of a month."""

    nth: int
    """From 1; -1 for the last."""
    weekday: int
    month: Month


@dataclass(frozen=True, slots=True)
class Year:
    """A year, in digits."""

    year: int


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week; perhaps of a week that is named."""

    weekday: int
    which: Which = ""
    week: Which = ""


@dataclass(frozen=True, slots=True)
class Period:
    """This week, next month, last year, the weekend; a day counted from the date before: the next day."""

    unit: Unit
    which: Which


@dataclass(frozen=True, slots=True)
class Season:
    """A season, by the first of its three months."""

    month: int
    which: Which = ""
    year: int | None = None


@dataclass(frozen=True, slots=True)
class Years:
    """A decade or a century: from one year to another."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Nearby:
    """Yesterday, today, tomorrow."""

    days: int


@dataclass(frozen=True, slots=True)
class Counted:
    """A distance from a day: of publication, told before, named beside it, or of an event."""

    amount: int
    """Negative for what came before."""
    unit: Unit
    since: Literal["published", "told", "event"]
    event: str = ""
    """The words that name the event."""
    day: "Meaning | None" = None
    """The date that it is counted from, where that is named: two days before 4 May."""


@dataclass(frozen=True, slots=True)
class Same:
    """The same day, that month, that year."""

    unit: Unit


@dataclass(frozen=True, slots=True)
class Part:
    """The beginning, middle or end of something longer."""

    of: "Meaning"


@dataclass(frozen=True, slots=True)
class Stretch:
    """From one date to another; None for an open end."""

    first: "Meaning | None"
    last: "Meaning | None"
    starting: bool = False
    """True of “from 1 July”, which may tell a beginning alone."""


Meaning = (
    Day
    | DayAlone
    | NthWeekday
    | Month
    | Year
    | Weekday
    | Period
    | Season
    | Years
    | Nearby
    | Counted
    | Same
    | Part
    | Stretch
)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day, with its zone if the text names one."""

    hour: int
    minute: int
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Expression:
    """A date expression: its meaning, its time of day, and its place among the tokens of the paragraph."""

    first: int
    end: int
    meaning: Meaning
    clock: Clock | None = None

    def widened(self, first: int, end: int, clock: Clock) -> "Expression":
        """Return it with a time of day that stands beside it."""
        return replace(self, first=min(self.first, first), end=max(self.end, end), clock=clock)
