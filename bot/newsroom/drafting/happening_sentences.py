"""Tells what one sentence says will happen on each of its dates, and whether it tells of a change of plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from bot.core.stories.dates import Precision
from bot.core.stories.plans import EventStatus
from bot.newsroom.drafting.article import Article, Dating, Span
from bot.newsroom.drafting.date_meanings import Counted
from bot.newsroom.drafting.date_reading import Passage, Place
from bot.newsroom.drafting.date_values import Tense
from bot.newsroom.drafting.event_dates import is_content
from bot.newsroom.drafting.happening_names import (
    Change,
    Named,
    change_beside,
    change_told,
    clause_beside,
    has_verb_of_its_own,
    lead_of,
    name_before,
    name_beside,
)
from bot.newsroom.drafting.happening_words import HappeningWords

_MOST_DATES = 20
_LONGEST_NAME = 160
_MOVED_WITHIN_DAYS = 400


class Dated(NamedTuple):
    """A date of a sentence, its place among the words, and the tense of the verb beside it."""

    dating: Dating
    place: Place
    tense: Tense


@dataclass(slots=True)
class Told:
    """One sentence with a coming date, and what it says will happen then."""

    passage: Passage
    dating: Dating
    named: Named
    name: str
    sentence: Span
    status: EventStatus
    former: Dating | None = None
    is_former: bool = False
    """True if the date held once, as in “originally due on 9 January”."""
    others: list[Span] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of the name that tell one happening from another."""
        tokens = [self.passage.words[place] for place in range(*self.named.place)]
        return [token.word for token in tokens if is_content(token)]

    @property
    def is_distance(self) -> bool:
        """True if its date is told as a distance: in three days."""
        found = self.passage.starts.get(self.dating.span.start)
        return found is not None and isinstance(found.meaning, Counted)

    @property
    def head(self) -> str:
        """The main noun; empty of a clause."""
        return self.passage.words[self.named.head].word if self.named.head is not None else ""


class Sentence:
    """A sentence with its dates."""

    def __init__(
        self, article: Article, passage: Passage, dated: Sequence[Dated], known: HappeningWords, published: date
    ) -> None:
        self._article = article
        self._passage = passage
        self._dated = dated[:_MOST_DATES]
        self._known = known
        self._published = published
        self._place = passage.sentence_of(dated[0].place.first)
        change = change_told(passage, self._place, known)
        self._new = next((each for each in dated if change and change.is_target(passage, each.place)), None)
        """The date to which something was moved."""
        self._change = None if change and change.is_weak and self._new is None else change
        if (
            self._new is None and len(self._dated) > 1 and self._tells_former()
        ):  # first due on 2 May, it will be on 8 May
            self._new = self._dated[-1]
            self._change = Change(False, self._dated[0].place.end, known)

    def told(self) -> Iterator[Told]:
        """Yield what it says will happen, in the order of its dates."""
        span = Span(self._passage.paragraph, *self._passage.offsets(self._place))
        taken: set[int] = set()
        for each in self._dated:
            if self._is_told_twice(each):
                continue
            named = self._name(each, taken)
            if not named or self._goes_on(each):
                continue
            change = self._change_of(each, named)
            if change is None and named.head is not None and not named.is_near and _is_coarse(each):
                continue
            if change and self._new and each is not self._new and not _is_far(each, self._new):
                continue  # the date that held before
            if not _is_to_come(each, named, self._published, is_changed=change is not None):
                continue
            taken |= {named.head} if named.head is not None else set()
            status, former = self._plan(each, change)
            start, end = self._passage.offsets(named.place)
            name = self._article.paragraphs[self._passage.paragraph][start:end]
            if len(name) <= _LONGEST_NAME:
                is_former = self._new is None and self._tells_former()
                yield Told(self._passage, each.dating, named, name, span, status, former, is_former=is_former)

    def _is_told_twice(self, each: Dated) -> bool:
        """True of “tomorrow” in “on May 15, tomorrow, …”."""
        at = self._dated.index(each)
        before = self._dated[at - 1] if at else None
        return (
            before is not None and before.dating.date == each.dating.date and each.place.first - before.place.end <= 1
        )

    def _is_end(self, each: Dated) -> bool:
        """True of a date until which something goes on."""
        words = self._passage.words
        at = each.place.first - (not words[each.place.first]["until"])
        return bool(words[at]["until"] or (words[at]["to"] and not self._change))

    def _goes_on(self, each: Dated) -> bool:
        """True if nothing happens on the date itself: it lasts until then, or comes not before."""
        words = self._passage.words
        if self._change:
            return False
        at = each.place.first - (not words[each.place.first]["until"])
        is_length = self._is_end(each) and (each.tense != "coming" or bool(words[at]["tense"]))
        return is_length or bool(words[each.place.first - 1]["before"])

    def _name(self, each: Dated, taken: set[int]) -> Named | None:
        """Return the name of what happens on a date; None if its noun happens on another date of the sentence."""
        passage, words = self._passage, self._passage.words
        lead = lead_of(passage, self._place, self._known) if self._change else None
        named = name_beside(passage, each.place, self._known) or lead
        if named and named.head in taken and (self._is_end(each) or not named.is_near):
            return None if self._is_end(each) else clause_beside(passage, each.place, self._known)
        if named and named.head is None and lead and self._change_of(each, named):
            first = words[named.place.first]
            is_own = change_beside(passage, each.place, self._known) is not None
            return named if is_own and not first["shifted"] and not first["helping"] else lead
        if named and named.head is None and words[named.place.first].word in self._known.pronouns:
            clause = {words[place].word for place in range(*named.place)}
            if clause & self._known.happens:  # It will be held on 4 May
                return name_before(passage, self._place, self._known) or named
        return named

    def _change_of(self, each: Dated, named: Named) -> Change | None:
        """Return the change of plan that is told of what happens on a date."""
        own = change_beside(self._passage, each.place, self._known)
        if own and not (own.is_weak and self._new is None):
            return own
        if self._new is None and has_verb_of_its_own(self._passage, each.place, self._known):
            return None
        return self._change if named.head is not None or self._new is not None else None

    def _plan(self, each: Dated, change: Change | None) -> tuple[EventStatus, Dating | None]:
        if change is None:
            return "scheduled", None
        if each is self._new and not change.is_cancelled:
            others = (other for other in self._dated if other is not each and other.tense != "past")
            return "rescheduled", next((other.dating for other in others), None)
        return ("cancelled", None) if change.is_cancelled else ("postponed", each.dating)

    def _tells_former(self) -> bool:
        words = (self._passage.words[place].word for place in range(self._place.first, self._place.end))
        line = f" {' '.join(words)}"
        return any(f" {each}" in line for each in self._known.former)


def _is_coarse(each: Dated) -> bool:
    return each.dating.date is not None and each.dating.date.precision < Precision.MONTH


def _is_far(one: Dated, other: Dated) -> bool:
    a, b = one.dating.date, other.dating.date
    return bool(a and b and abs((a.first_day - b.first_day).days) > _MOVED_WITHIN_DAYS)


def _is_to_come(each: Dated, named: Named, published: date, *, is_changed: bool) -> bool:
    found = each.dating.date
    if found is None or (found.span and None in found.span) or found.last_day < published:
        return False
    if is_changed and found.first_day >= published:
        return True
    if found.first_day <= published:
        is_day = found.precision >= Precision.DAY
        if each.tense == "present" and named.head is None and found.precision < Precision.TIME:
            return False  # “Today I just want soup”
        return (
            each.tense in ("coming", "present")
            and (is_day or named.head is not None)
            and found.precision > Precision.YEAR
        )
    if found.precision == Precision.YEAR:
        return named.head is not None and each.tense == "coming"
    return each.tense != "past" or found.precision >= Precision.DAY
