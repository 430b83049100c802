"""A reminder that is due, and a database with its chats and its ledger."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.audiences import Audience, PlanningLedger
from bot.core.posting.chats import ChatKey, ChatSettings, ChatStore
from bot.core.posting.overview import LedgerEntry, Overview, Sought
from bot.core.posting.planning import Planned, Timing, due
from bot.core.posting.posts import DeliveryLedger
from bot.core.stories.event import Event
from bot.core.stories.leads import Lead
from bot.core.stories.story import Story
from bot.storage.chats import SqlChatStore
from bot.storage.database import writing
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from bot.storage.tables import posts
from tests.stories import synthetic


def reminder(story: Story, event: Event, lead: Lead) -> Planned:
    """A reminder at its moment, for a chat that has chosen nothing."""
    at = due(event, lead, Timing())
    assert at
    return Planned(at, story, event, lead)


LONG_AGO = datetime(2031, 1, 1, tzinfo=UTC)
STORY = synthetic(1)
EVENT, LEAD = STORY.events[0], STORY.leads[1]
PLANNED = reminder(STORY, EVENT, LEAD)
EVERYBODY = Audience(STORY.slug, ChatSettings())
LEASE = timedelta(minutes=1)
ANYTHING = Sought()
CHATS = tuple(ChatKey(platform, str(number)) for number, platform in enumerate(["telegram", "discord", "telegram"]))


@dataclass
class Books:
    """A database of which every store is at hand."""

    engine: AsyncEngine

    def __post_init__(self) -> None:
        self.chats: ChatStore = SqlChatStore(self.engine)
        self.planning: PlanningLedger = SqlPlanningLedger(self.engine)
        self.delivery: DeliveryLedger = SqlDeliveryLedger(self.engine)
        self.overview: Overview = SqlOverview(self.engine)

    async def write(self, audience: Audience = EVERYBODY) -> int:
        """Write the reminder for an audience; for how many chats."""
        return await self.planning.write(PLANNED, audience, state="pending", reason="", now=PLANNED.at)

    async def write_to(self, *chats: ChatKey) -> None:
        """Write it for each of these chats, the first one's id the lowest."""
        for chat in chats:
            await self.chats.subscribe(chat, STORY.slug, LONG_AGO)
            await self.write()

    async def set(self, post: int, **values: object) -> None:
        """What would take many steps to come about."""
        async with writing(self.engine) as connection:
            await connection.execute(update(posts).where(posts.c.id == post).values(**values))

    async def entries(self, sought: Sought = ANYTHING, before: int | None = None) -> list[LedgerEntry]:
        """A page of the overview."""
        return list((await self.overview.page(sought, before, 10)).entries)

    async def is_paused(self) -> bool:
        """Whether posting is stopped."""
        return (await self.overview.news(0, 1)).paused

    async def state(self, post: int) -> str:
        """What became of a post."""
        entry = await self.overview.entry(post)
        assert entry
        return entry.post.state


def files_with(part: bytes, folder: Path) -> list[str]:
    """The database's files in which these bytes stand."""
    return [file.name for file in folder.iterdir() if part in file.read_bytes()]
