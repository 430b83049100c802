"""Reads days and months that are named or in digits: 2 Oct., May 3-7, 18. 4. 2031., in June."""

from dataclasses import replace
from itertools import pairwise

from bot.newsroom.drafting.date_cursor import LAST_DAY, Parsed, Words
from bot.newsroom.drafting.date_meanings import Day, DayAlone, Month, Stretch
from bot.newsroom.drafting.date_years import is_year, year_beside

_YEARS_AWAY = {"this": 0, "next": 1, "last": -1, "before_last": -2}
_LATEST = 12
_MOST_DAYS = 8  # that a list of days may have before its month


def day_of_month(words: Words, place: int) -> Parsed | None:
    """Read a day and its month, in either order, with the year if it stands there."""
    return _day_first(words, place) or _month_first(words, place)


def _day_first(words: Words, place: int) -> Parsed | None:
    if not (numbered := words.day_number(place)):
        return None
    day, end = numbered
    if words.is_part_of_a_number(place):
        return None
    end = words.after(end, "of") if words[end].word == "of" else end
    if not (named := words.month_beside_a_number(end) or _roman_month(words, end)):
        return None
    month, end = named
    return _with_year(words, Day(day, month), end)


def _with_year(words: Words, found: Day | Month, place: int) -> Parsed:
    """Add the year that stands behind a day or a month: 2031; or last year, ove godine."""
    year, end = year_beside(words, place)
    if year is not None:
        return Parsed(replace(found, year=year), end)
    at = place + words.is_sign(place, ",")
    at = words.after(at, "of")
    which = words[at]["which"]
    if which in _YEARS_AWAY and words[at + 1]["period"] == "year":
        return Parsed(replace(found, years_away=_YEARS_AWAY[which]), at + 2)
    return Parsed(found, place)


def day_alone(words: Words, place: int) -> Parsed | None:
    """Read “the 17th”, a day of the month that was told before."""
    number, end = words[place].number, place + 1
    if number is None or not 1 <= number <= LAST_DAY or not _leads_to_a_day(words, place):
        return None
    if not words.touches(end) or not words[end]["ordinal_ending"]:
        return None
    after = words[end + 1]
    is_described = after.text.isalpha() and not after["stop"] and not after["and"]
    return None if is_described or words.is_sign(end + 1, "-") else Parsed(DayAlone(number), end + 1)


def _leads_to_a_day(words: Words, place: int) -> bool:
    before = words[place - 1]
    return bool(before["the"] or (words.vocabulary.lower_case and (before["shift_target"] or before["from"])))


def _roman_month(words: Words, place: int) -> tuple[int, int] | None:
    month = words[place]["roman_month"] if words[place].text.isupper() else None
    after = place + 1 + words.is_sign(place + 1, ".")
    return (month, after) if month and words.is_sign(place - 1, ".") and is_year(words, after) else None


def _month_first(words: Words, place: int) -> Parsed | None:
    named = words.month_beside_a_number(place)
    number = words[named[1]].number if named else None
    if not named or number is None or not 1 <= number <= LAST_DAY or len(words[named[1]].text) > 2:
        return None
    month, end = named[0], named[1] + 1
    if words[end]["unit"] or (words[end]["dash"] and words[end + 1]["unit"]):
        return None
    if words.touches(end):
        if words.is_sign(end, ":.,") and words.touches(end + 1) and words[end + 1].text.isdigit():
            return None
        end = words.after(end, "ordinal_ending")
    return _with_year(words, Day(number, month), end)


def as_month(words: Words, place: int) -> Parsed | None:
    """Read a month without a day, unless the word may be a name or a verb there."""
    named = words.month(place)
    if not named and words[place]["short_month"]:
        named = words.month_beside_a_number(place)
        if not named or not (words.is_typed or is_year(words, named[1])):
            return None
    if not named:
        return None
    year, end = year_beside(words, named[1])
    before = words[place - 1]
    if year is None and words.vocabulary.capitals and not before["before_month"] and not before["part"]:
        after = words[named[1]]
        is_joined = (before["dash"] and words.month(place - 2)) or (after["dash"] and words.month(named[1] + 1))
        is_described = before["the"] and not after.is_capital
        if not is_joined and (words[place]["doubtful_month"] or not is_described) and not words.is_typed:
            return None
    if words.vocabulary.capitals and year is None and words.is_followed_by_a_name(named[1]) and not before["in_month"]:
        return None  # June Carter
    if words.vocabulary.capitals and words[end].word == "day" and words[end].is_capital:
        return None  # May Day
    return Parsed(Month(named[0], year), end) if year is not None else _with_year(words, Month(named[0]), end)


def numeric_day(words: Words, place: int) -> Parsed | None:
    """Read a date in digits alone: 2031-04-18, 18.4.2031., 18/04/2031."""
    first, sign = words[place].number, words[place + 1]
    if first is None or sign.text not in tuple("-./") or words.is_part_of_a_number(place):
        return None
    second, third = words[place + 2].number, words[place + 4].number
    if second is None or len(words[place + 2].text) > 2:
        return None
    is_whole = words[place + 3].text == sign.text and third is not None
    if is_whole and sign.text == "-" and is_year(words, place):
        return _valid(Day(third or 0, second, first), place + 5)
    if len(words[place].text) > 2 or sign.text == "-":
        return None
    if is_whole and is_year(words, place + 4):
        end = place + 5 + (words.is_sign(place + 5, ".") and words.vocabulary.lower_case)
        end = words.after(end, "year_word")
        if sign.text == "/" and second > _LATEST:
            return _valid(Day(second, first, third), end)
        is_open = sign.text == "/" and first <= _LATEST and first != second
        return _valid(Day(first, second, third, or_month_first=is_open), end)
    if sign.text == "." and words.is_sign(place + 3, ".") and words.touches(place + 3):
        before = words[place - 1 - words.is_sign(place - 1, ",")]
        is_dated = before["on"] or before["from"] or before["to"] or before["until"] or before["weekday"]
        return _valid(Day(first, second), place + 4) if is_dated or words.is_typed else None
    return None


def _valid(day: Day, end: int) -> Parsed | None:
    return Parsed(day, end) if 1 <= day.day <= LAST_DAY and 1 <= day.month <= _LATEST else None


def days_of_month(words: Words, place: int) -> tuple[list[Parsed], list[int]] | None:
    """Read several days of one month: 2-4 June, 3, 4 and 7 May, May 3-7; with where each begins.

    Days in a row are one stretch.
    """
    return _days_before_month(words, place) or _days_after_month(words, place)


def _days_before_month(words: Words, place: int) -> tuple[list[Parsed], list[int]] | None:
    numbers: list[tuple[int, int, int]] = []
    at, is_reach = place, bool(words[place - 1]["between"])
    while len(numbers) < _MOST_DAYS and (numbered := words.day_number(at)):
        if last := _day_first(words, at):
            break
        numbers.append((numbered[0], at, numbered[1]))
        at = numbered[1]
        is_numbered = words.is_sign(at - 1, ".") and words[at].number is not None  # 21. 22. i 23. srpnja
        if not (words[at]["to"] or words[at]["and"] or words.is_sign(at, ",") or is_numbered):
            return None
        if is_numbered:
            continue
        is_reach = is_reach or bool(words[at]["to"])
        at += 1 + bool(words.is_sign(at, ",") and words[at + 1]["and"])
    else:
        return None
    if not numbers or not last or words.is_part_of_a_number(place):
        return None
    return _as_stretch(numbers, last, at, is_reach=is_reach, is_moved=words.is_moved(place))


def _as_stretch(
    numbers: list[tuple[int, int, int]], last: Parsed, at: int, *, is_reach: bool, is_moved: bool
) -> tuple[list[Parsed], list[int]]:
    final = last.meaning
    assert isinstance(final, Day)
    days = [number for number, _, _ in numbers] + [final.day]
    in_a_row = all(after - before == 1 for before, after in pairwise(days))
    is_reach = is_reach and len(days) == 2 and days[0] < days[1]
    if not is_moved and (in_a_row or is_reach):
        return [Parsed(Stretch(Day(days[0], final.month, final.year), final), last.end)], [numbers[0][1]]
    single = [Parsed(Day(number, final.month, final.year), end) for number, _, end in numbers]
    return [*single, last], [*(start for _, start, _ in numbers), at]


def _days_after_month(words: Words, place: int) -> tuple[list[Parsed], list[int]] | None:
    first = _month_first(words, place)
    if not first or not isinstance(first.meaning, Day) or first.meaning.year:
        return None
    sep = words[first.end]
    numbered = words.day_number(first.end + 1)
    if not numbered or not (sep["to"] or sep["and"]) or numbered[0] <= first.meaning.day:
        return None
    number, end = words[first.end + 1].number, numbered[1]
    after = words[end]
    is_counting = sep["and"] and after.text.isalpha() and not after["stop"]
    if number is None or words.month_beside_a_number(end) or is_counting:
        return None
    year, end = year_beside(words, end)
    day = first.meaning
    last = Day(number, day.month, year)
    if sep["to"] or number == day.day + 1:
        return [Parsed(Stretch(Day(day.day, day.month, year), last), end)], [place]
    return [Parsed(Day(day.day, day.month, year), first.end), Parsed(last, end)], [place, first.end + 1]
