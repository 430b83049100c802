"""IANA time zones: finds them by name, by city, by country, and reports names that are none."""

from collections.abc import Iterator, Sequence
from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global
from rapidfuzz.distance import OSA

from bot.core.stories.spelling import normalise

_LONGEST = 60
_SHORT, _MIDDLING = 4, 8
"""Letters: a shorter name has no slip, a middling one has one, a longer one two."""


@cache
def zone_names() -> tuple[str, ...]:
    """The zones that are named after a place, and UTC, sorted."""
    return tuple(sorted(name for name in available_timezones() if name == "UTC" or _names_a_place(name)))


def find_zone(text: str) -> str | None:
    """Find the zone that a person means, in upper or lower case: “europe/sarajevo”, “Sarajevo”, “utc”."""
    wanted = text.strip().replace(" ", "_").casefold()
    by_city = None
    for name in zone_names():
        if name.casefold() == wanted:
            return name
        if name.casefold().rpartition("/")[2] == wanted:
            by_city = name
    return by_city


def nearest_zones(text: str, limit: int = 3, language: str = "en", *, typing: bool = False) -> list[str]:
    """Return the zones whose city, country or time the words name, or nearly name; none for words that name nothing.

    While a name is being typed, its beginning is enough.
    """
    text = text[:_LONGEST]
    wanted = {_comparable(text), _comparable(text.rpartition("/")[2])} - {""}
    ranks = {
        zone: min((_rank(each, name, typing) for name in names for each in wanted), default=_FAR)
        for zone, names in _names(language).items()
    }
    near = sorted((rank, zone not in _prominent(), zone) for zone, rank in ranks.items() if rank < _FAR)
    return [zone for _, _, zone in near[:limit]]


def zone_problem(name: str) -> str | None:
    """Return the fault in a zone's name in a story file, or None."""
    if name in zone_names():
        return None
    near = find_zone(name) or next(iter(nearest_zones(name, 1)), None)
    hint = f"did you mean {near}?" if near else "zones are named by continent and city, such as Europe/Sarajevo"
    return f"no time zone “{name}”; {hint}"


_SAME, _PART, _BEGUN, _MISSPELT, _FAR = range(5)


def _rank(wanted: str, name: str, typing: bool) -> int:
    if wanted == name:
        return _SAME
    if name.startswith(f"{wanted} "):
        return _PART
    if typing and f" {wanted}" in f" {name}":
        return _BEGUN
    slips = 0 if len(name) <= _SHORT else 1 if len(name) <= _MIDDLING else 2
    return _MISSPELT if OSA.distance(wanted, name, score_cutoff=slips) <= slips else _FAR


@cache
def _names(language: str) -> dict[str, frozenset[str]]:
    """Return the names of each zone in English and in a language: its cities, its country, its time.

    Of several names for one zone only the one stands here that its city has today.
    """
    locales = [Locale.parse(tag, sep="-") for tag in dict.fromkeys(("en", language))]
    alike: dict[str, list[str]] = {}
    for zone in zone_names():
        alike.setdefault(get_global("zone_aliases").get(zone, zone), []).append(zone)
    return {
        _todays(known, zones, locales[0]): frozenset(
            _comparable(name)
            for name in (*map(_city, zones), *(name for locale in locales for name in _named(known, locale)))
        )
        - {""}
        for known, zones in alike.items()
    }


def _todays(known: str, zones: Sequence[str], locale: Locale) -> str:
    city = locale.time_zones.get(known, {}).get("city") or _city(known)
    return min(zones, key=lambda zone: (_comparable(_city(zone)) != _comparable(city), zone != known, zone))


def _named(known: str, locale: Locale) -> Iterator[str]:
    yield locale.time_zones.get(known, {}).get("city", "")
    yield locale.territories.get(get_global("zone_territories").get(known, ""), "")
    time = locale.meta_zones.get(get_global("meta_zones").get(known, ""), {})
    yield from filter(None, dict(time.get("long", {})).values())


def _city(zone: str) -> str:
    return zone.rpartition("/")[2].replace("_", " ")


def _comparable(name: str) -> str:
    """Return a name without the words by which people and tables differ: Bosnia & Herzegovina."""
    return " ".join(word for word in normalise(name).split() if word != "and")


@cache
def _prominent() -> frozenset[str]:
    """Return the zones that stand first for their country: those by which others name a time."""
    return frozenset(get_global("windows_zone_mapping").values())


def _names_a_place(name: str) -> bool:
    return "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/"))
