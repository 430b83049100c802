"""An index of the words of a story: which of its parts hold them.

A word counts in its stem, so that elections and election meet. Small words (the, of, when) count nowhere, weak ones
(again, everybody) only in a line that has no others. Two questions ask the same if they share all the words that
count, and those with which they ask: when the match is, and where it is, are two questions.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import IntEnum
from heapq import nsmallest
from math import log
from typing import NamedTuple
from unicodedata import category

from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.event import Change
from bot.core.stories.spelling import to_latin
from bot.core.stories.stems import stem
from bot.core.stories.story import Source, Story

_LONGEST_LINE = 400
_MARKS = ".,;:!?…()[]{}\"'“”„‘’«»"
_MOST_WORDS = 40
_FEW_STORIES = 32
_LEAST_SHARE = 0.33
_MONTHS_A_YEAR = 12
_MONTHS = "January February March April May June July August September October November December"
_JOINED = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_PARAGRAPH = re.compile(r"(?:¶|\bparagraph)\s*(\d+)", re.IGNORECASE)
_DAY = re.compile(r"(?<!\d)(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})([./])(\d{1,2})\5(\d{4}))(?!\d)")
_GROUPED = re.compile(r"(?<![\d.,])\d{1,3}(?:[,.'’ \u00a0\u202f]\d{3})+(?!\d)")
_SMALL = """
    a am an and are arent as at be been being but by can cannot cant couldnt did didnt do does doesnt doing dont dr
    for from had hadnt has hasnt have havent having he her here hers herself him himself his how i if im in into is
    isnt it its itself ive me might mr mrs ms my myself neednt no nor not of on or our ours re shall she shouldnt so
    that the their theirs them themselves these they theyre theyve this those to us via was wasnt we were werent
    weve what whats when where which who whom whos why will with won wont wouldnt yes you your youre yours yourself
    youve
"""
_WEAK = """
    about above after again against ago all almost also although among another any anybody anyone anything around
    away because before behind below between both could down during each either else even ever every everybody
    everyone everything few further however just let like lot many may more most much must mustnt neither never
    nobody none nothing now off often once one only onto other others ought out over own perhaps please quite rather
    really same several should since some somebody someone something still such tell than then there thing things
    though through throughout thus together too toward towards under until up upon very whether while whose within
    without would yet
"""
_ASKING = {word: word for word in ("how", "what", "when", "where", "which", "who", "why")} | {
    "whats": "what",
    "whom": "who",
    "whos": "who",
    "whose": "who",
}
_TOLD = ("postponed", "cancelled", "held")  # the plan of an event has these words
_SMALL_WORDS = frozenset(_SMALL.split())
_WEAK_WORDS = frozenset(_WEAK.split())


class Kind(IntEnum):
    """The lists of a story's parts, in the order in which readers mean them."""

    ENTITY = 1
    TOPIC = 2
    EVENT = 3
    FACT = 4
    QUOTATION = 5
    SENTENCE = 6
    """Of the summary."""
    HEADLINE = 7
    ABOUT = 8
    """The credit, the article and its picture, and the note on dates."""


class Part(NamedTuple):
    """One part of a story: its list, and its place in that list."""

    kind: Kind
    number: int


def typed_words(text: str) -> list[str]:
    """Return the words of a reader's line as they were typed, without the marks around them; ¶ 12 is one word."""
    words = (word.strip(_MARKS) for word in _tied(text[:_LONGEST_LINE]).split())
    return [word for word in words if word][:_MOST_WORDS]


def _tied(text: str) -> str:
    """Tie a paragraph's number to its sign: ¶ 12, paragraph 12 -> ¶12; and spell days and numbers in one way."""
    return _spelt_alike(_PARAGRAPH.sub(r"¶\1", text))


def _spelt_alike(text: str) -> str:
    """Write days and large numbers in one way: 2031-05-04, 4.5.2031 -> 4 May 2031; 410,000, 410 000 -> 410000."""
    return _GROUPED.sub(lambda found: re.sub(r"\D", "", found[0]), _DAY.sub(_day_in_words, text))


def _day_in_words(found: re.Match[str]) -> str:
    year, month, day, first, _, second, last = found.groups()
    if first:  # the day stands first, but where that can only be the month
        year, month, day = last, *((first, second) if int(second) > _MONTHS_A_YEAR else (second, first))
    try:
        return f"{int(day)} {_MONTHS.split()[date(int(year), int(month), int(day)).month - 1]} {year}"
    except ValueError:
        return found[0]


def without_symbols(text: str) -> str:
    """Leave out symbols and emoji, which would be spelt out in Latin letters."""
    return text if text.isascii() else "".join(" " if category(each).startswith("S") else each for each in text)


def spellings(text: str, limit: int = _LONGEST_LINE) -> list[str]:
    """Return the content words of a reader's line in Latin letters, each once; those of a joined word one by one."""
    typed = without_symbols(_tied(text[:limit]))
    words = (word for joined in _JOINED.findall(to_latin(typed)) for word in joined.split("-"))
    capitals = _capitals(typed)
    counting = [word for word in dict.fromkeys(words) if _counts(word) or word in capitals]
    return [word for word in counting if word not in _WEAK_WORDS] or counting


def content(text: str) -> list[str]:
    """Return the stems of the content words of a reader's line, each once, in their order."""
    return list(dict.fromkeys(stem(word) for word in spellings(text)))[:_MOST_WORDS]


def asks_for_something(question: str) -> bool:
    """True if a question has a word that is neither small nor weak."""
    return not _WEAK_WORDS.issuperset(spellings(question))


def asked(question: str) -> frozenset[str]:
    """Return the stems of a question and the words with which it asks; two with the same ones ask the same."""
    asking = {_ASKING[word] for word in _JOINED.findall(to_latin(question)) if word in _ASKING}
    return frozenset({*content(question), *(f"{word}?" for word in asking)})


def stems_of(texts: Iterable[str]) -> set[str]:
    """Return the stems by which these texts are found; a joined word is found by its parts, and whole."""
    found: set[str] = set()
    for text in texts:
        for joined in _JOINED.findall(to_latin(_spelt_alike(text))):
            words = joined.split("-")
            found.update(stem(word) for word in words if _counts(word))
            if len(words) > 1:
                found.add(stem("".join(words)))  # re-election and reelection
        found.update(map(stem, _capitals(text)))
    return found


def texts_of(story: Story) -> Iterator[tuple[Part, Sequence[str]]]:
    """Yield each part of a story with the texts that show it."""
    named = {entity.id: entity.name for entity in story.entities}
    for number, entity in enumerate(story.entities):
        yield Part(Kind.ENTITY, number), (*entity.names, entity.role, *_cited(entity.paragraph))
    for number, topic in enumerate(story.topics):
        yield Part(Kind.TOPIC, number), (topic.name, topic.id)
    for number, event in enumerate(story.events):
        place = event.place.text if event.place else ""
        yield (
            Part(Kind.EVENT, number),
            (
                *event.names,
                event.description,
                place,
                event.status if event.status in _TOLD else "",
                *(text for change in event.history for text in _of_change(change)),
                in_words(event.start),
                *_cited(event.paragraph),
            ),
        )
    for number, fact in enumerate(story.facts):
        whose = [named[each] for each in (*fact.said_by, fact.via) if each]
        yield Part(Kind.FACT, number), (fact.text, *whose, in_words(fact.date), *_cited(fact.paragraph))
    for number, quotation in enumerate(story.quotations):
        whose = [named[each] for each in (quotation.said_by, quotation.to, quotation.via) if each]
        yield (
            Part(Kind.QUOTATION, number),
            (quotation.text, quotation.about, *whose, in_words(quotation.date), *_cited(quotation.paragraph)),
        )
    for number, sentence in enumerate(story.summary):
        yield Part(Kind.SENTENCE, number), (sentence.text, *_cited(sentence.paragraph))
    yield Part(Kind.HEADLINE, 0), (story.headline,)
    yield Part(Kind.ABOUT, 0), (story.credit.text, story.date_note or "", *_of_source(story.source))


def _of_change(change: Change) -> Iterator[str]:
    """Yield the texts that show a former plan, and where the news of its end stands."""
    yield change.note or ""
    yield in_words(change.start)
    if change.source:
        yield change.source.publisher or ""


def _of_source(source: Source | None) -> Iterator[str]:
    """Yield the texts that show the article and its picture."""
    if source:
        yield from (source.publisher or "", source.byline or "")
        if source.picture:
            yield from (source.picture.alt or "", source.picture.credit or "")


class Words:
    """The words of one story, and the parts that hold each."""

    def __init__(self, story: Story) -> None:
        parts: defaultdict[str, list[Part]] = defaultdict(list)
        count = 0
        for part, texts in texts_of(story):
            count += 1
            for each in stems_of(texts):
                parts[each].append(part)
        self._parts: Mapping[str, Sequence[Part]] = dict(parts)
        self._count = count

    def __contains__(self, word: str) -> bool:
        return word in self._parts

    def holding(self, words: Collection[str], *kinds: Kind) -> list[Part]:
        """Return the parts, of these kinds if any are named, that hold every one of these stems, in their order."""
        if not words:
            return []
        found = set.intersection(*(set(self._parts.get(word, ())) for word in words))
        return sorted(part for part in found if not kinds or part.kind in kinds)

    def nearest(self, words: Collection[str], *kinds: Kind, limit: int = 3) -> list[Part]:
        """Return the parts that share the most telling of these stems, the nearest first."""
        weights: defaultdict[Part, float] = defaultdict(float)
        for word in words:
            for part in self._parts.get(word, ()):
                weights[part] += self._weight(word)
        nearest = sorted(weights, key=lambda part: (-weights[part], part))
        return [part for part in nearest if not kinds or part.kind in kinds][:limit]

    def _weight(self, word: str) -> float:
        """A word is the more telling, the fewer parts hold it."""
        return log(1 + self._count / len(self._parts[word]))


class WordsOfStories:
    """Which of many stories hold a word; their places in the library, as its lists are long."""

    def __init__(self, stories: Iterable[Story]) -> None:
        places: defaultdict[str, list[int]] = defaultdict(list)
        count = 0
        for place, story in enumerate(stories):
            count += 1
            for word in stems_of(text for _, texts in texts_of(story) for text in texts):
                places[word].append(place)
        self._places: Mapping[str, Sequence[int]] = dict(places)
        self._count = count

    def holding(self, words: Collection[str]) -> list[int]:
        """Return the places of the stories that hold every one of these stems, in their order."""
        if not words:
            return []
        return sorted(set.intersection(*(set(self._places.get(word, ())) for word in words)))

    def likeliest(self, words: Collection[str], limit: int) -> list[int]:
        """Return the places of the stories that hold the most telling of these stems, the likeliest first.

        A word that more than a quarter of many stories hold tells nothing. A story that holds too little of what the
        words tell is not likely at all.
        """
        weights: defaultdict[int, float] = defaultdict(float)
        total = 0.0
        for word in words:
            places = self._places.get(word, ())
            if not places or len(places) > max(_FEW_STORIES, self._count / 4):
                continue
            weight = log(1 + self._count / len(places))
            total += weight
            for place in places:
                weights[place] += weight
        likely = (place for place, weight in weights.items() if weight >= _LEAST_SHARE * total)
        return nsmallest(limit, likely, key=lambda place: (-weights[place], place))


def _capitals(text: str) -> set[str]:
    """Return the words in capitals, which are no small words: US, WHO; none of a line that is all in capitals."""
    words = text.split()
    if len(words) > 1 and text.isupper():
        return set()
    return {spelt for word in words if word.isupper() for spelt in _JOINED.findall(to_latin(word)) if len(spelt) > 1}


def _counts(word: str) -> bool:
    return word not in _SMALL_WORDS and (len(word) > 1 or word.isdigit())


def _cited(paragraphs: Iterable[int]) -> Iterator[str]:
    """Yield the places in the article, by which readers may look for what stands there."""
    return (f"¶{number}" for number in paragraphs)


def in_words(at: EdtfDate | None) -> str:
    """Write a date as readers may look for it: its year, and its month and day where they are known."""
    if at is None:
        return ""
    ends = [end for end in at.span or (at,) if end]
    return " ".join(" ".join(_parts_in_words(end)) for end in ends)


def _parts_in_words(at: EdtfDate) -> Iterator[str]:
    yield str(at.first_day.year)
    if at.precision >= Precision.MONTH:
        yield _MONTHS.split()[at.first_day.month - 1]
    if at.precision >= Precision.DAY:
        yield str(at.first_day.day)
