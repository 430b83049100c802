"""When reminders are due: days by the chat's calendar, hours before a known time, never once it is too late."""

from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.posting.chats import ChatSettings
from bot.core.posting.planning import (
    POSTING_HOUR,
    Planned,
    QuietHours,
    Timing,
    due,
    is_of_use,
    leads_of,
    plan,
    posting_hour_of,
    quiet_of,
    read_hour,
    timezone_of,
)
from bot.core.stories.event import Event
from bot.core.stories.leads import Lead
from tests.stories import story_of

HERE = Timing()
ZONES = (
    "Europe/Sarajevo",
    "Pacific/Auckland",
    "America/Los_Angeles",
    "Pacific/Kiritimati",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "UTC",
)


def event(start: str, zone: str = "Europe/Sarajevo", status: str = "scheduled") -> Event:
    """One event."""
    return story_of({"start": start, "zone": zone, "status": status}).events[0]


def at(event: Event, lead: str, timing: Timing = HERE) -> str | None:
    """When it is due, in UTC, as text."""
    moment = due(event, Lead.parse(lead), timing)
    assert moment is None or moment.tzinfo is UTC
    return f"{moment:%Y-%m-%d %H:%M}" if moment else None


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        (None, "2031-05-03 07:00"),
        ("Europe/Sarajevo", "2031-05-03 07:00"),
        ("Pacific/Auckland", "2031-05-02 21:00"),
        ("America/Los_Angeles", "2031-05-03 16:00"),
    ],
)
def test_a_day_lead_goes_out_in_the_morning_of_the_chat_or_else_of_the_event(zone: str | None, expected: str) -> None:
    assert at(event("2031-05-04"), "P1D", Timing(zone)) == expected


def test_the_posting_hour_is_the_chats() -> None:
    assert at(event("2031-05-04"), "P0D", Timing(posting_hour=time(18, 30))) == "2031-05-04 16:30"


def test_the_same_hour_on_the_clock_on_both_sides_of_a_change_of_the_clocks() -> None:
    changed = event("2031-03-31")
    assert at(changed, "P7D") == "2031-03-24 08:00"
    assert at(changed, "P0D") == "2031-03-31 07:00"


def test_hour_leads_count_from_a_known_time_wherever_the_chat_is() -> None:
    known = event("2031-05-04T23:30+02:00")
    for zone in (None, *ZONES):
        assert at(known, "PT2H", Timing(zone)) == "2031-05-04 19:30"
        assert at(known, "PT90M", Timing(zone)) == "2031-05-04 20:00"


def test_an_hour_lead_needs_a_known_time() -> None:
    assert at(event("2031-05-04"), "PT2H") is None


def test_the_day_of_a_known_time_is_that_of_the_chats_calendar() -> None:
    known = event("2031-05-04T23:30+02:00")  # in Auckland the 5th, 09:30
    assert at(known, "P1D") == "2031-05-03 07:00"
    assert at(known, "P0D") == "2031-05-04 07:00"
    assert at(known, "P1D", Timing("Pacific/Auckland")) == "2031-05-03 21:00"
    assert at(known, "P0D", Timing("Pacific/Auckland")) == "2031-05-04 21:00"


@pytest.mark.parametrize("start", ["2031", "2031-05"])
@pytest.mark.parametrize("lead", ["P7D", "P0D", "PT2H"])
def test_nothing_is_due_where_no_day_is_known(start: str, lead: str) -> None:
    assert at(event(start), lead) is None


@pytest.mark.parametrize("status", ["postponed", "cancelled", "held"])
@pytest.mark.parametrize("start", ["2031-05-04", "2031-05-04T19:00+02:00"])
@pytest.mark.parametrize("lead", ["P1D", "P0D", "PT2H"])
def test_nothing_is_due_for_what_nobody_awaits(status: str, start: str, lead: str) -> None:
    assert at(event(start, status=status), lead) is None


def test_nothing_is_due_without_a_date() -> None:
    undated = story_of({"status": "postponed"}).events[0]
    assert at(undated, "P0D") is None


def test_what_was_put_off_to_another_day_is_awaited() -> None:
    assert at(event("2031-05-04", status="rescheduled"), "P0D") == "2031-05-04 07:00"


@pytest.mark.parametrize("start", ["2031-05-04T08:00+02:00", "2031-05-04T09:00+02:00"])
def test_that_morning_is_too_late_for_what_has_begun(start: str) -> None:
    assert at(event(start), "P0D") is None
    assert at(event(start), "P1D") == "2031-05-03 07:00"


@pytest.mark.parametrize(
    ("zone", "hour", "expected"),
    [
        ("Europe/Sarajevo", time(13, 59), "2031-05-04 11:59"),
        ("Europe/Sarajevo", time(14), None),  # midnight in Auckland
        ("America/Los_Angeles", time(4, 59), "2031-05-04 11:59"),
        ("America/Los_Angeles", time(9), None),
        ("Pacific/Auckland", time(23, 59), "2031-05-04 11:59"),
    ],
)
def test_a_day_lasts_until_it_is_over_where_the_event_is(zone: str, hour: time, expected: str | None) -> None:
    assert at(event("2031-05-04", zone="Pacific/Auckland"), "P0D", Timing(zone, hour)) == expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2031-03-30", datetime(2031, 3, 30, 1, 30, tzinfo=UTC)),  # skipped: 03:30
        ("2031-10-26", datetime(2031, 10, 26, 0, 30, tzinfo=UTC)),  # the first of two
    ],
)
def test_an_hour_that_is_skipped_or_doubled_comes_once(day: str, expected: datetime) -> None:
    story = story_of({"start": day}, leads=["P0D"])
    timing = Timing("Europe/Sarajevo", time(2, 30))
    begin = expected - timedelta(hours=12)
    hours = [begin + timedelta(hours=number) for number in range(25)]
    found = [each.at for hour in hours for each in plan([story], timing, hour, hour + timedelta(hours=1))]
    assert found == [expected]


@pytest.mark.parametrize(
    ("quiet", "hour", "expected"),
    [
        ("22:00-07:00", time(23), "2031-05-02 05:00"),
        ("22:00-07:00", time(22), "2031-05-02 05:00"),
        ("22:00-07:00", time(0), "2031-05-01 05:00"),
        ("22:00-07:00", time(6, 59), "2031-05-01 05:00"),
        ("22:00-07:00", time(7), "2031-05-01 05:00"),
        ("22:00-07:00", time(21, 59), "2031-05-01 19:59"),
        ("13:00-15:00", time(12, 59), "2031-05-01 10:59"),
        ("13:00-15:00", time(13), "2031-05-01 13:00"),
        ("13:00-15:00", time(14, 30), "2031-05-01 13:00"),
        ("13:00-15:00", time(15), "2031-05-01 13:00"),
    ],
)
def test_a_day_lead_waits_for_the_end_of_the_quiet_hours(quiet: str, hour: time, expected: str) -> None:
    assert at(event("2031-05-04"), "P3D", Timing(None, hour, QuietHours.parse(quiet))) == expected


def test_an_hour_lead_does_not_wait() -> None:
    timing = Timing(quiet=QuietHours.parse("00:00-23:59"))
    assert at(event("2031-05-04T19:00+02:00"), "PT2H", timing) == "2031-05-04 15:00"


def test_what_would_wait_until_it_is_too_late_never_comes() -> None:
    assert at(event("2031-05-04"), "P0D", Timing(None, time(23), QuietHours.parse("22:00-07:00"))) is None


def test_quiet_hours_hold_for_an_hour_that_the_clocks_skip_to() -> None:
    timing = Timing(None, time(2, 30), QuietHours.parse("03:00-04:00"))
    assert at(event("2031-03-30"), "P0D", timing) == "2031-03-30 02:00"  # 04:00, as 02:30 is 03:30


@pytest.mark.parametrize("text", ["22:00-07:00", "22-7", " 22:00 - 7:00 "])
def test_quiet_hours_are_read(text: str) -> None:
    assert QuietHours.parse(text) == QuietHours(time(22), time(7))


@pytest.mark.parametrize("text", ["", "22", "22:00", "22:00-", "-", "22:00-25:00", "22-7-8", "night-morning"])
def test_what_is_no_span_of_hours_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"write (22:00-07:00|09:00)$"):
        QuietHours.parse(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("9", time(9)),
        ("09:00", time(9)),
        (" 9:30 ", time(9, 30)),
        ("0", time(0)),
        ("23:59", time(23, 59)),
        ("9.30", time(9, 30)),
        ("9am", time(9)),
    ],
)
def test_an_hour_is_read(text: str, hour: time) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize("text", ["", "25", "24:00", "9:60", "9:5", "9:005", "009", "-1", "nine", "9:00:00", "²", "+9"])
def test_what_is_no_hour_says_how_to_write_it(text: str) -> None:
    with pytest.raises(ValueError, match=r"is no time of day: write 09:00$"):
        read_hour(text)


def test_a_chats_timing_is_what_it_has_chosen() -> None:
    assert Timing.of(ChatSettings()) == Timing(None, POSTING_HOUR, None, None)
    chosen = ChatSettings(timezone="UTC", posting_hour="18:30", quiet="22:00-07:00", leads="P1D,PT2H")
    assert Timing.of(chosen) == Timing(
        "UTC", time(18, 30), QuietHours(time(22), time(7)), (Lead.parse("P1D"), Lead.parse("PT2H"))
    )


def test_a_plan_is_in_order_and_of_equals_as_in_the_story() -> None:
    story = story_of(
        {"id": "late", "start": "2031-05-05"},
        {"id": "early", "start": "2031-05-04"},
        {"id": "also", "start": "2031-05-05"},
    )
    planned = plan([story], HERE, datetime(2031, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC))
    assert [f"{each.at:%m-%d} {each.event.id} {each.lead}" for each in planned] == [
        "04-27 early P7D",
        "04-28 late P7D",
        "04-28 also P7D",
        "05-03 early P1D",
        "05-04 late P1D",
        "05-04 early P0D",
        "05-04 also P1D",
        "05-05 late P0D",
        "05-05 also P0D",
    ]


def test_a_plan_has_its_first_moment_and_not_its_last() -> None:
    moment = datetime(2031, 5, 4, 7, tzinfo=UTC)
    story = story_of({"start": "2031-05-04"}, leads=["P0D"])
    assert len(plan([story], HERE, moment, moment + timedelta(microseconds=1))) == 1
    assert plan([story], HERE, moment - timedelta(days=1), moment) == []


def test_leads_are_the_chats_or_the_events_or_the_storys() -> None:
    story = story_of(
        {"start": "2031-05-04", "leads": ["P2D"]}, {"start": "2031-05-04", "leads": []}, {"start": "2031-05-04"}
    )
    span = datetime(2031, 1, 1, tzinfo=UTC), datetime(2032, 1, 1, tzinfo=UTC)
    assert [f"{each.event.id} {each.lead}" for each in plan([story], HERE, *span)] == [
        "e2 P7D",
        "e0 P2D",
        "e2 P1D",
        "e2 P0D",
    ]
    own = Timing(leads=(Lead.parse("P3D"), Lead.parse("P3D")))
    assert [f"{each.event.id} {each.lead}" for each in plan([story], own, *span)] == ["e0 P3D", "e1 P3D", "e2 P3D"]
    assert plan([story], Timing(leads=()), *span) == []


@pytest.mark.parametrize(
    ("lead", "late", "of_use"),
    [
        ("P1D", timedelta(hours=11, minutes=59), True),
        ("P1D", timedelta(hours=12), False),
        ("P0D", timedelta(hours=14, minutes=59), True),
        ("P0D", timedelta(hours=15), False),  # the day is over
    ],
)
def test_what_is_late_is_of_use_for_half_its_lead(lead: str, late: timedelta, of_use: bool) -> None:
    story = story_of({"start": "2031-05-04"})
    moment = due(story.events[0], Lead.parse(lead), HERE)
    assert moment
    assert is_of_use(Planned(moment, story, story.events[0], Lead.parse(lead)), moment + late) is of_use


_HOURS = st.times().map(lambda clock: clock.replace(second=0, microsecond=0))
_LEADS = st.one_of(
    st.integers(0, 366).map(lambda days: Lead.parse(f"P{days}D")),
    st.integers(5, 7 * 24 * 60).map(lambda minutes: Lead.parse(f"PT{minutes // 60}H{minutes % 60}M")),
)
_DAYS = st.dates(date(1980, 1, 1), date(2150, 1, 1))


def _start(day: date, clock: time | None, zone: str) -> dict[str, str]:
    if clock is None:
        return {"zone": zone, "start": str(day)}
    there = datetime.combine(day, clock, ZoneInfo(zone)).astimezone(UTC).astimezone(ZoneInfo(zone))
    return {"zone": zone, "start": there.isoformat(timespec="minutes")}


_EVENTS = st.builds(_start, _DAYS, st.one_of(st.none(), _HOURS), st.sampled_from(ZONES))
_TIMINGS = st.builds(
    Timing,
    st.one_of(st.none(), st.sampled_from(ZONES)),
    _HOURS,
    st.one_of(st.none(), st.builds(QuietHours, _HOURS, _HOURS)),
    st.one_of(st.none(), st.lists(_LEADS, max_size=4).map(tuple)),
)


@given(
    st.lists(_EVENTS, max_size=4),
    st.lists(_LEADS.map(str), max_size=4),
    _TIMINGS,
)
def test_nothing_is_due_too_late_or_twice(events: list[dict[str, Any]], leads: list[str], timing: Timing) -> None:
    planned = plan(
        [story_of(*events, leads=leads)],
        timing,
        datetime.min.replace(tzinfo=UTC),
        datetime.max.replace(tzinfo=UTC),
    )
    assert len({(each.event.id, each.lead) for each in planned}) == len(planned)
    assert [each.at for each in planned] == sorted(each.at for each in planned)
    for each in planned:
        assert each.event.start
        assert each.at < each.event.start.bounds(ZoneInfo(each.event.zone))[1]
        assert each.at == due(each.event, each.lead, timing)
        assert is_of_use(each, each.at)
        if each.lead.in_days and timing.quiet:
            local = each.at.astimezone(timing.zone(each.event))
            assert timing.quiet.after(local) == local


def test_a_time_zone_goes_by_its_city() -> None:
    assert timezone_of("sarajevo") == "Europe/Sarajevo"
    with pytest.raises(ValueError, match="no time zone “Sarajewo”; did you mean Europe/Sarajevo"):
        timezone_of("Sarajewo")


@pytest.mark.parametrize(
    ("text", "stored"),
    [("9", "09:00"), ("8:30", "08:30"), ("8.30", "08:30"), ("9am", "09:00"), ("12 AM", "00:00"), ("6:15 pm", "18:15")],
)
def test_an_hour_is_read_as_people_write_it(text: str, stored: str) -> None:
    assert posting_hour_of(text) == stored


@pytest.mark.parametrize("text", ["25", "13 pm", "0am", "9:60", "noon", ""])
def test_what_is_no_hour_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="write 09:00"):
        posting_hour_of(text)


@pytest.mark.parametrize("text", ["22:00-07:00", "22–7", "22 - 7", "10pm-7am"])
def test_quiet_hours_are_read_as_people_write_them(text: str) -> None:
    assert quiet_of(text) == "22:00-07:00"


@pytest.mark.parametrize("text", ["22", "09:00-09:00", "night"])
def test_what_are_no_quiet_hours_says_how_to_write_them(text: str) -> None:
    with pytest.raises(ValueError, match="write 22:00-07:00"):
        quiet_of(text)


@pytest.mark.parametrize("text", ["P1D,P7D", "1 day and a week", "7 days, 1 day, 1 DAY", "a week AND P1D"])
def test_leads_are_read_as_people_write_them(text: str) -> None:
    assert leads_of(text) == "P7D,P1D"


@pytest.mark.parametrize("text", ["", "x", "1 day,", "400 days"])
def test_what_is_no_lead_says_how_to_write_one(text: str) -> None:
    with pytest.raises(ValueError, match="write P7D"):
        leads_of(text)
