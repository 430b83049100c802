"""What an editor did, in words for the log: “published”, “postponed Opening of the bridge”."""

from collections.abc import Mapping, Sequence
from textwrap import shorten
from typing import Any

from bot.core.editing import operations as do
from bot.core.editing.operations import Operation, Place

_SHOWN = 60
_NAMED_BY = ("text", "name", "headline")
_SINGULAR = {"facts": "fact", "entities": "entity", "quotations": "quotation", "events": "event", "summary": "sentence"}

_DONE = {
    "set": "changed",
    "accept": "accepted",
    "drop": "dropped",
    "toggle-claim": "made a fact a claim, or a claim a fact:",
    "cut": "cut in two",
    "merge": "merged",
    "drop-entities": "dropped",
    "retype": "gave another type to",
}


def told(operations: Sequence[Operation], data: Mapping[str, Any]) -> str:
    """Return what these operations do to a story with this data."""
    first = _told(operations[0], data)
    return first if len(operations) == 1 else f"{first}, and {len(operations) - 1} more"


def _told(operation: Operation, data: Mapping[str, Any]) -> str:  # noqa: PLR0911 -- a case each
    match operation:
        case do.Publish():
            return "published"
        case do.Retract():
            return f"retracted: {_short(operation.reason)}"
        case do.ChangePlan():
            return f"{operation.status} {_event(operation.event, data)}"
        case do.Correct():
            return f"corrected: {_short(operation.told)}"
        case do.Redate():
            return f"set the publication date to {operation.date}"
        case do.Add():
            return f"added a {_SINGULAR.get(str(next(iter(operation.place), '')), 'part')}"
        case do.MergeEntities() | do.DropEntities() | do.RetypeEntities():
            return f"{_DONE[operation.do]} {', '.join(operation.ids)}"
        case do.SplitEntity():
            return f"split {operation.id}"
        case _:
            return f"{_DONE[operation.do]} {_named(operation.place, data)}"


def _event(event_id: str, data: Mapping[str, Any]) -> str:
    events = data.get("events")
    found = (each for each in (events if isinstance(events, list | tuple) else ()) if isinstance(each, Mapping))
    return next((str(each.get("name")) for each in found if each.get("id") == event_id), event_id)


def _named(place: Place, data: object) -> str:
    """Return the innermost item at a place that has a name or a text, in quotation marks; else the place."""
    name = ""
    for key in place:
        data = _at(data, key)
        if isinstance(data, Mapping):
            name = next((str(data[each]) for each in _NAMED_BY if data.get(each)), name)
    return f"“{_short(name)}”" if name else " ".join(map(str, place)) or "the story"


def _at(data: object, key: str | int) -> object:
    if isinstance(data, Mapping):
        return data.get(key)
    if isinstance(data, list | tuple) and isinstance(key, int) and 0 <= key < len(data):
        return data[key]
    return None


def _short(text: str) -> str:
    return shorten(text, _SHOWN, placeholder="…")
