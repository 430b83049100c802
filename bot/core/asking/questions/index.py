"""An index of one story for questions: which of its statements have a word, a like word, a word of its root, a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz.distance import OSA

from bot.core.asking.questions import english
from bot.core.asking.questions.evidence import evidence_of
from bot.core.asking.questions.reading import Word
from bot.core.asking.questions.synonyms import is_known
from bot.core.asking.questions.tokens import Token, root, tokens
from bot.core.stories.event import Event
from bot.core.stories.story import Story

LIKE = 0.7
RELATED = 0.6
SLIP = 0.8
NAMED = 1.0
PART = 0.6
_LONGEST_NAME = 6


_KEPT = 64  # indexes; one takes up to a megabyte


class _Same:
    """A story as a key: two are equal only if they are one."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.story is other.story

    def __hash__(self) -> int:
        return id(self.story)


def index_of(story: Story) -> "Index":
    """Return the index of a story; the first call takes milliseconds, so it is best made off the event loop."""
    return _index_of(_Same(story))


@lru_cache(maxsize=_KEPT)
def _index_of(key: _Same) -> "Index":
    return Index(key.story)


class Index:
    """The evidence of one story, by the stems, roots and groups of its words."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.evidence = evidence_of(story)
        self.stems: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self.roots: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self.groups: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for number, each in enumerate(self.evidence):
            for stem, weight in each.fields.items():
                self.stems[stem][number] = weight
            for stem, weight in each.fields.items():
                key = root(stem)
                self.roots[key][number] = max(weight, self.roots[key].get(number, 0))
            for group in each.groups:
                self.groups[group][number] = 1.0
        self.names: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for entity in story.entities:
            for name in entity.names:
                stems = tuple(token.stem for token in tokens(name) if token.text != "the")
                self.names[stems].add(entity.id)
                if entity.type == "person" and 1 < len(stems) <= 3:
                    for stem in stems:
                        if len(stem) > 2:
                            self.names[stem,].add(entity.id)
        self.events: dict[tuple[str, ...], set[int]] = defaultdict(set)
        self.ids: dict[int, str] = {}
        """The ids of the events, by the numbers of their statements."""
        self.about: defaultdict[str, list[int]] = defaultdict(list)
        for number, each in enumerate(self.evidence):
            for about in each.about:
                self.about[about].append(number)
            if isinstance(each.statement, Event):
                self.ids[number] = each.statement.id
                for name in each.statement.names:
                    self.events[tuple(token.stem for token in tokens(name))].add(number)
        self.by_shape: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self.stems:
            if len(stem) >= 4 and stem.isalpha():
                self.by_shape[stem[0]].append(stem)
        self.persons = self._persons()

    def _persons(self) -> list[str]:
        """The people of the story, who most is about first."""
        counts = {entity.id: 0 for entity in self.story.entities if entity.type == "person"}
        for each in self.evidence:
            for entity in each.about & counts.keys():
                counts[entity] += 1
        return sorted(counts, key=lambda each: -counts[each])

    def slip(self, token: Token) -> str | None:
        """Return the only stem of the story that a misspelt word may be."""
        word = token.text
        if len(word) < 5 or not word.isalpha() or is_known(token.stem) or word in english.LIGHT:
            return None
        most = 1 if len(word) < 8 else 2
        best, distance = None, most + 1
        for stem in self.by_shape.get(word[0], ()):
            if abs(len(stem) - len(token.stem)) > most or len(stem) < 4:
                continue
            apart = OSA.distance(stem, token.stem, score_cutoff=most)
            if apart < distance:
                best, distance = stem, apart
        return best

    def named(self, words: Sequence[Word]) -> list[tuple[list[Word], frozenset[str], frozenset[int]]]:
        """Return the names in a question, the longest first: their words, and the entities and events of that name."""
        owners = [word for word in words for _ in word.tokens]
        stems = [token.stem for word in words for token in word.tokens]
        found = []
        start = 0
        while start < len(stems):
            for end in range(min(len(stems), start + _LONGEST_NAME), start, -1):
                key = tuple(stems[start:end])
                entities, events = self.names.get(key, ()), self.events.get(key, ())
                if entities or events:
                    found.append((owners[start:end], frozenset(entities), frozenset(events)))
                    start = end - 1
                    break
            start += 1
        return found

    def mentioned(self, words: Sequence[Word]) -> "Mentioned":
        """Return the entities and the events that a question names."""
        entities: dict[str, int] = {}
        events: dict[int, int] = {}
        for owners, named, numbers in self.named(words):
            entities |= {each: max(entities.get(each, 0), len(owners)) for each in named}
            events |= {each: max(events.get(each, 0), len(owners)) for each in numbers}
        return Mentioned(entities, events)


@dataclass(frozen=True, slots=True)
class Mentioned:
    """What a question names, each with the number of words of its longest name there."""

    entities: Mapping[str, int]
    events: Mapping[int, int]
    """By the numbers of their statements."""

    def __bool__(self) -> bool:
        return bool(self.entities or self.events)


@dataclass(frozen=True)
class Matched:
    """One word of a question, and how well each statement has it."""

    word: Word
    degrees: Mapping[int, float]
    weight: float
    unknown_name: bool = False
    name: bool = False
    """True if it is, or is a part of, a name that the story knows."""


def match_words(index: Index, words: Sequence[Word]) -> list[Matched]:
    """Find each word of a question in the statements: itself, a like word, a word of its root, a slip of it."""
    count = len(index.evidence)
    named = _named(index, words)
    all_capital = sum(word.capital for word in words) > max(2, 0.7 * len(words))
    result = []
    for word in words:
        degrees: dict[int, float] = {}
        if len(word.tokens) == 1:
            token = word.tokens[0]
            degrees.update(index.stems.get(token.stem, {}))
            for number, weight in index.roots.get(token.root, {}).items():
                degrees[number] = max(degrees.get(number, 0), RELATED * weight)
        else:
            for token in word.tokens:
                if token.text not in english.LIGHT and len(token.text) > 3:
                    for number, weight in index.stems.get(token.stem, {}).items():
                        degrees[number] = max(degrees.get(number, 0), PART * weight)
        for group in word.groups:
            for number in index.groups.get(group, ()):
                degrees[number] = max(degrees.get(number, 0), LIKE)
        for number in named.get(id(word), ()):
            degrees[number] = max(degrees.get(number, 0), NAMED)
        if not degrees and len(word.tokens) == 1 and (meant := index.slip(word.tokens[0])):
            for number, weight in index.stems[meant].items():
                degrees[number] = SLIP * weight
        spread = sum(degrees.values())
        weight = log(1 + count / (0.5 + spread)) / log(1 + count / 0.5)
        if word.light:
            weight *= 0.25
        unknown = not degrees and word.capital and not all_capital and not word.groups and word is not words[0]
        result.append(Matched(word, degrees, weight, unknown, id(word) in named))
    return result


def _named(index: Index, words: Sequence[Word]) -> dict[int, list[int]]:
    """Return the statements that are about what each word names, alone or with its neighbours; by the word's `id`."""
    found: dict[int, list[int]] = defaultdict(list)
    for owners, entities, events in index.named(words):
        numbers = [*(number for each in entities for number in index.about[each]), *events]
        for word in owners:
            found[id(word)] += numbers
    return found
