"""What a visitor looks at: which posts, and from which one on backwards; as it stands in the page's address."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from bot.core.posting.overview import Sought
from bot.core.stories.library import Library
from bot.core.stories.story import Story

HIGHEST_ID = 2**63 - 1
_LONGEST = 100
_MOST_NAMED = 500


@dataclass(frozen=True, slots=True)
class View:
    """One page of the posts that are sought."""

    sought: Sought
    before: int | None = None


def read_view(asked: Mapping[str, str], library: Library) -> View:
    """What the address asks for; anything there is may be written there."""
    state, platform, story, repair, text = (
        _text(asked, name) for name in ("state", "platform", "story", "repair", "q")
    )
    named = frozenset(islice(_named(library, text.casefold()), _MOST_NAMED)) if text else frozenset()
    return View(Sought(state, platform, story, repair, text, named), _id(asked.get("before", "")))


def _text(asked: Mapping[str, str], name: str) -> str:
    """Without what PostgreSQL keeps in no text."""
    return asked.get(name, "").replace("\0", "").strip()[:_LONGEST]


def _id(text: str) -> int | None:
    return min(int(text), HIGHEST_ID) if text.isascii() and text.isdecimal() and len(text) <= _LONGEST else None


def _named(library: Library, text: str) -> Iterator[tuple[str, str]]:
    for story in (*library.stories, *library.retracted.values()):
        for event, name in _names(story):
            if text in name.casefold() or text in story.headline.casefold():
                yield story.slug, event


def _names(story: Story) -> Iterator[tuple[str, str]]:
    yield "", ""
    for event in story.events:
        yield event.id, event.name
