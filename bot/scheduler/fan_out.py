"""From what is due to posts in the ledger: each notice to every chat that subscribed to it."""

from collections.abc import Iterator
from datetime import datetime, timedelta

import structlog

from bot.core.composing import TOO_LATE
from bot.core.library import Library
from bot.core.planning import Planned, Timing, is_of_use, plan
from bot.core.ports import Audience, Clock, PostLedger, Shelf, Told
from bot.core.posts import is_overtaken
from bot.core.requests import EVERY_STORY
from bot.core.story import Event, Story

log = structlog.get_logger()

_MOVED_BY = timedelta(hours=26)  # no zone or hour moves a post further
_HORIZON = timedelta(days=400)  # beyond the longest lead


class FanOut:
    """Writes what is due; may run at any time and any number of times, as the ledger takes each post once."""

    def __init__(self, shelf: Shelf, ledger: PostLedger, clock: Clock) -> None:
        self._shelf = shelf
        self._ledger = ledger
        self._clock = clock

    async def run(self) -> datetime | None:
        """Write the posts that came due since the last time; when the next one is due, if any is."""
        now = self._clock()
        await self._change_plans(now)
        audiences = await self._ledger.audiences()
        known = await self._ledger.planned_until()
        since = known or now  # before the first time, nothing was promised
        if since > now:
            await self._ledger.stepped_back(now)
        moved = [audience for audience in audiences if audience.moved]
        for audience in audiences:
            back = min(since, now) - (_MOVED_BY if audience.moved and known else timedelta())
            for planned in self._due(audience, back, now):
                await self._write(planned, audience, now)
        if known != now or moved:
            await self._ledger.has_planned(now, moved)
        return min((each.at for audience in audiences for each in self._to_come(audience, now)), default=None)

    async def _change_plans(self, now: datetime) -> None:
        """Withdraw what is overtaken, and tell those who were told of it."""
        library = self._shelf()
        overtaken: dict[tuple[str, str], list[Told]] = {}
        for told in await self._ledger.told():
            event = _event(library, told)
            if event and is_overtaken(told.revision, told.plan, event):
                overtaken.setdefault((told.story, told.event), []).append(told)
        for plans in overtaken.values():
            story, event = library.story(plans[0].story), _event(library, plans[0])
            assert story
            assert event
            if count := await self._ledger.change_plan(story, event, plans, now):
                if any(told.revision == event.revision for told in plans):
                    log.warning("no entry under history: calendars will not notice", notice=f"{story.slug}/{event.id}")
                log.info("a plan changed", notice=f"{story.slug}/{event.id} {event.plan}", chats=count)

    async def _write(self, planned: Planned, audience: Audience, now: datetime) -> None:
        if is_of_use(planned, now):
            count = await self._ledger.write(planned, audience, state="pending", reason="", now=now)
        else:
            count = await self._ledger.write(planned, audience, state="skipped", reason=TOO_LATE, now=now)
        if count:
            log.info("posts are due", notice=f"{planned.story.slug}/{planned.event.id} {planned.lead}", chats=count)

    def _due(self, audience: Audience, since: datetime, now: datetime) -> Iterator[Planned]:
        """What came due after `since` up to now."""
        tick = timedelta(milliseconds=1)  # the ledger's precision
        yield from self._planned(audience, since + tick, now + tick)

    def _to_come(self, audience: Audience, now: datetime) -> Iterator[Planned]:
        tick = timedelta(milliseconds=1)
        yield from self._planned(audience, now + tick, now + _HORIZON)

    def _planned(self, audience: Audience, since: datetime, until: datetime) -> Iterator[Planned]:
        planned = plan(self._stories(audience), Timing.of(audience.settings), since, until)
        return (each for each in planned if audience.event in ("", each.event.id))

    def _stories(self, audience: Audience) -> tuple[Story, ...]:
        library = self._shelf()
        if audience.story == EVERY_STORY:
            return library.stories
        story = library.story(audience.story)
        return (story,) if story else ()


def _event(library: Library, told: Told) -> Event | None:
    story = library.story(told.story)
    return next((event for event in story.events if event.id == told.event), None) if story else None
