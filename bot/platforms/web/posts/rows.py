"""Reads from an address which posts a visitor looks at, and writes each as a row in plain words.

A row tells when and where a post is due, its notice, its state, and the acts that an editor may choose.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from bot.core.posting.notices import ChatLost, Correction, Notice, PlanChange, Reminder, Retraction
from bot.core.posting.overview import LedgerEntry, Sought, find_event, why_not_again
from bot.core.posting.posts import Post
from bot.core.stories.library import Clock, Library, Shelf
from bot.core.stories.story import Story
from bot.core.wording.events import lead_in_words
from bot.core.wording.language import Language, Languages

HIGHEST_ID = 2**63 - 1
_LONGEST = 100
_MOST_NAMED = 500


@dataclass(frozen=True, slots=True)
class View:
    """One page of the posts that a search finds: the newest, or those before the post with the id `before`."""

    sought: Sought
    before: int | None = None


def read_view(asked: Mapping[str, str], library: Library) -> View:
    """Read the view from an address, in which anything may stand."""
    state, platform, story, repair, text = (
        _text(asked, name) for name in ("state", "platform", "story", "repair", "q")
    )
    named = frozenset(islice(_named(library, text.casefold()), _MOST_NAMED)) if text else frozenset()
    return View(Sought(state, platform, story, repair, text, named), _id(asked.get("before", "")))


def _text(asked: Mapping[str, str], name: str) -> str:
    """Return a field of the address, cut short, without NUL, which PostgreSQL keeps in no text."""
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


@dataclass(frozen=True, slots=True)
class Row:
    """A post's row as JSON, written once for all who watch."""

    post: Post
    change: int
    json: str


class Rows:
    """Writes rows; the library gives the names of stories and events."""

    def __init__(self, shelf: Shelf, languages: Languages, clock: Clock) -> None:
        self._shelf = shelf
        self._language = languages.get()
        self._clock = clock

    def row(self, entry: LedgerEntry) -> Row:
        """Return the row of a post, with its JSON."""
        return Row(entry.post, entry.change, json.dumps(self.written(entry)))

    def written(self, entry: LedgerEntry) -> dict[str, Any]:
        """Return the fields of a post's row."""
        post, library = entry.post, self._shelf()
        story = library.story(post.story) or library.retracted.get(post.story)
        event = find_event(library, post)
        zone = entry.timezone or (event.zone if event else "UTC")
        refused = why_not_again(library, entry, self._clock())
        return {
            "id": post.id,
            "change": entry.change,
            "due": f"{post.due_at:%Y-%m-%dT%H:%M:%SZ}",
            "local": f"{post.due_at.astimezone(ZoneInfo(zone)):%Y-%m-%d %H:%M}",
            "zone": zone,
            "platform": post.chat.platform,
            "chat": post.chat.id,
            "story": story.headline if story else post.story,
            "event": event.name if event else post.event,
            "notice": notice_in_words(self._language, post.notice),
            "state": post.state,
            "reason": post.reason,
            "marks": post.marks,
            "repair": post.repair or "",
            "repair_reason": post.repair_reason,
            "may": {"retry": refused is None, "withdraw": post.state == "pending"},
        }


def notice_in_words(language: Language, notice: Notice) -> str:
    """Return a name for a notice, such as its lead in words."""
    match notice:
        case Reminder():
            return lead_in_words(language, notice.lead)
        case PlanChange():
            return "change of plan"
        case Correction():
            return f"correction {notice.correction}"
        case Retraction():
            return "retraction"
        case ChatLost():
            return f"lost chat {notice.chat}"
        case _:
            assert_never(notice)
