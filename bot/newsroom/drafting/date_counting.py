"""Reads distances from a day: twelve days ago, in three months, two weeks later, a day before the runoff."""

from typing import NamedTuple, cast

from bot.newsroom.drafting.date_cursor import Parsed, Words
from bot.newsroom.drafting.date_meanings import Counted, Unit

_HOURS_OF_A_CLOCK = 12
_TENS = 20


class _Amount(NamedTuple):
    number: int
    unit: Unit
    end: int


def counted(words: Words, place: int) -> Parsed | None:
    """Read a distance; one from an event ends before the words that name it."""
    token = words[place]
    if token["next_day"] or token["previous_day"]:
        return _neighbour(words, place)
    if token["eve"]:
        return Parsed(Counted(-1, "day", "event"), place + 1)
    if token["by"]:
        amount = _amount(words, place + 1, implied=True)
        if amount and words[amount.end]["before"]:
            return _from_event(amount, -1, amount.end + 1)
        return None
    about = words.after(place + 1, "approximately")
    amount = _amount(words, about) if token["prefix_ago"] else None
    if amount and not (amount.unit == "hour" and amount.number > _HOURS_OF_A_CLOCK):  # prije 19 sati is before 7 p.m.
        return Parsed(Counted(-amount.number, amount.unit, "published"), amount.end)
    amount = _amount(words, about, implied=words.vocabulary.is_cyrillic) if token["in"] else None
    if amount and not words[amount.end]["later"] and not words[amount.end]["earlier"]:
        return _from_now(words, place, amount)
    if token["prefix_later"] and (amount := _amount(words, place + 1, implied=words.vocabulary.is_cyrillic)):
        is_lead = place == 0 or not words[place - 1].text.isalpha()
        if amount.unit == "year" and not is_lead:
            return None  # “after nine years” in charge
        return Parsed(Counted(amount.number, amount.unit, "told"), amount.end)
    return _distance(words, place)


def _from_now(words: Words, place: int, amount: _Amount) -> Parsed | None:
    """Read “in three months”; but “in two days of talks” and “the first time in ten years” tell no day."""
    if words[amount.end]["after"]:
        return _from_event(amount, 1, amount.end + 1)
    if any(words[each]["shifted"] or words[each]["moved"] for each in range(max(0, place - 3), place)):
        return None  # put off by a week: za nedelju dana
    if amount.unit == "hour" or words[place - 1].word in ("time", "once", "twice") or words[amount.end].word == "of":
        return None
    return Parsed(Counted(amount.number, amount.unit, "published"), amount.end)


def _distance(words: Words, place: int) -> Parsed | None:
    if words[place - 1]["number"] or words[place - 1]["dash"]:
        return None
    amount = _amount(words, place, implied=words.vocabulary.lower_case)
    if not amount:
        return None
    after = words[amount.end]
    if after["ago"]:
        return Parsed(Counted(-amount.number, amount.unit, "published"), amount.end + 1)
    if after["from_now"]:
        return Parsed(Counted(amount.number, amount.unit, "published"), amount.end + 1)
    if after["later"] and after.word != "on":
        return Parsed(Counted(amount.number, amount.unit, "told"), amount.end + 1)
    if after["earlier"]:
        return Parsed(Counted(-amount.number, amount.unit, "told"), amount.end + 1)
    if after["before"]:
        return _from_event(amount, -1, amount.end + 1)
    if after["after"]:
        return _from_event(amount, 1, amount.end + 1)
    if words.vocabulary.capitals and amount.number == 1 and after.word == "on" and words[amount.end + 1]["weekday"]:
        return None
    return None


def _from_event(amount: _Amount, sign: int, end: int) -> Parsed:
    return Parsed(Counted(sign * amount.number, amount.unit, "event"), end)


def _neighbour(words: Words, place: int) -> Parsed:
    """Read “the next day”; or, where something follows, “the day after the vote”."""
    sign = 1 if words[place]["next_day"] else -1
    after = words[place + 1]
    last = words.vocabulary.phrases.get((words[place].word.rpartition(" ")[2],), {})
    if "after" in last or "before" in last:
        return Parsed(Counted(sign, "day", "event"), place + 1)
    if after["after"] or after["before"]:
        return Parsed(Counted(sign, "day", "event"), place + 2)
    return Parsed(Counted(sign, "day", "told"), place + 1)


def _amount(words: Words, place: int, *, implied: bool = False) -> _Amount | None:
    """Read a number and its unit: twenty-five years, pola godine; “dan” alone is one where that is `implied`."""
    if found := words[place]["amount"]:
        return _Amount(found[0], found[1], place + 1)
    if implied and (unit := words[place]["unit"]) and words[place]["period"]:
        return _Amount(1, cast("Unit", unit), place + 1)
    count, end = _number(words, place)
    if count is None:
        return None
    end += bool(words[end].word in ("full", "more", "long", "whole", "punih", "полных"))
    unit = words[end]["unit"]
    return _Amount(count, unit, end + 1) if unit and not words.is_part_of_a_number(place) else None


def _number(words: Words, place: int) -> tuple[int | None, int]:
    token, end = words[place], place + 1
    if token.number is not None:
        return token.number, end
    count: int | None = token["number"]
    if count is None or count < _TENS:
        return count, end
    at = end + (words.is_sign(end, "-") or bool(words[end]["and"]))
    units = words[at]["number"]
    return (count + units, at + 1) if units and units < 10 and words[at].word not in ("a", "an") else (count, end)
