"""Finds times of day among the words of a paragraph: 7:30 p.m., 19.00, u 20 sati, «в 19 часов», noon."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.date_cursor import Words
from bot.newsroom.drafting.date_meanings import Clock
from bot.newsroom.drafting.date_values import edtf

_SURE_HOUR = 10  # from here on “at 10.30” is a time without “a.m.”
_LAST_HOUR, _LAST_MINUTE = 23, 59


class ReadClock(NamedTuple):
    """A time of day, and its place among the words."""

    first: int
    end: int
    clock: Clock


def clocks_of(words: Words) -> Iterator[ReadClock]:
    """Yield the times of day in the order of the text."""
    place = 0
    while place < len(words):
        found = _clock(words, place)
        if found:
            yield found
        place = found.end if found else place + 1


def _clock(words: Words, place: int) -> ReadClock | None:
    named = words[place]["time_name"]
    if named is not None and (words[place - 1]["at"] or words.is_typed):
        return _with_zone(words, place, place + 1, named, 0)
    hour = _hour(words, place)
    minute, end, is_exact = _minutes(words, place) if hour is not None else (None, place, False)
    if hour is None or minute is None:
        return _in_four_digits(words, place)
    if half := words[end]["ampm"]:
        return _with_zone(words, place, end + 1, hour % 12 + 12 * (half == "pm"), minute) if 1 <= hour <= 12 else None
    is_said = bool(words[end]["hours"])
    if is_said:
        end += 1
        extra = words[end].number
        if extra is not None and extra <= _LAST_MINUTE and words[end + 1]["minutes"]:
            minute, end = extra, end + 2
    if part := words[end]["daypart"]:  # an hour only where more says so: seven in the evening, but not two that morning
        is_hour = hour <= 12 and (is_said or is_exact or bool(words[place - 1]["at"]))
        return _with_zone(words, place, end + 1, _in_daypart(hour, part), minute) if is_hour else None
    if not is_said and not is_exact and words[place - 1]["from"] and words[end]["to"]:  # s 10 do 16 časova
        is_said = _hour(words, end + 1) is not None and bool(words[end + 2]["hours"])
    is_time = _is_time(words, place, end, is_exact=is_exact, is_said=is_said)
    return _with_zone(words, place, end, hour, minute) if is_time else None


def _hour(words: Words, place: int) -> int | None:
    """Return the hour that a number may be, in digits or in a word."""
    token = words[place]
    if token.number is None:
        hour: int | None = token["number"]
        return hour if hour is not None and hour <= 12 else None
    is_short = len(token.text) <= 2 and token.number <= _LAST_HOUR
    return token.number if is_short and not words.is_part_of_a_number(place) else None


def _is_time(words: Words, place: int, end: int, *, is_exact: bool, is_said: bool) -> bool:
    """True if a number is a time of day by what stands around it."""
    token, at = words[place], words[place - 1]["at"]
    at = None if words.is_sign(place - 1, ",(") and not is_exact else at  # 14 hours, which is a length
    if token.number is None:
        return bool(is_said and words.vocabulary.lower_case and at == "near")
    if is_exact:
        is_dot = words.is_sign(place + 1, ".")
        if is_dot and words.vocabulary.capitals and token.number < _SURE_HOUR and not is_said:
            return False  # shares closed at 4.20
        return bool(not is_dot or at or is_said) and not _is_score(words, place, end)
    return is_said and bool(at or words.touches(place + 1))


def _in_four_digits(words: Words, place: int) -> ReadClock | None:
    """Read “1900 GMT”."""
    token = words[place]
    if len(token.text) != 4 or token.number is None or not words[place + 1]["zone"]:
        return None
    hour, minute = divmod(token.number, 100)
    is_time = hour <= _LAST_HOUR and minute <= _LAST_MINUTE
    return _with_zone(words, place, place + 1, hour, minute) if is_time else None


def _in_daypart(hour: int, part: str) -> int:
    return hour + 12 if part == "pm" and hour < 12 else hour


def _minutes(words: Words, place: int) -> tuple[int | None, int, bool]:
    """Return the minutes behind an hour, the place after them, and if they stand there; None if this is no time."""
    sign, minutes = words[place + 1], words[place + 2]
    if sign.text in (":", ".") and words.touches(place + 1) and words.touches(place + 2) and minutes.text.isdigit():
        is_more = words.is_sign(place + 3, ".:") and words.touches(place + 3) and words[place + 4].text.isdigit()
        is_fine = len(minutes.text) == 2 and (minutes.number or 0) <= _LAST_MINUTE and words[place].number is not None
        if not is_fine or (is_more and words.touches(place + 4)) or words[place + 3].text in ("%", "€", "$"):
            return None, place, False
        return minutes.number, place + 3, True
    is_joined = sign.text == "h" and words.touches(place + 1) and words.touches(place + 2)
    if is_joined and len(minutes.text) == 2 and minutes.number is not None and minutes.number <= _LAST_MINUTE:
        return minutes.number, place + 3, True
    return 0, place + 1, False


def _is_score(words: Words, place: int, end: int) -> bool:
    """True of 2:10 in “won 2:10”, and of decimals with a unit behind them."""
    is_colon = words.is_sign(place + 1, ":")
    if is_colon:
        return len(words[place].text) == 1 and not words[place - 1]["at"]
    after = words[end]
    return after.text.isalpha() and not after["stop"] and not after.senses and words.touches(end)


def _with_zone(words: Words, first: int, end: int, hour: int, minute: int) -> ReadClock:
    at = end + words.is_sign(end, "(")
    zone = words[at]["zone"]
    if zone is None:
        return ReadClock(first, end, Clock(hour, minute))
    return ReadClock(first, at + 1 + (at > end and words.is_sign(at + 1, ")")), Clock(hour, minute, zone or None))


def at_time(day: EdtfDate, clock: Clock, zone: str) -> EdtfDate | None:
    """Return the day at this time, with the offset that the zone has then; None if it is no day."""
    if day.day is None or day.doubt:
        return None
    try:
        there = ZoneInfo(clock.zone or zone)
        moment = datetime(day.day.year, day.day.month, day.day.day, clock.hour, clock.minute, tzinfo=there)
    except (ZoneInfoNotFoundError, ValueError):
        return None
    text = moment.isoformat(timespec="minutes")
    return edtf(text.replace("+00:00", "Z") if (clock.zone or zone) == "UTC" else text)
