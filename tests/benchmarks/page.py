"""How long the newsroom page takes for an answer while many watch the ledger.

Run it by hand: `uv run python -m tests.benchmarks.page`. The page is a process of its own, over a SQLite file of 10,000
posts. 200 event streams are open on four views, posts change ten times a second, and 100 questions a second are asked
in the panes of the preview, each at its time, whether or not those before it are answered.
"""

import asyncio
import os
import platform
import re
import signal
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

import httpx
from sqlalchemy import insert

from bot.core.posting.posts import Step
from bot.newsroom.newsroom import Newsroom
from bot.storage.database import open_database, writing
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.overview import SqlOverview
from bot.storage.schema import migrate
from bot.storage.tables import posts, subscriptions
from tests.benchmarks.answers import processor
from tests.running import NEWSPEG, ROOT, environment

STREAMS, VIEWS = 200, ("", "?state=pending", "?platform=telegram", "?q=1")
PER_SECOND, SECONDS = 100, 30
CHANGES_PER_SECOND, AT_ONCE = 10, 3
POSTS = 10_000
GOAL_MS = 100.0
QUESTIONS = ("/summary", "/facts", "/who dodik", "/when match", "/timeline", "/quotes", "/help", "/who Додик")
NOW = datetime.now(UTC).replace(microsecond=0)
LEASE = timedelta(hours=1)
_LIMITS = httpx.Limits(max_connections=None, max_keepalive_connections=None)


async def main() -> None:
    """Print the figures, and whether the goal is reached."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {processor()}, {os.cpu_count()} cores")
    print(f"load average before: {os.getloadavg()[0]:.2f}")
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{folder}/newspeg.db"
        newest = await _fill(url)
        async with _served(Path(folder), url) as address, AsyncExitStack() as stack:
            client = await stack.enter_async_context(httpx.AsyncClient(base_url=address, limits=_LIMITS, timeout=30))
            told: Counter[str] = Counter()
            opened = [asyncio.Event() for _ in range(STREAMS)]
            streams = [
                asyncio.create_task(_watch(client, view, told, is_open))
                for view, is_open in zip(cycle(VIEWS), opened, strict=False)
            ]
            await asyncio.gather(*(is_open.wait() for is_open in opened))
            changing = asyncio.create_task(_change(url, newest))
            times = await _ask_all(client)
            for task in (changing, *streams):
                task.cancel()
            await asyncio.wait([changing, *streams])
    _tell(times, told)


def _tell(times: Sequence[float], told: Counter[str]) -> None:
    p99 = quantiles(times, n=100)[98]
    print(f"{STREAMS} streams were told: {', '.join(f'{count:,} {name}' for name, count in sorted(told.items()))}")
    print(f"{len(times):,} answers in {SECONDS} s: median {median(times):.1f} ms, longest {max(times):.1f} ms")
    print(f"p99 {p99:.1f} ms; the goal of {GOAL_MS:.0f} ms is {'reached' if p99 < GOAL_MS else 'missed'}")


async def _fill(url: str) -> list[int]:
    """Posts to as many chats; the ids of the newest."""
    newsroom = Newsroom(ROOT / "content")
    assert newsroom.load() == []
    story = newsroom.library.stories[0]
    event = story.events[0]
    about = {"story": story.slug, "event": event.id, "number": 0, "lead": "P1D", "plan": str(event.plan)}
    rows = [
        {"platform": ("telegram", "discord")[n % 2], "chat": str(n), **about, "due_at": NOW, "not_before": NOW}
        for n in range(POSTS)
    ]
    engine = open_database(url)
    await migrate(engine)
    async with writing(engine) as connection:
        subscribed = [{**{key: row[key] for key in ("platform", "chat", "story")}, "since": NOW} for row in rows]
        await connection.execute(insert(subscriptions), subscribed)
        await connection.execute(insert(posts), [{**row, "state": "pending"} for row in rows])
    await engine.dispose()
    return list(range(POSTS - 50, POSTS + 1))


@asynccontextmanager
async def _served(folder: Path, url: str) -> AsyncIterator[str]:
    """The page's address."""
    process = await asyncio.create_subprocess_exec(
        *NEWSPEG,
        *("run", "--only", "web"),
        cwd=folder,
        env=environment(database_url=url),
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    assert process.stdout
    try:
        while not (found := re.search(r"http://[^\s]+", (await process.stdout.readline()).decode())):
            pass
        yield found[0]
    finally:
        process.send_signal(signal.SIGTERM)
        start = time.perf_counter()
        code = await process.wait()
        print(f"the page stopped within {time.perf_counter() - start:.2f} s, exit {code}")


async def _watch(client: httpx.AsyncClient, view: str, told: Counter[str], is_open: asyncio.Event) -> None:
    async with client.stream("GET", f"/posts/stream{view}", timeout=None) as answer:
        assert answer.status_code == 200, answer.status_code
        async for line in answer.aiter_lines():
            if line.startswith("event: "):
                told[line.removeprefix("event: ")] += 1
            if line == "event: page":
                is_open.set()


async def _change(url: str, newest: Sequence[int]) -> None:
    """Posts that are claimed, and given back."""
    engine = open_database(url)
    ledger = SqlDeliveryLedger(engine)
    known = {post.id: post for post in await SqlOverview(engine).posts()}
    ids = cycle(newest[1:])
    try:
        while True:
            these = list(islice(ids, AT_ONCE))
            await ledger.claim(dict.fromkeys(these), "benchmark", NOW + LEASE, LEASE)
            await ledger.record([(known[post], Step("pending", "a pause")) for post in these])
            await asyncio.sleep(1 / CHANGES_PER_SECOND)
    finally:
        await engine.dispose()


async def _ask_all(client: httpx.AsyncClient) -> list[float]:
    """Milliseconds from when each question was to be asked until it was answered."""
    shown = await client.get("/preview")
    token = re.search(r'name="csrf-token" content="([A-Za-z0-9_-]+)"', shown.text)
    assert token
    headers = {"x-csrf-token": token[1], "content-type": "application/json"}
    for text in QUESTIONS:
        await _ask(client, headers, text)
    start = time.perf_counter()
    asked = []
    for number, text in enumerate(islice(cycle(QUESTIONS), PER_SECOND * SECONDS)):
        at = start + number / PER_SECOND
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        asked.append(asyncio.create_task(_timed(client, headers, text, at)))
    return list(await asyncio.gather(*asked))


async def _timed(client: httpx.AsyncClient, headers: dict[str, str], text: str, at: float) -> float:
    await _ask(client, headers, text)
    return (time.perf_counter() - at) * 1000


async def _ask(client: httpx.AsyncClient, headers: dict[str, str], text: str) -> None:
    answer = await client.post("/preview/telegram/say", headers=headers, json={"text": text, "view": "private"})
    assert answer.status_code == 200, answer.text


if __name__ == "__main__":
    asyncio.run(main())
