"""Words that mean nearly the same: their groups, by their stems; of one word, or of several in a row.

A line of the thesaurus is a group: `car, automobile`. In `vehicle > car, bus` the words on the right are kinds of those
on the left: who asks for a vehicle means a car as well, but who asks for a car does not mean every vehicle.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from rapidfuzz import process
from rapidfuzz.distance import OSA

from bot.core.asking.questions import english
from bot.core.asking.questions.tokens import tokens


def groups() -> list[str]:
    """Return the groups of the thesaurus, one a line."""
    return _lines("thesaurus.txt")


def _lines(name: str) -> list[str]:
    """Return the lines of a table of the language, without comments."""
    lines = files(english).joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


class _Phrase(NamedTuple):
    stems: tuple[str, ...]
    group: int
    narrow: bool = False
    answers: int | None = None
    """Of one of two opposites, the group of the other one."""


@cache
def _phrases() -> Mapping[str, Sequence[_Phrase]]:
    """The phrases of all groups by their first stem, the longest first."""
    found: defaultdict[str, list[_Phrase]] = defaultdict(list)
    for group, line in enumerate(groups()):
        wide, _, narrow = line.partition(">")
        for part, is_narrow in ((wide, False), (narrow, True)):
            for stems in _stems(part):
                found[stems[0]].append(_Phrase(stems, group, is_narrow))
    for number, line in enumerate(_lines("opposites.txt"), 1):
        for side, part in enumerate(line.split("|")):
            for stems in _stems(part):
                found[stems[0]].append(_Phrase(stems, -2 * number - side, True, -2 * number - (1 - side)))
    return {first: sorted(phrases, key=lambda each: -len(each.stems)) for first, phrases in found.items()}


def _stems(part: str) -> Iterator[tuple[str, ...]]:
    """Yield the phrases between commas, in stems."""
    phrases = (tuple(token.stem for token in tokens(phrase)) for phrase in part.split(","))
    return filter(None, phrases)


def groups_at(stems: Sequence[str], place: int, *, asked: bool = False) -> dict[int, int]:
    """Return the groups of the words that begin at a place, each with the number of words that it takes.

    Of words that are `asked` for, without the groups of which they are only a kind.
    """
    found: dict[int, int] = {}
    for phrase in _phrases().get(stems[place], ()):
        length = len(phrase.stems)
        if not (asked and phrase.narrow) and tuple(stems[place : place + length]) == phrase.stems:
            found.setdefault(phrase.group, length)
    return found


def opposites_at(stems: Sequence[str], place: int) -> frozenset[int]:
    """Return the groups of the opposites of the words that begin at a place."""
    return frozenset(
        phrase.answers
        for phrase in _phrases().get(stems[place], ())
        if phrase.answers is not None and tuple(stems[place : place + len(phrase.stems)]) == phrase.stems
    )


def phrases_of(group: int) -> Sequence[tuple[str, ...]]:
    """Return the stems of the words of a group; of several words in a row theirs."""
    return _by_group().get(group, ())


@cache
def _by_group() -> Mapping[int, Sequence[tuple[str, ...]]]:
    found: defaultdict[int, list[tuple[str, ...]]] = defaultdict(list)
    for phrases in _phrases().values():
        for phrase in phrases:
            found[phrase.group].append(phrase.stems)
    return dict(found)


def read_thesaurus() -> None:
    """Read it now, and not at the first question."""
    _by_group()


@cache
def _by_shape() -> Mapping[tuple[str, int], Sequence[str]]:
    """The single words of all groups, by their first letter and length."""
    found: defaultdict[tuple[str, int], list[str]] = defaultdict(list)
    for first, phrases in _phrases().items():
        if first.isalpha() and any(len(phrase.stems) == 1 for phrase in phrases):
            found[first[0], len(first)].append(first)
    return dict(found)


def nearest(stem: str, slips: int) -> str | None:
    """Return the word of the thesaurus that a misspelt one most likely is; it begins with the same letter."""
    lengths = range(len(stem) - slips, len(stem) + slips + 1)
    near = [word for length in lengths for word in _by_shape().get((stem[0], length), ())]
    best = process.extractOne(stem, near, scorer=OSA.distance, score_cutoff=slips)
    return best[0] if best else None


def is_known(stem: str) -> bool:
    """True if the stem begins a word of the thesaurus: then it is a word of the language, and no slip."""
    return stem in _phrases()
