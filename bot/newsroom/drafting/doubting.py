"""Chooses which doubts an editor is asked about: the heaviest, at no more than a third of the items."""

from collections.abc import Sequence

from bot.newsroom.drafting.article import Doubt
from bot.newsroom.drafting.findings import Item
from bot.newsroom.drafting.names import MOST_CHARACTERS, shortened

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
