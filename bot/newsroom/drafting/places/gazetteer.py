"""Finds which place a name means: a country of CLDR, or a city of the extract of GeoNames."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale
from babel.core import get_global
from rapidfuzz.fuzz import ratio

from bot.core.stories.spelling import base_forms, normalise
from bot.core.stories.zones import zone_names
from bot.newsroom.drafting.forms import forms_of, is_inflected, stems_of

_FILE = Path(__file__).parent / "cities.tsv"
_LOCALES: Mapping[str, Sequence[str]] = {"bs": ("bs", "hr"), "hr": ("hr", "bs"), "sr": ("sr", "sr_Latn"), "ru": ("ru",)}
_BASES = frozenset((("и", "ь"), ("е", "а"), ("ы", "а"), ("у", "а"), ("и", "а")))
_MOST_WORDS = 4
_SHARED = 3  # letters
_FAR_LARGER = 10
_COUNTRY = re.compile(r"[A-Z]{2}")
_SHORT_NAMES = {
    "en": {
        "UK": "GB",
        "Britain": "GB",
        "US": "US",
        "USA": "US",
        "America": "US",
        "Turkey": "TR",
        "Czech Republic": "CZ",
    },
    "bs": {"BiH": "BA", "Bosna": "BA", "SAD": "US", "Velika Britanija": "GB", "Amerika": "US"},
    "ru": {"США": "US", "Великобритания": "GB", "РФ": "RU", "Босния": "BA", "Америка": "US", "Британия": "GB"},
}


class Known(NamedTuple):
    """A place that is known."""

    name: str
    """In the language that was asked for, if it is known there."""
    same_as: tuple[str, ...]
    """As `country:BA`, `geonames:3191281`; empty where several fit."""
    zone: str | None
    """None where several fit, or a country has several."""


def place_of(name: str, language: str) -> Known | None:
    """Return the place that a name means, in any grammatical case; None if no place of that name is known."""
    language = language.partition("-")[0]
    for form in forms_of(name, language):
        if country := _countries(language).get(form):
            return Known(country[1], (f"country:{country[0]}",), _zone_of_country(country[0]))
        fitting = _cities().get(form, ())
        if fitting:
            return _one_of(fitting, name, form, language)
    return _inflected_throughout(name, language) if is_inflected(language) else None


def _inflected_throughout(name: str, language: str) -> Known | None:
    """Return a place of several words each of which has a case: Novom Sadu, Bosni i Hercegovini."""
    words = normalise(name).split()
    if not 2 <= len(words) <= _MOST_WORDS:
        return None
    for form in _of_several_words(language).get((len(words), words[0][:2]), ()):
        if all(map(_may_be_one, words, form.split())):
            if country := _countries(language).get(form):
                return Known(country[1], (f"country:{country[0]}",), _zone_of_country(country[0]))
            return _one_of(_cities()[form], name, form, language)
    return None


def _may_be_one(one: str, other: str) -> bool:
    shared = next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    least = min(len(one), len(other))
    if one == other or other in base_forms(one):
        return True
    return bool(shared >= min(_SHARED, least) and max(len(one), len(other)) - shared <= _SHARED)


class _City(NamedTuple):
    number: str
    country: str
    zone: str
    people: int
    names: Sequence[str]


def _one_of(fitting: Sequence[_City], name: str, form: str, language: str) -> Known:
    """Return the one city that fits; the largest where it has ten times the people of any other."""
    city, *others = sorted(fitting, key=lambda each: -each.people)
    if others and others[0].people * _FAR_LARGER > city.people:
        return Known(name, (), None)
    own = [each for each in city.names if _same_script(each, name) and _is_form(each, name)]
    best = max(own, key=lambda each: _fitness(each, name, form, language), default=name)
    return Known(best, (f"country:{city.country}", f"geonames:{city.number}"), city.zone)


def _is_form(known: str, name: str) -> bool:
    """True if a known name and the one in the text are forms of one: Trieste is no name for Trst."""
    one, other = normalise(known).split(), normalise(name).split()
    if len(one) != len(other):
        return False
    return all(a == b or bool(stems_of(a) & stems_of(b)) or _may_be_one(b, a) for a, b in zip(one, other, strict=True))


def _fitness(known: str, name: str, form: str, language: str) -> tuple[bool, bool, float, float]:
    """Return how well a known name is the nominative of the one in the text: Казань of «Казани», Самара of «Самаре»."""
    is_base = known[:-1] == name[:-1] and (name[-1:], known[-1:]) in _BASES
    return _is_spelt_so(known, language), is_base, ratio(normalise(known), form), ratio(known, name)


def _is_spelt_so(name: str, language: str) -> bool:
    """True unless a name has letters that the language does not have."""
    if language == "ru":
        return not any(letter in name.lower() for letter in "ђјљњћџіїєўґ")
    return not any(letter in name.lower() for letter in "ёйщъыэюяьіїєўґ")


def _same_script(one: str, other: str) -> bool:
    return any("а" <= letter <= "џ" for letter in one.lower()) == any("а" <= letter <= "џ" for letter in other.lower())


@cache
def _cities() -> Mapping[str, Sequence[_City]]:
    """The cities by each of their names."""
    found: dict[str, list[_City]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        number, country, zone, people, name, others = line.split("\t")
        if zone not in zone_names():
            continue
        city = _City(number, country, zone, int(people), (name, *filter(None, others.split("|"))))
        for form in {normalise(each) for each in city.names}:
            found.setdefault(form, []).append(city)
    return found


@cache
def _of_several_words(language: str) -> Mapping[tuple[int, str], Sequence[str]]:
    found: dict[tuple[int, str], list[str]] = {}
    for form in (*_countries(language), *_cities()):
        if " " in form:
            found.setdefault((form.count(" ") + 1, form[:2]), []).append(form)
    return found


@cache
def _countries(language: str) -> Mapping[str, tuple[str, str]]:
    """The countries by their names in a language: each with its code and its name there."""
    found: dict[str, tuple[str, str]] = {}
    for tag in _LOCALES.get(language, ("en",)):
        for code, name in Locale.parse(tag).territories.items():
            if _COUNTRY.fullmatch(code):
                found.setdefault(normalise(name), (code, name))
                if "&" in name:
                    plain = name.replace("&", "and")
                    found.setdefault(normalise(plain), (code, plain))
    shared = _SHORT_NAMES["bs"] if language in ("bs", "hr", "sr") else _SHORT_NAMES.get(language, _SHORT_NAMES["en"])
    return found | {normalise(name): (code, name) for name, code in shared.items()}


def _zone_of_country(code: str) -> str | None:
    zones = [zone for zone in get_global("territory_zones").get(code, ()) if zone in zone_names()]
    return zones[0] if len(zones) == 1 else None
