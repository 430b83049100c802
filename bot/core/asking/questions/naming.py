"""Finds the names that a question holds: of entities, whole or a person's by one word, and of events."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.reading import Word
from bot.core.asking.questions.tokens import tokens
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Story

_LONGEST = 6
_LONGEST_IN_PARTS = 3
_SHORTEST_PART = 3

Stems = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a question names, each with the number of words of its longest name there."""

    entities: Mapping[str, int]
    events: Mapping[int, int]
    """By the numbers of their statements."""

    def __bool__(self) -> bool:
        return bool(self.entities or self.events)


class NamesOfStory:
    """The names of a story's entities and events, and the statements that are about them."""

    def __init__(self, story: Story, evidence: Sequence[Evidence]) -> None:
        entities: defaultdict[Stems, set[str]] = defaultdict(set)
        own = {entity.id: frozenset(_stems(entity.name)) for entity in story.entities}
        taken = {stem for entity in story.entities if entity.type == "person" for stem in own[entity.id]}
        for entity in story.entities:
            for name in entity.names:
                stems = _stems(name)
                entities[stems].add(entity.id)
                taken.update(stems if len(stems) == 1 else ())
        for entity in story.entities:
            for stem in _parts(entity):
                if stem not in taken or stem in own[entity.id]:  # nobody is called Smith as “the lawyer of Smith”
                    entities[stem,].add(entity.id)
        events: defaultdict[Stems, set[int]] = defaultdict(set)
        about: defaultdict[str, list[int]] = defaultdict(list)
        self.event_ids: dict[int, str] = {}
        """The ids of the events, by the numbers of their statements."""
        for number, each in enumerate(evidence):
            for entity_id in each.about:
                about[entity_id].append(number)
            if isinstance(each.statement, Event):
                self.event_ids[number] = each.statement.id
                for name in each.statement.names:
                    events[_stems(name)].add(number)
        self.about: Mapping[str, Sequence[int]] = dict(about)
        """The statements about each entity."""
        persons = [entity.id for entity in story.entities if entity.type == "person"]
        self.persons: Sequence[str] = sorted(persons, key=lambda each: -len(about[each]))
        """The people, those whom most is about first."""
        self._entities = {stems: frozenset(ids) for stems, ids in entities.items() if stems}
        self._events = {stems: frozenset(numbers) for stems, numbers in events.items() if stems}

    def mentioned(self, words: Sequence[Word]) -> Mentioned:
        """Return the entities and the events that a question names."""
        entities: dict[str, int] = {}
        events: dict[int, int] = {}
        for owners, named, numbers in self._named(words):
            entities |= {each: max(entities.get(each, 0), len(owners)) for each in named}
            events |= {each: max(events.get(each, 0), len(owners)) for each in numbers}
        return Mentioned(entities, events)

    def statements(self, words: Sequence[Word]) -> Mapping[int, Sequence[int]]:
        """Return the statements about what each word names, alone or with its neighbours; by the word's `id`."""
        found: defaultdict[int, list[int]] = defaultdict(list)
        for owners, entities, events in self._named(words):
            numbers = [*chain.from_iterable(self.about.get(each, ()) for each in entities), *events]
            for word in owners:
                found[id(word)] += numbers
        return found

    def _named(self, words: Sequence[Word]) -> Iterator[tuple[Sequence[Word], frozenset[str], frozenset[int]]]:
        """Yield each name, the longest that begins at a word: its words, and the entities and events that have it."""
        owners = [word for word in words for _ in word.tokens]
        stems = [token.stem for word in words for token in word.tokens]
        start = 0
        while start < len(stems):
            for end in range(min(len(stems), start + _LONGEST), start, -1):
                key = tuple(stems[start:end])
                entities, events = self._entities.get(key, frozenset()), self._events.get(key, frozenset())
                if entities or events:
                    yield owners[start:end], entities, events
                    start = end - 1
                    break
            start += 1


def _parts(entity: Entity) -> Iterator[str]:
    """Yield the words of a person's names, as a person may be called by one of them."""
    for name in entity.names:
        stems = _stems(name)
        if entity.type == "person" and 1 < len(stems) <= _LONGEST_IN_PARTS:
            yield from (stem for stem in stems if len(stem) >= _SHORTEST_PART)


def _stems(name: str) -> Stems:
    """Return a name without the words that a question loses as well: “Opening of the bridge”."""
    return tuple(token.stem for token in tokens(name) if token.acronym or token.text not in vocabulary.FUNCTION)
