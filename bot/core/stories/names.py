"""Finds the entity that a reader means by a name: other scripts, case endings, parts of names, slips of the finger.

Each step is stricter than the next, and the first that finds something decides:

1. a whole name, in any script and case;
2. a whole name with a Slavic case ending (Dodika, Dodikom, Путину);
3. some words of a name (Milorad); a single one of a thing's aliases only beside a name that has it too; those of a
   person's name also with an ending;
4. one letter of a word wrong, two of a long word or of two words, the first letter and every digit right, and a word of
   up to four letters wholly right. Of a name that is not a person's only the whole may be misspelt: single common words
   lie too close to other names (Serbia, Serbian).
"""

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import islice, product
from typing import Generic, TypeVar

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.core.stories.spelling import base_forms, is_ending, normalise

T = TypeVar("T", bound=Hashable)

_SMALL_WORDS = frozenset({"a", "an", "and", "dr", "for", "i", "in", "mr", "mrs", "ms", "na", "of", "the", "u"})
_SHORTEST_MISSPELT = 5
_TWO_SLIPS_FROM = 9
_MOST_SLIPS = 2
_MOST_COMBINATIONS = 64
_ALIKE = 70  # of 100; below that, the likeness of two names is chance


class How(IntEnum):
    """The ways in which a name is found, the surest first."""

    WHOLE = 1
    INFLECTED = 2
    PART = 3
    MISSPELT = 4


@dataclass(frozen=True, slots=True)
class Named(Generic[T]):
    """Something that has names."""

    target: T
    names: Sequence[str]
    person: bool = False


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """The targets that a name may mean, in the order of the entries, and how surely it means them."""

    targets: tuple[T, ...]
    how: How


class Names(Generic[T]):
    """An index of names; looking up a well-spelt one takes the same time however many there are."""

    def __init__(self, entries: Iterable[Named[T]]) -> None:
        whole, words, own_words, person_words = (defaultdict[str, list[T]](list) for _ in range(4))
        for entry in entries:
            keys = list(dict.fromkeys(filter(None, map(normalise, entry.names))))
            for key in keys:
                whole[key].append(entry.target)
            for word in _words(keys):
                words[word].append(entry.target)
            for word in _words(keys if entry.person else keys[:1]):
                own_words[word].append(entry.target)
                if entry.person:
                    person_words[word].append(entry.target)
        self._whole: Mapping[str, Sequence[T]] = dict(whole)
        self._words: Mapping[str, Sequence[T]] = dict(words)
        self._own_words: Mapping[str, Sequence[T]] = dict(own_words)
        self._person_words: Mapping[str, Sequence[T]] = dict(person_words)
        self._by_shape = _by_shape({**whole, **person_words})

    def find(self, query: str, *, misspelt: bool = True) -> Found[T] | None:
        """Find the targets that the query means, or None. There are several if the name is not unique.

        Without `misspelt` no slip is forgiven.
        """
        key = normalise(query)
        if not key:
            return None
        for how, step in (
            (How.WHOLE, self._find_whole),
            (How.INFLECTED, self._find_inflected),
            (How.PART, self._find_part),
            (How.MISSPELT, self._find_misspelt),
        ):
            if how is How.MISSPELT and not misspelt:
                break
            if targets := tuple(dict.fromkeys(step(key))):
                return Found(targets, how)
        return None

    def nearest(self, query: str, limit: int = 3) -> list[T]:
        """Return the targets whose names are most like the query, the nearest first. Every name is compared."""
        names = {**self._words, **self._whole}
        best = process.extract(normalise(query), names.keys(), scorer=fuzz.ratio, limit=4 * limit, score_cutoff=_ALIKE)
        targets = (target for name, _, _ in best for target in names[name])
        return list(islice(dict.fromkeys(targets), limit))

    def _find_whole(self, key: str) -> Iterable[T]:
        return self._whole.get(key, ())

    def _find_inflected(self, key: str) -> Iterator[T]:
        known = ([form for form in base_forms(word) if form in self._words] for word in key.split())
        for words in islice(product(*known), _MOST_COMBINATIONS):
            yield from self._whole.get(" ".join(words), ())
        abbreviation, _, ending = key.rpartition(" ")
        if is_ending(ending):  # SAD-a, RTRS-om
            yield from self._whole.get(abbreviation, ())

    def _find_part(self, key: str) -> Iterable[T]:
        words = [word for word in key.split() if word not in _SMALL_WORDS]
        if not words:
            return ()
        if len(words) == 1:
            own = self._with_word(words[0], self._own_words)
            return own | dict.fromkeys(self._words.get(words[0], ())) if own else ()
        matches = sorted((self._with_word(word, self._words) for word in words), key=len)
        return [target for target in matches[0] if all(target in other for other in matches[1:])]

    def _with_word(self, word: str, index: Mapping[str, Sequence[T]]) -> dict[T, None]:
        found = dict.fromkeys(index.get(word, ()))
        for form in base_forms(word):
            if form in self._person_words:
                found.update(dict.fromkeys(self._person_words[form]))
        return found

    def _find_misspelt(self, key: str) -> Iterator[T]:
        slips = min(_MOST_SLIPS, sum(map(_slips_in_word, key.split())))
        if len(key) < _SHORTEST_MISSPELT or not slips:
            return
        lengths = range(len(key) - slips, len(key) + slips + 1)
        near = (name for length in lengths for name in self._by_shape.get((key[0], length), ()))
        found = process.extract(key, list(near), scorer=OSA.distance, score_cutoff=slips, limit=None)
        matches = [(name, distance) for name, distance, _ in found if _is_near(name, key)]
        for name, distance in matches:
            if distance == matches[0][1]:
                yield from self._whole.get(name, ())
                yield from self._person_words.get(name, ())


def _words(keys: Iterable[str]) -> Iterable[str]:
    """Return the words of these names, each once, in their order."""
    return dict.fromkeys(word for key in keys for word in key.split())


def _is_near(name: str, key: str) -> bool:
    """True if the slips fall on words that are long enough for them; the digits are right."""
    if _digits(name) != _digits(key):
        return False
    meant, typed = name.split(), key.split()
    if len(meant) != len(typed):
        return "".join(meant) == "".join(typed)  # worldcup
    pairs = zip(meant, typed, strict=True)
    return all(OSA.distance(*pair) <= min(map(_slips_in_word, pair)) for pair in pairs)


def _slips_in_word(word: str) -> int:
    if len(word) < _SHORTEST_MISSPELT:
        return 0
    return 2 if len(word) >= _TWO_SLIPS_FROM else 1


def _digits(key: str) -> list[str]:
    return re.findall(r"\d+", key)


def _by_shape(names: Iterable[str]) -> dict[tuple[str, int], list[str]]:
    """Group names by first letter and length, so that a misspelt name is compared with few others."""
    shapes = defaultdict(list)
    for name in names:
        if len(name) >= _SHORTEST_MISSPELT:
            shapes[name[0], len(name)].append(name)
    return dict(shapes)
