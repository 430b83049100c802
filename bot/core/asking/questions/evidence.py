"""What each statement of a story offers to a question: its words, dates, numbers, names, and how they stand in it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import pairwise

from bot.core.asking.questions.english import statements as patterns
from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.tokens import Token, tokens
from bot.core.stories.anchors import Statement
from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.event import Event
from bot.core.stories.stems import stem
from bot.core.stories.story import Entity, Fact, Quotation, Sentence, Story
from bot.core.stories.words import asked, in_words

IN_TEXT = 1.0
"""How directly a word stands in a statement whose own text has it."""
_AROUND_KEPT = 256  # many statements of a story are about the same few
_UNITS = {unit: frozenset(map(stem, names)) for unit, names in vocabulary.UNITS.items()}


@dataclass(frozen=True)
class Evidence:
    """One statement as a question sees it."""

    statement: Statement
    text: str
    """Its own words, without the names of what it is about."""
    about: frozenset[str]
    """The ids of the entities that it is about, or that speak in it."""
    speakers: frozenset[str] = frozenset()
    date: EdtfDate | None = None
    around: str = ""
    """The names of what it is about, its topics: words by which it may be meant."""
    place: bool = False
    questions: Sequence[frozenset[str]] = ()
    """The questions that the newsroom lists for it (see `asked`)."""

    @cached_property
    def order(self) -> Sequence[str]:
        """The ids of whom it is about, in the order of the story file."""
        statement = self.statement
        match statement:
            case Entity():
                return (statement.id,)
            case Fact():
                return (*statement.said_by, *statement.about)
            case Event():
                return statement.about
            case Quotation():
                return (statement.said_by,)
            case _:
                return sorted(self.about)

    @cached_property
    def events(self) -> frozenset[str]:
        """The ids of the events that it tells of: its own, or those to which a fact belongs."""
        match self.statement:
            case Event(id=event_id):
                return frozenset([event_id])
            case Fact(events=events):
                return frozenset(events)
            case _:
                return frozenset()

    @cached_property
    def tokens(self) -> Sequence[Token]:
        """The words of its text."""
        return tuple(tokens(self.text))

    def fields(self) -> Mapping[str, float]:
        """Return the stems by which it may be meant, and how directly each stands in it."""
        found = dict.fromkeys(_stems_around(self.around), 0.5)
        if self.date:
            found |= dict.fromkeys(_stems_around(in_words(self.date)), 0.9)
        for token in self.tokens:
            found[token.stem] = IN_TEXT
        return found

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """The places of its words, by their roots."""
        found: defaultdict[str, list[int]] = defaultdict(list)
        for place, token in enumerate(self.tokens):
            found[token.root].append(place)
        return dict(found)

    @cached_property
    def content(self) -> int:
        """The number of its words that tell something."""
        return len({each.stem for each in self.tokens if each.text not in vocabulary.LIGHT and len(each.text) > 2})

    @cached_property
    def negative(self) -> bool:
        """True if it denies something."""
        return not vocabulary.NEGATIVE.isdisjoint(token.text for token in self.tokens)

    @cached_property
    def ahead(self) -> bool:
        """True if it tells of what is still to come."""
        return isinstance(self.statement, Event) or bool(patterns.AHEAD.search(self.text))

    def has_in_row(self, stems: Sequence[str]) -> bool:
        """True if its text has words of these stems in a row."""
        own = [token.stem for token in self.tokens]
        return any(own[place : place + len(stems)] == [*stems] for place, each in enumerate(own) if each == stems[0])

    @cached_property
    def pairs(self) -> frozenset[tuple[str, str]]:
        """The stems of neighbouring words of its text."""
        stems = [token.stem for token in self.tokens if token.text not in vocabulary.ARTICLES]
        return frozenset(pairwise(stems))

    @cached_property
    def numbers(self) -> Sequence[int]:
        """The places of numbers among its words, without years and days of months."""
        return [
            place
            for place, token in enumerate(self.tokens)
            if (token.text[0].isdigit() or token.text in vocabulary.NUMBERS) and not self._in_date(place)
        ]

    def _in_date(self, place: int) -> bool:
        token = self.tokens[place]
        if not token.text.isdigit():
            return False
        near = [each.text for each in self.tokens[max(0, place - 1) : place + 2]]
        if any(each in vocabulary.MONTHS for each in near) and int(token.text) <= 31:
            return True
        return len(token.text) == 4 and 1000 <= int(token.text) <= 2200

    def has_unit(self, unit: str) -> bool:
        """True if a number of this unit stands in it."""
        match unit:
            case "age":
                return bool(patterns.AGED.search(self.text))
            case "often":
                return bool(patterns.OFTEN.search(self.text))
        names = _UNITS[unit]
        for place in self.numbers:
            near = self.tokens[max(0, place - 1) : place + 4]
            if any(token.stem in names for token in near):
                return True
        if unit == "duration":
            return bool(self.date and self.date.span) or any(token.text in vocabulary.SINCE for token in self.tokens)
        return False

    @cached_property
    def dated(self) -> float:
        """How surely it tells a date."""
        if isinstance(self.statement, Event):
            return 1.0 if self.statement.start or self.statement.history else 0.3
        texts = [token.text for token in self.tokens]
        months = any(token.text in vocabulary.MONTHS and token.capital for token in self.tokens)
        year = any(len(text) == 4 and text.isdigit() and text[0] in "12" for text in texts)
        if months or year:
            return 1.0
        if self.date and isinstance(self.statement, Fact) and self.statement.kind != "claim":
            return 1.0
        if patterns.WHEN.search(self.text):
            return 0.7
        return 0.3 if self.date else 0.0

    @cached_property
    def clock(self) -> bool:
        """True if it tells a time of day."""
        timed = self.date is not None and self.date.precision is Precision.TIME
        return timed or bool(patterns.CLOCK.search(self.text))

    @cached_property
    def reason(self) -> float:
        """How surely it gives a reason."""
        if patterns.REASON.search(self.text):
            return 1.0
        return 0.5 if patterns.PURPOSE.search(self.text) else 0.0

    @cached_property
    def names(self) -> Sequence[str]:
        """The words in capitals in its text, which are names."""
        return patterns.NAMES.findall(self.text)


def evidence_of(story: Story) -> list[Evidence]:
    """Return the evidence of every statement of a story, in the order of its lists."""
    named = {entity.id: entity for entity in story.entities}
    topics = {topic.id: topic.name for topic in story.topics}

    def names(ids: Sequence[str | None]) -> str:
        found = (named[each] for each in ids if each in named)
        return " ; ".join(entity.name for entity in found)

    found = [Evidence(entity, f"{entity.name}: {entity.role}", frozenset([entity.id])) for entity in story.entities]
    for event in story.events:
        place = event.place.text if event.place else ""
        notes = " ".join(change.note or "" for change in event.history)
        status = "" if event.status == "scheduled" else event.status
        text = f"{event.name}. {event.description} {place} {notes} {status}"
        around = names(event.about)
        found.append(
            Evidence(
                event,
                text,
                frozenset(event.about),
                date=event.start,
                around=" ; ".join((around, *event.questions)),
                place=bool(place),
                questions=[asked(each) for each in event.questions],
            )
        )
    for fact in story.facts:
        speakers = frozenset(fact.said_by)
        about = frozenset([*fact.about, *fact.said_by, *([fact.via] if fact.via else [])])
        around = " ; ".join(
            (names([*fact.about, *fact.said_by]), *(topics[each] for each in fact.topics), *fact.questions)
        )
        listed = [asked(each) for each in fact.questions]
        found.append(Evidence(fact, fact.text, about, speakers, fact.date, around, questions=listed))
    for quotation in story.quotations:
        about = frozenset(filter(None, [quotation.said_by, quotation.to, quotation.via]))
        around = names([quotation.said_by])
        text = f"{quotation.text} . {quotation.about}"
        found.append(Evidence(quotation, text, about, frozenset([quotation.said_by]), quotation.date, around))
    for sentence in story.summary:
        about = _named_in(story, sentence)
        found.append(Evidence(sentence, sentence.text, about, around=names(sorted(about))))
    return found


def _named_in(story: Story, sentence: Sentence) -> frozenset[str]:
    text = sentence.text
    return frozenset(
        entity.id
        for entity in story.entities
        if any(_stands_in(text, name) for name in entity.names)
        or (entity.type == "person" and entity.name.split()[-1] in text)
    )


def _stands_in(text: str, name: str) -> bool:
    """True if a text has a name in whole words; few names are in it at all, so that is asked first."""
    return len(name) > 2 and name in text and bool(re.search(rf"\b{re.escape(name)}\b", text))


@lru_cache(maxsize=_AROUND_KEPT)
def _stems_around(text: str) -> Sequence[str]:
    return [token.stem for token in tokens(text)]
