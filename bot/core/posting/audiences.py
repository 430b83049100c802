"""Who gets the same posts at the same time, and the ledger as whoever writes their posts sees it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.posting.chats import ChatSettings
from bot.core.posting.planning import Planned
from bot.core.posting.posts import State
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


class PlanningLedger(Protocol):
    """Takes the posts that are due, and knows by which plans they were written; StorageUnavailable where it cannot."""

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
