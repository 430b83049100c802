"""Finds date expressions among the words of a paragraph, in whatever language the words are.

Each rule looks at a few words from one place on, so that the work grows with the length of the text alone.
"""

from collections.abc import Iterator
from dataclasses import replace

from bot.newsroom.drafting.date_counting import counted
from bot.newsroom.drafting.date_cursor import Parsed, Words
from bot.newsroom.drafting.date_days import as_month, day_alone, day_of_month, days_of_month, numeric_day
from bot.newsroom.drafting.date_meanings import (
    Counted,
    Day,
    Expression,
    Month,
    Nearby,
    NthWeekday,
    Part,
    Period,
    Same,
    Season,
    Stretch,
    Weekday,
    Which,
    Year,
)
from bot.newsroom.drafting.date_years import as_year, as_years

_EVENT_WORDS, _EVENT_WORDS_OF_A_CASE = 8, 4


def expressions_of(words: Words) -> Iterator[Expression]:
    """Yield the date expressions in the order of the text; none overlaps another."""
    place = 0
    while place < len(words):
        found = _at(words, place)
        if not found:
            place += 1
            continue
        end = found[-1].end
        if not any(_is_name(words, each) for each in found):
            yield from found
        place = max(end, place + 1)


def _at(words: Words, place: int) -> list[Expression]:
    if parsed := _with_ends(words, place):
        return [Expression(place, parsed.end, parsed.meaning)]
    if several := days_of_month(words, place):
        return [Expression(first, each.end, each.meaning) for each, first in zip(*several, strict=True)]
    if parsed := _counted(words, place) or _point_or_reach(words, place):
        return [Expression(place, parsed.end, parsed.meaning)]
    return []


def _is_name(words: Words, found: Expression) -> bool:
    """True if the words are a part of a name: 4 July Street, ulica 27. marta, Black Friday, the Sunday Times."""
    before, after = words[found.first - 1], words[found.end]
    if after["street"] and after.is_capital:
        return True
    quoted = found.first - 1 - words.is_sign(found.first - 1, "„“”\"«'")
    if words[quoted]["street_before"] or words[found.first]["every"] or before["every"]:
        return True
    if isinstance(found.meaning, Weekday) and words.vocabulary.capitals:
        is_titled = words.is_sign(found.first - 1, ".") and words[found.first - 2].word in ("mr", "mrs", "ms", "dr")
        if is_titled or (words.is_followed_by_a_name(found.end) and not before["before_date"] and not found.clock):
            return True
    if isinstance(found.meaning, Weekday) and words.vocabulary.lower_case and words[found.first].text.istitle():
        return before.text[:1].isalpha()
    if isinstance(found.meaning, Weekday):
        is_title = before["the"] and after.is_capital and not after.text.isupper() and words.touches(found.end) is False
        return bool(before["holiday_before"] or (is_title and words.vocabulary.capitals))
    return False


def _with_ends(words: Words, place: int) -> Parsed | None:
    """Read what is said to begin, to end, or both: since 2014, until Friday, from 3 to 7 May, between June and July."""
    token = words[place]
    if token["from"] and words.is_moved(place):
        return None
    if token["between"]:
        first = _one(words, place + 1)
        last = _one(words, first.end + 1) if first and words[first.end]["and"] else None
        if first and last:
            return Parsed(Stretch(first.meaning, last.meaning), last.end)
        several = days_of_month(words, place + 1)
        return several[0][0] if several and len(several[0]) == 1 else None
    if token["since"] and (first := _one(words, place + 1)):
        return Parsed(Stretch(first.meaning, None), first.end)
    if token["from"] and (several := days_of_month(words, place + 1)) and len(several[0]) == 1:
        return several[0][0]
    if token["from"] and (first := _one(words, place + 1)):
        last = _one(words, first.end + 1) if words[first.end]["to"] else None
        if last:
            return Parsed(Stretch(first.meaning, last.meaning), last.end)
        return Parsed(Stretch(first.meaning, None, starting=True), first.end)
    if token["until"] and (last := _one(words, words.after(place + 1, "approximately"))):
        return Parsed(Stretch(None, last.meaning), last.end)
    return None


def _point_or_reach(words: Words, place: int) -> Parsed | None:
    first = _one(words, place)
    if not first:
        return None
    joint = words[first.end]
    if joint["dash"] or (joint["to"] and not words.is_moved(place)):
        last = _one(words, first.end + 1)
        if last and type(last.meaning) is type(first.meaning) and not isinstance(last.meaning, Nearby):
            return Parsed(Stretch(first.meaning, last.meaning), last.end)
    if joint["and"] and isinstance(first.meaning, Month | Weekday):
        last = _one(words, first.end + 1)
        if last and _follows(first, last):
            return Parsed(Stretch(first.meaning, last.meaning), last.end)
    if isinstance(first.meaning, Year) and joint.text in ("/", "–", "-") and words.touches(first.end):
        return _season_of_two_years(words, first, first.meaning.year) or first
    return first


def _follows(first: Parsed, last: Parsed) -> bool:
    match first.meaning, last.meaning:
        case Month(one), Month(other):
            return other == one + 1
        case Weekday(one), Weekday(other):
            return other == one + 1
    return False


def _season_of_two_years(words: Words, first: Parsed, year: int) -> Parsed | None:
    """Read 2014/15 and 2014-16."""
    number = words[first.end + 1].number
    if number is None or not words.touches(first.end + 1) or len(words[first.end + 1].text) != 2:
        return None
    last = year // 100 * 100 + number
    return Parsed(Stretch(Year(year), Year(last)), first.end + 2) if year < last <= year + 60 else None


def _counted(words: Words, place: int) -> Parsed | None:
    found = counted(words, place)
    if not found or not isinstance(found.meaning, Counted) or found.meaning.since != "event":
        return found
    at = words.after(found.end, "the")
    if words[at]["that"] or words[at].word in ("this", "toga", "того", "этого"):
        return Parsed(replace(found.meaning, since="told"), at + 1)
    if day := _one(words, at):
        return Parsed(replace(found.meaning, day=day.meaning), day.end)
    end = found.end
    if words[found.end]["clause"]:  # dan prije nego što skupština raspravlja o budžetu
        while end < min(found.end + _EVENT_WORDS, len(words)) and words[end].text.replace(" ", "").isalpha():
            end += 1
    most = _EVENT_WORDS if words.vocabulary.capitals else _EVENT_WORDS_OF_A_CASE
    while end < min(found.end + most, len(words)) and _may_name_an_event(words, end, is_first=end == found.end):
        end += 1
    if end == found.end:
        return Parsed(replace(found.meaning, since="told"), found.end)
    event = " ".join(words[at].text for at in range(found.end, end))
    return Parsed(replace(found.meaning, event=event), end)


def _may_name_an_event(words: Words, place: int, *, is_first: bool) -> bool:
    token, endings = words[place], words.vocabulary.coming_endings
    if token["auxiliary"] or token.word in ("that", "which", "who") or (not is_first and _is_past_verb(words, place)):
        return False
    is_verb = token["tense"] or (token.text.lower().endswith(endings) and token.word not in words.vocabulary.no_verbs)
    return token.text.replace(" ", "").isalpha() and not (endings and is_verb) and not _one(words, place)


def _is_past_verb(words: Words, place: int) -> bool:
    """True of a verb of the past, or of a noun in the first case: before them the name of an event ends."""
    word, vocabulary = words[place].word, words.vocabulary
    if not vocabulary.lower_case:
        return False
    is_verb = word.endswith(vocabulary.sure_past_endings) and word not in vocabulary.no_verbs
    return is_verb or word.endswith(vocabulary.no_genitive)


def _one(words: Words, place: int) -> Parsed | None:
    """Read one date, without ends."""
    return (
        _weekday(words, place)
        or numeric_day(words, place)
        or day_of_month(words, place)
        or as_years(words, place)
        or _which(words, place)
        or _part(words, place)
        or _nearby(words, place)
        or _season(words, place)
        or as_month(words, place)
        or as_year(words, place)
        or day_alone(words, place)
        or _holiday(words, place)
    )


def _holiday(words: Words, place: int) -> Parsed | None:
    """Read the few holidays that are on the same day each year."""
    found = words[place]["holiday"]
    is_named = found and (words[place].is_capital or words.is_typed) and not words[place + 1].is_capital
    after = words[place + 1]
    is_named = is_named and (not after.text.isalpha() or after["stop"] or after["tense"])
    return Parsed(Day(found[1], found[0]), place + 1) if is_named else None


def _nearby(words: Words, place: int) -> Parsed | None:
    days = words[place]["nearby"]
    return Parsed(Nearby(days), words.after(place + 1, "daypart")) if days is not None else None


def _weekday(words: Words, place: int, which: Which = "") -> Parsed | None:
    token = words[place]
    weekday = token["weekday"]
    if weekday is None and (words.is_typed or which or words[place + 1].number or words[place + 2].number):
        weekday = token["short_weekday"]
    if weekday is None:
        return None
    if token["doubtful_weekday"] is not None and not which and not words.is_typed:
        return None if not words[place - 1]["from"] and not words[place - 1]["until"] else Parsed(Weekday(2), place + 1)
    end = words.after(place + 1, "daypart")
    at = end + words.is_sign(end, ",(")
    at = words.after(words.after(at, "on"), "the") if words.is_sign(end, ",(") else at
    day = numeric_day(words, at) or day_of_month(words, at)
    if day and isinstance(day.meaning, Day):
        closes = words.is_sign(end, "(") and words.is_sign(day.end, ")")
        return Parsed(replace(day.meaning, weekday=weekday), day.end + closes)
    at = words.after(end + words.is_sign(end, ","), "of")
    if (week := words[at]["which"]) and words[at + 1]["period"] == "week":
        return Parsed(Weekday(weekday, which, week), at + 2)
    if token["period"] and which:
        return Parsed(Period("week", which), end)
    return Parsed(Weekday(weekday, which), end)


def _which(words: Words, place: int) -> Parsed | None:
    """Read “next Thursday”, “last June”, “this week”, “that year”, “the same day”."""
    token = words[place]
    if nth := _nth_weekday(words, place):
        return nth
    if phrase := token["whole_period"]:
        return Parsed(Period(*phrase), place + 1)
    if token["period"] == "weekend" and words[place - 1 - bool(words[place - 1]["the"])]["before_weekend"]:
        return Parsed(Period("weekend", ""), words.after(place + 1, "daypart"))
    if token["that"] or token["same"]:
        at = place + 1
        at = at + 1 if token["that"] and words[at]["same"] else at
        unit = words[at]["period"]
        if unit and (unit != "day" or words[at].word != "dani"):
            return Parsed(Same(unit), at + 1)
    which = token["which"]
    if not which:
        return None
    at = place + 1
    if words[at]["which"]:
        which, at = words[at]["which"], at + 1
    if token["that"]:
        return None
    if found := _weekday(words, at, which):
        return found
    if unit := words[at]["period"]:
        return _period(words, at, which)
    if season := words[at]["season"]:
        return Parsed(Season(season, which), at + 1)
    if named := words.month(at):
        return Parsed(Month(named[0], None, which), named[1])
    return None


def _nth_weekday(words: Words, place: int) -> Parsed | None:
    """Read “the first Monday of May”, “the last Thursday in June”, «последняя пятница июня»."""
    nth = -1 if words[place]["which"] == "last" or words[place]["last_of"] else words[place]["ordinal"]
    weekday = words[place + 1]["weekday"]
    if not nth or nth > 5 or weekday is None:
        return None
    at = place + 2 + bool(words[place + 2]["of"] or words[place + 2]["on"] or words[place + 2]["in"])
    month = as_month(words, at)
    if month and isinstance(month.meaning, Month):
        return Parsed(NthWeekday(nth, weekday, month.meaning), month.end)
    return None


def _period(words: Words, place: int, which: Which) -> Parsed | None:
    unit = words[place]["period"]
    if unit in ("decade", "century") or (unit == "day" and which not in ("following", "previous", "next")):
        return None
    if unit in ("week", "weekend", "day") and (month := as_month(words, words.after(place + 1, "of"))):
        return Parsed(Part(month.meaning), month.end)
    if unit == "day":
        return Parsed(Counted(1 if which != "previous" else -1, "day", "told"), place + 1)
    if unit == "week":  # next week, on Wednesday
        at = place + 1 + words.is_sign(place + 1, ",")
        weekday = words[words.after(at, "on")]["weekday"]
        if weekday is not None and words[at]["on"] and not words[words.after(at, "on") + 1].number:
            return Parsed(Weekday(weekday, "", which), words.after(at, "on") + 1)
    return Parsed(Period(unit, which), words.after(place + 1, "daypart"))


def _part(words: Words, place: int) -> Parsed | None:
    """Read “early 2023”, “the end of the year”, “krajem maja”, «в начале июня», “the first week of May”."""
    token = words[place]
    if token["ordinal"] and words[place + 1]["period"] in ("week", "weekend"):
        month = as_month(words, words.after(place + 2, "of"))
        return Parsed(Part(month.meaning), month.end) if month else None
    if not token["part"]:
        return None
    at = place + 1
    at += words.is_sign(at, "-")
    at = words.after(at, "the")
    if unit := words[at]["period"]:
        if unit in ("year", "month", "week") and (at > place + 1 or words.vocabulary.lower_case):
            return Parsed(Part(Period(unit, "this")), at + 1)
        return None
    at = words.after(at, "on") if words[at].word == "on" else at
    found = (
        _which(words, at)
        or _weekday(words, at)
        or _nearby(words, at)
        or as_years(words, at)
        or as_month(words, at)
        or as_year(words, at)
        or _season(words, at)
    )
    if not found:
        return None
    is_day = isinstance(found.meaning, Weekday | Nearby | Day)
    return found if is_day else Parsed(Part(found.meaning), found.end)


def _season(words: Words, place: int) -> Parsed | None:
    month = words[place]["season"]
    if not month:
        return None
    end = words.after(place + 1, "of")
    if year := as_year(words, end) or _bare_year(words, end):
        assert isinstance(year.meaning, Year)
        return Parsed(Season(month, "", year.meaning.year), year.end)
    before = words[place - 1]
    if before["the"]:
        before = words[place - 2]
        is_named = before.word == "in"
    else:
        is_named = bool(before["in_season"] and before.word != "the") or bool(words[place]["season_alone"])
    return Parsed(Season(month), place + 1) if is_named else None


def _bare_year(words: Words, place: int) -> Parsed | None:
    number = words[place].number
    if number is None or not 1800 <= number <= 2150 or len(words[place].text) != 4:
        return None
    end = place + 1 + (words.is_sign(place + 1, ".") and bool(words[place + 2]["year_word"]))
    return Parsed(Year(number), words.after(end, "year_word"))
