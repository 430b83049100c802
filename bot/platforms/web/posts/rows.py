"""A post as a row of the page: when, where, what, what became of it, and what may be done about it; in plain words."""

import json
from dataclasses import dataclass
from typing import Any, assert_never
from zoneinfo import ZoneInfo

from bot.core.posting.notices import ChatLost, Correction, Notice, PlanChange, Reminder, Retraction
from bot.core.posting.overview import LedgerEntry, find_event, why_not_again
from bot.core.posting.posts import Post
from bot.core.stories.library import Clock, Shelf
from bot.core.wording.events import lead_in_words
from bot.core.wording.language import Language, Languages


@dataclass(frozen=True, slots=True)
class Row:
    """A row, written once for all who watch."""

    post: Post
    change: int
    json: str


class Rows:
    """Writes rows with what the library knows of their stories."""

    def __init__(self, shelf: Shelf, languages: Languages, clock: Clock) -> None:
        self._shelf = shelf
        self._language = languages.get()
        self._clock = clock

    def row(self, entry: LedgerEntry) -> Row:
        """The row of a post."""
        return Row(entry.post, entry.change, json.dumps(self.written(entry)))

    def written(self, entry: LedgerEntry) -> dict[str, Any]:
        """What stands in it."""
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
    """Which notice of its story or event it is."""
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
