"""Mends whatever names an entity, an event, a topic or a fact by its id, once that becomes another or goes."""

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from bot.core.stories.fields import listed as listed_items
from bot.newsroom.writing.places import Path

Ids = Mapping[str, str | None]
"""For each id that is no longer there the one in its place; None of what goes."""

_KEYS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "entities": {
        "facts": ("said_by", "via", "about"),
        "quotations": ("said_by", "to", "via"),
        "events": ("about",),
        "credit": ("outlets",),
    },
    "events": {"facts": ("events",), "corrections": ("events",)},
    "topics": {"facts": ("topics",)},
    "facts": {"corrections": ("facts",)},
}
REFERRED = frozenset(_KEYS)
"""The lists whose items others name."""


class Lost(NamedTuple):
    """An item that no longer has what it cannot do without: whose words it tells."""

    place: Path
    item: dict[str, Any]


def mend(data: dict[str, Any], kind: str, ids: Ids) -> list[Lost]:
    """Put other ids in the place of some of a kind; return the items that have lost their speaker by it."""
    lost: list[Lost] = []
    for place, item, key in _references(data, kind):
        before = item[key]
        after = renamed(before, ids)
        if after == before:
            continue
        if after:
            item[key] = after
            continue
        del item[key]
        if key == "said_by" and (place[0] == "quotations" or item.get("kind") == "claim"):
            lost.append(Lost(place, item))
    return lost


def renamed(value: Any, ids: Ids) -> Any:
    """Return an id or a list of ids with others in the place of some; none stands twice that did not."""
    if not isinstance(value, list):
        return ids.get(value, value) if isinstance(value, str) else value
    if not any(isinstance(each, str) and each in ids for each in value):
        return value
    found = [ids.get(each, each) if isinstance(each, str) else each for each in value]
    return [each for index, each in enumerate(found) if each is not None and each not in found[:index]]


def _references(data: dict[str, Any], kind: str) -> Iterator[tuple[Path, dict[str, Any], str]]:
    for name, keys in _KEYS.get(kind, {}).items():
        there = data.get(name)
        found = [((name,), there)] if isinstance(there, dict) else [*listed_items(data, name)]  # type: ignore[arg-type]
        for place, item in found:
            yield from ((place, item, key) for key in keys if isinstance(item, dict) and key in item)
