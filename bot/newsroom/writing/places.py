"""Finds what stands at a place of a story's data; a place that is not there is said in words."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.errors import NewspegError
from bot.core.stories.dates import EdtfDate
from bot.newsroom.drafting.names import id_for
from bot.newsroom.tree import without_invisible

Path = Sequence[str | int]
NAMES: Mapping[str, str] = {
    "summary": "sentence",
    "topics": "topic",
    "entities": "entity",
    "facts": "fact",
    "quotations": "quotation",
    "events": "event",
    "corrections": "correction",
    "history": "change",
}
_MOST_SHOWN = 60


def at(data: Any, place: Path) -> Any:
    """Return what stands at a place; NewspegError if nothing does."""
    found = data
    for key in place:
        if not _holds(found, key):
            raise NewspegError(f"There is no {in_words(place)} in this story: it may have been changed; look again.")
        found = found[key]
    return found


def _holds(found: Any, key: str | int) -> bool:
    if isinstance(found, list):
        return isinstance(key, int) and 0 <= key < len(found)
    return isinstance(found, dict) and key in found


def item_at(data: Any, place: Path) -> dict[str, Any]:
    """Return the item that stands at a place."""
    found = at(data, place)
    if not isinstance(found, dict):
        raise NewspegError(f"What stands at {in_words(place)} is a text or a list, and nothing with keys.")
    return found


def items(data: Mapping[str, Any], kind: str) -> list[dict[str, Any]]:
    """Return the items of one of the story's lists, whatever else stands in it."""
    found = data.get(kind)
    return [each for each in found if isinstance(each, dict)] if isinstance(found, list) else []


def by_id(data: Mapping[str, Any], kind: str, item_id: str) -> dict[str, Any]:
    """Return the item of a list with this id; NewspegError if there is none."""
    for each in items(data, kind):
        if each.get("id") == item_id:
            return each
    raise NewspegError(f"There is no {NAMES[kind]} “{shown(item_id)}” in this story: it may have been changed.")


def make_id(data: Mapping[str, Any], kind: str, words: str) -> str:
    """Return an id for a new item of a list, made of words."""
    every = [each for event in items(data, "events") for each in items(event, kind)] if kind == "history" else ()
    taken = {str(each["id"]) for each in (every or items(data, kind)) if "id" in each}
    return id_for(words, taken, NAMES[kind])


def date_of(text: str, what: str) -> EdtfDate:
    """Read a date; NewspegError says which one is wrong."""
    try:
        return EdtfDate.parse(text)
    except ValueError:
        raise NewspegError(f"{what} “{shown(text)}” is no date: write it as 2031-05-04.") from None


def listed(value: Any) -> list[Any]:
    """Return a value that may be one or several as a list; an empty text is none."""
    if isinstance(value, list):
        return value
    return [] if value in (None, "") else [value]


def typed(text: str) -> str:
    """Return a text as a story file can hold it: with line ends of one kind, and nothing that nobody sees."""
    return without_invisible(re.sub("[\u2028\u2029\x85\x0b\x0c]|\r\n?", "\n", text))


def in_words(place: Path) -> str:
    """Return a place as an editor counts: “facts 4, text”."""
    parts = [str(each + 1) if isinstance(each, int) else each for each in place]
    return f"“{shown(' '.join(parts))}”" if parts else "the story"


def shown(text: str) -> str:
    """Return the beginning of a text on one line, for a message."""
    line = " ".join(str(text).split())
    return line if len(line) <= _MOST_SHOWN else f"{line[:_MOST_SHOWN]}…"
