"""Counts what a date expression means from the day of publication, or from the date that was told before it."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Literal, NamedTuple

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.article import Doubt
from bot.newsroom.drafting.date_meanings import (
    Counted,
    Day,
    DayAlone,
    Meaning,
    Month,
    Nearby,
    NthWeekday,
    Part,
    Period,
    Same,
    Season,
    Stretch,
    Unit,
    Weekday,
    Which,
    Year,
    Years,
)

Tense = Literal["past", "coming", "present", ""]
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_DAYS_OF = {"day": 1, "week": 7, "weekend": 7}
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120, "century": 1200}
_CLOSE, _FAR = 45, 240  # days: what is so close is meant rather than what is so far, whatever the verb says
_MUCH = 3  # so many times closer must a past day be than a coming one, to be meant beside a verb of the present
_RECENT = 60  # days


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


def edtf(text: str) -> EdtfDate | None:
    """Return the date that is written so; None if it is not in the calendar."""
    try:
        return EdtfDate.parse(text)
    except ValueError:
        return None


def reckon(meaning: Meaning, at: Standpoint) -> Reading:
    """Return what the expression means, counted from this standpoint."""
    try:
        return _reckon(meaning, at)
    except (OverflowError, ValueError):  # a day before the calendar's first, a 31 February
        return Reading(None, "no day of the calendar")


def _reckon(meaning: Meaning, at: Standpoint) -> Reading:  # noqa: PLR0912 -- a case for each meaning
    match meaning:
        case Day():
            return _day(meaning, at)
        case DayAlone(day):
            return _day_alone(day, at)
        case NthWeekday():
            return _nth_weekday(meaning, at)
        case Month():
            return _month(meaning, at)
        case Year(year):
            return Reading(edtf(f"{year:04}"), "as written")
        case Years(first, last):
            return Reading(edtf(f"{first:04}/{last:04}"), "as written, from its first year to its last")
        case Weekday(week="") as weekday:
            return _weekday(weekday, at)
        case Weekday() as weekday:
            week = _week(weekday.week, at)
            rule = f"the {_WEEKDAYS[weekday.weekday]} of that week"
            return Reading(edtf(str(week + timedelta(weekday.weekday))), rule, is_counted=True)
        case Nearby(days):
            return Reading(edtf(str(at.published + timedelta(days))), _from_publication(days, "day"), is_counted=True)
        case Period():
            return _period(meaning, at)
        case Season():
            return _season(meaning, at)
        case Counted():
            return _counted(meaning, at)
        case Same(unit):
            return _same(unit, at)
        case Part(of):
            return _part(of, at)
        case Stretch():
            return _stretch(meaning, at)


def _day_alone(day: int, at: Standpoint) -> Reading:
    if at.told is None or at.told.precision < Precision.MONTH:
        return Reading(None, "a day of a month that the article does not tell before it")
    month = at.told.first_day.year * 12 + at.told.first_day.month - 1
    month += at.told.day is not None and at.told.day.day > day
    return Reading(edtf(f"{month // 12:04}-{month % 12 + 1:02}-{day:02}"), f"in the month of {at.told}, told before it")


def _nth_weekday(meaning: NthWeekday, at: Standpoint) -> Reading:
    month = _month(meaning.month, at)
    if month.date is None:
        return month
    first, last = month.date.first_day, month.date.last_day
    if meaning.nth < 0:
        found = last - timedelta((last.weekday() - meaning.weekday) % 7)
    else:
        found = first + timedelta((meaning.weekday - first.weekday()) % 7 + 7 * (meaning.nth - 1))
    return month._replace(date=edtf(str(found)) if found <= last else None, alternatives=())


def _day(meaning: Day, at: Standpoint) -> Reading:
    if meaning.years_away is not None:
        reading = _day(replace(meaning, year=at.published.year + meaning.years_away, years_away=None), at)
        return reading._replace(rule="in the year that is counted from the day of publication", is_counted=True)
    if meaning.year is not None:
        written = edtf(f"{meaning.year:04}-{meaning.month:02}-{meaning.day:02}")
        other = edtf(f"{meaning.year:04}-{meaning.day:02}-{meaning.month:02}") if meaning.or_month_first else None
        if written is None and meaning.day > 12:
            return Reading(None, "no day of the calendar", doubts=(Doubt("the calendar has no such day", 7),))
        doubts = [Doubt("the day may stand first, or the month", 5)] if other else []
        return Reading(written, "as written", (other,) if other else (), False, (*doubts, *_mismatch(meaning, written)))
    years = (at.published.year + each for each in (-2, -1, 0, 1, 2))
    days = [date(year, meaning.month, meaning.day) for year in years if _exists(year, meaning.month, meaning.day)]
    if not days:
        return Reading(None, "no day of the calendar", doubts=(Doubt("the calendar has no such day", 7),))
    return _chosen(days, at, meaning)


def _chosen(days: Sequence[date], at: Standpoint, meaning: Day) -> Reading:
    """Choose the year of a day that is told without one."""
    past = max((day for day in days if day <= at.published), default=None)
    coming = min((day for day in days if day >= at.published), default=None)
    choice = _by_tense(past, coming, at)
    fitting = [day for day in (past, coming) if day and day.weekday() == meaning.weekday]
    if fitting and choice not in fitting and at.tense != "coming":
        choice = fitting[0]
    told = at.told.first_day.year if at.told else at.published.year
    is_recent = abs((choice - at.published).days) <= _RECENT
    if told < at.published.year - 1 and not is_recent and at.tense != "coming" and meaning.weekday is None:
        background = edtf(f"{told:04}-{meaning.month:02}-{meaning.day:02}")
        if background:
            doubt = Doubt(f"the article does not state its year; {told} is the year told before it", 4)
            return Reading(background, f"in {told}, the year told before", _dates([choice]), False, (doubt,))
    other = [day for day in (past, coming) if day and day != choice and _may_be_meant(day, choice, at)]
    doubts = _mismatch(meaning, edtf(str(choice)))
    is_open = (
        at.tense not in ("past", "coming") and min(abs((day - at.published).days) for day in (*other, choice)) > 120
    )
    if is_open:
        doubts = (*doubts, Doubt("the article does not state its year", 3))
    rule = f"{'the coming' if choice > at.published else 'the last'} one, counted from the day of publication"
    return Reading(edtf(str(choice)), rule, _dates(other), True, doubts)


def _may_be_meant(day: date, choice: date, at: Standpoint) -> bool:
    """False of a day so far away that nobody means it beside one so close."""
    return abs((choice - at.published).days) > _CLOSE or abs((day - at.published).days) < _FAR


def _by_tense(past: date | None, coming: date | None, at: Standpoint) -> date:
    if past is None or coming is None:
        only = past or coming
        assert only is not None
        return only
    before, after = (at.published - past).days, (coming - at.published).days
    if before <= _CLOSE and after >= _FAR:
        return past
    if after <= _CLOSE and before >= _FAR:
        return coming
    if at.tense in ("past", "coming"):
        return past if at.tense == "past" else coming
    is_near = before * _MUCH <= after if at.tense == "present" else before <= after
    return past if is_near else coming


def _mismatch(meaning: Day, found: EdtfDate | None) -> tuple[Doubt, ...]:
    if meaning.weekday is None or not found or found.first_day.weekday() == meaning.weekday:
        return ()
    real = _WEEKDAYS[found.first_day.weekday()]
    return (Doubt(f"the article says {_WEEKDAYS[meaning.weekday]}, but {found} is a {real}", 6),)


def _month(meaning: Month, at: Standpoint) -> Reading:
    if meaning.years_away is not None:
        found = edtf(f"{at.published.year + meaning.years_away:04}-{meaning.month:02}")
        return Reading(found, "in the year that is counted from the day of publication", is_counted=True)
    if meaning.year is not None:
        return Reading(edtf(f"{meaning.year:04}-{meaning.month:02}"), "as written")
    now = at.published.year * 12 + at.published.month - 1
    this = at.published.year * 12 + meaning.month - 1
    past = this if this <= now else this - 12
    coming = this if this >= now else this + 12
    if meaning.which in ("last", "next", "this"):
        chosen = {
            "last": past if past < now else past - 12,
            "next": coming if coming > now else coming + 12,
            "this": this,
        }[meaning.which]
        word = {"last": "the last one before", "next": "the first one after", "this": "that of the year of"}
        others = [chosen - 12] if meaning.which == "last" and chosen // 12 == at.published.year else []
        others = [chosen + 12] if meaning.which == "next" and chosen // 12 == at.published.year else others
        rule = f"{word[meaning.which]} the day of publication"
        return Reading(_of_months(chosen), rule, _months(others), True)
    weight = _MUCH if at.tense == "present" else 1
    nearest = past if (now - past) * weight <= coming - now else coming
    chosen = {"past": past, "coming": coming, "": nearest, "present": nearest}[at.tense]
    if (at.tense == "past" and coming - now <= 1 and now - past >= 9) or (at.tense == "coming" and now - past <= 0):
        chosen = nearest
    told = at.told.first_day.year if at.told else at.published.year
    if told < at.published.year - 1 and at.tense != "coming" and now - chosen > 2:
        doubt = Doubt(f"the article does not state its year; {told} is the year told before it", 4)
        background = told * 12 + meaning.month - 1
        return Reading(_of_months(background), f"in {told}, the year told before", _months([chosen]), False, (doubt,))
    rule = "the coming one" if chosen > now else "the last one"
    others = [each for each in (past, coming) if each != chosen and (abs(chosen - now) > 2 or abs(each - now) < 9)]
    doubts = () if at.tense or abs(chosen - now) <= 3 else (Doubt("the article does not state its year", 3),)
    return Reading(_of_months(chosen), f"{rule}, counted from the day of publication", _months(others), True, doubts)


def _weekday(meaning: Weekday, at: Standpoint) -> Reading:
    name = _WEEKDAYS[meaning.weekday]
    after = (meaning.weekday - at.published.weekday()) % 7
    before = (at.published.weekday() - meaning.weekday) % 7
    if meaning.which in ("following", "previous") and at.told and at.told.day:
        away = (meaning.weekday - at.told.day.weekday()) % 7 or 7
        away = away if meaning.which == "following" else -((at.told.day.weekday() - meaning.weekday) % 7 or 7)
        return Reading(edtf(str(at.told.day + timedelta(away))), f"the {name} counted from {at.told}", (), True)
    if meaning.which in ("next", "following"):
        first = after or 7
        same_week = at.published.weekday() + first < 7
        doubt = Doubt(f"“next {name}” may be the one of this week or of the next", 5)
        rule = f"the {name} after the day of publication"
        return _distant(at, [first, first + 7] if same_week else [first], rule, doubt if same_week else None)
    if meaning.which in ("last", "previous", "before_last"):
        first = before or 7
        ways = [-first, -first - 7]
        ways = ways[::-1] if meaning.which == "before_last" else ways
        return _distant(at, ways, f"the last {name} before the day of publication")
    if meaning.which == "this":
        monday_to = meaning.weekday - at.published.weekday()
        ways = [-before, after] if at.tense == "past" else [after, monday_to]
        return _distant(at, ways, f"the {name} {'before' if at.tense == 'past' else 'after'} the day of publication")
    if at.tense == "past":
        return _distant(at, [-before, after or 7], f"the last {name} up to the day of publication, as it is past")
    if at.tense in ("coming", "present"):
        return _distant(at, [after, -before or -7], f"the coming {name}, counted from the day of publication")
    doubt = Doubt(f"it may be the {name} before or after the day of publication", 4)
    return _distant(at, [-before, after or 7], f"the last {name} up to the day of publication", doubt)


def _distant(at: Standpoint, ways: Sequence[int], rule: str, doubt: Doubt | None = None) -> Reading:
    dates = _dates(at.published + timedelta(way) for way in dict.fromkeys(ways))
    return Reading(dates[0], rule, dates[1:], True, (doubt,) if doubt else ())


def _week(which: Which, at: Standpoint) -> date:
    """Return the Monday of this week, the next one, …"""
    base = at.told.first_day if which in ("following", "previous") and at.told else at.published
    weeks = {"next": 1, "following": 1, "last": -1, "previous": -1, "after_next": 2, "before_last": -2}.get(which, 0)
    return base - timedelta(base.weekday()) + timedelta(weeks=weeks)


def _period(meaning: Period, at: Standpoint) -> Reading:
    which = meaning.which
    rule = f"the {meaning.unit} that is meant by “{which}”, counted from the day of publication"
    if meaning.unit == "weekend":
        return _weekend(which, at, rule)
    if meaning.unit == "week":
        first = _week(which, at)
        return Reading(_stretch_of(first, first + timedelta(6)), rule, is_counted=True)
    base = at.told.first_day if which in ("following", "previous") and at.told else at.published
    away = {"next": 1, "following": 1, "last": -1, "previous": -1, "after_next": 2, "before_last": -2}.get(which, 0)
    if meaning.unit == "year":
        return Reading(edtf(f"{base.year + away:04}"), rule, is_counted=True)
    return Reading(_of_months(base.year * 12 + base.month - 1 + away), rule, is_counted=True)


def _weekend(which: Which, at: Standpoint, rule: str) -> Reading:
    is_over = which in ("last", "previous") or (not which and at.tense == "past")
    saturday = at.published - timedelta(at.published.weekday() - 5)
    if at.published.weekday() == 6 and (not is_over or not which):
        saturday = at.published - timedelta(1)
    if is_over and saturday >= at.published - timedelta(at.published.weekday()):
        saturday -= timedelta(7 if saturday > at.published or which else 0)
    if which in ("next", "following") and at.published.weekday() >= 5:
        saturday += timedelta(7)
    other = saturday + timedelta(-7 if is_over else 7)
    return Reading(
        _stretch_of(saturday, saturday + timedelta(1)),
        rule,
        tuple(filter(None, [_stretch_of(other, other + timedelta(1))])),
        True,
    )


def _season(meaning: Season, at: Standpoint) -> Reading:
    if meaning.year is not None:
        return Reading(_of_season(meaning.year, meaning.month), "the three months of the season")
    year = at.published.year
    begins, now = year * 12 + meaning.month - 1, year * 12 + at.published.month - 1
    if meaning.which == "last" or (not meaning.which and at.tense == "past"):
        year -= begins + 2 >= now and not (not meaning.which and begins <= now)
    elif meaning.which == "next" or (not meaning.which and at.tense in ("coming", "present")):
        year += begins + (2 if not meaning.which else 0) < now or (meaning.which == "next" and begins <= now)
    others = [_of_season(year + each, meaning.month) for each in (1, -1)]
    return Reading(
        _of_season(year, meaning.month),
        "the three months of the season, counted from the day of publication",
        tuple(each for each in others if each),
        True,
    )


def _counted(meaning: Counted, at: Standpoint) -> Reading:
    if meaning.since == "event" and meaning.day is None:
        return Reading(None, f"counted from “{meaning.event}”, which the article does not date")
    if meaning.day is not None:
        start = _reckon(meaning.day, at).date
        rule = f"{_words(meaning)} {start}"
    elif meaning.since == "told":
        start = at.told
        rule = f"{_words(meaning)} {start}, the date told before"
        if start is None:
            return Reading(None, "counted from a date that the article does not tell before it")
        found = counted_from(start, meaning, rule)
        if at.tense == "past" and found.date and found.date.first_day > at.published:
            return Reading(None, "counted from a date that the article does not tell before it")
        return found
    else:
        found = _away(at.published, meaning.amount, meaning.unit)
        return Reading(found, _from_publication(meaning.amount, meaning.unit), is_counted=True)
    if start is None:
        return Reading(None, "counted from a date that is not known")
    return counted_from(start, meaning, rule)


def counted_from(start: EdtfDate, meaning: Counted, rule: str = "") -> Reading:
    """Return the date at this distance from a date that is known; it is no more exact than that date."""
    rule = rule or f"{_words(meaning)} “{meaning.event}”, {start.undoubted}"
    base = start.last_day if start.span and meaning.amount > 0 else start.first_day
    found = _away(base, meaning.amount, meaning.unit)
    if found and start.precision < found.precision:
        found = edtf(found.text[: 4 if start.precision == Precision.YEAR else 7])
    return Reading(found, rule, is_counted=True)


def _away(base: date, amount: int, unit: Unit) -> EdtfDate | None:
    """Return the date at a distance: to the day for days and weeks, else as exact as the unit."""
    if unit == "hour":
        return edtf(str(base + timedelta(hours=amount)))
    if unit in _DAYS_OF:
        return edtf(str(base + timedelta(amount * _DAYS_OF[unit])))
    month = base.year * 12 + base.month - 1 + amount * _MONTHS_OF[unit]
    return _of_months(month) if unit == "month" else edtf(f"{month // 12:04}")


def _same(unit: Unit, at: Standpoint) -> Reading:
    rule = f"the {unit} told before"
    if at.told is None:
        return Reading(None, f"the {unit} that was told before, and is not known")
    first = at.told.first_day
    if unit == "year":
        return Reading(edtf(f"{first.year:04}"), rule)
    if unit == "month":
        return Reading(edtf(at.told.text[:7]) if at.told.precision > Precision.YEAR else None, rule)
    if unit == "day":
        return Reading(edtf(str(at.told.day)) if at.told.day else None, rule)
    monday = first - timedelta(first.weekday())
    if unit == "weekend":
        return Reading(_stretch_of(monday + timedelta(5), monday + timedelta(6)), rule)
    return Reading(_stretch_of(monday, monday + timedelta(6)) if at.told.precision >= Precision.DAY else None, rule)


def _part(of: Meaning, at: Standpoint) -> Reading:
    whole = _reckon(of, at)
    return whole._replace(rule=f"{whole.rule}; the part of it that is meant has no date of its own")


def _stretch(meaning: Stretch, at: Standpoint) -> Reading:
    first = _reckon(meaning.first, at) if meaning.first else None
    last = _reckon(meaning.last, at) if meaning.last else None
    if first and last and first.date and last.date:
        return _from_to(meaning, first, last)
    known = first or last
    if not known or not known.date:
        return known or Reading(None, "no day of the calendar")
    plain = known.date
    is_near = isinstance(meaning.first or meaning.last, Nearby)
    open_end = edtf(f"{plain.text}/.." if first else f"../{plain.text}") if not plain.span and not is_near else None
    if open_end is None:
        return known
    if last:
        return known._replace(alternatives=(*known.alternatives, open_end))
    if meaning.starting and (plain.precision >= Precision.DAY or plain.first_day > at.published):
        return known._replace(alternatives=(*known.alternatives, open_end))
    return known._replace(date=open_end, alternatives=(*known.alternatives, plain))


def _from_to(meaning: Stretch, first: Reading, last: Reading) -> Reading:
    begins, ends = first.date, last.date
    assert begins
    assert ends
    if isinstance(meaning.first, Day | Month) and meaning.first.year is None and isinstance(meaning.last, Day | Month):
        year = ends.first_day.year - ((meaning.first.month, 0) > (meaning.last.month, 0))
        begins = edtf(f"{year:04}{begins.text[4:]}") or begins
    elif isinstance(meaning.first, Weekday):
        begins, ends = _in_a_row(begins, ends)
    if begins.span or ends.span or begins.first_day >= ends.first_day:
        return first
    rule = "as written" if not (first.is_counted or last.is_counted) else last.rule
    found = edtf(f"{begins.text}/{ends.text}")
    return Reading(found, rule, (), first.is_counted or last.is_counted, (*first.doubts[:1],))


def _in_a_row(begins: EdtfDate, ends: EdtfDate) -> tuple[EdtfDate, EdtfDate]:
    away = (ends.first_day - begins.first_day).days % 7 or 7
    return begins, edtf(str(begins.first_day + timedelta(away))) or ends


def _stretch_of(first: date, last: date) -> EdtfDate | None:
    return edtf(f"{first}/{last}")


def _of_season(year: int, month: int) -> EdtfDate | None:
    return edtf(f"{year:04}-{month:02}/{year + (month == 12):04}-{(month + 1) % 12 + 1:02}")


def _of_months(months: int) -> EdtfDate | None:
    return edtf(f"{months // 12:04}-{months % 12 + 1:02}")


def _months(months: Sequence[int]) -> tuple[EdtfDate, ...]:
    return tuple(found for each in months if (found := _of_months(each)))


def _dates(days: Iterator[date] | Sequence[date]) -> tuple[EdtfDate, ...]:
    return tuple(found for each in days if (found := edtf(str(each))))


def _exists(year: int, month: int, day: int) -> bool:
    return 2 <= year <= 9998 and day <= monthrange(year, month)[1]


def _words(meaning: Counted) -> str:
    count = abs(meaning.amount)
    return f"{count} {meaning.unit}{'s' * (count != 1)} {'before' if meaning.amount < 0 else 'after'}"


def _from_publication(amount: int, unit: str) -> str:
    if not amount:
        return "the day of publication"
    count = abs(amount)
    return f"{count} {unit}{'s' * (count != 1)} {'before' if amount < 0 else 'after'} the day of publication"
