"""Tells the language of a text by its commonest words and letters, without a model."""

import re
from collections import Counter
from collections.abc import Mapping, Set

_WORD = re.compile(r"[^\W\d_]+")
_LOOKED_AT = 4_000  # words
_FEWEST = 2
_DRAFTED = ("en", "bs", "ru")
_CLEARLY = 2  # so many times as many words speak for a language that drafts do not know well
_TAG = re.compile(r"^[a-z]{2,3}(?=$|-)")
SOUTH_SLAVIC = ("bs", "hr", "sr")

_WORDS = {
    "en": "the and of to in that is was for on with as by at from his her it not are said will have has had be"
    " were which this but they an or after who their been would about",
    "bs": "je su se da na za od u i koji koja koje što sa iz po ali kako će biti bi nije kao do nakon ili više ne li"
    " njegov rekao rekla kazao kazala izjavio smo ćemo oko kod bez još već samo te ovaj ova ovo",
    "ru": "и в не на что с по как это его из к за от для но он она они был была было были же бы так после который"
    " которая которые также чтобы или до об у во",
    "de": "der die das und ist nicht ein eine den dem mit von für auf sich im des wird werden hat",
    "fr": "le la les et est une des du dans pour que qui sur avec pas au par il elle ont été",
    "es": "el la los las y es una de del en que por con para se no al como más fue han",
    "it": "il la gli e è una di del della in che per con non si come più sono stato",
}
_COMMON: Mapping[str, Set[str]] = {language: frozenset(words.split()) for language, words in _WORDS.items()}
_SERBIAN_LETTERS = frozenset("ђјљњћџ")
_RUSSIAN_LETTERS = frozenset("ёйщъыэюяь")
# What parts the three: sounds, months, and a few words that one of them alone has.
_EKAVIAN = re.compile(
    r"^(?:posle|pre|gde|mest\w*|vrem\w*|nedelj\w*|predsedni\w*|dve|reči|rečima|reše\w*|lep\w*|uvek|ovde|"
    r"vesti|deca|decu|sedni\w*|delu?|deo|sledeć\w*|pobed\w*|rek[aeiu])$"
)
_CROATIAN = re.compile(
    r"^(?:siječnj\w*|veljač\w*|ožujk?\w*|travnj\w*|svibnj\w*|lipnj\w*|srpnj\w*|kolovoz\w*|rujn\w*|listopad\w*|studen\w*|"
    r"prosin\w*|tjed\w*|tko|netko|europ\w*|tisuć\w*|glazb\w*|sveučiliš\w*|vlak\w*|zrakoplov\w*|općinsk\w*|priopći\w*|"
    r"županij\w*|uvjet\w*|točk\w*|stožer\w*|tvrtk\w*|primjeric\w*)$"
)


def language_of(text: str, stated: str = "") -> str:
    """Return the tag of a text's language; `stated`, the page's own tag, decides where the words do not."""
    words = [word.casefold() for word, _ in zip(_WORD.findall(text), range(_LOOKED_AT), strict=False)]
    tag = next(iter(_TAG.findall(stated.strip().lower())), "")
    letters = Counter("".join(words))
    cyrillic = sum(count for letter, count in letters.items() if "а" <= letter <= "џ")
    if cyrillic * 2 > letters.total():
        return _cyrillic(letters, tag)
    counts = {language: sum(word in common for word in words) for language, common in _COMMON.items()}
    best = max(_DRAFTED, key=lambda language: counts[language])
    other = max(counts, key=lambda language: counts[language])
    if counts[other] > _CLEARLY * (counts[best] + 1):
        return other
    if counts[best] < _FEWEST:
        return ("bs" if tag == "sh" else tag) or "en"
    return _south_slavic(words, tag) if best == "bs" else best


def _cyrillic(letters: Mapping[str, int], tag: str) -> str:
    serbian = sum(letters.get(each, 0) for each in _SERBIAN_LETTERS)
    russian = sum(letters.get(each, 0) for each in _RUSSIAN_LETTERS)
    if serbian == russian:
        return tag or "ru"
    return "ru" if russian > serbian else tag if tag in SOUTH_SLAVIC else "sr"


def _south_slavic(words: list[str], tag: str) -> str:
    if tag in SOUTH_SLAVIC:
        return tag
    croatian = sum(bool(_CROATIAN.match(word)) for word in words)
    ekavian = sum(bool(_EKAVIAN.match(word)) for word in words)
    ijekavian = sum("ije" in word[:-1] for word in words)
    if croatian >= _FEWEST and croatian > ekavian:
        return "hr"
    return "sr" if ekavian and ekavian * 2 >= ijekavian else "bs"
