"""Reads what the date expressions of an article mean, counted from the day on which it was published."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import date

from bot.core.stories.dates import EdtfDate, Precision
from bot.newsroom.drafting.article import Article, Dating, Doubt, Span
from bot.newsroom.drafting.clocks import at_time
from bot.newsroom.drafting.date_meanings import Counted, Day, Expression, Meaning, Month, Nearby, Period, Same, Weekday
from bot.newsroom.drafting.date_reading import Passage, Place, passages_of
from bot.newsroom.drafting.date_reckoning import counted_from, reckon
from bot.newsroom.drafting.date_values import Reading, Standpoint, edtf
from bot.newsroom.drafting.event_dates import DatedWords
from bot.newsroom.drafting.publication import publication_of

__all__ = ["Redated", "datings_of", "publication_of", "readings", "redated"]

_ZONES = {"bs": "Europe/Sarajevo", "hr": "Europe/Zagreb", "sr": "Europe/Belgrade", "ru": "Europe/Moscow"}
_SAID_WITHIN = 15  # words from a quotation
_DESCRIBED_WITHIN = 6  # words of a clause that dates an event
_TRIED = 3  # dates
_LOOKED_BACK = 12  # expressions


@dataclass(frozen=True, slots=True)
class Redated:
    """A date that another day of publication changes."""

    paragraph: int
    text: str
    """The words of the article."""
    was: EdtfDate
    now: EdtfDate


def datings_of(article: Article, published: date, zone: str | None = None) -> list[Dating]:
    """Return every date expression of the article, in the order of the text, headline included.

    `zone`: the IANA zone in which its clock times are, where they name none; None for the usual one of the language.
    Expressions that count from an event (“a day before the runoff”) are resolved too where the article dates the event;
    their date is None otherwise.
    """
    return list(_Calendar(article, published, zone).datings())


def redated(article: Article, old: date, new: date, zone: str | None = None) -> list[Redated]:
    """Return the dates that are others if the article was published on the new day rather than the old one.

    A date value of the story that stands for a paragraph and equals `was` becomes `now`.
    """
    pairs = zip(datings_of(article, old, zone), datings_of(article, new, zone), strict=True)
    return [
        Redated(one.span.paragraph, one.text, one.date, other.date)
        for one, other in pairs
        if one.date and other.date and one.date != other.date
    ]


def readings(
    article: Article, published: date, paragraphs: Collection[int], value: str = "", zone: str | None = None
) -> list[EdtfDate]:
    """Return what else a date with this EDTF value may be, by the words of these paragraphs, likeliest first.

    The value itself is not among them. With an empty value: every date that the paragraphs state.
    """
    there = [each for each in datings_of(article, published, zone) if each.span.paragraph in paragraphs and each.date]
    known = value.rstrip("?~%")
    meant = [each for each in there if each.date and (each.date.undoubted.text == known or known in each.date.text)]
    found = [other for each in meant if known for other in each.alternatives]
    found += [each.date for each in there if each.date]
    by_text = {each.text: each for each in found if each.text != value and each.undoubted.text != known}
    return list(by_text.values())


class _Calendar:
    """The date expressions of one article, as they are counted one after the other."""

    def __init__(self, article: Article, published: date, zone: str | None) -> None:
        self._article = article
        self._published = published
        self._zone = zone or _ZONES.get(article.language.partition("-")[0], "UTC")
        self._is_zone_known = zone is not None
        self._passages = passages_of(article)
        self._readings: dict[tuple[int, int], Reading] = {}

    def datings(self) -> Iterator[Dating]:
        """Yield them in the order of the text."""
        for passage in self._passages:
            order = sorted(range(len(passage.expressions)), key=lambda each: self._is_quoted(passage, each))
            for number in order:
                self._readings[passage.paragraph, number] = self._read(passage, number)
        dated = DatedWords(self._passages, {place: each.date for place, each in self._readings.items()})
        for passage in self._passages:
            for number, found in enumerate(passage.expressions):
                if not _is_length(passage, found):
                    yield self._dating(passage, found, self._from_event(passage, number, dated))

    def _is_quoted(self, passage: Passage, number: int) -> bool:
        return passage.quotation_of(passage.expressions[number].first) is not None

    def _read(self, passage: Passage, number: int) -> Reading:
        found = passage.expressions[number]
        tense = passage.tense(found) or ("coming" if passage.paragraph == 0 else "")
        reading = Reading(None, "")
        for told in self._told(passage, number):
            at = Standpoint(self._published, tense, told, self._is_beside(passage, number))
            reading = reckon(found.meaning, at)
            if reading.date or told is None:
                break
        quotation = passage.quotation_of(found.first)
        if quotation and _is_relative(found.meaning) and (said := self._said(passage, quotation)):
            then = reckon(found.meaning, replace(at, published=said))
            if then.date == reading.date:
                return reading
            doubt = Doubt(f"the words were said on {said}: is it counted from that day, or from the publication?", 4)
            others = tuple(each for each in (reading.date, *then.alternatives) if each and each != then.date)
            rule = then.rule.replace("the day of publication", f"{said}, the day on which it was said")
            return then._replace(rule=rule, alternatives=others, doubts=(doubt,))
        return reading

    def _told(self, passage: Passage, number: int) -> Iterator[EdtfDate | None]:
        """Yield the dates that were told before this expression, as exact as it needs them, nearest first; then None.

        One that counts from a date told before looks at a few of them, as the nearest may be the day of a report.
        """
        meaning = passage.expressions[number].meaning
        needs_day = isinstance(meaning, Weekday | Nearby) or getattr(meaning, "unit", "") in ("day", "week", "weekend")
        is_own = isinstance(meaning, Day | Month)
        most = _TRIED if isinstance(meaning, Counted) and meaning.since == "told" else 1
        for paragraph in range(passage.paragraph, max(-1, passage.paragraph - 3), -1):
            before = number if paragraph == passage.paragraph else len(self._passages[paragraph].expressions)
            for each in range(before - 1, max(-1, before - _LOOKED_BACK), -1):
                date = self._readings.get((paragraph, each), Reading(None, "")).date
                if (
                    date
                    and not (date.span and None in date.span)
                    and (date.precision >= Precision.DAY or not needs_day)
                ):
                    yield date
                    most -= 1
                if not most:
                    return
            if is_own:
                break
        yield None

    def _said(self, passage: Passage, quotation: Place) -> date | None:
        """Return the day on which the words were said, if the text beside them tells one before the publication."""
        for number in passage.beside(quotation):
            found = passage.expressions[number]
            reading = self._readings.get((passage.paragraph, number))
            if not reading or not reading.date or passage.quotation_of(found.first):
                continue
            apart = found.first - quotation.end if found.first >= quotation.end else quotation.first - found.end
            between = range(min(found.end, quotation.end), max(found.first, quotation.first) - 1)
            is_near = apart <= _SAID_WITHIN and not any(passage.words[each].text in ".!?" for each in between)
            day = reading.date.day
            if is_near and day and day < self._published and passage.tense(found) == "past":
                return day
        return None

    def _from_event(self, passage: Passage, number: int, dated: DatedWords) -> Reading:
        reading = self._readings[passage.paragraph, number]
        found = passage.expressions[number]
        meaning = found.meaning
        if not isinstance(meaning, Counted) or meaning.since != "event" or meaning.day is not None:
            return reading
        if beside := self._beside(passage, number):
            return beside
        length = len(meaning.event.split())
        start = dated.date_of(passage.words[each] for each in range(found.end - length, found.end))
        start = start or self._told_behind(passage, number)
        if start is None:
            return reading._replace(doubts=(Doubt(f"the article does not tell the date of “{meaning.event}”", 3),))
        counted = counted_from(start, meaning)
        if counted.date and counted.date.first_day > self._published and passage.tense(found) == "past":
            return reading._replace(doubts=(Doubt(f"the article does not tell the date of “{meaning.event}”", 3),))
        return counted._replace(doubts=(Doubt(f"counted from “{meaning.event}”; is that {start.undoubted}?", 3),))

    def _is_beside(self, passage: Passage, number: int) -> bool:
        """True if the expression before this one stands in its sentence."""
        if not number:
            return False
        before, found = passage.expressions[number - 1], passage.expressions[number]
        return passage.sentence_of(before.first) == passage.sentence_of(found.first)

    def _told_behind(self, passage: Passage, number: int) -> EdtfDate | None:
        """Return the date in “two days after the collision, which happened on 9 April”."""
        if number + 1 >= len(passage.expressions):
            return None
        found, after = passage.expressions[number], passage.expressions[number + 1]
        is_joined = passage.words[found.end].text in ",(" and after.first - found.end <= _DESCRIBED_WITHIN
        is_same = passage.sentence_of(found.first) == passage.sentence_of(after.first)
        return self._readings[passage.paragraph, number + 1].date if is_joined and is_same else None

    def _beside(self, passage: Passage, number: int) -> Reading | None:
        """Return the date of “Tuesday, four days before the derby”, which is told beside it."""
        if not number:
            return None
        before, found = passage.expressions[number - 1], passage.expressions[number]
        known = self._readings[passage.paragraph, number - 1]
        is_joined = found.first - before.end == 1 and passage.words[before.end].text == ","
        beside = known.date and (edtf(str(known.date.day)) if known.date.day else known.date)
        if not is_joined or not beside or (beside.span and None in beside.span):
            return None
        return Reading(beside, f"the date beside it, {beside}", (), known.is_counted)

    def _dating(self, passage: Passage, found: Expression, reading: Reading) -> Dating:
        start, end = passage.offsets(Place(found.first, found.end))
        text = self._article.paragraphs[passage.paragraph][start:end]
        exact, doubts, others = reading.date, reading.doubts, reading.alternatives
        if found.clock and exact and (timed := at_time(exact, found.clock, self._zone)):
            exact = timed
            clocks = (at_time(each, found.clock, self._zone) for each in others)
            others = tuple(timed or each for timed, each in zip(clocks, others, strict=True))
            if not found.clock.zone and not self._is_zone_known and self._zone == "UTC":
                doubts = (*doubts, Doubt("the time zone of its place is not known", 3))
        ranked = tuple(sorted(doubts, key=lambda each: -each.weight))
        span = Span(passage.paragraph, start, end)
        alternatives = tuple(dict.fromkeys(each for each in others if each != exact))
        return Dating(span, text, exact, reading.rule, alternatives, reading.is_counted, ranked)


def _is_length(passage: Passage, found: Expression) -> bool:
    """True of English “in ten years” beside a verb of the past: how long it took."""
    meaning = found.meaning
    is_ahead = isinstance(meaning, Counted) and meaning.since == "published" and meaning.amount > 0
    return is_ahead and passage.words.vocabulary.capitals != frozenset() and passage.tense(found) == "past"


def _is_relative(meaning: Meaning) -> bool:
    if isinstance(meaning, Counted):
        return meaning.since == "published"
    return isinstance(meaning, Nearby | Weekday | Period) and not isinstance(meaning, Same)
