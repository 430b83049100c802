"""An index of one story for questions: which of its statements have a word, a like word, a word of its root, a name."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import IN_TEXT, evidence_of
from bot.core.asking.questions.keeping import Kept
from bot.core.asking.questions.naming import MOST_NAMED, NamesOfStory, names_of
from bot.core.asking.questions.reading import Word
from bot.core.asking.questions.synonyms import groups_at, is_known, nearest, phrases_of, read_thesaurus
from bot.core.asking.questions.tokens import Token, root
from bot.core.stories.story import Entity, Story

# How well a statement has a word of the question, where it has not the word itself.
_LIKE = 0.7
_LIKE_BESIDE = 0.5  # where other statements have the word itself
_RELATED = 0.5
_DOER = 0.9  # who runs it: its runner
_SLIP = 0.8
_NAMED = 1.0
_PART = 0.6

_LIGHT = 0.25
_LISTED = 0.75
_SHORTEST_SLIP = 5
_TWO_SLIPS_FROM = 8
_SHORTEST_FORM = 3
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
        for number, each in enumerate(self.evidence):
            for stem, degree in each.fields().items():
                self._stems[stem][number] = degree
        self._by_letter: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self._stems:
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

    def match(self, words: Sequence[Word], *, doers: bool = False) -> list[Matched]:
        """Find each word of a question in the statements: itself, a like word, a word of its root, a slip of it.

        With `doers` a role has a verb nearly as well by the name of its doer.
        """
        named = self.names.statements(words)
        found = []
        for word in words:
            degrees = self._degrees(word, doers=doers)
            for number in named.get(id(word), ()):
                _raise(degrees, number, _NAMED)
            if not degrees and len(word.tokens) == 1:
                degrees = self._misspelt(word.tokens[0])
            unknown = not (degrees or word.groups) and word.capital and not word.first
            found.append(Matched(word, degrees, self._weight(word, degrees), unknown, id(word) in named))
        return found

    def _begun_by(self, short: str) -> str | None:
        """Return the only word of the story that a short form begins: cam -> camera."""
        longer = [stem for stem in self._by_letter.get(short[0], ()) if stem.startswith(short)]
        return longer[0] if len(longer) == 1 and len(short) >= _SHORTEST_FORM else None

    def match_about(self, word: Word, entities: Collection[str]) -> Matched:
        """Find a word that means some entities in the statements about them."""
        degrees = {number: _NAMED for each in entities for number in self.names.about.get(each, ())}
        return Matched(word, degrees, self._weight(word, degrees), name=True)

    def _degrees(self, word: Word, *, doers: bool) -> Degrees:
        degrees: Degrees = {}
        if len(word.tokens) == 1:
            token = word.tokens[0]
            degrees.update(self._stems.get(token.stem, {}))
            for stem in self._of_root(token.root):
                for number, degree in self._stems[stem].items():
                    doer = doers and isinstance(self.evidence[number].statement, Entity)
                    _raise(degrees, number, (_DOER if doer else _RELATED) * degree)
        else:
            telling = (token for token in word.tokens if token.text not in vocabulary.LIGHT and len(token.text) > 3)
            for token in telling:
                for number, degree in self._stems.get(token.stem, {}).items():
                    _raise(degrees, number, _PART * degree)
        like = _LIKE_BESIDE if max(degrees.values(), default=0.0) >= 1.0 else _LIKE
        for group in word.groups:
            for number in self._with_word_of(group):
                _raise(degrees, number, like)
        return degrees

    def _of_root(self, wanted: str) -> Iterator[str]:
        """Yield the stems that have a root, with which they begin."""
        near = self._by_letter.get(wanted[0], ())
        return (stem for stem in near if stem.startswith(wanted) and root(stem) == wanted)

    def _with_word_of(self, group: int) -> Iterator[int]:
        """Yield the statements whose text has a word of a group, or several in a row that are one of it."""
        for stems in phrases_of(group):
            having = [self._stems.get(stem, {}) for stem in stems]
            if not all(having):
                continue
            for number, degree in having[0].items():
                if degree == IN_TEXT and (len(stems) == 1 or self._has_in_row(number, stems, having)):
                    yield number

    def _has_in_row(self, number: int, stems: Sequence[str], having: Iterable[Degrees]) -> bool:
        return all(number in each for each in having) and self.evidence[number].has_in_row(stems)

    def _weight(self, word: Word, degrees: Degrees) -> float:
        count = len(self.evidence)
        weight = log(1 + count / (0.5 + sum(degrees.values()))) / log(1 + count / 0.5)
        return _LIGHT * weight if word.light else weight

    def _misspelt(self, token: Token) -> Degrees:
        """Find the word of the story, or one of the language, that a misspelt word may be."""
        word, meant = token.text, None
        if not word.isalpha() or is_known(token.stem) or word in vocabulary.LIGHT:
            return {}
        slips = 2 if len(word) >= _TWO_SLIPS_FROM else 1
        if len(word) >= _SHORTEST_SLIP:
            near = [stem for stem in self._by_letter.get(word[0], ()) if len(stem) >= _SHORTEST_SLIP - 1]
            best = process.extractOne(token.stem, near, scorer=OSA.distance, score_cutoff=slips)
            meant = best[0] if best else None
        meant = meant or self._begun_by(token.stem)
        if meant:
            return {number: _SLIP * degree for number, degree in self._stems[meant].items()}
        if len(word) < _SHORTEST_SLIP:
            return {}
        if token.capital or not (meant := nearest(token.stem, slips)):
            return {}
        groups = groups_at([meant], 0, asked=True)
        return {number: _SLIP * _LIKE for group in groups for number in self._with_word_of(group)}


def _raise(degrees: Degrees, number: int, degree: float) -> None:
    if degree > degrees.get(number, 0.0):
        degrees[number] = degree


_INDEXES = Kept(Index, _KEPT)


def index_of(story: Story) -> Index:
    """Return the index of a story; the first call takes a millisecond or two (see `prepare`)."""
    return _INDEXES.of(story)


def prepare(stories: Sequence[Story]) -> None:
    """Make what questions need of the stories, the newest first, so that none has to wait for it.

    It takes seconds for a thousand stories: call it off the event loop.
    """
    read_thesaurus()
    for story in stories[:MOST_NAMED]:
        names_of(story)
    for story in stories[:_KEPT]:
        index_of(story)
