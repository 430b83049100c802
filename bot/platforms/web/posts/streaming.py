"""Streams to each visitor the page that they look at, then the rows that change in it.

The whole page is sent again when posts come to it or leave it, so whoever begins anew or falls behind needs no more.
"""

import json
from collections.abc import AsyncGenerator, Iterable
from dataclasses import dataclass

from bot.core.errors import StorageUnavailable
from bot.platforms.web.posts.rows import Row, View
from bot.platforms.web.posts.watching import ShownPage, Status, Watch
from bot.platforms.web.streams import StreamEvent


async def events(watch: Watch, view: View) -> AsyncGenerator[StreamEvent, None]:
    """Yield the events `status`, `page` and `rows`, until closed."""
    told: Status | None = None
    async with watch.open():
        while True:
            version, status = watch.version, watch.status
            if status != told:
                yield _status(status)
                told = status
            try:
                shown = await watch.page(view)
            except StorageUnavailable:  # the storage has logged it, and the watch sees it, too
                await watch.after(version)
                continue
            yield _page(shown)
            window = _Window.of(view, shown)
            change = shown.change
            while (rows := watch.since(change)) is not None and not any(map(window.lacks, rows)):
                version, status = watch.version, watch.status
                change = max([change, *(row.change for row in rows)])
                if status != told:
                    yield _status(status)
                    told = status
                if mine := [row for row in rows if row.post.id in window.ids]:
                    yield StreamEvent(_list(mine), "rows")
                await watch.after(version)


@dataclass(frozen=True, slots=True)
class _Window:
    """The posts that stand on a visitor's page; `last` is the lowest id that can stand there."""

    view: View
    ids: frozenset[int]
    last: int

    @classmethod
    def of(cls, view: View, shown: ShownPage) -> "_Window":
        ids = frozenset(row.post.id for row in shown.rows)
        return cls(view, ids, min(ids) if shown.has_older else 0)

    def lacks(self, row: Row) -> bool:
        """True if a row belongs on the page and does not stand there."""
        post, before = row.post, self.view.before
        within = post.id > self.last and (before is None or post.id < before)
        return within and post.id not in self.ids and self.view.sought.has(post)


def _status(status: Status) -> StreamEvent:
    return StreamEvent(json.dumps({"paused": status.paused, "unreadable": status.unreadable}), "status")


def _page(shown: ShownPage) -> StreamEvent:
    return StreamEvent(f'{{"rows": {_list(shown.rows)}, "has_older": {json.dumps(shown.has_older)}}}', "page")


def _list(rows: Iterable[Row]) -> str:
    return f"[{','.join(row.json for row in rows)}]"
