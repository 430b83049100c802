"""Reads days, months and years that are named or in digits: 2 Oct., May 3-7, 18. 4. 2031., in 2014, the 1990s."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from bot.newsroom.drafting.date_meanings import Day, DayAlone, Meaning, Month, Stretch, Year, Years
from bot.newsroom.drafting.date_words import Token, Vocabulary

_NOTHING = Token(0, 0, "", "")
_YEARS_AWAY = {"this": 0, "next": 1, "last": -1, "before_last": -2}
_CENTURIES = {"XIX": 19, "XX": 20, "XXI": 21, "XVIII": 18}
_DAY_AND_MONTH, _LATEST = 31, 12
_MOVED_WITHIN = 8  # words
_MOST_DAYS = 8  # that a list of days may have before its month


class Parsed(NamedTuple):
    """A meaning, and the place of the first word after it."""

    meaning: Meaning
    end: int


class Words:
    """The words of a paragraph; where there is none, one without any sense."""

    def __init__(self, tokens: Sequence[Token], vocabulary: Vocabulary, *, is_typed: bool = False) -> None:
        self.tokens = tokens
        self.vocabulary = vocabulary
        self.is_typed = is_typed
        """True of what an editor types: then short words need no company."""

    def __len__(self) -> int:
        return len(self.tokens)

    def __getitem__(self, place: int) -> Token:
        return self.tokens[place] if 0 <= place < len(self.tokens) else _NOTHING

    def after(self, place: int, *senses: str) -> int:
        """Return the next place if the word has one of the senses, else this place."""
        return place + any(self[place][sense] for sense in senses)

    def touches(self, place: int) -> bool:
        """True if no blank stands between this word and the one before."""
        return 0 < place < len(self) and self[place].start == self[place - 1].end

    def is_sign(self, place: int, signs: str) -> bool:
        """True if the word is one of these signs."""
        return bool(self[place].text) and self[place].text in signs

    def month(self, place: int) -> tuple[int, int] | None:
        """Return the month that is named here in full, and the place after it."""
        token = self[place]
        is_name = self.vocabulary.lower_case and token.text.istitle()
        return (token["month"], place + 1) if token["month"] and not is_name else None

    def month_beside_a_number(self, place: int) -> tuple[int, int] | None:
        """Return the month that is named here, be it in short."""
        short = self[place]["short_month"]
        return self.month(place) or ((short, place + 1 + self.is_sign(place + 1, ".")) if short else None)

    def is_followed_by_a_name(self, place: int) -> bool:
        """True if a word with a capital follows in the same sentence, which is no part of a date."""
        token = self[place]
        return token.text.istitle() and not token.senses and not self.is_typed

    def is_moved(self, place: int) -> bool:
        """True if the words before tell of a change of plan: then “from 10 to 17 May” are two days."""
        return any(self[each]["moved"] for each in range(max(0, place - _MOVED_WITHIN), place))

    def is_part_of_a_number(self, place: int) -> bool:
        """True if digits go on to the left: 3.4, 1,500, 2:1."""
        return self.touches(place) and (
            (self.is_sign(place - 1, ".,:/") and self.touches(place - 1) and self[place - 2].text.isdigit())
            or self.is_sign(place - 1, "$€£#")
        )


def day_of_month(words: Words, place: int) -> Parsed | None:
    """Read a day and its month, in either order, with the year if it stands there."""
    return _day_first(words, place) or _month_first(words, place)


def _day_first(words: Words, place: int) -> Parsed | None:
    if not (numbered := _day_number(words, place)):
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


def _day_number(words: Words, place: int) -> tuple[int, int] | None:
    """Return a number that may be a day of a month, and the place after its ending."""
    number, end = words[place].number, place + 1
    if number is None:
        number = words[place]["ordinal"]
        if number in (20, 30) and (units := words[end]["ordinal"] or words[end + 1]["ordinal"]) and units < 10:
            return number + units, end + 1 + (not words[end]["ordinal"])
        return (number, end) if number and number <= _DAY_AND_MONTH and words[place]["ordinal"] else None
    if not 1 <= number <= _DAY_AND_MONTH:
        return None
    if words.touches(end):
        end = words.after(end, "ordinal_ending")
    return number, end + (words.is_sign(end, ".") and words.touches(end) and words.vocabulary.lower_case)


def day_alone(words: Words, place: int) -> Parsed | None:
    """Read “the 17th”, a day of the month that was told before."""
    number, end = words[place].number, place + 1
    if number is None or not 1 <= number <= _DAY_AND_MONTH or not words[place - 1]["the"]:
        return None
    if not words.touches(end) or not words[end]["ordinal_ending"]:
        return None
    after = words[end + 1]
    is_described = after.text.isalpha() and not after["stop"] and not after["and"]
    return None if is_described or words.is_sign(end + 1, "-") else Parsed(DayAlone(number), end + 1)


def _roman_month(words: Words, place: int) -> tuple[int, int] | None:
    month = words[place]["roman_month"] if words[place].text.isupper() else None
    after = place + 1 + words.is_sign(place + 1, ".")
    return (month, after) if month and words.is_sign(place - 1, ".") and _is_year(words, after) else None


def _month_first(words: Words, place: int) -> Parsed | None:
    named = words.month_beside_a_number(place)
    number = words[named[1]].number if named else None
    if not named or number is None or not 1 <= number <= _DAY_AND_MONTH or len(words[named[1]].text) > 2:
        return None
    month, end = named[0], named[1] + 1
    if words[end]["unit"] or (words[end]["dash"] and words[end + 1]["unit"]):
        return None
    if words.touches(end):
        if words.is_sign(end, ":.,") and words.touches(end + 1) and words[end + 1].text.isdigit():
            return None
        end = words.after(end, "ordinal_ending")
    return _with_year(words, Day(number, month), end)


def _is_year(words: Words, place: int) -> bool:
    number = words[place].number
    return number is not None and len(words[place].text) == 4 and 1000 <= number <= 2199


def year_beside(words: Words, place: int) -> tuple[int | None, int]:
    """Return the year that stands at this place, behind a day or month, and the place after it."""
    at = place + words.is_sign(place, ",")
    at = at + 1 if words[at].word == "of" else at
    if not _is_year(words, at) or words.is_sign(at + 1, "%:") or words[at + 1]["zone"]:
        return None, place
    return words[at].number, _after_year(words, at)


def _after_year(words: Words, place: int) -> int:
    """Return the place after a year and the word for it: 2014. godine, 2014-м году."""
    end = place + 1
    if words.touches(end):
        end = words.after(end, "ordinal_ending")
    dot = words.is_sign(end, ".") and words.touches(end)
    if words[end + dot]["year_word"]:
        return end + dot + 1
    after = words[end + dot]
    goes_on = words.vocabulary.lower_case and (after.text[:1].islower() or after["dash"] or after.text in tuple(",;)"))
    return end + dot if goes_on else end


def as_month(words: Words, place: int) -> Parsed | None:
    """Read a month without a day, unless the word may be a name or a verb there."""
    named = words.month(place)
    if not named and words[place]["short_month"]:
        named = words.month_beside_a_number(place)
        if not named or not (words.is_typed or _is_year(words, named[1])):
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


def as_year(words: Words, place: int) -> Parsed | None:
    """Read a year in digits, if the words beside it tell that it is one."""
    number = words[place].number
    if number is None or not _is_year(words, place) or words.is_part_of_a_number(place):
        return None
    end = _after_year(words, place)
    is_named = words[end - 1]["year_word"] is True
    if not is_named and not _may_be_a_year(words, place, end, number):
        return None
    return Parsed(Year(number), end)


def _may_be_a_year(words: Words, place: int, end: int, number: int) -> bool:
    before, after = words[place - 1], words[end]
    is_season = words.is_sign(end, "/–-") and words.touches(end + 1) and len(words[end + 1].text) == 2
    if is_season and words[end + 1].number == (number + 1) % 100:
        return True
    if words.is_sign(end, ",.") and words.touches(end) and words[end + 1].text.isdigit() and words.touches(end + 1):
        return False
    if words.is_sign(place - 1, "($") or words.is_sign(end, "%€$°"):
        return words.is_sign(place - 1, "(") and words.is_sign(end, ")–-,")
    if after["unit"] or (after["number"] and not before["dash"]):
        return False
    if before["article_of_year"] and 1900 <= number <= 2100:
        return after.text.isalpha() and not after.is_capital
    if words.vocabulary.bare_years and words.is_sign(end - 1, ".") and not words[end].text[:1].isupper():
        return 1900 <= number <= 2100
    if words[end]["dash"] and _is_year(words, end + 1) and not words.is_part_of_a_number(place):
        return 1000 <= number <= 2100
    if words.vocabulary.bare_years and words.is_sign(end, ",;") and before.text.isalpha() and not before["unit"]:
        return 1900 <= number <= 2100
    if before["dash"] or before["and"]:
        is_counting = after.text[:1].islower() and not after["stop"] and not after["tense"]
        return not is_counting and (_is_year(words, place - 2) or _is_year(words, place - 3))
    if before.word == "of" and words[place - 2].text.istitle() and not words[place - 2].senses:
        return False  # Class of 2031
    if not before["before_year"] and not before["part"] and not (words.is_typed and len(words) == 1):
        return False
    is_counting = number % 100 == 0 and after.text.isalpha() and not after.is_capital and not after["stop"]
    return not is_counting and 1800 <= number <= 2150


def as_years(words: Words, place: int) -> Parsed | None:
    """Read a decade or a century: the 1990s, '90s, devedesetih godina, the 19th century, XIX века."""
    token, end = words[place], place + 1
    first: int | None = token["decade_name"]
    if first is None and token.number is not None and words.touches(end):
        end += words.is_sign(end, "-") and words[end + 1]["decades"] is True
        if words[end]["decades"] and token.number % 10 == 0:
            end += 1
            if len(token.text) == 4:
                first = token.number
            elif len(token.text) == 2 and token.number >= 20:
                first = 1900 + token.number
    if first is not None:
        return Parsed(Years(first, first + 9), words.after(end, "year_word", "unit"))
    numbered = _day_number(words, place)
    nth = _CENTURIES.get(token.text) or (numbered[0] if numbered else None)
    end = numbered[1] if numbered else place + 1
    if nth and nth <= 21 and words[end]["unit"] == "century":
        return Parsed(Years((nth - 1) * 100 + 1, nth * 100), end + 1)
    return None


def numeric_day(words: Words, place: int) -> Parsed | None:
    """Read a date in digits alone: 2031-04-18, 18.4.2031., 18/04/2031."""
    first, sign = words[place].number, words[place + 1]
    if first is None or sign.text not in tuple("-./") or words.is_part_of_a_number(place):
        return None
    second, third = words[place + 2].number, words[place + 4].number
    if second is None or len(words[place + 2].text) > 2:
        return None
    is_whole = words[place + 3].text == sign.text and third is not None
    if is_whole and sign.text == "-" and _is_year(words, place):
        return _valid(Day(third or 0, second, first), place + 5)
    if len(words[place].text) > 2 or sign.text == "-":
        return None
    if is_whole and _is_year(words, place + 4):
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
    return Parsed(day, end) if 1 <= day.day <= _DAY_AND_MONTH and 1 <= day.month <= _LATEST else None


def days_of_month(words: Words, place: int) -> tuple[list[Parsed], list[int]] | None:
    """Read several days of one month: 2-4 June, 3, 4 and 7 May, May 3-7; with where each begins.

    Days in a row are one stretch.
    """
    return _days_before_month(words, place) or _days_after_month(words, place)


def _days_before_month(words: Words, place: int) -> tuple[list[Parsed], list[int]] | None:
    numbers: list[tuple[int, int, int]] = []
    at, is_reach = place, bool(words[place - 1]["between"])
    while len(numbers) < _MOST_DAYS and (numbered := _day_number(words, at)):
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
    numbered = _day_number(words, first.end + 1)
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
