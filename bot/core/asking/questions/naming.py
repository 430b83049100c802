"""Finds the names that a question holds: of entities, whole or a person's by one word, and of events."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.keeping import Kept
from bot.core.asking.questions.reading import Word
from bot.core.asking.questions.tokens import Stems, tokens
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Story

MOST_NAMED = 2_000
"""Of so many stories the names are kept, which take about 20 KB each; a story beyond that is slower to ask."""
_LONGEST = 6
_SHORTEST_PART = 3
_LONGEST_IN_PARTS = 3


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a question names, each with the number of words of its longest name there."""

    entities: Mapping[str, int]
    events: Mapping[int, int]
    """By the numbers of their statements."""

    def __bool__(self) -> bool:
        return bool(self.entities or self.events)


@dataclass(frozen=True, slots=True)
class _Names:
    """The names of a story: whose they are, by their stems in one string."""

    entities: Mapping[str, frozenset[str]]
    events: Mapping[str, frozenset[str]]

    @classmethod
    def of(cls, story: Story) -> "_Names":
        """Find the names of a story; those in other scripts take the most time."""
        entities: dict[str, frozenset[str]] = {}
        events: dict[str, frozenset[str]] = {}
        own = {entity.id: frozenset(_stems(entity.name)) for entity in story.entities}
        taken = {stem for entity in story.entities if entity.type == "person" for stem in own[entity.id]}
        for entity in story.entities:
            named = [_stems(name) for name in entity.names]
            _add(entities, entity.id, named)
            taken.update(stems[0] for stems in named if len(stems) == 1)
        for entity in story.entities:
            parts = (stem for stem in _parts(entity) if stem not in taken or stem in own[entity.id])
            _add(entities, entity.id, ((stem,) for stem in parts))  # nobody is called Smith as “the lawyer of Smith”
        for event in story.events:
            _add(events, event.id, map(_stems, event.names))
        return cls(entities, events)


def _add(names: dict[str, frozenset[str]], owner: str, added: Iterable[Stems]) -> None:
    alone = frozenset([owner])  # one object for all its names, as there are many
    for stems in added:
        if stems:
            key = _key(stems)
            names[key] = names[key] | alone if key in names else alone


_NAMES = Kept(_Names.of, MOST_NAMED)
names_of = _NAMES.of
"""Return the names of a story."""


class NamesOfStory:
    """The names of a story's entities and events, and the statements that are about them."""

    def __init__(self, story: Story, evidence: Sequence[Evidence]) -> None:
        self._names = names_of(story)
        about: defaultdict[str, list[int]] = defaultdict(list)
        self.event_ids: dict[int, str] = {}
        """The ids of the events, by the numbers of their statements."""
        for number, each in enumerate(evidence):
            for entity_id in each.about:
                about[entity_id].append(number)
            if isinstance(each.statement, Event):
                self.event_ids[number] = each.statement.id
        self._numbers = {event_id: number for number, event_id in self.event_ids.items()}
        self.about: Mapping[str, Sequence[int]] = dict(about)
        """The statements about each entity."""
        persons = [entity.id for entity in story.entities if entity.type == "person"]
        self.persons: Sequence[str] = sorted(persons, key=lambda each: -len(about[each]))
        """The people, those whom most is about first."""

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
        names = self._names
        owners = [word for word in words for _ in word.tokens]
        stems = [token.stem for word in words for token in word.tokens]
        start = 0
        while start < len(stems):
            for end in range(min(len(stems), start + _LONGEST), start, -1):
                key = _key(stems[start:end])
                entities, events = names.entities.get(key, frozenset()), names.events.get(key, frozenset())
                if entities or events:
                    yield owners[start:end], entities, frozenset(self._numbers[each] for each in events)
                    start = end - 1
                    break
            start += 1


def _parts(entity: Entity) -> Iterator[str]:
    """Yield the single words by which a person is called: each of a short name."""
    for name in entity.names:
        stems = _stems(name)
        if entity.type == "person" and 1 < len(stems) <= _LONGEST_IN_PARTS:
            yield from (stem for stem in stems if len(stem) >= _SHORTEST_PART)


def _stems(name: str) -> Stems:
    """Return a name without the words that a question loses as well: “Opening of the bridge”."""
    return tuple(token.stem for token in tokens(name) if token.acronym or token.text not in vocabulary.FUNCTION)


def _key(stems: Iterable[str]) -> str:
    return " ".join(stems)
