"""The grammatical forms of names: which two words are forms of one, and the nominative of some."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from bot.core.stories.spelling import base_forms, normalise

_INFLECTED = ("bs", "hr", "sr", "ru")
_VOWELS = frozenset("aeiouy")
_FLEETING = ("a", "e", "o")
_KEPT = 4096
_SHORTEST = 3


def is_inflected(language: str) -> bool:
    """True if names have cases in a language."""
    return language.partition("-")[0] in _INFLECTED


@lru_cache(maxsize=_KEPT)
def stems_of(word: str) -> frozenset[str]:
    """Return what the forms of a word have in common: kakanj, kaknja and kaknju share kaknj.

    `word`: as `normalise` returns it.
    """
    found = set()
    for base in base_forms(word):
        stem = base.rstrip("aeiouy") if len(base.rstrip("aeiouy")) >= _SHORTEST else base
        found.add(stem)
        found.add(_without_fleeting(stem))
    return frozenset(found)


def _without_fleeting(stem: str) -> str:
    """Return a stem without the vowel that comes and goes before its last consonant: kakanj, orel."""
    tail = 2 if stem.endswith(("nj", "lj", "dz", "ts")) else 1
    at = len(stem) - tail - 1
    if at >= 1 and stem[at] in _FLEETING and stem[at - 1] not in _VOWELS and stem[-tail] not in _VOWELS:
        return stem[:at] + stem[at + 1 :]
    return stem


def same_word(one: str, other: str, language: str) -> bool:
    """True if two words, as `normalise` returns them, are forms of one."""
    if one == other:
        return True
    if not is_inflected(language) or min(len(one), len(other)) < _SHORTEST or one[:2] != other[:2]:
        return False
    return bool(stems_of(one) & stems_of(other))


def forms_of(name: str, language: str) -> Sequence[str]:
    """Return a name in the form to look it up, then the forms that it may be a case of, at most sixty."""
    form = normalise(name)
    if not form or not is_inflected(language):
        return (form,) if form else ()
    return tuple(dict.fromkeys((form, *_forms(form))))[:60]


def _forms(form: str) -> Iterator[str]:
    words = form.split()
    if len(words) == 1:
        for base in base_forms(words[0]):
            yield base
            yield from _with_fleeting(base)
        return
    if len(words) > 4:
        return
    *others, last = words
    for base in base_forms(last):
        yield " ".join((*others, base))


def _with_fleeting(base: str) -> Iterator[str]:
    """Yield a stem with a vowel before its last consonant: kaknj → kakanj."""
    tail = 2 if base.endswith(("nj", "lj")) else 1
    if len(base) > tail + 1 and base[-1] not in _VOWELS and base[-tail - 1] not in _VOWELS:
        yield f"{base[:-tail]}a{base[-tail:]}"
        yield f"{base[:-tail]}e{base[-tail:]}"
