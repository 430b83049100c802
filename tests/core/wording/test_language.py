from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.core.stories.dates import EdtfDate
from bot.core.wording.cards import Moment, plain
from bot.core.wording.language import Language

ENGLISH = Language()


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("1995", "1995"),
        ("2022-06", "June 2022"),
        ("2022-10-02", "2 October 2022"),
        ("2031-05-04T19:00+03:00", "4 May 2031 at 18:00 (Sarajevo)"),
        ("2022?", "probably 2022"),
        ("2022-10-02?", "probably 2 October 2022"),
        ("2022-06~", "about June 2022"),
        ("2022-06%", "probably about June 2022"),
        ("2014/..", "since 2014"),
        ("../2014-06", "until June 2014"),
        ("2014?/2016", "probably 2014 to 2016"),
    ],
)
def test_a_date_is_said_at_its_own_precision(written: str, words: str) -> None:
    assert ENGLISH.date(EdtfDate.parse(written), ZoneInfo("Europe/Sarajevo")) == words


def test_a_time_in_utc_says_so() -> None:
    assert ENGLISH.date(EdtfDate.parse("2031-05-04T19:00Z")) == "4 May 2031 at 19:00 (UTC)"


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "today"),
        (1, "tomorrow"),
        (2, "in 2 days"),
        (11, "in 11 days"),
        (60, "in 60 days"),
        (400, "in 1 year"),
        (-3, "3 days ago"),
    ],
)
def test_counts_days_while_they_can_be_pictured(days: int, words: str) -> None:
    today = date(2022, 9, 21)
    assert ENGLISH.days_until(today + timedelta(days=days), today) == words


def test_an_age_is_said_in_its_largest_unit() -> None:
    assert ENGLISH.age(date(2022, 9, 20), date(2026, 11, 23)) == "4 years ago"
    assert ENGLISH.age(date(2022, 9, 20), date(2022, 9, 20)) == "today"


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(minutes=20), "in 20 minutes"),
        (timedelta(hours=3), "in 3 hours"),
        (timedelta(hours=28), "in 28 hours"),
        (timedelta(hours=36), "in 2 days"),  # in Sarajevo it is past midnight then
        (timedelta(days=2, hours=8), "in 2 days"),
        (timedelta(days=2, hours=9), "in 3 days"),
        (timedelta(days=17), "in 17 days"),
    ],
)
def test_counts_to_a_moment_in_days_by_the_calendar_as_to_a_day(left: timedelta, words: str) -> None:
    now = datetime(2031, 5, 4, 13, tzinfo=UTC)
    assert ENGLISH.time_until(now + left, now, ZoneInfo("Europe/Sarajevo")) == words


def test_other_languages_have_their_own_dates() -> None:
    assert Language("sr-Latn").date(EdtfDate.parse("2022-10-02")) == "2. oktobar 2022."


def test_a_line_keeps_what_is_filled_in_apart_from_markup() -> None:
    moment = Moment(datetime(2031, 5, 4, tzinfo=UTC), "soon")
    line = ENGLISH.line("{who} comes {when}.", who="{x} <b>", when=moment)
    assert line == ("{x} <b>", " comes ", moment, ".")
    assert plain(line) == "{x} <b> comes soon."


def test_plural_forms_are_filled_in() -> None:
    assert ENGLISH.ngettext("{n} fact", "{n} facts", 2) == "2 facts"
