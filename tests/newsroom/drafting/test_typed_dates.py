"""What an editor types becomes a date."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.newsroom.drafting.typed_dates import typed_date
from tests.strategies import texts


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("4 Dec 2pm", "en", "2031-12-04T14:00+01:00"),
        ("next Thu 19:00", "en", "2031-04-24T19:00+02:00"),
        ("dec 4", "en", "2031-12-04"),
        ("tomorrow noon", "en", "2031-04-19T12:00+02:00"),
        ("19:30", "en", "2031-04-18T19:30+02:00"),
        ("fri 7pm", "en", "2031-04-18T19:00+02:00"),
        ("2031-05", "en", "2031-05"),
        ("2031-05-04 19:00", "en", "2031-05-04T19:00+02:00"),
        ("2031-05-04T19:00", "en", "2031-05-04T19:00+02:00"),
        ("4/12 14:00", "en", "2031-12-04T14:00+01:00"),
        ("sat 3 may 7.30pm", "en", "2031-05-03T19:30+02:00"),
        ("u petak u 20h", "bs", "2031-04-18T20:00+02:00"),
        ("4.12.2031. 14:00", "bs", "2031-12-04T14:00+01:00"),
        ("4.5. u 20h", "hr", "2031-05-04T20:00+02:00"),
        ("сутра у 20 сати", "sr", "2031-04-19T20:00+02:00"),
        ("в пятницу в 19:00", "ru", "2031-04-18T19:00+02:00"),
        ("12 мая 18:30", "ru", "2031-05-12T18:30+02:00"),
        ("4 May 2032", "ru", "2032-05-04"),
        ("soon", "en", None),
        ("4 May and 5 June", "en", None),
        ("", "en", None),
    ],
)
def test_a_typed_date_is_understood_or_not(text: str, language: str, expected: str | None) -> None:
    found = typed_date(text, date(2031, 4, 18), "Europe/Sarajevo", language)
    assert (found and str(found)) == expected


@given(texts(), st.dates(), st.sampled_from(("en", "bs", "ru")))
def test_whatever_is_typed_gives_a_date_or_none(text: str, today: date, language: str) -> None:
    typed_date(text, today, "Europe/Sarajevo", language)
