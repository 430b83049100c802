"""Dates at their own precision."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.stories.dates import EdtfDate, Precision

BELGRADE = ZoneInfo("Europe/Belgrade")


@pytest.mark.parametrize(
    ("text", "precision", "first", "last"),
    [
        ("1995", Precision.YEAR, date(1995, 1, 1), date(1995, 12, 31)),
        ("2022-06", Precision.MONTH, date(2022, 6, 1), date(2022, 6, 30)),
        ("2024-02", Precision.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        ("2022-10-02", Precision.DAY, date(2022, 10, 2), date(2022, 10, 2)),
        ("2031-05-04T23:30-05:00", Precision.TIME, date(2031, 5, 4), date(2031, 5, 4)),
        ("2022?", Precision.YEAR, date(2022, 1, 1), date(2022, 12, 31)),
        ("2022-06~", Precision.MONTH, date(2022, 6, 1), date(2022, 6, 30)),
        ("2022-10-02%", Precision.DAY, date(2022, 10, 2), date(2022, 10, 2)),
        ("0002", Precision.YEAR, date(2, 1, 1), date(2, 12, 31)),
        ("9998-12-31", Precision.DAY, date(9998, 12, 31), date(9998, 12, 31)),
    ],
)
def test_precision_is_kept(text: str, precision: Precision, first: date, last: date) -> None:
    parsed = EdtfDate.parse(text)
    assert (str(parsed), parsed.precision, parsed.first_day, parsed.last_day) == (text, precision, first, last)
    assert parsed.day == (first if precision >= Precision.DAY else None)
    assert (parsed.moment is None) == (precision < Precision.TIME)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-05-04T19:00+03:00", datetime(2031, 5, 4, 16, tzinfo=UTC)),
        ("2031-05-04T19:00:30Z", datetime(2031, 5, 4, 19, 0, 30, tzinfo=UTC)),
        ("2031-05-04T23:30-05:00", datetime(2031, 5, 5, 4, 30, tzinfo=UTC)),
    ],
)
def test_a_known_time_is_a_moment_in_utc(text: str, moment: datetime) -> None:
    parsed = EdtfDate.parse(text)
    assert parsed.moment == moment
    assert parsed.bounds(BELGRADE) == (moment, moment)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "?",
        "..",
        "../..",
        "2022??",
        "2014/",
        "2014/2015/2016",
        "2031-05-04T19:00+03:00?",
        "2031-05-04T19:00+03:00/..",
        "95",
        "20 September 2022",
        "2022-9-20",
        "2022/09/20",
        "2022-09-20T19:00",  # a time without an offset
        "2022-09-20T19+02:00",
        "2022-W38",
        "2022-09-20\n",
        " 2022",
        "２０２２",
        "2031-05-04T19:00+05:75",
    ],
)
def test_other_forms_are_refused_with_the_right_ones(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date: write 2031, 2031-05, 2031-05-04 or"):
        EdtfDate.parse(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("2022-02-30", "day"),
        ("2022-02-30?", "day"),
        ("2014/2013", "its end comes before its beginning"),
        ("2014/2015-13", "month"),
        ("2022-13", "month"),
        ("2022-00-10", "month"),
        ("2023-02-29", "day"),
        ("0001", "years run from 0002 to 9998"),
        ("0000-01-01", "years run"),
        ("9999", "years run"),
        ("9999-12-31T23:00Z", "years run"),
        ("2031-05-04T24:00Z", "hour"),
        ("2031-05-04T25:00Z", "hour"),
        ("2031-05-04T19:60Z", "minute"),
        ("2031-05-04T19:00+24:00", "offset"),
    ],
)
def test_impossible_dates_are_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=f"is not in the calendar: .*{reason}"):
        EdtfDate.parse(text)


@pytest.mark.parametrize(
    ("text", "zone", "hours"),
    [
        ("2022-03-27", "Europe/Belgrade", 23),
        ("2022-10-30", "Europe/Belgrade", 25),
        ("2022-10-02", "Europe/Belgrade", 24),
        ("2022-10", "Europe/Belgrade", 31 * 24 + 1),
        ("2022", "Europe/Belgrade", 365 * 24),
        ("2018-11-04", "America/Sao_Paulo", 23),  # there midnight itself is left out
        ("2011-12-30", "Pacific/Apia", 0),  # there the whole day is
    ],
)
def test_bounds_reach_from_midnight_to_midnight_over_changes_of_the_clock(text: str, zone: str, hours: int) -> None:
    first, after = EdtfDate.parse(text).bounds(ZoneInfo(zone))
    assert after.astimezone(UTC) - first.astimezone(UTC) == timedelta(hours=hours)
    assert (first.hour, first.minute, after.hour, after.minute) == (0, 0, 0, 0)


@pytest.mark.parametrize("text", ["0002", "0002-01-01", "9998", "9998-12-31", "9998-12-31T23:59-12:00"])
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "Etc/GMT+12", "UTC"])
def test_the_first_and_the_last_dates_have_bounds_in_every_zone(text: str, zone: str) -> None:
    first, after = EdtfDate.parse(text).bounds(ZoneInfo(zone))
    assert first.astimezone(UTC) <= after.astimezone(UTC)


def test_dates_sort_by_their_beginning_and_the_coarser_first() -> None:
    ordered = ["1995", "2022", "2022-06", "2022-10-02", "2022-10-02T01:00+02:00", "2022-10-02T19:00+02:00", "2022-11"]
    jumbled = ordered[4:] + ordered[:4]
    assert sorted(jumbled, key=lambda text: EdtfDate.parse(text).sort_key) == ordered


@given(st.dates(date(2, 1, 1), date(9998, 12, 31)))
def test_every_day_of_the_calendar_is_read_back(day: date) -> None:
    assert EdtfDate.parse(day.isoformat()).day == day
    assert EdtfDate.parse(day.isoformat()[:7]).first_day == day.replace(day=1)


@given(st.text())
def test_any_text_is_a_date_or_a_value_error(text: str) -> None:
    with suppress(ValueError):
        assert str(EdtfDate.parse(text)) == text


@pytest.mark.parametrize(
    ("text", "first", "last", "sorts_as"),
    [
        ("2014/..", date(2014, 1, 1), date(9998, 12, 31), "2014"),
        ("../2014-06", date(2, 1, 1), date(2014, 6, 30), "2014-06"),
        ("2014/2016-02", date(2014, 1, 1), date(2016, 2, 29), "2014"),
        ("2014?/2016~", date(2014, 1, 1), date(2016, 12, 31), "2014?"),
    ],
)
def test_a_span_has_two_ends_and_no_day(text: str, first: date, last: date, sorts_as: str) -> None:
    span = EdtfDate.parse(text)
    assert (span.first_day, span.last_day, span.day, span.moment) == (first, last, None, None)
    assert span.sort_key == EdtfDate.parse(sorts_as).sort_key
    assert "/".join(".." if end is None else str(end) for end in span.span or ()) == text


def test_a_doubt_belongs_to_the_date_or_to_an_end_of_a_span() -> None:
    assert [EdtfDate.parse(text).doubt for text in ("2022", "2022?", "2022~", "2022%", "2014?/..")] == [
        "",
        "?",
        "~",
        "%",
        "",
    ]
    assert EdtfDate.parse("2022-10-02?").undoubted == EdtfDate.parse("2022-10-02")
    assert EdtfDate.parse("2022-10-02?").day == date(2022, 10, 2)


@pytest.mark.parametrize(("text", "right"), [("17.12.2026", "2026-12-17"), ("1/2/2026", "2026-02-01")])
def test_a_date_written_day_first_is_answered_with_its_form(text: str, right: str) -> None:
    with pytest.raises(ValueError, match=f"is not a date: write {right}$"):
        EdtfDate.parse(text)
