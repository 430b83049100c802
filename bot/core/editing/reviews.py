"""The reviews of a story's data: what an editor still has to look at, in the order in which it is best worked off."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.editing.operations import Place

REVIEW = "review"
_WEIGHTS = {"events": 7, "quotations": 6, "summary": 4, "facts": 4, "entities": 2}
"""By the list that an item stands in: a wrong event sends wrong reminders, a wrong speaker is worse than a role."""
_OF_THE_STORY = 9


@dataclass(frozen=True, slots=True)
class Review:
    """Something that an editor should look at."""

    place: Place
    """Of the item that has the review; empty for the story itself."""
    why: str
    weight: int
    """From 1 to 9: how much goes wrong if nobody looks."""


def reviews_of(data: Mapping[str, Any]) -> list[Review]:
    """Return all reviews, the heaviest first; of the same weight in the order of the file."""
    found = [
        Review(place, item[REVIEW].strip(), _OF_THE_STORY if not place else _WEIGHTS.get(str(place[0]), 3))
        for place, item in _reviewed(data)
    ]
    return sorted(found, key=lambda each: -each.weight)


def _reviewed(data: object, place: Place = ()) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    if isinstance(data, Mapping):
        if isinstance(data.get(REVIEW), str):
            yield place, data
        for key, value in data.items():
            yield from _reviewed(value, (*place, key))
    elif isinstance(data, list | tuple):
        for index, item in enumerate(data):
            yield from _reviewed(item, (*place, index))
