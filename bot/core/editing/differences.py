"""What changed between two versions of a story, item by item, for an editor to read."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any

_LISTS = ("summary", "facts", "quotations", "events", "entities", "topics", "corrections")
_NAMES = {
    "summary": "sentence",
    "facts": "fact",
    "quotations": "quotation",
    "events": "event",
    "entities": "entity",
    "topics": "topic",
    "corrections": "correction",
}
_TITLES = ("name", "text", "about")
_UNSEEN = ("slug", "review")
_MOST = 200
_MOST_ITEMS = 1000  # of a list; a long story has a tenth

Item = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that is another in the second version."""

    where: str
    """In words: “fact”, “event Opening of the bridge: start”."""
    was: str
    """Empty of what was added."""
    now: str
    """Empty of what was dropped."""


def differences(before: Item, after: Item) -> list[Difference]:
    """Return what differs in the plain data of two versions of a story, at most the first 200 differences."""
    found: list[Difference] = []
    for each in _all(before, after):
        if len(found) == _MOST:
            break
        found.append(each)
    return found


def _all(before: Item, after: Item) -> Iterator[Difference]:
    yield from _fields("", _without_lists(before), _without_lists(after))
    for key in _LISTS:
        yield from _items(_NAMES[key], _listed(before.get(key)), _listed(after.get(key)))


def _items(name: str, before: Sequence[Item], after: Sequence[Item]) -> Iterator[Difference]:
    """Match items by their ids or titles; of a run that differs the first belongs to the first, and so on."""
    matched = SequenceMatcher(None, [*map(_key, before)], [*map(_key, after)], autojunk=False)
    for _, first, last, start, end in matched.get_opcodes():
        old, new = before[first:last], after[start:end]
        both = min(len(old), len(new))
        for one, other in zip(old, new, strict=False):
            yield from _fields(name, one, other)
        for gone in old[both:]:
            yield Difference(name, _title(gone), "")
        for added in new[both:]:
            yield Difference(name, "", _title(added))


def _fields(name: str, before: Item, after: Item) -> Iterator[Difference]:
    title = _title(after) or _title(before)
    for key in dict.fromkeys((*before, *after)):
        if key in _UNSEEN or before.get(key) == after.get(key):
            continue
        where = f"{name} “{title[:60]}”: {key}" if name and key not in _TITLES else f"{name} {key}".strip()
        yield Difference(where, _shown(before.get(key)), _shown(after.get(key)))


def _without_lists(data: Item) -> Item:
    return {key: value for key, value in data.items() if key not in _LISTS}


def _listed(value: object) -> Sequence[Item]:
    items = value[:_MOST_ITEMS] if isinstance(value, list | tuple) else ()
    return [each for each in items if isinstance(each, Mapping)]


def _key(item: Item) -> str:
    return str(item.get("id") or _title(item))


def _title(item: Item) -> str:
    return next((str(item[key]) for key in _TITLES if item.get(key)), "")


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{key}: {_shown(each)}" for key, each in value.items())
    if isinstance(value, list | tuple):
        return ", ".join(map(_shown, value))
    return "" if value is None else str(value)
