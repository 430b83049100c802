"""Whether all of 1,000 readers who subscribe within a second are served, on a machine that is busy with other things.

Run it by hand: `uv run python -m tests.benchmarks.writers`. The real desk, scheduler and courier write to one SQLite
file in one process, beside three busy loops; nothing is sent.
"""

import asyncio
import logging
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from bot.core.asking.desk import Desk
from bot.core.asking.requests import Request
from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatKey
from bot.core.posting.pacing import Pace
from bot.core.posting.planning import Timing, due
from bot.core.stories.library import Library
from bot.core.wording.invocations import Invocation
from bot.delivery.courier import Courier
from bot.delivery.drafts import Drafts
from bot.runtime.catalogues import Catalogues
from bot.scheduler.fan_out import FanOut
from bot.scheduler.waking import Waker
from bot.storage.chats import SqlChatStore
from bot.storage.database import open_database
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from tests.benchmarks.answers import processor
from tests.delivery.house import ScriptedMessenger
from tests.stories import synthetic

READERS = 1_000
WITHIN_S = 1.0
BUSY_LOOPS = 3
POSTED_TO = 500
"""Chats to which the courier sends meanwhile."""
POSTS_PER_SECOND = 29.7

STORY = synthetic(1)
LONG_AGO = datetime(2031, 1, 1, tzinfo=UTC)


async def main() -> None:
    """Print how many readers were served, how long they waited, and what the log said of a lock."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {processor()}; {BUSY_LOOPS} busy loops beside it")
    with tempfile.TemporaryDirectory() as folder, busy_loops(BUSY_LOOPS):
        engine = open_database(f"sqlite:///{Path(folder)}/newspeg.db")
        await migrate(engine)
        logging.disable(logging.CRITICAL)  # capture_logs sees structlog's; the rest is APScheduler's
        with capture_logs() as logs:
            took, stored, sent = await _measure(engine)
        await engine.dispose()
    served = [each for each in took if each is not None]
    locked = [each for each in logs if "locked" in str(each)]
    print(f"{len(served):,} of {len(took):,} readers were served, {stored:,} subscriptions are stored")
    print(f"an answer took {_share(served, 0.5):.2f} s in the median, {max(served, default=0.0):.2f} s at most")
    print(f"{sent:,} posts were sent meanwhile; {len(locked):,} lines of the log speak of a lock")
    if len(served) < READERS or stored < READERS or locked:
        sys.exit("not everybody was served")


async def _measure(engine: AsyncEngine) -> tuple[list[float | None], int, int]:
    """Seconds that each reader waited, None where it was turned away; chats that are subscribed; posts sent."""
    at = due(STORY.events[0], STORY.leads[0], Timing())
    assert at
    now = at - timedelta(seconds=1)
    library = Library([STORY])
    chats, ledger, messenger = SqlChatStore(engine), SqlDeliveryLedger(engine), ScriptedMessenger()
    for number in range(POSTED_TO):
        await chats.subscribe(ChatKey("telegram", f"-{number}"), STORY.slug, LONG_AGO)
    courier = Courier(
        "telegram",
        messenger,
        ledger=ledger,
        drafts=Drafts(ledger, lambda: library, Catalogues()),
        pace=Pace(POSTS_PER_SECOND),
        clock=lambda: now,
        worker="benchmark",
    )
    fan_out = FanOut(lambda: library, SqlPlanningLedger(engine), lambda: now, courier.call)
    await fan_out.run()
    now = at
    waker = Waker([fan_out.run], lambda: now, courier.call)
    desk = Desk(lambda: library, chats, lambda: now, Catalogues(), changed=waker.wake)
    parts = [asyncio.create_task(part.run()) for part in (waker, courier)]
    start = time.perf_counter()
    took = await asyncio.gather(*(_subscribe(desk, start + WITHIN_S * n / READERS, n) for n in range(READERS)))
    sent = len(messenger.sent)
    for part in parts:
        part.cancel()
    await asyncio.wait(parts)
    stored = [await chats.subscriptions(ChatKey("telegram", str(number))) for number in range(READERS)]
    return took, sum(map(bool, stored)), sent


async def _subscribe(desk: Desk, at: float, number: int) -> float | None:
    """One reader comes at a moment, and is answered after so many seconds, or turned away."""
    await asyncio.sleep(at - time.perf_counter())
    chat = ChatKey("telegram", str(number))
    start = time.perf_counter()
    try:
        await desk.answer(Request(Invocation("subscribe"), chat, by=chat, person=chat))
    except StorageUnavailable:
        return None
    return time.perf_counter() - start


def _share(values: list[float], share: float) -> float:
    return sorted(values)[int(share * (len(values) - 1))] if values else 0.0


@contextmanager
def busy_loops(count: int) -> Iterator[None]:
    """So many processes that do nothing but take the processor's time."""
    loops = [subprocess.Popen([sys.executable, "-c", "while True: pass"]) for _ in range(count)]
    try:
        yield
    finally:
        for loop in loops:
            loop.kill()
            loop.wait()


if __name__ == "__main__":
    asyncio.run(main())
