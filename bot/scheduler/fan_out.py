"""Writes due notices as posts into the ledger: each notice for every chat that subscribed to it."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import structlog

from bot.core.posting.audiences import Audience, EventKey, PlanningLedger
from bot.core.posting.chats import EVERY_STORY
from bot.core.posting.composing import TOO_LATE
from bot.core.posting.planning import Planned, Timing, is_of_use, plan, plan_event
from bot.core.stories.event import Event
from bot.core.stories.library import Clock, Library, Shelf
from bot.core.stories.plans import Plan
from bot.core.stories.story import Story

log = structlog.get_logger()

_TICK = timedelta(milliseconds=1)  # the ledger's precision
_MOVED_BY = timedelta(hours=26)  # no zone or hour moves a post further
_HORIZON = timedelta(days=400)  # beyond the longest lead


class FanOut:
    """Writes posts that are due; may run at any time and any number of times, as the ledger takes each post once."""

    def __init__(
        self, shelf: Shelf, ledger: PlanningLedger, clock: Clock, written: Callable[[], None] = lambda: None
    ) -> None:
        """`written` is called as soon as there are posts to send, while others are still being written."""
        self._shelf = shelf
        self._ledger = ledger
        self._clock = clock
        self._written = written
        self._settled: Library | None = None
        """The stories whose plans the ledger has."""

    async def run(self) -> datetime | None:
        """Write the posts that came due since the last time; return when the next one is due, or None."""
        now, library = self._clock(), self._shelf()  # one library throughout: the ledger gets its plans
        audiences = await self._ledger.audiences()
        await self._change_plans(library, audiences, now)
        known = await self._ledger.planned_until()
        # Chats that subscribed before the very first look were promised posts; `write` leaves the other chats out.
        since = known or now - _HORIZON
        if since > now:
            await self._ledger.stepped_back(now)
        moved = [audience for audience in audiences if audience.moved]
        to_come: list[datetime] = []
        for audience in audiences:
            back = min(since, now) - (_MOVED_BY if audience.moved and known else timedelta())
            planned = _planned(library, audience, back + _TICK, now + _HORIZON)
            to_come += [each.at for each in planned if each.at > now][:1]
            for each in planned:
                if each.at <= now:
                    await self._write(each, audience, now)
        if known != now or moved:
            await self._ledger.has_planned(now, moved)
        return min(to_come, default=None)

    async def _change_plans(self, library: Library, audiences: Sequence[Audience], now: datetime) -> None:
        """Give the ledger the plans of these stories; where a plan changed, tell the chats that know another one."""
        if library is self._settled:
            return
        known, said_more = await self._ledger.plans(), dict[EventKey, Plan]()
        for story, event in [(each, event) for each in library.stories for event in each.events]:
            was = known.get((story.slug, event.id))
            if was in (None, event.plan) or event.status == "held":
                continue
            if was.holds(event.plan):
                said_more[story.slug, event.id] = event.plan
            else:
                await self._change_plan(story, event, was, audiences, now)
        if said_more:
            await self._ledger.know(said_more)
        self._settled = library

    async def _change_plan(
        self, story: Story, event: Event, was: Plan, audiences: Sequence[Audience], now: datetime
    ) -> None:
        due = [
            (planned, audience)
            for audience in audiences
            if audience.story in (story.slug, EVERY_STORY) and audience.event in ("", event.id)
            for planned in plan_event(story, event, Timing.of(audience.settings), now - _HORIZON, now)
            if is_of_use(planned, now)
        ]
        if count := await self._ledger.change_plan(story, event, now, due):
            if not any(was.holds(each.plan) for each in event.history):
                log.warning("no entry under history: calendars will not notice", notice=f"{story.slug}/{event.id}")
            log.info("a plan changed", notice=f"{story.slug}/{event.id} {event.plan}", chats=count)

    async def _write(self, planned: Planned, audience: Audience, now: datetime) -> None:
        if is_of_use(planned, now):
            count = await self._ledger.write(planned, audience, state="pending", reason="", now=now)
        else:
            count = await self._ledger.write(planned, audience, state="skipped", reason=TOO_LATE, now=now)
        if count:
            self._written()
            log.info("posts are due", notice=f"{planned.story.slug}/{planned.event.id} {planned.lead}", chats=count)


def _planned(library: Library, audience: Audience, since: datetime, until: datetime) -> list[Planned]:
    timing = Timing.of(audience.settings)
    if audience.story == EVERY_STORY:
        return plan(library.stories, timing, since, until)
    if audience.event:
        found = library.find_event(audience.story, audience.event)
        return plan_event(*found, timing, since, until) if found else []
    story = library.story(audience.story)
    return plan([story], timing, since, until) if story else []
