"""Tells which week, weekend, month, season or year is meant: this week, next year, last summer, the same day."""

from datetime import timedelta

from bot.core.stories.dates import Precision
from bot.newsroom.drafting.date_choosing import week_of
from bot.newsroom.drafting.date_meanings import Period, Season, Unit, Which
from bot.newsroom.drafting.date_values import (
    Reading,
    Standpoint,
    edtf,
    of_months,
    of_season,
    stretch_of,
)

_HALF_A_YEAR = 6


def period_of(meaning: Period, at: Standpoint) -> Reading:
    """Return a week, weekend, month or year."""
    which = meaning.which
    if which == "next" and at.tense == "past" and at.told and meaning.unit != "weekend":
        which = "following"  # he left in 2007 but came back “iduće godine”
    rule = _rule(meaning.unit, which, at)
    if meaning.unit == "weekend":
        return _weekend(which, at, rule)
    if meaning.unit == "week":
        first = week_of(which, at)
        return Reading(stretch_of(first, first + timedelta(6)), rule, is_counted=True)
    base = at.told.first_day if which in ("following", "previous") and at.told else at.published
    away = {"next": 1, "following": 1, "last": -1, "previous": -1, "after_next": 2, "before_last": -2}.get(which, 0)
    if meaning.unit == "year":
        return Reading(edtf(f"{base.year + away:04}"), rule, is_counted=True)
    return Reading(of_months(base.year * 12 + base.month - 1 + away), rule, is_counted=True)


def _rule(unit: Unit, which: Which, at: Standpoint) -> str:
    base = f"{at.told}, told before" if which in ("following", "previous") and at.told else "the day of publication"
    away = {"next": "after", "following": "after", "last": "before", "previous": "before"}.get(which)
    if away:
        return f"the {unit} {away} that of {base}"
    return {"after_next": f"two {unit}s after that of", "before_last": f"two {unit}s before that of"}.get(
        which, f"the {unit} of"
    ) + f" {base}"


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
        stretch_of(saturday, saturday + timedelta(1)),
        rule,
        tuple(filter(None, [stretch_of(other, other + timedelta(1))])),
        True,
    )


def season_of(meaning: Season, at: Standpoint) -> Reading:
    """Return the months of a season."""
    if meaning.year is not None:
        return Reading(of_season(meaning.year, meaning.month), "the three months of the season")
    year = at.published.year
    if meaning.which == "this" and at.tense not in ("coming", "present"):  # in April, “this winter” has just gone by
        middle = meaning.month + 1
        year -= middle - at.published.month > _HALF_A_YEAR
    begins, now = year * 12 + meaning.month - 1, year * 12 + at.published.month - 1
    if meaning.which == "last" or (not meaning.which and at.tense == "past"):
        year -= begins + 2 >= now and not (not meaning.which and begins <= now)
    elif meaning.which == "next" or (not meaning.which and at.tense in ("coming", "present")):
        year += begins + (2 if not meaning.which else 0) < now or (meaning.which == "next" and begins <= now)
    others = [of_season(year + each, meaning.month) for each in (1, -1)]
    return Reading(
        of_season(year, meaning.month),
        "the three months of the season, counted from the day of publication",
        tuple(each for each in others if each),
        True,
    )


def same_of(unit: Unit, at: Standpoint) -> Reading:
    """Return the day, week, month or year that was told before."""
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
        return Reading(stretch_of(monday + timedelta(5), monday + timedelta(6)), rule)
    return Reading(stretch_of(monday, monday + timedelta(6)) if at.told.precision >= Precision.DAY else None, rule)
