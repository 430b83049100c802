"""Merges, splits, drops and retypes entities; what refers to them is mended."""

import re
from collections.abc import Sequence
from typing import Any

from bot.core.editing.operations import DropEntities, MergeEntities, RetypeEntities, SplitEntity
from bot.core.errors import NewspegError
from bot.core.stories.spelling import normalise
from bot.newsroom.writing.keys import in_order, put
from bot.newsroom.writing.places import by_id, items, listed, make_id, shown
from bot.newsroom.writing.references import Ids, mend

_PLACE = ("entities",)
_REVIEWED = "Who said this? Its speaker was dropped."


def merge(data: dict[str, Any], operation: MergeEntities) -> None:
    """Make one entity of several."""
    ids = _different(operation.ids)
    first, *others = (by_id(data, "entities", each) for each in ids)
    aliases = listed(first.get("aliases"))
    known = {_spelt(each) for each in (first.get("name"), *aliases)}
    names = [name for other in others for name in (other.get("name"), *listed(other.get("aliases")))]
    added = []
    for name in names:
        if name and _spelt(name) not in known:
            known.add(_spelt(name))
            added.append(name)
    if added:
        put(first, "aliases", [*aliases, *added], _PLACE)
    if cited := _union(*(each.get("paragraph") for each in (first, *others))):
        _cite(first, cited)
    if links := list(dict.fromkeys(link for each in (first, *others) for link in listed(each.get("same_as")))):
        put(first, "same_as", links, _PLACE)
    _remove(data, others)
    mend(data, "entities", dict.fromkeys(ids[1:], ids[0]))


def split(data: dict[str, Any], operation: SplitEntity, article: Sequence[str]) -> None:
    """Make an entity of its own of some aliases; what the article says of it alone goes with it."""
    entity = by_id(data, "entities", operation.id)
    aliases = listed(entity.get("aliases"))
    for alias in operation.aliases:
        if alias not in aliases:
            raise NewspegError(
                f"“{shown(alias)}” is no alias of “{shown(str(entity.get('name')))}”: choose one of its."
            )
    moved = list(dict.fromkeys(operation.aliases))
    left = [each for each in aliases if each not in moved]
    new_id = make_id(data, "entities", moved[0])
    mine, others = _named_in(moved, article), _named_in([str(entity.get("name")), *left], article)
    cited = listed(entity.get("paragraph"))
    gone = [each for each in cited if each in mine] or cited
    kept = [each for each in cited if each not in gone or each in others] or cited
    new = {"id": new_id, "name": moved[0], "paragraph": _written(gone), "aliases": moved[1:] or None}
    new |= {key: entity[key] for key in ("type", "role") if key in entity}
    if data.get("status") == "draft":
        new["review"] = f"Who or what is {moved[0]}? The role is still that of {entity.get('name')}."
    entity.pop("aliases")
    if left:
        put(entity, "aliases", left, _PLACE)
    _cite(entity, kept)
    place = next(index for index, each in enumerate(data["entities"]) if each is entity)
    data["entities"].insert(place + 1, in_order(new, _PLACE))
    _take_along(data, {operation.id: new_id}, {each for each in gone if each not in kept})


def drop(data: dict[str, Any], operation: DropEntities) -> None:
    """Delete entities and whatever names them; of a draft, what has lost its speaker is to be looked at."""
    ids = _different(operation.ids)
    _remove(data, [by_id(data, "entities", each) for each in ids])
    mend_after_drop(data, dict.fromkeys(ids))


def mend_after_drop(data: dict[str, Any], ids: Ids) -> None:
    """Take ids of entities that are gone out of everything."""
    for place, item in mend(data, "entities", ids):
        if data.get("status") == "draft" and "review" not in item:
            put(item, "review", _REVIEWED, place)


def retype(data: dict[str, Any], operation: RetypeEntities) -> None:
    """Say what several entities are."""
    for entity in [by_id(data, "entities", each) for each in operation.ids]:
        put(entity, "type", operation.type, _PLACE)


def _take_along(data: dict[str, Any], ids: Ids, paragraphs: set[Any]) -> None:
    """Let the statements that rest on these paragraphs alone name the other entity."""
    part: dict[str, Any] = {
        kind: [each for each in items(data, kind) if {*map(str, listed(each.get("paragraph")))} <= paragraphs]
        for kind in ("facts", "quotations", "events")
    }
    mend(part, "entities", ids)


def _named_in(names: Sequence[str], article: Sequence[str]) -> set[str]:
    """Return the numbers of the paragraphs that have one of these names as a word of theirs."""
    words = "|".join(re.escape(each) for each in sorted(names, key=len, reverse=True) if each)
    found = re.compile(rf"(?<!\w)(?:{words})(?!\w)") if words else None
    return {str(number) for number, text in enumerate(article) if found and found.search(text)}


def _remove(data: dict[str, Any], gone: Sequence[dict[str, Any]]) -> None:
    data["entities"] = _kept_in(data["entities"], gone)


def _kept_in(found: list[Any], gone: Sequence[dict[str, Any]]) -> list[Any]:
    ids = {id(each) for each in gone}
    found[:] = [each for each in found if id(each) not in ids]
    return found


def _union(*values: Any) -> list[Any]:
    found = dict.fromkeys(str(each) for value in values for each in listed(value))
    return sorted(found, key=lambda each: (len(each), each))


def _cite(item: dict[str, Any], paragraphs: Sequence[Any]) -> None:
    """Write paragraphs in the way of the file: one as it is, several as a list."""
    if [*map(str, paragraphs)] == [*map(str, listed(item.get("paragraph")))]:
        return
    put(item, "paragraph", _written(paragraphs), _PLACE)


def _written(paragraphs: Sequence[Any]) -> Any:
    numbers = [int(each) if str(each).isdecimal() else each for each in paragraphs]
    return numbers[0] if len(numbers) == 1 else numbers


def _different(ids: Sequence[str]) -> list[str]:
    found = list(dict.fromkeys(ids))
    if len(found) < len(ids):
        raise NewspegError("An entity is named twice: choose different ones.")
    return found


def _spelt(name: Any) -> str:
    return normalise(str(name), None) or str(name)
