"""How long it takes until a notice stands in the ledger for 100,000 chats, and how much memory that needs.

Run it by hand: `uv run python -m tests.benchmarks.fan_out`. A SQLite file, then a PostgreSQL; nothing is sent.
"""

import asyncio
import platform
import resource
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from multiprocessing import get_context
from pathlib import Path

from sqlalchemy import insert, text

from bot.core.posting.planning import Timing, due
from bot.core.stories.library import Library
from bot.scheduler.fan_out import FanOut
from bot.storage.database import open_database, writing
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from bot.storage.tables import chats, subscriptions
from tests.benchmarks.answers import processor
from tests.servers.postgresql import PostgresqlServer
from tests.stories import synthetic

CHATS = 100_000
LONG_AGO = datetime(2031, 1, 1, tzinfo=UTC)


async def main() -> None:
    """Print the time and memory of one fan-out, and of the look that finds nothing to do."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {processor()}")
    with tempfile.TemporaryDirectory() as folder:
        await _measure(f"sqlite:///{Path(folder)}/newspeg.db")
    with PostgresqlServer(durable=True) as server, server.database() as url:
        await _measure(url)


async def _measure(url: str) -> None:
    story = synthetic(1)
    at = due(story.events[0], story.leads[0], Timing())
    assert at
    # In a process of its own, so that its memory does not hide that of the fan-out.
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
        other.submit(_prepare, url, story.slug).result()
    engine = open_database(url)
    now = at - timedelta(seconds=1)
    fan_out = FanOut(lambda: Library([story]), SqlPlanningLedger(engine), lambda: now)
    await fan_out.run()
    idle = await _timed(fan_out)
    before = _peak_mb()
    now = at
    writing = asyncio.create_task(_timed(fan_out))
    first = await _first_post(SqlDeliveryLedger(engine), at)
    print(f"{engine.dialect.name}, {CHATS:,} chats: written in {await writing:.2f} s, the first after {first:.2f} s")
    print(f"peak memory grew by {_peak_mb() - before:.0f} MB; a look that finds nothing due takes {idle:.2f} s")
    await engine.dispose()


def _prepare(url: str, slug: str) -> None:
    """A database in which everybody has subscribed to a story."""
    asyncio.run(_subscribe_all(url, slug))


async def _subscribe_all(url: str, slug: str) -> None:
    engine = open_database(url)
    await migrate(engine)
    async with writing(engine) as connection:
        await connection.execute(insert(chats), [{"platform": "telegram", "id": str(n)} for n in range(CHATS)])
        rows = [{"platform": "telegram", "chat": str(n), "story": slug, "since": LONG_AGO} for n in range(CHATS)]
        await connection.execute(insert(subscriptions), rows)
        if engine.dialect.name == "postgresql":
            await connection.execute(text("ANALYZE"))  # as the server does by itself within a minute
    await engine.dispose()


async def _timed(fan_out: FanOut) -> float:
    start = time.perf_counter()
    await fan_out.run()
    return time.perf_counter() - start


async def _first_post(ledger: SqlDeliveryLedger, at: datetime) -> float:
    """Until a courier could take the first post."""
    start = time.perf_counter()
    while not await ledger.ready("telegram", at, 1, ()):
        pass
    return time.perf_counter() - start


def _peak_mb() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    asyncio.run(main())
