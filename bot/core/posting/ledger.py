"""The ports that the core needs for posts, and the ports that it offers; `app` wires their implementations."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.planning import Planned
from bot.core.posting.posts import Loss, Post, State, Step
from bot.core.stories.plans import Plan
from bot.core.stories.story import Event, Story


@dataclass(frozen=True, slots=True)
class Audience:
    """Chats that get the same posts at the same time.

    They subscribed to the same story, or to every one; or somebody there asked to be reminded of the same event.
    """

    story: str
    settings: ChatSettings
    """Only the settings that decide when something is posted: zone, posting hour, quiet hours, leads."""
    event: str = ""
    """The event of personal reminders; empty for subscriptions."""
    moved: bool = False
    """True if they chose another hour or zone: posts promised for later may then have been due already."""


EventKey = tuple[str, str]
"""The key of an event: its story's slug, and its id."""


class Due(NamedTuple):
    """A post that may go out, with the settings of its chat that apply to it."""

    post: Post
    settings: ChatSettings
    is_personal: bool = False
    """True if a person asked for it: quiet hours do not delay it."""
    known: Plan | None = None
    """The plan of its event in the ledger."""


class PostLedger(Protocol):
    """Keeps every post and its state; StorageUnavailable if that cannot be done now."""

    async def audiences(self) -> Sequence[Audience]:
        """Return each kind of subscription and of personal reminder once, without chats that were set aside."""

    async def planned_until(self) -> datetime | None:
        """Return the moment until which due posts have been written."""

    async def write(self, planned: Planned, audience: Audience, *, state: State, reason: str, now: datetime) -> int:
        """Write the post for each chat of the audience that subscribed in time and has none; return how many."""

    async def has_planned(self, until: datetime, moved: Collection[Audience] = ()) -> None:
        """Record that all posts due until then are written, also for these audiences, which have their new hour now."""

    async def stepped_back(self, now: datetime) -> None:
        """Delete skipped posts that are due after `now`: a clock that ran ahead took them for too late by mistake."""

    async def plans(self) -> Mapping[EventKey, Plan]:
        """Return the ledger's plan of each event that a post was written about."""

    async def know(self, plans: Mapping[EventKey, Plan]) -> None:
        """Store these plans under the numbers that their events have: they add detail to plans that still hold."""

    async def change_plan(
        self, story: Story, event: Event, now: datetime, due: Collection[tuple[Planned, Audience]] = ()
    ) -> int:
        """In one transaction: number an event's new plan, withdraw the posts of former plans, post the change.

        One post goes to every chat that was told of another plan last. `due`: posts of the new plan that are due now;
        each goes to the chats whose post of that lead was withdrawn for another plan and cannot have arrived.
        Return how many will be told.
        """

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """Return, by ids of these, the newest earlier post about the same event that reached the chat, or may have."""

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """Return the titles of chats that were set aside because the bot could not write to them, and the reasons."""

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Return posts that may go out now, the longest due first, none to busy chats; none while posting is paused."""

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these posts, by id, are about to be sent, each from a story version; return those that may be."""

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record, in one transaction, the new states of posts and their effects on chats; a sent post stays sent."""

    async def expired(self, now: datetime) -> Sequence[Post]:
        """Return the posts whose sender did not come back within its lease."""

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """Return all posts, or those in some states, by the moment they were due."""

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; a restart does not change that."""

    async def paused(self) -> bool:
        """True if posting is stopped."""
