"""The words by which an article tells who said something, by language."""

from bot.newsroom.drafting.date_words import Vocabulary
from bot.newsroom.drafting.english.saying import ENGLISH
from bot.newsroom.drafting.russian.saying import RUSSIAN
from bot.newsroom.drafting.south_slavic.saying import SOUTH_SLAVIC

_BY_LANGUAGE = {"en": ENGLISH, "ru": RUSSIAN, "bs": SOUTH_SLAVIC, "hr": SOUTH_SLAVIC, "sr": SOUTH_SLAVIC}


def saying_of(language: str) -> Vocabulary:
    """Return the words of a language; of one that is not known the English ones."""
    return _BY_LANGUAGE.get(language, ENGLISH)
