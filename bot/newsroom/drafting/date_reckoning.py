"""Counts what a date expression means from the day of publication, or from the date that was told before it."""

from dataclasses import replace
from datetime import date, timedelta

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.date_choosing import day_alone_of, day_of, month_of, nth_weekday_of, week_of, weekday_of
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
    Year,
    Years,
)
from bot.newsroom.drafting.date_periods import period_of, same_of, season_of
from bot.newsroom.drafting.date_values import (
    WEEKDAYS,
    Reading,
    Standpoint,
    edtf,
    of_months,
)

_DAYS_OF = {"day": 1, "week": 7, "weekend": 7}
_MONTHS_OF = {"month": 1, "year": 12, "decade": 120, "century": 1200}


def reckon(meaning: Meaning, at: Standpoint) -> Reading:
    """Return what the expression means, counted from this standpoint."""
    try:
        return _reckon(meaning, at)
    except (OverflowError, ValueError):  # a day before the calendar's first, a 31 February
        return Reading(None, "no day of the calendar")


def _reckon(meaning: Meaning, at: Standpoint) -> Reading:  # noqa: PLR0912 -- a case for each meaning
    match meaning:
        case Day():
            return day_of(meaning, at)
        case DayAlone(day):
            return day_alone_of(day, at)
        case NthWeekday():
            return nth_weekday_of(meaning, at)
        case Month():
            return month_of(meaning, at)
        case Year(year):
            return Reading(edtf(f"{year:04}"), "as written")
        case Years(first, last):
            return Reading(edtf(f"{first:04}/{last:04}"), "as written, from its first year to its last")
        case Weekday(week="") as weekday:
            return weekday_of(weekday, at)
        case Weekday() as weekday:
            week = week_of(weekday.week, at)
            rule = f"the {WEEKDAYS[weekday.weekday]} of that week"
            return Reading(edtf(str(week + timedelta(weekday.weekday))), rule, is_counted=True)
        case Nearby(days):
            return Reading(edtf(str(at.published + timedelta(days))), _from_publication(days, "day"), is_counted=True)
        case Period():
            return period_of(meaning, at)
        case Season():
            return season_of(meaning, at)
        case Counted():
            return _counted(meaning, at)
        case Same(unit):
            return same_of(unit, at)
        case Part(of):
            return _part(of, at)
        case Stretch():
            return _stretch(meaning, at)


def _counted(meaning: Counted, at: Standpoint) -> Reading:
    if meaning.unit == "century":
        return Reading(None, "counted in centuries")
    if meaning.since == "event" and meaning.day is None:
        return Reading(None, f"counted from “{meaning.event}”, which the article does not date")
    if meaning.since == "published" and meaning.amount > 0 and at.tense == "past" and at.told:
        reading = _counted(replace(meaning, since="told"), at)
        if reading.date:
            return reading  # «через два дня он вернулся»
    if meaning.day is not None:
        start = _reckon(meaning.day, at).date
        rule = f"{_words(meaning)} {start}"
    elif meaning.since == "told":
        start = at.told
        rule = f"{_words(meaning)} {start}, the date told before"
        if start is None:
            return Reading(None, "counted from a date that the article does not tell before it")
        reading = counted_from(start, meaning, rule)
        if at.tense == "past" and reading.date and reading.date.first_day > at.published:
            return Reading(None, "counted from a date that the article does not tell before it")
        return reading
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
    return of_months(month) if unit == "month" else edtf(f"{month // 12:04}")


def _part(of: Meaning, at: Standpoint) -> Reading:
    whole = _reckon(of, at)
    return whole._replace(rule=f"{whole.rule}; a part of it")


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
    is_within = not ends.span and ends.first_day <= begins.first_day < ends.last_day
    if is_within and begins.precision >= Precision.DAY:  # from 16 June to the end of the month
        ends = edtf(str(ends.last_day)) or ends
    if begins.span or ends.span or begins.first_day >= ends.first_day:
        return first
    rule = "as written" if not (first.is_counted or last.is_counted) else last.rule
    found = edtf(f"{begins.text}/{ends.text}")
    return Reading(found, rule, (), first.is_counted or last.is_counted, (*first.doubts[:1],))


def _in_a_row(begins: EdtfDate, ends: EdtfDate) -> tuple[EdtfDate, EdtfDate]:
    away = (ends.first_day - begins.first_day).days % 7 or 7
    return begins, edtf(str(begins.first_day + timedelta(away))) or ends


def _words(meaning: Counted) -> str:
    count = abs(meaning.amount)
    return f"{count} {meaning.unit}{'s' * (count != 1)} {'before' if meaning.amount < 0 else 'after'}"


def _from_publication(amount: int, unit: str) -> str:
    if not amount:
        return "the day of publication"
    count = abs(amount)
    return f"{count} {unit}{'s' * (count != 1)} {'before' if amount < 0 else 'after'} the day of publication"
