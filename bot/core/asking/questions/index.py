"""An index of one story for questions: which of its statements have a word, a like word, a word of its root, a name."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import log

from rapidfuzz.distance import OSA

from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import evidence_of
from bot.core.asking.questions.naming import NamesOfStory
from bot.core.asking.questions.reading import Word
from bot.core.asking.questions.synonyms import is_known
from bot.core.asking.questions.tokens import Token, root
from bot.core.stories.story import Story

# How well a statement has a word of the question, where it has not the word itself.
_LIKE = 0.7
_LIKE_BESIDE = 0.5  # where other statements have the word itself
_RELATED = 0.5
_SLIP = 0.8
_NAMED = 1.0
_PART = 0.6

_LIGHT = 0.25
_LISTED = 0.75
_SHORTEST_SLIP = 5
_TWO_SLIPS_FROM = 8
_KEPT = 64  # indexes; one takes up to a megabyte

Degrees = dict[int, float]
"""How well the statements of these numbers have a word, between 0 and 1."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One word of a question, and how well each statement has it."""

    word: Word
    degrees: Mapping[int, float]
    weight: float
    """How much it tells: the more, the fewer statements have it."""
    unknown_name: bool = False
    """True if it has a capital, and the story does not know it."""
    name: bool = False
    """True if it is, or is a part of, a name that the story knows."""


class Index:
    """The evidence of one story, by the stems, roots and groups of its words, and by names."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.evidence = evidence_of(story)
        self.names = NamesOfStory(story, self.evidence)
        self._stems: defaultdict[str, Degrees] = defaultdict(dict)
        self._roots: defaultdict[str, Degrees] = defaultdict(dict)
        self._groups: defaultdict[int, list[int]] = defaultdict(list)
        for number, each in enumerate(self.evidence):
            for stem, degree in each.fields.items():
                self._stems[stem][number] = degree
                _raise(self._roots[root(stem)], number, degree)
            for group in each.groups:
                self._groups[group].append(number)
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self._stems:
            if len(stem) >= _SHORTEST_SLIP - 1 and stem.isalpha():
                self._by_letter[stem[0]].append(stem)

    def listed(self, asked: frozenset[str]) -> int | None:
        """Return the statement under whose `questions` the newsroom lists this one, or one that is nearly the same."""
        likeness = {
            number: max(len(asked & each) / len(asked | each) for each in evidence.questions)
            for number, evidence in enumerate(self.evidence)
            if evidence.questions
        }
        best = max(likeness, key=lambda number: likeness[number], default=None)
        return best if best is not None and likeness[best] >= _LISTED else None

    def match(self, words: Sequence[Word]) -> list[Matched]:
        """Find each word of a question in the statements: itself, a like word, a word of its root, a slip of it."""
        named = self.names.statements(words)
        found = []
        for word in words:
            degrees = self._degrees(word)
            for number in named.get(id(word), ()):
                _raise(degrees, number, _NAMED)
            if not degrees and (meant := self._meant(word.tokens[0])) and len(word.tokens) == 1:
                degrees = {number: _SLIP * degree for number, degree in self._stems[meant].items()}
            unknown = not (degrees or word.groups) and word.capital and not word.first
            found.append(Matched(word, degrees, self._weight(word, degrees), unknown, id(word) in named))
        return found

    def _degrees(self, word: Word) -> Degrees:
        degrees: Degrees = {}
        if len(word.tokens) == 1:
            token = word.tokens[0]
            degrees.update(self._stems.get(token.stem, {}))
            for number, degree in self._roots.get(token.root, {}).items():
                _raise(degrees, number, _RELATED * degree)
        else:
            telling = (token for token in word.tokens if token.text not in vocabulary.LIGHT and len(token.text) > 3)
            for token in telling:
                for number, degree in self._stems.get(token.stem, {}).items():
                    _raise(degrees, number, _PART * degree)
        like = _LIKE_BESIDE if max(degrees.values(), default=0.0) >= 1.0 else _LIKE
        for group in word.groups:
            for number in self._groups.get(group, ()):
                _raise(degrees, number, like)
        return degrees

    def _weight(self, word: Word, degrees: Degrees) -> float:
        count = len(self.evidence)
        weight = log(1 + count / (0.5 + sum(degrees.values()))) / log(1 + count / 0.5)
        return _LIGHT * weight if word.light else weight

    def _meant(self, token: Token) -> str | None:
        """Return the nearest stem of the story that a misspelt word may be; a word of the language is no slip."""
        word = token.text
        if len(word) < _SHORTEST_SLIP or not word.isalpha() or is_known(token.stem) or word in vocabulary.LIGHT:
            return None
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        near = (stem for stem in self._by_letter.get(word[0], ()) if abs(len(stem) - len(token.stem)) <= slips)
        apart = {stem: OSA.distance(stem, token.stem, score_cutoff=slips) for stem in near}
        best = min(apart, key=lambda stem: apart[stem], default=None)
        return best if best is not None and apart[best] <= slips else None


def _raise(degrees: Degrees, number: int, degree: float) -> None:
    if degree > degrees.get(number, 0.0):
        degrees[number] = degree


class _Same:
    """A story as a key: two are equal only if they are one."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.story is other.story

    def __hash__(self) -> int:
        return id(self.story)


def index_of(story: Story) -> Index:
    """Return the index of a story; the first call takes milliseconds, so it is best made off the event loop."""
    return _index_of(_Same(story))


@lru_cache(maxsize=_KEPT)
def _index_of(key: _Same) -> Index:
    return Index(key.story)
