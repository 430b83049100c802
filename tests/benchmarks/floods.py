"""Whether the bot answers while its page is under attack.

Run it by hand: `uv run python -m tests.benchmarks.floods`, or with the names of some floods. `newspeg run` serves the
page and a Telegram on loopback; the attack is a process of its own. Meanwhile `/healthz` is asked over a new connection
four times a second, and a question on Telegram twice a second.
"""

import asyncio
import json
import os
import platform
import re
import signal
import sys
import tempfile
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import cycle, islice
from pathlib import Path
from statistics import median

from tests.benchmarks.answers import processor
from tests.fakes.telegram_api import said
from tests.running import NEWSPEG, environment
from tests.servers.telegram import TelegramServer
from tests.stories import synthetic

STORIES, LARGE = 2_000, 400
SECONDS = 15.0
HEALTH_EVERY_S, QUESTION_EVERY_S = 0.25, 0.5
HEALTH_GOAL_S, QUESTION_GOAL_S = 1.0, 2.0
PATIENCE_S = 30.0
HERE = ("127.0.0.1",)
MANY = tuple(f"127.0.0.{number}" for number in range(2, 42))
LARGEST, LIST = "/stories/story-0", "/stories"


@dataclass(frozen=True, slots=True)
class Flood:
    """So many connections from these addresses, each doing the same again and again."""

    connections: int
    path: str = LARGEST
    pipelined: int = 1
    addresses: Sequence[str] = HERE
    reads: bool = True
    """Whether it takes what it asked for."""
    whole: bool = True
    """Whether it ever finishes its request."""
    anew: bool = False
    """Whether it connects anew for each."""
    fields: int = 0
    """How many fields its head has beside those that it needs."""
    pieces: int = 0
    """How many pieces of one byte its body has."""


FLOODS = {
    "nothing": Flood(0),
    "half": Flood(1000, whole=False),
    "half-many": Flood(1000, whole=False, addresses=MANY),
    "half-more": Flood(3000, whole=False, addresses=MANY),
    "story": Flood(300),
    "story-pipelined": Flood(300, pipelined=50),
    "list": Flood(300, path=LIST),
    "list-pipelined": Flood(300, path=LIST, pipelined=50),
    "anew": Flood(300, anew=True),
    "many": Flood(1000, addresses=MANY),
    "deaf": Flood(300, pipelined=50, reads=False),
    "deaf-many": Flood(1000, pipelined=50, reads=False, addresses=MANY),
    "fields": Flood(300, path="/login", fields=1000),
    "pieces": Flood(300, path="/login", pieces=5000),
    "file": Flood(300, path="/static/site.css"),
    "calendar": Flood(300, path="/stories/story-0.ics"),
    "figures": Flood(300, path="/metrics"),
    "nowhere": Flood(300, path="/stories/nowhere"),
    "editors": Flood(300, path="/preview"),
}


async def main(names: Sequence[str]) -> None:
    """Print a row for each flood."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {processor()}, {os.cpu_count()} cores")
    print(f"load average before: {os.getloadavg()[0]:.2f}; {STORIES:,} stories")
    print(
        f"{'flood':<16}{'healthz: longest, median':>26}{'question: longest, median':>28}{'memory':>9}  the attack saw"
    )
    with tempfile.TemporaryDirectory() as folder:
        _write_stories(Path(folder) / "content")
        for name in names or FLOODS:
            await _measure(name, Path(folder))


def _write_stories(content: Path) -> None:
    """Stories of which the first is large."""
    for number in range(STORIES):
        story = synthetic(number, entities=LARGE if number == 0 else 3)
        file = content / story.slug / "story.yaml"
        file.parent.mkdir(parents=True)
        written = json.loads(story.snapshot)
        del written["slug"]
        file.write_text(json.dumps(written), encoding="utf-8")


async def _measure(name: str, folder: Path) -> None:
    async with TelegramServer() as telegram:
        async with _served(folder, telegram) as (process, port), _attacked(name, port) as saw:
            health, questions = await asyncio.gather(
                _each(HEALTH_EVERY_S, lambda _: _ask_health(port)),
                _each(QUESTION_EVERY_S, lambda number: _ask_telegram(telegram, number)),
            )
            memory = _peak_memory_mb(process.pid)
        reached = max(health) <= HEALTH_GOAL_S and max(questions) <= QUESTION_GOAL_S
        print(
            f"{name:<16}{max(health):>18.3f} s{median(health):>6.3f}{max(questions):>20.3f} s{median(questions):>6.3f}"
            f"{memory:>6.0f} MB  {'reached' if reached else 'MISSED '}  {await saw()}",
            flush=True,
        )


async def _each(every_s: float, ask: Callable[[int], Coroutine[None, None, None]]) -> list[float]:
    """Seconds from when each was to be asked until it was answered."""
    start = time.perf_counter()

    async def timed(number: int, at: float) -> float:
        try:
            await ask(number)
        except (TimeoutError, OSError, asyncio.IncompleteReadError) as error:
            print(f"    not answered: {error!r}")
        else:
            return time.perf_counter() - at
        return max(PATIENCE_S, time.perf_counter() - at)

    asked = []
    for number in range(1, 1 + int(SECONDS / every_s)):
        at = start + number * every_s
        await asyncio.sleep(max(0.0, at - time.perf_counter()))
        asked.append(asyncio.create_task(timed(number, at)))
    return list(await asyncio.gather(*asked))


async def _ask_health(port: int) -> None:
    async with asyncio.timeout(PATIENCE_S):
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        writer.write(f"GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n".encode())
        answer = await reader.read()
        writer.close()
    if not answer.startswith(b"HTTP/1.1 200"):
        raise OSError(answer[:100])


async def _ask_telegram(telegram: TelegramServer, number: int) -> None:
    """Each from a person of their own, whose answers are not held up by others'."""
    chat = {"id": 1000 + number, "type": "private", "first_name": "Reader"}
    await telegram.feed(said("/summary", chat, {**chat, "is_bot": False}, date=int(time.time())))
    await telegram.ledger.wait(lambda got: got.method == "sendMessage" and str(got["chat_id"]) == str(chat["id"]))


@asynccontextmanager
async def _served(folder: Path, telegram: TelegramServer) -> AsyncIterator[tuple[asyncio.subprocess.Process, int]]:
    """The process, and the page's port."""
    settings = {"telegram_token": telegram.token, "telegram_api_url": telegram.base_url}
    with (folder / "log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(
            *(*NEWSPEG, "run"),
            cwd=folder,
            env=environment(content=str(folder / "content"), **settings),
            stdout=asyncio.subprocess.PIPE,
            stderr=log,
        )
    assert process.stdout
    try:
        while not (found := re.search(r"http://127.0.0.1:(\d+)/", (await process.stdout.readline()).decode())):
            assert process.returncode is None
        await _ask_telegram(telegram, 0)
        yield process, int(found[1])
    finally:
        process.send_signal(signal.SIGTERM)
        start = time.perf_counter()
        code = await process.wait()
        lines = (folder / "log").read_bytes().count(b"\n")
        if code or time.perf_counter() - start > 10 or lines > 50:
            print(f"    stopped after {time.perf_counter() - start:.1f} s, exit {code}; {lines:,} lines of log")


@asynccontextmanager
async def _attacked(name: str, port: int) -> AsyncIterator[Callable[[], Coroutine[None, None, str]]]:
    """While it is under attack; afterwards what the attack says of it."""
    attack = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", __spec__.name if __spec__ else "", "attack", name, str(port)),
        stdout=asyncio.subprocess.PIPE,
    )
    assert attack.stdout
    await attack.stdout.readline()

    async def saw() -> str:
        assert attack.stdout
        return (await attack.stdout.read()).decode().strip()

    try:
        yield saw
    finally:
        attack.send_signal(signal.SIGTERM)


def _peak_memory_mb(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    found = re.search(r"VmHWM:\s+(\d+) kB", status)
    return int(found[1]) / 1024 if found else 0.0


async def attack(name: str, port: int) -> None:
    """Attack the page on that port until told to stop, and print what came of it."""
    flood, saw = FLOODS[name], Counter[str]()
    tasks = [
        asyncio.create_task(_attack_once_more(flood, address, port, saw))
        for address in islice(cycle(flood.addresses), flood.connections)
    ]
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    print("under way", flush=True)
    await stop.wait()
    for task in tasks:
        task.cancel()
    print(", ".join(f"{count:,} {what}" for what, count in saw.most_common(6)))


async def _attack_once_more(flood: Flood, address: str, port: int, saw: Counter[str]) -> None:
    request = _request(flood, port) * flood.pipelined
    while True:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=(address, 0))
        except OSError:
            saw["not let in"] += 1
            await asyncio.sleep(0.01)
            continue
        try:
            await _use(flood, request, reader, writer, saw)
        except (OSError, asyncio.IncompleteReadError):
            saw["cut off"] += 1
        finally:
            writer.transport.abort()


def _request(flood: Flood, port: int) -> bytes:
    method = "POST" if flood.pieces else "GET"
    head = (
        f"{method} {flood.path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept: text/html\r\n" + "a:b\r\n" * flood.fields
    )
    if flood.pieces:
        body = "1\r\nx\r\n" * flood.pieces
        return f"{head}Transfer-Encoding: chunked\r\n\r\n{body}0\r\n\r\n".encode()
    return (f"{head}\r\n" if flood.whole else head).encode()


async def _use(
    flood: Flood, request: bytes, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, saw: Counter[str]
) -> None:
    while True:
        writer.write(request)
        await writer.drain()
        if not flood.whole or not flood.reads:
            while flood.reads and await reader.read(65536):
                pass
            await (asyncio.Event().wait() if not flood.reads else asyncio.sleep(0))
            raise ConnectionResetError
        for _ in range(flood.pipelined):
            head = (await reader.readuntil(b"\r\n\r\n")).lower()
            saw[head[9:12].decode()] += 1
            length = re.search(rb"content-length: (\d+)", head)
            await reader.readexactly(int(length[1]) if length else 0)
            if b"connection: close" in head:
                raise ConnectionResetError
        if flood.anew:
            return


if __name__ == "__main__":
    if sys.argv[1:2] == ["attack"]:
        asyncio.run(attack(sys.argv[2], int(sys.argv[3])))
    else:
        asyncio.run(main(sys.argv[1:]))
