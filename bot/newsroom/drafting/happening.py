"""Finds what was still to come when the article was published, and proposes each as an event."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from typing import Protocol

from bot.core.stories.dates import Precision
from bot.newsroom.drafting.article import Article, Dating, Doubt, Found, Happening, Mention, Span
from bot.newsroom.drafting.date_reading import Passage, Place, passages_of
from bot.newsroom.drafting.event_dates import alike
from bot.newsroom.drafting.happening_names import change_told, words_of
from bot.newsroom.drafting.happening_sentences import Dated, Sentence, Told
from bot.newsroom.drafting.happening_words import HappeningWords
from bot.newsroom.drafting.publication import is_date_line

_ZONES = {"bs": "Europe/Sarajevo", "hr": "Europe/Zagreb", "sr": "Europe/Belgrade", "ru": "Europe/Moscow"}
_MOST = 60  # happenings of an article
_MOST_OTHERS = 8
_HEAD = 4  # paragraphs in which a date line may stand
_MOST_TOLD = 200
_THERE = frozenset(("in", "at", "on", "near", "u", "na", "kod", "у", "на", "код", "в", "во"))


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
            is_line = mention.span.start == 0 and mention.span.paragraph == 1 and len(article.paragraphs) > 1
            counts[each.zone or ""] = counts.get(each.zone or "", 0) + (10 if is_line else 1)
    return max(counts, key=lambda zone: counts[zone], default=None)


def happenings_of(
    article: Article, datings: Sequence[Dating], cast: Places, published: date | None = None
) -> list[Happening]:
    """Return what was still to come at publication, each told once, in the order of the text.

    `datings`: as `datings_of` returns them; `published`: the day that they were counted from, by default the one that
    the article's page states. The name is the noun phrase that happens, in the article's words.
    """
    known = words_of(article.language)
    day = published or article.published or _earliest(datings)
    passages = passages_of(article)
    told = _with_changes(passages, [*islice(_told(article, passages, datings, known, day), _MOST_TOLD)], known)
    zone = zone_of(article, cast) or _ZONES.get(article.language.partition("-")[0], "UTC")
    merged = _merged(_without_former(told))[:_MOST]
    _add_others(passages, merged, known)
    return [_happening(article, each, cast, zone) for each in merged]


def _earliest(datings: Sequence[Dating]) -> date:
    """Return a day on which nothing is to come that the article tells as past: the latest day before a coming one."""
    counted = [each.date.first_day for each in datings if each.date and each.date.day and each.is_counted]
    return min(counted, default=date.min)


def _told(
    article: Article, passages: Sequence[Passage], datings: Sequence[Dating], known: HappeningWords, published: date
) -> Iterator[Told]:
    by_sentence: dict[tuple[int, int], list[Dated]] = {}
    for dating in datings:
        passage = passages[dating.span.paragraph]
        found = passage.starts.get(dating.span.start)
        if found and dating.date and not (passage.paragraph < _HEAD and is_date_line(passage, found)):
            dated = Dated(dating, Place(found.first, found.end), passage.tense(found))
            key = (passage.paragraph, passage.sentence_of(found.first).first)
            by_sentence.setdefault(key, []).append(dated)
    for (paragraph, _), all_dated in by_sentence.items():
        yield from Sentence(article, passages[paragraph], all_dated, known, published).told()


def _with_changes(passages: Sequence[Passage], told: list[Told], known: HappeningWords) -> list[Told]:
    """Give a change of plan that a sentence without a date tells of to the happening that it names."""
    by_head = [each for each in told if each.head]
    dated = {each.sentence for each in told}
    for passage in passages:
        for sentence in passage.sentences:
            span = Span(passage.paragraph, *passage.offsets(sentence))
            change = change_told(passage, sentence, known) if by_head and span not in dated else None
            if not change or any(each in passage.dated for each in range(sentence.first, sentence.end)):
                continue
            for each in by_head:
                if each.status == "scheduled" and _names(passage, sentence, each.head, known):
                    each.status = "cancelled" if change.is_cancelled else "postponed"
                    each.former = None if change.is_cancelled else each.dating
                    each.others.append(span)
                    break
    return told


def _names(passage: Passage, sentence: Place, head: str, known: HappeningWords) -> bool:
    words = (passage.words[place] for place in range(sentence.first, sentence.end))
    return any(known.names_happening(each) and (each.word == head or alike(each.word, head)) for each in words)


def _without_former(told: list[Told]) -> list[Told]:
    """Give the one happening that was moved the date that it once had, if another sentence tells that."""
    moved = [each for each in told if each.status == "rescheduled"]
    former = [each for each in told if each.is_former and each.status == "scheduled"]
    if len(moved) != 1 or not former:
        return told
    moved[0].former = moved[0].former or former[0].dating
    moved[0].others.append(former[0].sentence)
    return [each for each in told if each is not former[0]]


def _merged(told: Sequence[Told]) -> list[Told]:
    """Make one of several sentences that tell of the same happening."""
    kept: list[Told] = []
    for each in told:
        same = next((other for other in kept if _is_same(other, each)), None)
        if same is None:
            kept.append(each)
            continue
        better, other = (each, same) if _worth(each) > _worth(same) else (same, each)
        if other.sentence != better.sentence:
            better.others.append(other.sentence)
        better.others += [span for span in other.others if span != better.sentence]
        if better.status == "scheduled":
            better.status, better.former = other.status, better.former or other.former
        elif better.status == "rescheduled" and not better.former and other.dating.date != better.dating.date:
            better.former = other.dating
        kept[kept.index(same)] = better
    return kept


def _is_same(one: Told, other: Told) -> bool:
    a, b = one.dating.date, other.dating.date
    assert a
    assert b
    heads = bool(one.head and other.head) and (one.head == other.head or alike(one.head, other.head))
    shared = heads or any(x == y or alike(x, y) for x in one.words for y in other.words)
    if "rescheduled" in (one.status, other.status) and heads and a != b:
        formers = {each.former.date for each in (one, other) if each.former}
        return not formers or a in formers or b in formers
    if a.precision >= Precision.DAY and b.precision >= Precision.DAY and not a.span and not b.span:
        is_plain = not (one.head and other.head) or one.is_distance or other.is_distance
        return a.first_day == b.first_day and (shared or is_plain)
    within = (a.first_day <= b.first_day and b.last_day <= a.last_day) or (
        b.first_day <= a.first_day and a.last_day <= b.last_day
    )
    return within and (one.sentence == other.sentence or heads or (a == b and shared))


def _worth(told: Told) -> tuple[bool, bool, int]:
    found = told.dating.date
    return told.status == "rescheduled", bool(told.head), found.precision if found else 0


def _add_others(passages: Sequence[Passage], told: Sequence[Told], known: HappeningWords) -> None:
    """Add the sentences that name the same without its date."""
    rows: dict[str, list[Span]] = {}
    for passage in passages:
        for sentence in passage.sentences:
            for place in range(sentence.first, sentence.end):
                if known.names_happening(passage.words[place]):
                    span = Span(passage.paragraph, *passage.offsets(sentence))
                    rows.setdefault(passage.words[place].word, []).append(span)
    for each in told:
        spans = [span for word, there in rows.items() if each.head and alike(word, each.head) for span in there]
        known_spans = {each.sentence, *(other.sentence for other in told)}
        more = [span for span in dict.fromkeys(spans) if span not in known_spans]
        each.others = list(dict.fromkeys((*each.others, *more)))[:_MOST_OTHERS]


def _happening(article: Article, told: Told, cast: Places, zone: str) -> Happening:
    place, own_zone = _place_of(article, told, cast)
    doubts = () if told.head else (Doubt("it has no name in the article: give it one", 2),)
    stated = _stated_zone(told)
    return Happening(
        told.name,
        told.dating,
        told.sentence,
        told.status,
        told.former,
        place,
        stated or own_zone or zone,
        tuple(told.others),
        doubts,
    )


def _stated_zone(told: Told) -> str | None:
    """Return the zone that its time of day names, as in “19:00 GMT”."""
    found = told.passage.starts.get(told.dating.span.start)
    return found.clock.zone if found and found.clock else None


def _place_of(article: Article, told: Told, cast: Places) -> tuple[Mention | None, str | None]:
    """Return the place that its sentence names nearest to its name or date, and its zone."""
    best: tuple[int, Mention, str | None] | None = None
    start, end = told.passage.offsets(told.named.place)
    for found in cast.found:
        for mention in found.mentions if found.type == "place" else ():
            if not told.sentence.holds(mention.span) or told.dating.span.holds(mention.span):
                continue
            before = article.paragraphs[mention.span.paragraph][: mention.span.start].rsplit(None, 1)[-1:]
            is_there = bool(before) and before[0].casefold() in _THERE
            at = mention.span.start
            away = min(abs(at - start), abs(at - end), abs(at - told.dating.span.start)) + (0 if is_there else 200)
            if best is None or away < best[0]:
                best = away, mention, found.zone
    return (best[1], best[2]) if best else (None, None)
