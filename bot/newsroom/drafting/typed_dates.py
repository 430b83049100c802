"""Reads a date as an editor types it: “4 Dec 2pm”, “next Thu 19:00”, “u petak u 20h”, «в пятницу в 19:00»."""

from datetime import date

from bot.core.stories.dates import EdtfDate


def typed_date(text: str, today: date, zone: str, language: str) -> EdtfDate | None:
    """Return the date that was typed, at the precision at which it was, to be confirmed; None if it is not understood.

    A day without a year and a weekday are the coming ones, counted from `today`. A time gets the offset that the IANA
    `zone` has then: `2031-12-04T14:00+01:00`. EDTF is understood as it is. `language`: the tag of the editor's
    language; English words are always understood.
    """
    raise NotImplementedError(text, today, zone, language)
