"""The reviews in a story file: what an editor still has to look at before the story is published."""

from collections.abc import Iterator, Mapping
from typing import Any

from bot.newsroom.source import Fault, Source
from bot.newsroom.tree import Loc

REVIEW = "review"
_PUBLIC = ("published", "retracted")


def reviews_in(data: object, loc: Loc = ()) -> Iterator[tuple[Loc, str]]:
    """Yield each review in the plain data of a file with its place, in the order of the file."""
    if isinstance(data, Mapping):
        yield from _reviews_of(data, loc)
    elif isinstance(data, list | tuple):
        for index, item in enumerate(data):
            yield from reviews_in(item, (*loc, index))


def _reviews_of(item: Mapping[str, Any], loc: Loc) -> Iterator[tuple[Loc, str]]:
    for key, value in item.items():
        if key != REVIEW:
            yield from reviews_in(value, (*loc, key))
        elif isinstance(value, str):
            yield (*loc, key), value


def listed_reviews(source: Source) -> Iterator[Fault]:
    """Yield what an editor still has to look at, as warnings."""
    for loc, why in reviews_in(source.data):
        yield Fault(source.line(loc), f"review: {why}")


def open_reviews(source: Source) -> Iterator[Fault]:
    """Yield each review of a story that is no draft any more."""
    if (source.data or {}).get("status") in _PUBLIC:
        for loc, why in reviews_in(source.data):
            yield Fault(
                source.line(loc), f"a published story has no open review: settle it and delete the line ({why})"
            )
