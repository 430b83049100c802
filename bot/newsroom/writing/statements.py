"""Sets, accepts, drops and adds parts of a story, cuts sentences, and makes claims of facts."""

from typing import Any

from bot.core.editing.operations import Accept, Add, CutSentence, Drop, SetField, ToggleClaim
from bot.core.errors import NewspegError
from bot.newsroom.drafting.names import as_sentence
from bot.newsroom.writing.entities import mend_after_drop
from bot.newsroom.writing.keys import in_order, order_at, put
from bot.newsroom.writing.places import NAMES, Path, at, by_id, in_words, item_at, listed, make_id, typed
from bot.newsroom.writing.references import REFERRED, mend

_NEEDED = frozenset(("status", "headline", "date", "credit", "summary", "entities", "facts"))
_WITH_IDS = frozenset(("topics", "entities", "events", "corrections"))
_DEEPEST = 6


def set_field(data: dict[str, Any], operation: SetField) -> None:
    """Write a value, or delete a key."""
    *outer, key = _inner(operation.place)
    value = writable(operation.value)
    if isinstance(key, int):
        found = at(data, outer)
        if value is None or not isinstance(found, list) or not 0 <= key < len(found):
            raise NewspegError(f"There is nothing to be changed at {in_words(operation.place)}: look again.")
        found[key] = value
        return
    if value is None:
        item_at(data, outer).pop(key, None)
        _drop_if_empty(data, outer)
        return
    item = _made(data, outer)
    if key == "id" and outer and outer[0] in REFERRED and isinstance(item.get(key), str) and isinstance(value, str):
        mend(data, str(outer[0]), {item[key]: value})
    put(item, key, value, outer)


def accept(data: dict[str, Any], operation: Accept) -> None:
    """Take an item as it is."""
    item_at(data, operation.place).pop("review", None)


def drop(data: dict[str, Any], operation: Drop) -> None:
    """Delete an item or a key."""
    *outer, key = _inner(operation.place)
    item, found = at(data, operation.place), at(data, outer)
    if not outer and key in _NEEDED:
        raise NewspegError(f"A story needs its “{key}”: it can be changed, and not dropped.")
    del found[key]
    kind = str(outer[0]) if len(outer) == 1 else ""
    item_id = item.get("id") if isinstance(item, dict) else None
    if kind == "entities" and isinstance(item_id, str):
        mend_after_drop(data, {item_id: None})
    elif kind in REFERRED and isinstance(item_id, str):
        mend(data, kind, {item_id: None})
    _drop_if_empty(data, outer)


def add(data: dict[str, Any], operation: Add) -> None:
    """Put an item into a list."""
    place = _inner(operation.place)
    *outer, last = place
    index = last if isinstance(last, int) else None
    where = outer if index is not None else place
    kind = str(where[-1]) if where else ""
    if kind not in NAMES or (kind == "history") != (len(where) == 3 and where[0] == "events"):
        raise NewspegError(f"Nothing can be added at {in_words(place)}: it is none of the story's lists.")
    found = _list_at(data, where)
    if index is not None and not 0 <= index <= len(found):
        raise NewspegError(f"There is no {in_words(place)} before which something could stand: look again.")
    item = in_order(writable(operation.item), where)
    if not item:
        raise NewspegError(f"An empty {NAMES[kind]} cannot be added: write something first.")
    if kind in _WITH_IDS and not item.get("id"):
        words = next((str(item[each]) for each in ("name", "text") if item.get(each)), "")
        item.pop("id", None)
        item = {"id": make_id(data, kind, words), **item}
    found.insert(len(found) if index is None else index, item)


def toggle_claim(data: dict[str, Any], operation: ToggleClaim) -> None:
    """Make a claim of a fact, or a fact of a claim."""
    place = operation.place
    fact = _statement(data, place, ("facts",))
    if fact.get("kind") == "claim":
        for key in ("kind", "said_by"):
            fact.pop(key, None)
        return
    speaker: Any = operation.said_by or fact.get("said_by")
    if not speaker:
        raise NewspegError("A claim needs its speaker: choose who said it.")
    for each in listed(speaker):
        by_id(data, "entities", str(each))
    put(fact, "kind", "claim", place)
    put(fact, "said_by", speaker, place)


def cut(data: dict[str, Any], operation: CutSentence) -> None:
    """Cut a fact or a sentence of the summary in two."""
    kind, index = operation.place[:2] if len(operation.place) > 1 else ("", 0)
    sentence = _statement(data, operation.place, ("facts", "summary"))
    text = str(sentence.get("text", ""))
    first, second = text[: operation.at].strip(), text[operation.at :].strip(" \t,;:–—-")
    if not any(map(str.isalnum, first)) or not any(map(str.isalnum, second)):
        raise NewspegError("There is nothing on one side of the cut: cut between two words.")
    new = {key: value for key, value in sentence.items() if key not in ("id", "review", "questions", "text")}
    sentence["text"] = as_sentence(first)
    copied = {key: [*value] if isinstance(value, list) else value for key, value in new.items()}
    data[str(kind)].insert(int(index) + 1, {"text": as_sentence(second), **copied})


def writable(value: Any, depth: int = 0) -> Any:
    """Return a value as a file can hold it; NewspegError if it is of no such kind."""
    if depth > _DEEPEST:
        raise NewspegError("This is nested too deep for a story: write a text or a list.")
    if isinstance(value, dict):
        return {typed(str(key)): writable(each, depth + 1) for key, each in value.items() if each is not None}
    if isinstance(value, list | tuple):
        return [writable(each, depth + 1) for each in value]
    if isinstance(value, str):
        return typed(value)
    if value is None or isinstance(value, bool | int):
        return value
    raise NewspegError("A story holds texts, whole numbers and lists, and nothing of another kind.")


def _statement(data: dict[str, Any], place: Path, kinds: tuple[str, ...]) -> dict[str, Any]:
    if len(place) not in (2, 3) or place[0] not in kinds or place[2:] not in ((), ("text",)):
        raise NewspegError(f"This can be done to a {' or a '.join(NAMES[each] for each in kinds)} alone.")
    return item_at(data, place[:2])


def _inner(place: Path) -> Path:
    if not place:
        raise NewspegError("Say which part of the story is meant: the story as a whole cannot be changed at once.")
    return place


def _made(data: dict[str, Any], place: Path) -> dict[str, Any]:
    """Return the item at a place, which is made where only its key is missing, as that of a first `source`."""
    if place and isinstance(place[-1], str):
        around = item_at(data, place[:-1])
        if place[-1] not in around and place[-1] in order_at(place[:-1]) and order_at(place) and place[-1] not in NAMES:
            put(around, place[-1], {}, place[:-1])
        elif place[-1] == "place" and isinstance(around.get("place"), str):
            around["place"] = {"text": around["place"]}
    return item_at(data, place)


def _list_at(data: dict[str, Any], place: Path) -> list[Any]:
    around = item_at(data, place[:-1])
    key = str(place[-1])
    if not around.get(key):
        put(around, key, [], place[:-1])
        around[key] = []
    found = around[key]
    if not isinstance(found, list):
        raise NewspegError(f"What stands at {in_words(place)} is no list: mend it in the file.")
    return found


def _drop_if_empty(data: dict[str, Any], place: Path) -> None:
    """Drop a list or mapping that has nothing in it, unless the story needs it."""
    is_needed = len(place) == 1 and place[0] in _NEEDED
    if place and isinstance(place[-1], str) and not is_needed and not at(data, place):
        del at(data, place[:-1])[place[-1]]
