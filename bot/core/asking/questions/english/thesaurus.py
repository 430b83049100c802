"""The thesaurus: words that mean nearly the same in a question about news, and opposites; `synonyms.py` reads it."""

from importlib.resources import files

_HERE = files(__package__)


def _lines(name: str) -> list[str]:
    """Return the lines of a table beside this module, without comments."""
    lines = _HERE.joinpath(name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


def groups() -> list[str]:
    """Return the groups of like words, one a line."""
    return _lines("thesaurus.txt")


def opposites() -> list[str]:
    """Return the pairs of opposites, one a line."""
    return _lines("opposites.txt")
