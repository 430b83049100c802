"""Options read into values; the command line's own tests show how it tells what is wrong with one."""

from datetime import UTC, datetime

import pytest

from bot.core.errors import SettingsError
from bot.core.posting.chats import ChatSettings
from bot.options import must_be_one_of, read_sample, read_span

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
A_MOMENT = datetime.resolution


@pytest.mark.parametrize(
    ("since", "until", "start", "end"),
    [
        (None, None, NOW, datetime(2032, 3, 1, 9, tzinfo=UTC)),
        ("2031-04-01", None, datetime(2031, 4, 1, tzinfo=UTC), datetime(2032, 3, 31, tzinfo=UTC)),
        (None, "2031-04-01", NOW, datetime(2031, 4, 2, tzinfo=UTC)),
        (None, "2031-03-02", NOW, datetime(2031, 3, 3, tzinfo=UTC)),
        (None, "2031-03-02T09:00", NOW, NOW + A_MOMENT),
        (
            "2031-04-01T00:30+02:00",
            "2031-04-01T12:00+02:00",
            datetime(2031, 3, 31, 22, 30, tzinfo=UTC),
            datetime(2031, 4, 1, 10, tzinfo=UTC) + A_MOMENT,
        ),
    ],
)
def test_a_span_is_for_a_year_or_through_its_last_day_or_moment(
    since: str | None, until: str | None, start: datetime, end: datetime
) -> None:
    assert read_span(NOW, since, until) == (start, end)


@pytest.mark.parametrize(
    ("now", "since", "until", "said"),
    [
        (NOW, None, "2031-03-02T08:59", "--to 2031-03-02T08:59 is before the time to show begins (2031-03-02T09:00Z)"),
        (NOW, "2031-03-02", "2031-03-01", "--to 2031-03-01 is before the time to show begins (2031-03-02T00:00Z)"),
        (NOW, "9999-12-31", None, "“9999-12-31” is too far away"),
        (NOW, None, "9999-12-31", "“9999-12-31” is too far away"),
        (datetime(9999, 3, 2, 9, tzinfo=UTC), None, None, "“9999-03-02T09:00Z” is too far away"),
        (NOW, "soon", None, "“soon” is not a date and time"),
        (NOW, None, "soon", "“soon” is not a date and time"),
        (NOW, "17.12.2031", None, "“17.12.2031” is not a date and time: write 2031-12-17"),
    ],
)
def test_a_span_that_cannot_be_says_why(now: datetime, since: str | None, until: str | None, said: str) -> None:
    with pytest.raises(SettingsError) as wrong:
        read_span(now, since, until)
    assert str(wrong.value).startswith(said)


def test_a_sample_is_kept_as_a_chat_would_keep_it() -> None:
    assert read_sample("London", "6", "22-7:30", "1 day, 2h") == ChatSettings(
        timezone="Europe/London", posting_hour="06:00", quiet="22:00-07:30", leads="P1D,PT2H"
    )


@pytest.mark.parametrize("unsaid", [None, ""])
def test_what_is_not_said_of_a_sample_is_the_default(unsaid: str | None) -> None:
    assert read_sample(unsaid, unsaid, unsaid, unsaid) == ChatSettings()


@pytest.mark.parametrize("option", ["timezone", "hour", "quiet", "leads"])
def test_what_a_sample_cannot_have_is_told_with_its_option(option: str) -> None:
    wished: dict[str, str | None] = dict.fromkeys(("timezone", "hour", "quiet", "leads")) | {option: "x"}
    with pytest.raises(SettingsError, match=f"^--{option}: .*“x”"):
        read_sample(**wished)


@pytest.mark.parametrize("value", [None, "sent"])
def test_a_value_that_there_is_or_none_is_no_fault(value: str | None) -> None:
    must_be_one_of("state", value, ["pending", "sent"])


@pytest.mark.parametrize(("known", "named"), [(["pending", "sent"], "pending, sent"), ([], "none")])
def test_a_value_that_there_is_not_is_told_with_those_there_are(known: list[str], named: str) -> None:
    with pytest.raises(SettingsError, match=f"^there is no state “lost”; choose from: {named}$"):
        must_be_one_of("state", "lost", known)
