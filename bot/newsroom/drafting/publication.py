"""Tells when an article was published: as its page states, by a date line, or by the days of which it tells."""

from collections.abc import Sequence
from datetime import date

from bot.newsroom.drafting.article import Article, Dating, Doubt, Span
from bot.newsroom.drafting.date_meanings import Day, Expression
from bot.newsroom.drafting.date_reading import Passage, Place, passages_of
from bot.newsroom.drafting.date_reckoning import reckon
from bot.newsroom.drafting.date_values import Standpoint, edtf

_HEAD, _TAIL = 4, 2  # paragraphs at the beginning and the end in which a date line may stand
_LABELS = frozenset(
    (
        *("published", "posted", "updated", "date", "dateline", "issued"),
        *("objavljeno", "datum", "objavljen", "objavljena", "azurirano", "postavljeno", "izdato"),
        *("опубликовано", "дата", "обновлено", "опубликована"),
    )
)
_LABEL_WITHIN = 6  # words before the date
_LINE_WITHIN = 8  # words before the date in a line of place and date
_SHORT_LINE = 14  # words
_LEADING_ON = (
    "for",
    "before",
    "after",
    "prije",
    "pre",
    "nakon",
    "после",
    "since",
    "od",
    "с",
    "until",
    "to",
    "by",
    "za",
    "do",
    "na",
    "на",
    "до",
    "к",
)
_NEAR_COMING, _NEAR_TODAY = 400, 120  # days
_YEARS_AWAY = (0, -1, 1, -2, -3, -4, -5)  # in which a day falls on its weekday, likeliest first


def publication_of(article: Article, today: date) -> Dating | None:
    """Return the day of publication as an EDTF day, with `?` where it is inferred; None if nothing tells it.

    The page's own statement comes first, then a date line, then what the text lets one infer. A day after `today`, the
    machine's, is believed. A day that the page states has an empty span in the headline.
    """
    if article.published and (stated := edtf(str(article.published))):
        return Dating(Span(0, 0, 0), "", stated, "stated by the page")
    passages = passages_of(article)
    return _line(article, passages, today) or _inferred(article, passages, today)


def _line(article: Article, passages: Sequence[Passage], today: date) -> Dating | None:
    ends = [*passages[:_HEAD], *passages[_HEAD:][-_TAIL:]]
    for is_sure in (_is_labelled, is_date_line):
        for passage in ends:
            for found in passage.expressions[:3]:
                if isinstance(found.meaning, Day) and is_sure(passage, found):
                    reading = reckon(found.meaning, Standpoint(today))
                    if reading.date and reading.date.day:
                        doubts = () if found.meaning.year else (Doubt("the date line has no year", 6),)
                        doubts = (*doubts, *reading.doubts)
                        text, span = _text_of(article, passage, found)
                        written = reading.date if found.meaning.year else edtf(f"{reading.date}?")
                        return Dating(
                            span, text, written, "the article's date line", reading.alternatives, False, doubts
                        )
    return None


def _is_labelled(passage: Passage, found: Expression) -> bool:
    first, end = passage.sentence_of(found.first)
    labels = (
        each
        for each in range(max(0, found.first - _LABEL_WITHIN), found.first)
        if passage.words[each].word in _LABELS and (each == first or passage.words[each + 1].text == ":")
    )
    return any(True for _ in labels) and end - found.first <= _SHORT_LINE


def is_date_line(passage: Passage, found: Expression) -> bool:
    """True of “SPLIT, April 18 —”, “Sarajevo, 18. 4. 2031.”, and a short line with little but a date."""
    words = passage.words
    if passage.paragraph == 0 or found.first > _LINE_WITHIN:
        return False
    has_year = isinstance(found.meaning, Day) and found.meaning.year is not None
    if not has_year and (found.first == 0 or passage.words[found.end].text == ":"):
        return False  # “Jan. 5: the trial resumes”
    before = [words[each] for each in range(found.first)]
    is_place = all(each.is_capital or not each.text.isalpha() or each["of"] for each in before)
    if not is_place or any(each.text in ".!?" for each in before[1:-1] if len(each.text) == 1 and not each.is_capital):
        return False
    end = found.end
    end += words.is_sign(end, ".,/")
    if words.is_sign(end, "("):
        end = next((each + 1 for each in range(end, min(end + 8, len(words))) if words[each].text == ")"), end)
    while end < min(found.end + 12, len(words)) and (words[end].text.isupper() or words[end].text in "/."):
        end += 1
    closes = end >= len(words) or words[end].text in ("—", "–", "-", "|", ":") or words[end - 1].text == ")"
    closes = closes or (words.is_sign(end - 1, ".") and found.first > 1 and words[0].text.isupper())
    return bool(closes or (len(words) <= _SHORT_LINE and isinstance(found.meaning, Day) and found.meaning.year))


def _inferred(article: Article, passages: Sequence[Passage], today: date) -> Dating | None:
    """Infer the day from the latest one that is told as past, if the article lets one tell its year.

    Its years are told by weekdays with dates, or by days with a year that stand near a coming one or near today.
    """
    past, coming, years = _days_told(passages, today)
    year = max(set(years), key=years.count) if years else None
    latest = max((each for each in past if year in (None, each[0].year)), key=lambda each: each[0], default=None)
    first = min((day for day, *_ in coming), default=None)
    if (
        latest and first and first < latest[0]
    ):  # what is told as past comes after what is told as coming: neither is sure
        latest = None
    if latest and year is None:
        is_near_coming = first is not None and 0 <= (first - latest[0]).days <= _NEAR_COMING
        latest = latest if is_near_coming or abs((today - latest[0]).days) <= _NEAR_TODAY else None
    if latest:
        day, passage, found = latest
        text, span = _text_of(article, passage, found)
        doubt = Doubt("the article states no date of its own; this is the latest day that it tells as past", 9)
        return Dating(span, text, edtf(f"{day}?"), "the latest day that is told as past", (), False, (doubt,))
    if first and first < today:
        doubt = Doubt(f"the article states no date of its own; it tells of {first} as still to come", 9)
        rule = "the month of the first day that is still to come"
        return Dating(Span(0, 0, 0), "", edtf(f"{first:%Y-%m}?"), rule, (), False, (doubt,))
    return None


_Days = list[tuple[date, Passage, Expression]]


def _days_told(passages: Sequence[Passage], today: date) -> tuple[_Days, _Days, list[int]]:
    """Return the days told as past and as coming, as far as their year is known, and the years told by weekdays."""
    all_days = [(each.meaning, passage, each) for passage in passages for each in passage.expressions]
    days = [(meaning, passage, found) for meaning, passage, found in all_days if isinstance(meaning, Day)]
    years = [
        year
        for day, *_ in days
        if day.year is None and day.weekday is not None
        for year in _years_by_weekday(day, today)
    ]
    usual = max(set(years), key=years.count) if years else None
    past: _Days = []
    coming: _Days = []
    for day, passage, found in days:
        year = day.year or usual
        known = edtf(f"{year:04}-{day.month:02}-{day.day:02}") if year else None
        if known and known.day:
            if _is_told_as_past(passage, found):
                past.append((known.day, passage, found))
            elif passage.tense(found) in ("coming", "present"):
                coming.append((known.day, passage, found))
    return past, coming, years


def _is_told_as_past(passage: Passage, found: Expression) -> bool:
    before = passage.words[found.first - 1].word
    return before not in _LEADING_ON and passage.tense(found) == "past"


def _years_by_weekday(day: Day, today: date) -> list[int]:
    """Return the year nearest to today in which the day falls on its weekday."""
    for away in _YEARS_AWAY:
        year = today.year + away
        if (known := edtf(f"{year:04}-{day.month:02}-{day.day:02}")) and known.first_day.weekday() == day.weekday:
            return [year]
    return []


def _text_of(article: Article, passage: Passage, found: Expression) -> tuple[str, Span]:
    start, end = passage.offsets(Place(found.first, found.end))
    return article.paragraphs[passage.paragraph][start:end], Span(passage.paragraph, start, end)
