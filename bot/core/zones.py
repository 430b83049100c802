"""IANA time zones by name, and what to say when a name is none."""

from functools import cache
from zoneinfo import available_timezones

from rapidfuzz import process


@cache
def zone_names() -> tuple[str, ...]:
    """The zones that are named after a place, and UTC, sorted."""
    return tuple(sorted(name for name in available_timezones() if name == "UTC" or _names_a_place(name)))


def find_zone(text: str) -> str | None:
    """The zone that was meant, whatever its case: “europe/sarajevo”, “Sarajevo”, “utc”."""
    wanted = text.strip().replace(" ", "_").casefold()
    by_city = None
    for name in zone_names():
        if name.casefold() == wanted:
            return name
        if name.casefold().rpartition("/")[2] == wanted:
            by_city = name
    return by_city


def nearest_zones(text: str, limit: int = 3) -> list[str]:
    """Zones with a similar name, the nearest first."""
    return [name for name, _, _ in process.extract(text[:60], zone_names(), limit=limit)]


def zone_problem(name: str) -> str | None:
    """What is wrong with a zone's name in a story file, or None."""
    if name in zone_names():
        return None
    return f"no time zone “{name}”; did you mean {nearest_zones(name, 1)[0]}?"


def _names_a_place(name: str) -> bool:
    return "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/"))
