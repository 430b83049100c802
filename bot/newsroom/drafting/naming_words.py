"""The words by which a text tells what a name is the name of, by language."""

from bot.newsroom.drafting.date_words import Token, Vocabulary
from bot.newsroom.drafting.english.naming import ENGLISH
from bot.newsroom.drafting.russian.naming import RUSSIAN
from bot.newsroom.drafting.south_slavic.naming import SOUTH_SLAVIC

_BY_LANGUAGE = {"en": ENGLISH, "ru": RUSSIAN, "bs": SOUTH_SLAVIC, "hr": SOUTH_SLAVIC, "sr": SOUTH_SLAVIC}
_FUNCTIONS = (
    "preposition",
    "conjunction",
    "article",
    "that",
    "pronoun",
    "possessive",
    "relative",
    "finite",
    "according",
    "declines",
    "auxiliary",
    "generic",
    "weekday",
)
KINDS = ("person", "organisation", "place", "thing")


def naming_of(language: str) -> Vocabulary:
    """Return the words of a language; of one that is not known the English ones."""
    return _BY_LANGUAGE.get(language, ENGLISH)


def is_function(word: Token) -> bool:
    """True of a word that no name has by itself: “the”, “after”, “Monday”."""
    return any(word[sense] for sense in _FUNCTIONS)


def is_head(word: Token) -> bool:
    """True of a noun that tells what somebody or something is: “mayor”, “company”, “river”."""
    return any(word[kind] for kind in KINDS) or bool(word["title"])
