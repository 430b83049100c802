"""Reads years, decades and centuries: in 2014, 2014. godine, the 1990s, XIX века."""

from bot.newsroom.drafting.date_cursor import Parsed, Words
from bot.newsroom.drafting.date_meanings import Year, Years

_CENTURIES = {"XIX": 19, "XX": 20, "XXI": 21, "XVIII": 18}


def is_year(words: Words, place: int) -> bool:
    """True if four digits may be a year."""
    number = words[place].number
    return number is not None and len(words[place].text) == 4 and 1000 <= number <= 2199


def year_beside(words: Words, place: int) -> tuple[int | None, int]:
    """Return the year that stands at this place, behind a day or month, and the place after it."""
    at = place + words.is_sign(place, ",")
    at = at + 1 if words[at].word == "of" else at
    if not is_year(words, at) or words.is_sign(at + 1, "%:") or words[at + 1]["zone"]:
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


def as_year(words: Words, place: int) -> Parsed | None:
    """Read a year in digits, if the words beside it tell that it is one."""
    number = words[place].number
    if number is None or not is_year(words, place) or words.is_part_of_a_number(place):
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
    if words[end]["dash"] and is_year(words, end + 1) and not words.is_part_of_a_number(place):
        return 1000 <= number <= 2100
    if words.vocabulary.bare_years and words.is_sign(end, ",;") and before.text.isalpha() and not before["unit"]:
        return 1900 <= number <= 2100
    if before["dash"] or before["and"]:
        is_counting = after.text[:1].islower() and not after["stop"] and not after["tense"]
        return not is_counting and (is_year(words, place - 2) or is_year(words, place - 3))
    if before.word == "of" and words[place - 2].text.istitle() and not words[place - 2].senses:
        return False  # Class of 2031
    if not before["before_year"] and not before["part"] and not (words.is_typed and len(words) == 1):
        return False
    is_counting = number % 100 == 0 and after.text.isalpha() and not after.is_capital and not after["stop"]
    is_noun_behind = after.text.isalpha() and not after.is_capital and not after["stop"] and not after["tense"]
    earliest = 1000 if not is_noun_behind else 1800
    return not is_counting and earliest <= number <= 2150


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
    numbered = words.day_number(place)
    nth = _CENTURIES.get(token.text) or (numbered[0] if numbered else None)
    end = numbered[1] if numbered else place + 1
    if nth and nth <= 21 and words[end]["unit"] == "century":
        return Parsed(Years((nth - 1) * 100 + 1, nth * 100), end + 1)
    return None
