"""Words that mean nearly the same: their groups, by their stems; of one word, or of several in a row."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache

from bot.core.asking.questions.thesaurus import GROUPS
from bot.core.asking.questions.tokens import tokens


@cache
def _phrases() -> Mapping[str, Sequence[tuple[tuple[str, ...], int]]]:
    """The phrases of all groups by their first stem, the longest first."""
    found: defaultdict[str, list[tuple[tuple[str, ...], int]]] = defaultdict(list)
    for number, line in enumerate(GROUPS.strip().splitlines()):
        for phrase in line.split(","):
            stems = tuple(token.stem for token in tokens(phrase))
            if stems:
                found[stems[0]].append((stems, number))
    return {first: sorted(phrases, key=lambda each: -len(each[0])) for first, phrases in found.items()}


def groups_at(stems: Sequence[str], place: int) -> dict[int, int]:
    """Return the groups of the words that begin at a place, each with the number of words that it takes."""
    found: dict[int, int] = {}
    for phrase, group in _phrases().get(stems[place], ()):
        if tuple(stems[place : place + len(phrase)]) == phrase:
            found.setdefault(group, len(phrase))
    return found


def groups_in(stems: Sequence[str]) -> frozenset[int]:
    """Return all groups that a text has a word of."""
    return frozenset(group for place in range(len(stems)) for group in groups_at(stems, place))


def is_known(stem: str) -> bool:
    """True if the stem begins a word of the thesaurus: then it is a word of the language, and no slip."""
    return stem in _phrases()
