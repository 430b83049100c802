"""IANA time zones: finds them by name, and reports names that are none."""

from functools import cache
from zoneinfo import available_timezones

from rapidfuzz import process

_CLOSE = 75


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


def nearest_zones(text: str, limit: int = 3, likeness: int = 0) -> list[str]:
    """Return zones with similar names, the nearest first, whose `likeness` (0 to 100) is at least this."""
    return [name for name, _, _ in process.extract(text[:60], zone_names(), limit=limit, score_cutoff=likeness)]


def zone_problem(name: str) -> str | None:
    """Return the fault in a zone's name in a story file, or None."""
    if name in zone_names():
        return None
    near = find_zone(name) or next(iter(nearest_zones(name, 1, _CLOSE)), None)
    hint = f"did you mean {near}?" if near else "zones are named by continent and city, such as Europe/Sarajevo"
    return f"no time zone “{name}”; {hint}"


def _names_a_place(name: str) -> bool:
    return "/" in name and not name.startswith(("Etc/", "SystemV/", "posix/", "right/"))
