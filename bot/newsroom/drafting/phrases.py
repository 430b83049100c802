"""The few words of a draft that are not the article's: where a story file needs some and the article has none.

They stand in the language of the article, as readers may see them.
"""

from collections.abc import Collection, Mapping
from typing import NamedTuple


class Phrases(NamedTuple):
    """In one language."""

    roles: Mapping[str, str]
    """Of an entity, by its type, where the article states none."""
    unnamed: str
    """The name of a speaker whom the article does not name."""
    credit: str
    """Whose reporting it is, with {source}."""
    uncredited: str


_KINDS = ("person", "organisation", "place", "thing")


def _phrases(roles: str, unnamed: str, credit: str, uncredited: str) -> Phrases:
    return Phrases(dict(zip(_KINDS, roles.split("|"), strict=True)), unnamed, credit, uncredited)


_ENGLISH = _phrases(
    "a person in the article|an organisation in the article|a place in the article|a thing in the article",
    "unnamed speaker",
    "Reporting by {source}.",
    "Whose reporting it is, is not known yet.",
)
_LATIN = _phrases(
    "osoba iz članka|organizacija iz članka|mjesto iz članka|pojam iz članka",
    "neimenovani govornik",
    "Izvor: {source}.",
    "Izvor članka još nije poznat.",
)
_EKAVIAN = _LATIN._replace(roles={**_LATIN.roles, "place": "mesto iz članka"})
_CYRILLIC = _phrases(
    "особа из чланка|организација из чланка|место из чланка|појам из чланка",
    "неименовани говорник",
    "Извор: {source}.",
    "Извор чланка још није познат.",
)
_RUSSIAN = _phrases(
    "человек из статьи|организация из статьи|место из статьи|понятие из статьи",
    "неназванный собеседник",
    "Источник: {source}.",
    "Источник статьи пока не известен.",
)
_BY_LANGUAGE = {"bs": _LATIN, "hr": _LATIN, "sr": _EKAVIAN, "ru": _RUSSIAN}
UNNAMED = "unnamed-speaker"
"""The id of a speaker whom the article does not name."""


def phrases_of(language: str, text: str) -> Phrases:
    """Return the words in a language; `text` tells the script where it has two."""
    if language == "sr" and any("а" <= letter <= "я" for letter in text):
        return _CYRILLIC
    return _BY_LANGUAGE.get(language, _ENGLISH)


def fillings_of(language: str) -> Collection[str]:
    """Return the roles and names that a draft in a language has only because a story file needs some."""
    known = (_CYRILLIC, _EKAVIAN) if language == "sr" else (_BY_LANGUAGE.get(language, _ENGLISH),)
    return {filling for each in known for filling in (*each.roles.values(), each.unnamed)}


def is_filled_in(role: str) -> bool:
    """True of a role that a draft has only because a story file needs one."""
    return any(role in each.roles.values() for each in (_ENGLISH, _LATIN, _EKAVIAN, _CYRILLIC, _RUSSIAN))
