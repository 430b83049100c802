"""Chooses the day or month that is meant by a name alone: the year of 2 October, the Friday of “on Friday”."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.article import Doubt
from bot.newsroom.drafting.date_meanings import Day, Month, NthWeekday, Weekday, Which
from bot.newsroom.drafting.date_values import (
    WEEKDAYS,
    Reading,
    Standpoint,
    dates_of,
    edtf,
    is_in_calendar,
    months_of,
    of_months,
)

_CLOSE, _FAR = 45, 240  # days: what is so close is meant rather than what is so far, whatever the verb says
_MUCH = 3  # so many times closer must a past day be than a coming one, to be meant beside a verb of the present
_JUST_OVER = 2  # days since “this Saturday”, if it is past
_RECENT = 90  # days


def day_alone_of(day: int, at: Standpoint) -> Reading:
    """Return a day of the month that was told before."""
    if at.told is None or at.told.precision < Precision.MONTH:
        return Reading(None, "a day of a month that the article does not tell before it")
    month = at.told.first_day.year * 12 + at.told.first_day.month - 1
    month += at.told.day is not None and at.told.day.day > day
    return Reading(edtf(f"{month // 12:04}-{month % 12 + 1:02}-{day:02}"), f"in the month of {at.told}, told before it")


def day_of(meaning: Day, at: Standpoint) -> Reading:
    """Return a day of a month, in the year that is stated or meant."""
    if meaning.years_away is not None:
        reading = day_of(replace(meaning, year=at.published.year + meaning.years_away, years_away=None), at)
        return reading._replace(rule="in the year that is counted from the day of publication", is_counted=True)
    if meaning.year is not None:
        written = edtf(f"{meaning.year:04}-{meaning.month:02}-{meaning.day:02}")
        other = edtf(f"{meaning.year:04}-{meaning.day:02}-{meaning.month:02}") if meaning.or_month_first else None
        if written is None and meaning.day > 12:
            return Reading(None, "no day of the calendar", doubts=(Doubt("the calendar has no such day", 7),))
        doubts = [Doubt("the day may stand first, or the month", 5)] if other else []
        return Reading(written, "as written", (other,) if other else (), False, (*doubts, *_mismatch(meaning, written)))
    years = (at.published.year + each for each in (-2, -1, 0, 1, 2))
    days = [
        date(year, meaning.month, meaning.day) for year in years if is_in_calendar(year, meaning.month, meaning.day)
    ]
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
    if (
        at.told
        and at.is_told_beside
        and at.told.precision == Precision.YEAR
        and told > at.published.year
        and at.tense != "past"
    ):
        named = edtf(f"{told:04}-{meaning.month:02}-{meaning.day:02}")
        return Reading(named, f"in {told}, the year told before", dates_of([choice]), True)
    is_recent = abs((choice - at.published).days) <= _RECENT
    if told < at.published.year - 1 and not is_recent and at.tense != "coming" and meaning.weekday is None:
        background = edtf(f"{told:04}-{meaning.month:02}-{meaning.day:02}")
        if background:
            doubt = Doubt(f"the article does not state its year; {told} is the year told before it", 4)
            return Reading(background, f"in {told}, the year told before", dates_of([choice]), False, (doubt,))
    other = [day for day in (past, coming) if day and day != choice and _may_be_meant(day, choice, at)]
    doubts = _mismatch(meaning, edtf(str(choice)))
    is_open = (
        at.tense not in ("past", "coming") and min(abs((day - at.published).days) for day in (*other, choice)) > 120
    )
    if is_open:
        doubts = (*doubts, Doubt("the article does not state its year", 3))
    rule = f"{'the coming' if choice > at.published else 'the last'} one, counted from the day of publication"
    return Reading(edtf(str(choice)), rule, dates_of(other), True, doubts)


def _may_be_meant(day: date, choice: date, at: Standpoint) -> bool:
    """False of a day so far away that nobody means it beside one so close."""
    close, far = abs((choice - at.published).days), abs((day - at.published).days)
    return far < _MUCH * close if at.tense else close > _CLOSE or far < _FAR


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
    real = WEEKDAYS[found.first_day.weekday()]
    return (Doubt(f"the article says {WEEKDAYS[meaning.weekday]}, but {found} is a {real}", 6),)


def month_of(meaning: Month, at: Standpoint) -> Reading:
    """Return a month, in the year that is stated or meant."""
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
        return Reading(of_months(chosen), rule, months_of(others), True)
    weight = _MUCH if at.tense == "present" else 1
    nearest = past if (now - past) * weight <= coming - now else coming
    chosen = {"past": past, "coming": coming, "": nearest, "present": nearest}[at.tense]
    if (at.tense == "past" and coming - now <= 1 and now - past >= 9) or (at.tense == "coming" and now - past <= 0):
        chosen = nearest
    told = at.told.first_day.year if at.told else at.published.year
    if told < at.published.year - 1 and at.tense != "coming" and now - chosen > 6:
        doubt = Doubt(f"the article does not state its year; {told} is the year told before it", 4)
        background = told * 12 + meaning.month - 1
        return Reading(of_months(background), f"in {told}, the year told before", months_of([chosen]), False, (doubt,))
    rule = "the coming one" if chosen > now else "the last one"
    others = [each for each in (past, coming) if each != chosen and (abs(chosen - now) > 2 or abs(each - now) < 9)]
    doubts = () if at.tense or abs(chosen - now) <= 3 else (Doubt("the article does not state its year", 3),)
    return Reading(of_months(chosen), f"{rule}, counted from the day of publication", months_of(others), True, doubts)


def nth_weekday_of(meaning: NthWeekday, at: Standpoint) -> Reading:
    """Return the first Monday, or the last Thursday, of a month."""
    month = month_of(meaning.month, at)
    if month.date is None:
        return month
    first, last = month.date.first_day, month.date.last_day
    if meaning.nth < 0:
        found = last - timedelta((last.weekday() - meaning.weekday) % 7)
    else:
        found = first + timedelta((meaning.weekday - first.weekday()) % 7 + 7 * (meaning.nth - 1))
    return month._replace(date=edtf(str(found)) if found <= last else None, alternatives=())


def weekday_of(meaning: Weekday, at: Standpoint) -> Reading:
    """Return the day that is meant by its weekday."""
    name = WEEKDAYS[meaning.weekday]
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
        is_over = at.tense == "past" and before <= _JUST_OVER
        ways = [-before, after] if is_over else [after, monday_to]
        return _distant(at, ways, f"the {name} {'before' if is_over else 'after'} the day of publication")
    if at.tense == "past":
        return _distant(at, [-before, after or 7], f"the last {name} up to the day of publication, as it is past")
    if at.tense in ("coming", "present"):
        return _distant(at, [after, -before or -7], f"the coming {name}, counted from the day of publication")
    doubt = Doubt(f"it may be the {name} before or after the day of publication", 4)
    return _distant(at, [-before, after or 7], f"the last {name} up to the day of publication", doubt)


def _distant(at: Standpoint, ways: Sequence[int], rule: str, doubt: Doubt | None = None) -> Reading:
    dates = dates_of(at.published + timedelta(way) for way in dict.fromkeys(ways))
    if not dates:
        return Reading(None, "no day of the calendar")
    return Reading(dates[0], rule, dates[1:], True, (doubt,) if doubt else ())


def week_of(which: Which, at: Standpoint) -> date:
    """Return the Monday of this week, the next one, …"""
    base = at.told.first_day if which in ("following", "previous") and at.told else at.published
    weeks = {"next": 1, "following": 1, "last": -1, "previous": -1, "after_next": 2, "before_last": -2}.get(which, 0)
    return base - timedelta(base.weekday()) + timedelta(weeks=weeks)
