"""APScheduler wakes the bot at the next due moment, and every half minute, as clocks are set; it decides nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import structlog
from apscheduler.jobstores.base import JobLookupError
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.core.errors import StorageUnavailable
from bot.core.stories.library import Clock

log = structlog.get_logger()

TICK_S = 30
_DUE = "due"


Look = Callable[[], Awaitable[datetime | None]]
"""Does the work that there is now, and returns when there will be more."""


class Waker:
    """Looks whenever a post may be due, and then tells the senders."""

    def __init__(self, looks: Sequence[Look], clock: Clock, notify: Callable[[], None]) -> None:
        self._looks = looks
        self._clock = clock
        self._notify = notify
        self._woken = asyncio.Event()

    def wake(self) -> None:
        """Look at once: a chat subscribed, or a story changed."""
        self._woken.set()

    async def run(self) -> None:
        """Wake until cancelled."""
        # One second of misfire grace, the default, would drop a job whenever the loop is busy for longer; and one
        # instance at a time would drop one that is due again before the last is known to have ended.
        scheduler = AsyncIOScheduler(
            timezone=UTC, job_defaults={"misfire_grace_time": None, "coalesce": True, "max_instances": 100}
        )
        scheduler.add_job(self._ring, "interval", seconds=TICK_S)
        scheduler.start()
        try:
            self.wake()
            while True:
                await self._woken.wait()
                self._woken.clear()
                self._set_alarm(scheduler, await self._look())
        finally:
            scheduler.shutdown(wait=False)

    async def _ring(self) -> None:
        """Set the event in a coroutine: APScheduler runs plain functions in a thread, which must not set it."""
        self.wake()

    async def _look(self) -> datetime | None:
        due: list[datetime] = []
        with suppress(StorageUnavailable):  # the storage has logged it; the next tick tries again
            due += [moment for look in self._looks if (moment := await look())]
        self._notify()
        return min(due, default=None)

    def _set_alarm(self, scheduler: AsyncIOScheduler, due: datetime | None) -> None:
        """Move the one job to the next due moment, on the real clock."""
        if due is None:
            with suppress(JobLookupError):
                scheduler.remove_job(_DUE)
            return
        wait = max(due - self._clock(), timedelta())
        scheduler.add_job(self._ring, "date", run_date=datetime.now(UTC) + wait, id=_DUE, replace_existing=True)
