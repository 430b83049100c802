"""One process that plans and delivers: the real planner, ledger and courier, over a messenger that answers as told."""

import asyncio
from collections import deque
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import EditOutcome, FindOutcome, SendOutcome, Sent
from bot.core.posting.pacing import Pace
from bot.core.posting.posts import Post, Step
from bot.core.stories.library import Library
from bot.core.wording.cards import Card
from bot.delivery.courier import LOOK_S, Courier
from bot.delivery.drafts import Drafts
from bot.runtime.catalogues import Catalogues
from bot.runtime.waiting import until_either
from bot.scheduler.fan_out import FanOut
from bot.storage.chats import SqlChatStore
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from tests.stories import HARBOUR, harbour
from tests.waiting import hang_guard

CHAT = ChatKey("telegram", "7")
OTHER = ChatKey("telegram", "8")
START = datetime(2031, 4, 1, 9, tzinfo=UTC)
# In Istanbul, where the bridge opens on 4 May, it is three hours later than in UTC.
A_WEEK_BEFORE, THE_DAY_BEFORE, THAT_MORNING = (datetime(2031, *day, 6, tzinfo=UTC) for day in ((4, 27), (5, 3), (5, 4)))
EVENT: dict[str, Any] = next(event for event in HARBOUR["events"] if event["id"] == "opening")
SHORT_S = 0.09


class ScriptedMessenger:
    """Where the outside world begins: it keeps what it was given, and answers as it is told."""

    def __init__(self) -> None:
        self.sent: list[tuple[ChatKey, Card, str]] = []
        self.replied: list[str | None] = []
        self.silent: list[bool] = []
        self.looked: list[tuple[ChatKey, str, datetime]] = []
        self.found: FindOutcome | None = None
        self.answers: dict[ChatKey, deque[SendOutcome]] = {}
        self.waiting = asyncio.Event()
        self.proceed = asyncio.Event()
        self.proceed.set()

    async def send(
        self,
        chat: ChatKey,
        card: Card,
        key: str,
        *,
        reply_to: str | None = None,
        silent: bool = False,
    ) -> SendOutcome:
        self.replied.append(reply_to)
        self.silent.append(silent)
        self.sent.append((chat, card, key))
        self.waiting.set()
        await self.proceed.wait()
        answers = self.answers.get(chat)
        return answers.popleft() if answers else Sent(str(len(self.sent)))

    async def find(self, chat: ChatKey, key: str, since: datetime) -> FindOutcome | None:
        self.looked.append((chat, key, since))
        return self.found

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        raise AssertionError(f"nothing is edited here: {chat} {message_id} {card}")

    async def close(self) -> None:
        pass


@dataclass
class House:
    """One process of the bot; `restarted` gives the next one, over the same database."""

    engine: AsyncEngine
    now: datetime = START
    library: Library = field(default_factory=lambda: Library([harbour(events=[EVENT])]))
    messenger: ScriptedMessenger = field(default_factory=ScriptedMessenger)
    naps: list[float] = field(default_factory=list)
    recorded: list[tuple[Post, Step]] = field(default_factory=list)
    pace: Pace = field(default_factory=Pace)
    ticks: float = 0.0
    stands_still: bool = False
    """Whether a wait that can be told from none does not end."""

    def __post_init__(self) -> None:
        self._slept = asyncio.Condition()
        self._idle = asyncio.Event()
        self.chats = SqlChatStore(self.engine)
        self.planning = SqlPlanningLedger(self.engine)
        self.delivery = SqlDeliveryLedger(self.engine)
        self.overview = SqlOverview(self.engine)
        self.fan_out = FanOut(lambda: self.library, self.planning, lambda: self.now)
        self.courier = Courier(
            "telegram",
            self.messenger,
            ledger=self.delivery,
            drafts=Drafts(self.delivery, lambda: self.library, Catalogues()),
            pace=self.pace,
            clock=lambda: self.now,
            worker="test",
            recorded=lambda post, step: self.recorded.append((post, step)),
            ticks=lambda: self.ticks,
            sleep=self._nap,
        )

    async def _nap(self, seconds: float) -> None:
        until = self.ticks + seconds
        async with self._slept:
            self.naps.append(seconds)
            self._slept.notify_all()
        is_idle = seconds == LOOK_S and not self.courier._under_way
        if is_idle:
            self._idle.set()
        if is_idle or (self.stands_still and seconds > SHORT_S):
            await asyncio.Event().wait()
        await asyncio.sleep(0)
        self.ticks = max(self.ticks, until)

    async def napped(self, count: int) -> None:
        """Until it has waited so often."""
        async with hang_guard(), self._slept:
            await self._slept.wait_for(lambda: len(self.naps) >= count)

    async def napping(self, count: int) -> None:
        """Until so many wait for more than a moment."""
        async with hang_guard(), self._slept:
            await self._slept.wait_for(lambda: sum(nap > SHORT_S for nap in self.naps) >= count)

    async def at(self, now: datetime) -> Sequence[Post]:
        """Let it be that moment: plan, deliver; the posts afterwards."""
        self.now = now
        await self.fan_out.run()
        await self.deliver()
        return await self.overview.posts()

    async def deliver(self) -> None:
        """Let the courier run until it has nothing more to do."""
        self._idle.clear()
        running = asyncio.create_task(self.courier.run())
        async with hang_guard():
            await until_either(self._idle, asyncio.shield(running))
        running.cancel()
        with suppress(asyncio.CancelledError):
            await running

    def replan(self, **changes: Any) -> None:
        self.library = Library([harbour(events=[{**EVENT, **changes}])])
