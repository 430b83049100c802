"""Finds what was still to come when the article was published, and proposes each as an event."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.plans import EventStatus
from bot.newsroom.drafting.article import Article, Dating, Doubt, Found, Happening, Mention, Span
from bot.newsroom.drafting.clocks import at_time
from bot.newsroom.drafting.date_meanings import Clock
from bot.newsroom.drafting.date_reading import VOCABULARIES, Passage, Place, passages_of
from bot.newsroom.drafting.date_reckoning import Tense, edtf
from bot.newsroom.drafting.event_dates import alike, is_content
from bot.newsroom.drafting.happening_names import Named, name_beside, words_of
from bot.newsroom.drafting.happening_words import HappeningWords

_ZONES = {"bs": "Europe/Sarajevo", "hr": "Europe/Zagreb", "sr": "Europe/Belgrade", "ru": "Europe/Moscow"}
_MOST = 60  # happenings of an article
_MOST_OTHERS = 8
_LONGEST_NAME = 100


class Places(Protocol):
    """The cast of an article, as far as events need it."""

    @property
    def found(self) -> Sequence[Found]:
        """Everybody and everything that the article names."""
        ...


def zone_of(article: Article, cast: Places) -> str | None:
    """Return the zone of the place that the article is written from, or is mostly about; None if no place has one."""
    counts: dict[str, float] = {}
    for each in cast.found:
        for mention in each.mentions if each.zone else ():
            is_line = mention.span.paragraph == 1 and mention.span.start == 0
            counts[each.zone or ""] = counts.get(each.zone or "", 0) + (10 if is_line else 1)
    return max(counts, key=lambda zone: counts[zone], default=None)


@dataclass(slots=True)
class _Told:
    """One sentence with a coming date, and what it says will happen then."""

    passage: Passage
    dating: Dating
    named: Named
    name: str
    sentence: Place
    status: EventStatus
    former: Dating | None = None
    others: list[Span] = field(default_factory=list)

    @property
    def words(self) -> list[str]:
        """The words of the name that tell one happening from another."""
        tokens = [self.passage.words[place] for place in range(*self.named.place)]
        return [token.word for token in tokens if is_content(token)]

    @property
    def head(self) -> str:
        """The main noun; empty of a clause."""
        return self.passage.words[self.named.head].word if self.named.head is not None else ""


def happenings_of(article: Article, datings: Sequence[Dating], cast: Places) -> list[Happening]:
    """Return what was still to come at publication, each told once, in the order of the text.

    `datings`: as `datings_of` returns them. The name is the noun phrase that happens, in the article's words.
    """
    known = words_of(article.language)
    told = list(_told(article, datings, known))
    zone = zone_of(article, cast) or _ZONES.get(article.language.partition("-")[0], "UTC")
    return [_happening(article, each, cast, zone) for each in _merged(told)][:_MOST]


def _told(article: Article, datings: Sequence[Dating], known: HappeningWords) -> Iterator[_Told]:
    passages = passages_of(article)
    by_sentence: dict[tuple[int, int], list[tuple[Dating, Place, Tense]]] = {}
    for dating in datings:
        passage = passages[dating.span.paragraph]
        place = _place_of(passage, dating.span)
        if place and dating.date:
            tense = next((passage.tense(each) for each in passage.expressions if each.first == place.first), "")
            key = (passage.paragraph, passage.sentence_of(place.first).first)
            by_sentence.setdefault(key, []).append((dating, place, tense or ""))
    for (paragraph, _), dated in by_sentence.items():
        yield from _in_sentence(article, passages[paragraph], dated, known)


def _place_of(passage: Passage, span: Span) -> Place | None:
    for each in passage.expressions:
        if passage.words[each.first].start == span.start:
            return Place(each.first, each.end)
    return None
