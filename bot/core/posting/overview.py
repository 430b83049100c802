"""The editor's view of the ledger, and what an editor may do with a post. Pure: storage finds the posts."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.core.posting.composing import still_planned
from bot.core.posting.notices import columns_of
from bot.core.posting.posts import Post, State, Step
from bot.core.stories.event import Event
from bot.core.stories.library import Library

RETRIED: tuple[State, ...] = ("failed", "skipped", "unknown")
"""The states from which an editor may have a post tried again."""

BY_EDITOR = "an editor withdrew it"
AGAIN = "an editor has it tried again"


@dataclass(frozen=True, slots=True)
class Sought:
    """A search for posts; an empty field fits every post."""

    state: str = ""
    platform: str = ""
    story: str = ""
    repair: str = ""
    text: str = ""
    """A part of the chat's id, of the notice's name, or of a reason; Latin letters match in either case."""
    named: frozenset[tuple[str, str]] = frozenset()
    """Stories and events that have the text in their names; the ledger does not know these names."""

    def has(self, post: Post) -> bool:
        """True if the search may find this post."""
        chosen = (
            (self.state, post.state),
            (self.platform, post.chat.platform),
            (self.story, post.story),
            (self.repair, post.repair),
        )
        return all(wanted in ("", its) for wanted, its in chosen) and self._says(post)

    def _says(self, post: Post) -> bool:
        columns = columns_of(post.notice)
        texts = (post.chat.id, columns.story, columns.event, columns.lead, post.reason, post.repair_reason)
        return (columns.story, columns.event) in self.named or any(self.text.lower() in each.lower() for each in texts)


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A post with the data that an overview shows of it."""

    post: Post
    change: int
    """A number that rises each time that the post is written."""
    timezone: str | None
    """The zone that the chat has chosen."""
    is_wanted: bool
    """True if the chat is still subscribed to the story or event of the post."""


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A part of the posts that the search found, the newest first, as of a change."""

    change: int
    entries: Sequence[LedgerEntry]
    has_older: bool


@dataclass(frozen=True, slots=True)
class News:
    """The news since a change: the newest change, the posts, and whether posting is stopped."""

    change: int
    entries: Sequence[LedgerEntry] | None
    """None if there are too many, or if posts were erased: load the page again."""
    paused: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """The state of the ledger."""

    posts: Mapping[tuple[str, State], int] = field(default_factory=dict)
    """The number of posts, by platform and state."""
    waiting_since: Mapping[str, datetime] = field(default_factory=dict)
    """By platform: the due moment of the post that has waited longest to be sent."""
    paused: bool = False
    unreadable: int = 0
    """The number of stored story versions that cannot be read: posts that show them are not corrected."""


def why_not_again(library: Library, entry: LedgerEntry, now: datetime) -> str | None:
    """Return why a post may not be tried again; None if it may."""
    if entry.post.state not in RETRIED:
        return f"it is {entry.post.state}"
    if not entry.is_wanted:
        return "the chat unsubscribed"
    ended = still_planned(library, entry.post, now)
    return ended.reason if isinstance(ended, Step) else None


def find_event(library: Library, post: Post) -> Event | None:
    """Return the event of a post, if its story still names it."""
    story = library.story(post.story) or library.retracted.get(post.story)
    return story.find_event(post.event) if story else None


class Overview(Protocol):
    """Shows an editor the ledger; StorageUnavailable if that cannot be done now."""

    async def page(self, sought: Sought, before: int | None, limit: int) -> LedgerPage:
        """Return the newest posts that the search finds, or the newest before the post with an id."""

    async def news(self, since: int, most: int) -> News:
        """Return the posts written since a change, unless there are more than that; the look costs little."""

    async def entry(self, post: int) -> LedgerEntry | None:
        """Return the post with an id."""

    async def retry(self, post: int, now: datetime) -> bool:
        """Have a post tried again if it failed, was skipped, or may not have arrived, and its chat still wants it."""

    async def withdraw(self, post: int) -> bool:
        """Withdraw a post if nobody has begun to send it; False if it is too late for that."""

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """Return all posts, or those in some states, by the moment they were due."""

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; a restart does not change that."""


class Census(Protocol):
    """Counts posts; StorageUnavailable if that cannot be done now."""

    async def tally(self, now: datetime, /) -> Tally:
        """Return the state of the ledger now."""
