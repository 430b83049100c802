"""Reads a date as an editor types it: “4 Dec 2pm”, “next Thu 19:00”, “u petak u 20h”, «в пятницу в 19:00»."""

import re
from datetime import date

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.clocks import at_time, clocks_of
from bot.newsroom.drafting.date_cursor import Words
from bot.newsroom.drafting.date_grammar import expressions_of
from bot.newsroom.drafting.date_meanings import Nearby
from bot.newsroom.drafting.date_reading import VOCABULARIES
from bot.newsroom.drafting.date_reckoning import reckon
from bot.newsroom.drafting.date_values import Standpoint, edtf
from bot.newsroom.drafting.date_words import Vocabulary
from bot.newsroom.drafting.english.dating import VOCABULARY as ENGLISH

_DAY_AND_MONTH = re.compile(r"(?<![\d/.])(\d{1,2})/(\d{1,2})(?=$|[ ,])")
_DAY_AND_TIME = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)[Tt](\d)")
_LONGEST = 100  # characters
_FILLING = ("at", "on", "the", "of", "to", "in", "by", "hours")


def typed_date(text: str, today: date, zone: str, language: str) -> EdtfDate | None:
    """Return the date that was typed, at the precision at which it was, to be confirmed; None if it is not understood.

    A day without a year and a weekday are the coming ones, counted from `today`. A time gets the offset that the IANA
    `zone` has then: `2031-12-04T14:00+01:00`. EDTF is understood as it is. `language`: the tag of the editor's
    language; English words are always understood.
    """
    text = text.strip()[:_LONGEST]
    if written := edtf(text):
        return written
    text = _DAY_AND_TIME.sub(r"\1 \2", _DAY_AND_MONTH.sub(r"\1.\2.", text))
    vocabularies = (VOCABULARIES.get(language.partition("-")[0], ENGLISH), ENGLISH)
    read = (_read(text, today, zone, each) for each in vocabularies)
    return next((found for found in read if found), None)


def _read(text: str, today: date, zone: str, vocabulary: Vocabulary) -> EdtfDate | None:
    written = text.title() if vocabulary.capitals else text.lower()
    words = Words(vocabulary.tokens(written), vocabulary, is_typed=True)
    clocks = list(clocks_of(words))
    taken = {place for each in clocks for place in range(each.first, each.end)}
    found = [each for each in expressions_of(words) if not taken & set(range(each.first, each.end))]
    if len(clocks) > 1 or len(found) > 1 or not (clocks or found):
        return None
    taken |= {place for each in found for place in range(each.first, each.end)}
    for place in range(len(words)):
        token = words[place]
        if place not in taken and token.text not in ",.;:–—-" and not any(token[each] for each in _FILLING):
            return None
    meaning = found[0].meaning if found else Nearby(0)
    day = reckon(meaning, Standpoint(today, "coming")).date
    return at_time(day, clocks[0].clock, zone) if clocks and day else day
