import pytest

from bot.core.posting.preferences import leads_of, posting_hour_of, quiet_of, timezone_of


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
