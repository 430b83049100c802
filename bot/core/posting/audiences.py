"""Audiences: chats that get the same posts at the same time; and the ledger as the writer of their posts sees it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.posting.chats import ChatSettings
from bot.core.posting.planning import Planned
from bot.core.posting.posts import State
from bot.core.stories.event import Event
from bot.core.stories.plans import Plan
from bot.core.stories.story import Story


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


class PlanningLedger(Protocol):
    """Takes the posts that are due, and knows by which plans they were written; StorageUnavailable where it cannot."""

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
