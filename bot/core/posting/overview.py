"""What an editor sees of the ledger, and may do about a post. Pure: storage looks it up, the page shows it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.core.posting.composing import still_planned
from bot.core.posting.notices import columns_of
from bot.core.posting.posts import Post, State, Step
from bot.core.stories.library import Library
from bot.core.stories.story import Event

RETRIED: tuple[State, ...] = ("failed", "skipped", "unknown")
"""States from which an editor may have a post tried again."""

BY_EDITOR = "an editor withdrew it"
AGAIN = "an editor has it tried again"


@dataclass(frozen=True, slots=True)
class Sought:
    """Which posts are looked for; what is left empty may be anything."""

    state: str = ""
    platform: str = ""
    story: str = ""
    repair: str = ""
    text: str = ""
    """Stands in the chat's id, in what the notice is called, or in a reason; whatever the case of its Latin letters."""
    named: frozenset[tuple[str, str]] = frozenset()
    """Stories and events that bear the text in their names, which the ledger does not know."""

    def has(self, post: Post) -> bool:
        """Whether a post is among them."""
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
class Entry:
    """A post as an overview has it."""

    post: Post
    change: int
    """Rises each time that anything about the post is written."""
    timezone: str | None
    """That the chat has chosen."""
    is_wanted: bool
    """Whether the chat still subscribes to what it tells."""


@dataclass(frozen=True, slots=True)
class Page:
    """A part of the posts that were looked for, the newest first, as of a change."""

    change: int
    entries: Sequence[Entry]
    has_older: bool


@dataclass(frozen=True, slots=True)
class News:
    """What was written since a change: the newest change, the posts, whether posting is stopped."""

    change: int
    entries: Sequence[Entry] | None
    """None where there is too much of it, or posts were erased: look again."""
    paused: bool


@dataclass(frozen=True, slots=True)
class Tally:
    """How the ledger stands."""

    posts: Mapping[tuple[str, State], int] = field(default_factory=dict)
    """How many posts there are, by platform and state."""
    waiting_since: Mapping[str, datetime] = field(default_factory=dict)
    """By platform: when the post was due that has waited longest to be sent."""
    paused: bool = False
    unreadable: int = 0
    """How many versions of stories cannot be read, so that posts that show them are not corrected."""


def why_not_again(library: Library, entry: Entry, now: datetime) -> str | None:
    """Why a post may not be tried again; None where it may."""
    if entry.post.state not in RETRIED:
        return f"it is {entry.post.state}"
    if not entry.is_wanted:
        return "the chat unsubscribed"
    ended = still_planned(library, entry.post, now)
    return ended.reason if isinstance(ended, Step) else None


def find_event(library: Library, post: Post) -> Event | None:
    """The event that a post is about, where its story still names it."""
    story = library.story(post.story) or library.retracted.get(post.story)
    return story.find_event(post.event) if story else None


class Overview(Protocol):
    """The ledger as an editor looks at it; StorageUnavailable where that cannot be done now."""

    async def page(self, sought: Sought, before: int | None, limit: int) -> Page:
        """The newest of those that are sought, or the newest before the post of an id."""

    async def news(self, since: int, most: int) -> News:
        """What was written since a change, unless it is more than that; one look that costs little."""

    async def entry(self, post: int) -> Entry | None:
        """The post of an id."""

    async def retry(self, post: int, now: datetime) -> bool:
        """Have it tried again, if it failed, was skipped, or may not have arrived, and its chat still wants it."""

    async def withdraw(self, post: int) -> bool:
        """Withdraw it, if nobody has begun to send it; False if it is too late for that."""

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """All posts, or those in some states, by the moment they were due."""

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; kept over a restart."""


class Census(Protocol):
    """Counts posts; StorageUnavailable where that cannot be done now."""

    async def tally(self, now: datetime, /) -> Tally:
        """The ledger as it stands now."""
