"""The words by which a text tells what a name is the name of, by language."""

import re

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
_PERSON = re.compile(
    r"[a-z]{2}(?:keeper|smith|ist|ists|ian|sman|swoman|eer|ologist|grapher|maker|owner|holder|worker|player)$"
    r"|[a-z]{2}(?:[ai]st|istic|istkinj|log|loginj|telj|teljic|icar|icark|graf|nik|nic|kinj)(?:a|u|om|em|e|i)?$"
    r"|[а-я]{2}(?:ник|ниц|тель|тельниц|ист|истк|лог|граф|вед|арь|ёр|тик|тор|рин|вец)(?:а|я|у|ю|ом|ем|е|ы|и|ей|ой)?$"
)
KINDS = ("person", "organisation", "place", "thing")


def naming_of(language: str) -> Vocabulary:
    """Return the words of a language; of one that is not known the English ones."""
    return _BY_LANGUAGE.get(language, ENGLISH)


def is_function(word: Token) -> bool:
    """True of a word that no name has by itself: “the”, “after”, “Monday”."""
    return any(word[sense] for sense in _FUNCTIONS)


def names_a_person(word: Token) -> bool:
    """True of a small noun that tells what a person is, by the list or by its ending: groundsman, солистка."""
    return bool(word["person"]) or (word.text.islower() and bool(_PERSON.search(word.word)) and not is_function(word))


def is_head(word: Token) -> bool:
    """True of a noun that tells what somebody or something is: “mayor”, “company”, “river”."""
    return any(word[kind] for kind in KINDS) or bool(word["title"]) or names_a_person(word)
