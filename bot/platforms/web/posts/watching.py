"""Looks at the ledger once a second for all who watch it, and not at all while nobody does.

The finds of a look are kept for a minute, and each visitor reads on in them. A visitor who is too slow for that gets
their whole page again, and so do all if too much happens at once: nobody waits for another, and memory stays bounded.
"""

import asyncio
from collections import OrderedDict, deque
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog

from bot.core.errors import StorageUnavailable
from bot.core.posting.overview import LedgerPage, Overview
from bot.platforms.web.posts.rows import Row, Rows, View
from bot.runtime.loop import Loop
from bot.runtime.waiting import Sleep

log = structlog.get_logger(__name__)

LENGTH = 50
LOOK_S = 1.0
LOOK_AGAIN_S = 5.0
MOST_AT_ONCE = 200
_LOOKS_KEPT = 60
_PAGES_KEPT = 100


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the ledger: all posting is paused, or the ledger cannot be read."""

    paused: bool = False
    unreadable: bool = False


@dataclass(frozen=True, slots=True)
class ShownPage:
    """The rows of a page; `change` is the ledger's newest change when they were read."""

    change: int
    rows: Sequence[Row]
    has_older: bool


@dataclass(frozen=True, slots=True)
class _Look:
    since: int
    change: int
    rows: Sequence[Row] | None


class Watch:
    """Watches the ledger for all visitors of the page."""

    def __init__(self, overview: Overview, rows: Rows, sleep: Sleep = asyncio.sleep) -> None:
        self._overview = overview
        self._rows = rows
        self.status = Status()
        self.version = 0
        """A number that rises whenever there is something to tell."""
        self._change = 0
        self._looks: deque[_Look] = deque(maxlen=_LOOKS_KEPT)
        self._pages: OrderedDict[View, ShownPage] = OrderedDict()
        self._one_page_at_a_time = asyncio.Lock()
        self._watching = 0
        self._looking: asyncio.Task[None] | None = None
        self._has_looked = asyncio.Event()
        self._loop = Loop(self._step, sleep)
        self._told = asyncio.Event()

    def call(self) -> None:
        """Look at once, as something has just been changed."""
        self._loop.call()

    @asynccontextmanager
    async def open(self) -> AsyncIterator[None]:
        """Keep watching within this context; it begins after a first look."""
        self._watching += 1
        try:
            if self._looking is None:
                self._has_looked.clear()
                self._looking = asyncio.create_task(self._loop.run())
            await self._has_looked.wait()
            yield
        finally:
            self._watching -= 1
            if not self._watching and self._looking:
                looking, self._looking = self._looking, None
                looking.cancel()
                await asyncio.wait({looking})

    async def after(self, version: int) -> None:
        """Return once there is something to tell after that version."""
        while self.version == version:
            await self._told.wait()

    def since(self, change: int) -> Sequence[Row] | None:
        """Return the rows written after a change; None if they are not kept, and only a whole page can tell."""
        looks = [look for look in self._looks if look.change > change]
        if looks and looks[0].since > change and looks[0] is self._looks[0]:
            return None
        rows: list[Row] = []
        for look in looks:
            if look.rows is None:
                return None
            rows += (row for row in look.rows if row.change > change)
        return rows

    async def page(self, view: View) -> ShownPage:
        """Return a page, read once for all who look at the same one; raises StorageUnavailable."""
        async with self._one_page_at_a_time:
            known = self._pages.get(view)
            if known is None or known.change < self._change:
                page = await self._read(view)
                known = ShownPage(page.change, [self._rows.row(entry) for entry in page.entries], page.has_older)
                self._pages[view] = known
            self._pages.move_to_end(view)
            while len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
            return known

    async def _read(self, view: View) -> LedgerPage:
        try:
            return await self._overview.page(view.sought, view.before, LENGTH)
        except StorageUnavailable:
            self._tell(self._change, Status(self.status.paused, unreadable=True))
            raise

    async def _step(self) -> float:
        await self._look()
        self._has_looked.set()
        return LOOK_AGAIN_S if self.status.unreadable else LOOK_S

    async def _look(self) -> None:
        try:
            news = await self._overview.news(self._change, MOST_AT_ONCE)
            rows = None if news.entries is None else [self._rows.row(entry) for entry in news.entries]
        except StorageUnavailable:  # the storage has logged it
            return self._tell(self._change, Status(self.status.paused, unreadable=True))
        except Exception:
            log.exception("the page cannot show the changes in the ledger")
            return self._tell(self._change, Status(self.status.paused, unreadable=True))
        if news.change != self._change:
            self._looks.append(_Look(self._change, news.change, rows))
        return self._tell(news.change, Status(news.paused))

    def _tell(self, change: int, status: Status) -> None:
        if (change, status) != (self._change, self.status):
            self._change, self.status = change, status
            self.version += 1
            self._told.set()
            self._told = asyncio.Event()
