"""Chooses which doubts an editor is asked about: the heaviest, at no more than a third of the items."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.newsroom.drafting.article import Doubt
from bot.newsroom.drafting.findings import Item
from bot.newsroom.drafting.names import MOST_CHARACTERS, shortened
from bot.newsroom.reviews import REVIEW

_LIGHT = ("entities",)
ONE_IN = 3
"""At most one of so many items carries a review."""


def add_reviews(story: Sequence[Doubt], items: Sequence[Item]) -> str | None:
    """Write the reviews into the items, heaviest first as long as they may; return the story's own.

    The story's own comes first, whatever its weight: it counts as an item, and so does the story.
    """
    own = _in_words(story)
    left = (len(items) + 1) // ONE_IN - bool(own)
    doubted = sorted((each for each in items if each.doubts), key=_weight, reverse=True)
    for item in doubted[: max(0, left)]:
        item.data["review"] = _in_words(item.doubts)
    return own


def thin_out(data: Mapping[str, Any]) -> None:
    """Take reviews off items, the last first, until there are no more than there may be; off entities before others."""
    lists = {kind: items for kind, items in data.items() if isinstance(items, list)}
    items = [data["credit"], *(item for kind in sorted(lists, key=_LIGHT.__contains__) for item in lists[kind])]
    reviewed = [item for item in items if REVIEW in item]
    left = (len(items) + 1) // ONE_IN - (REVIEW in data)
    for item in reviewed[max(0, left) :]:
        del item[REVIEW]


def _weight(item: Item) -> int:
    return max(doubt.weight for doubt in item.doubts)


def _in_words(doubts: Sequence[Doubt]) -> str | None:
    """Return what to ask, the heaviest first, as one text."""
    heaviest = sorted(doubts, key=lambda doubt: doubt.weight, reverse=True)
    why = dict.fromkeys(" ".join(doubt.why.split()) for doubt in heaviest if doubt.why.strip())
    return shortened(" ".join(map(_ended, why)), MOST_CHARACTERS) if why else None


def _ended(why: str) -> str:
    why = why[0].upper() + why[1:]
    return why if why.endswith((".", "?", "!", "…")) else f"{why}."
