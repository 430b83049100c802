"""The order in which the keys of a story file stand, so that a new one comes where an editor looks for it."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.core.stories.event import Change, ChangeSource, Event, Place
from bot.core.stories.model import StoryModel
from bot.core.stories.story import (
    Correction,
    Credit,
    Entity,
    Fact,
    Picture,
    Quotation,
    Sentence,
    Source,
    Story,
    Topic,
    Withdrawal,
)

_MODELS: Mapping[str, type[StoryModel]] = {
    "": Story,
    "summary": Sentence,
    "topics": Topic,
    "entities": Entity,
    "facts": Fact,
    "quotations": Quotation,
    "events": Event,
    "history": Change,
    "corrections": Correction,
    "credit": Credit,
    "place": Place,
    "picture": Picture,
    "retraction": Withdrawal,
}
_REVIEW = "review"


def put(item: dict[str, Any], key: str, value: Any, place: Sequence[str | int]) -> None:
    """Write a value under a key of the item at a place; a new key stands where it belongs among the others."""
    if key in item:
        item[key] = value
        return
    order = order_at(place)
    rank = {each: number for number, each in enumerate(order)}
    mine = rank.get(key, len(rank))
    later = [each for each in item if rank.get(each, len(rank)) > mine]
    first = next((index for index, each in enumerate(item) if each in later), len(item))
    before = [*item.items()]
    item.clear()
    item.update([*before[:first], (key, value), *before[first:]])


def in_order(item: Mapping[str, Any], place: Sequence[str | int]) -> dict[str, Any]:
    """Return a new item of a list with its keys in order, and without those that are None."""
    rank = {each: number for number, each in enumerate(order_at(place))}
    keys = sorted(item, key=lambda each: rank.get(each, len(rank)))
    return {each: item[each] for each in keys if item[each] is not None}


def order_at(place: Sequence[str | int]) -> Sequence[str]:
    """Return the keys of what stands at a place, in their order; none if that is not known."""
    names = [each for each in place if isinstance(each, str)]
    name = names[-1] if names else ""
    model = ChangeSource if name == "source" and len(names) > 1 else Source if name == "source" else _MODELS.get(name)
    if model is None:
        return ()
    keys = [each for each in model.model_fields if each not in (_REVIEW, "slug")]
    return ["status", _REVIEW, *keys[1:]] if model is Story else [*keys, _REVIEW]
