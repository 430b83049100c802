"""What the core needs from outside, and what the outside may be asked for; implemented elsewhere, wired in `app`."""

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

    They subscribed to the same story, or to every one; or somebody asked there to be reminded of the same event.
    """

    story: str
    settings: ChatSettings
    """Only what decides when something is posted: zone, posting hour, quiet hours, leads."""
    event: str = ""
    """Of personal reminders the event; of subscriptions nothing."""
    moved: bool = False
    """They chose another hour, or zone, so what they were promised for later may have been due already."""


EventKey = tuple[str, str]
"""Which event: its story's slug, and its id."""


class Due(NamedTuple):
    """A post that may go out, and what its chat has chosen for what is posted there."""

    post: Post
    settings: ChatSettings
    is_personal: bool = False
    """Whether a person asked for it, so that quiet hours do not hold it up."""
    known: Plan | None = None
    """The plan of its event that the ledger goes by."""


class PostLedger(Protocol):
    """Keeps every post and what became of it; StorageUnavailable where that cannot be done now."""

    async def audiences(self) -> Sequence[Audience]:
        """Each kind of subscription and of personal reminder there is, once; not for chats that were set aside."""

    async def planned_until(self) -> datetime | None:
        """Up to when posts have been written."""

    async def write(self, planned: Planned, audience: Audience, *, state: State, reason: str, now: datetime) -> int:
        """Write the post for every chat of the audience that subscribed before it was due and has none; how many."""

    async def has_planned(self, until: datetime, moved: Collection[Audience] = ()) -> None:
        """All that was due until then is written, also for these audiences, which are at their hour now."""

    async def stepped_back(self, now: datetime) -> None:
        """The clock ran ahead until `now`: what it took for too late, and is not even due, was never written."""

    async def plans(self) -> Mapping[EventKey, Plan]:
        """The plan by which each event goes of which a post was written."""

    async def know(self, plans: Mapping[EventKey, Plan]) -> None:
        """Go by these from now on, under the numbers that events have: they say more of the plans that hold."""

    async def change_plan(
        self, story: Story, event: Event, now: datetime, due: Collection[tuple[Planned, Audience]] = ()
    ) -> int:
        """In one transaction: number an event's new plan, withdraw the posts of former ones, tell of the change.

        One post is written to whoever was told of another plan last. `due`: what of the new plan is due already; it is
        written for those whose post of that lead was withdrawn for another plan and cannot have arrived. How
        many will be told.
        """

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """By the ids of these: the newest earlier post about the same event that reached the chat, or may have."""

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """What is known of chats that were set aside, as they could not be written to."""

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Posts that may go out now, the longest due first, none to a busy chat; none while posting is paused."""

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these ids are about to be sent, each from a version of its story; which may still be."""

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record, in one transaction, what became of posts and what that means for their chats; sent is sent."""

    async def expired(self, now: datetime) -> Sequence[Post]:
        """Posts whose sender did not come back within its lease."""

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """All posts, or those in some states, by the moment they were due."""

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; kept over a restart."""

    async def paused(self) -> bool:
        """Whether posting is stopped."""
