"""(b) How much of the platform's limit a broadcast uses, and how fast it is without one, beside a bare loop."""

import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from tests.benchmarks.soak.bare_loop import TRANSPORTS
from tests.benchmarks.soak.broadcast import Broadcast, Seen
from tests.benchmarks.soak.figures import Figure, judged, p99, say
from tests.benchmarks.soak.limits import TELEGRAM_PER_SECOND
from tests.benchmarks.soak.newspeg import UNPACED
from tests.benchmarks.soak.servers import Servers
from tests.running import NEWSPEG, ROOT, environment

CHATS, CHATS_WITHOUT_LIMITS = 3_000, 5_000
QUICK_WITHOUT_LIMITS = 1_000
QUICK = 20
READERS_PER_SECOND = 1.5
TURNS = 4
CONCURRENCIES = (1, 4, 8, 16, 32, 64)
LOOP_MESSAGES = 2_000
SHARE, RATIO, ANSWER_S = 0.98, 0.8, 1.0
_SLOWEST_PER_SECOND = 5.0
_A_MINUTE_MORE_S = 60.0


class Run(NamedTuple):
    """What the bare loop achieved."""

    concurrency: int
    per_second: float
    processor_ms: float
    """A message."""


async def measure(folder: Path, servers: Servers, seed: int, *, quick: bool) -> list[Figure]:  # noqa: ARG001 -- nothing is left to chance
    """Under the limits and readers' questions; then without."""
    await servers.fail({})
    return [
        *await _limited(folder / "limited", servers, quick),
        *await _unlimited(folder / "unlimited", servers, quick),
    ]


async def _limited(folder: Path, servers: Servers, quick: bool) -> list[Figure]:
    await servers.enforce(limits=True)
    seen = await _broadcast(folder, servers, CHATS // (QUICK if quick else 1), READERS_PER_SECOND)
    share = seen.messages_per_second / TELEGRAM_PER_SECOND
    late = sum(after > 1 for after in seen.refused)
    wait = p99(seen.waits)
    posts = f"{len(seen.posts):,} posts in {seen.seconds:.1f} s: {seen.posts_per_second:.2f}/s"
    return [
        judged(
            f"(b) {len(seen.posts):,} chats under Telegram's limit of {TELEGRAM_PER_SECOND:.0f}/s",
            f"{posts}, with answers {seen.messages_per_second:.2f}/s, {share:.1%} of the limit",
            f"at least {SHARE:.0%}",
            reached=share >= SHARE,
        ),
        judged(
            "(b) 429s after the first second", f"{late} (within it: {len(seen.refused) - late})", "0", reached=not late
        ),
        judged(
            f"(b) {len(seen.waits)} readers ask meanwhile, {READERS_PER_SECOND}/s: an answer takes, p99",
            f"{wait:.3f} s",
            f"at most {ANSWER_S:.0f} s",
            reached=wait <= ANSWER_S,
        ),
    ]


async def _unlimited(folder: Path, servers: Servers, quick: bool) -> list[Figure]:
    """The service and the loop in turns, as what else the machine does slows down either; the fastest count."""
    await servers.enforce(limits=False)
    chats = QUICK_WITHOUT_LIMITS if quick else CHATS_WITHOUT_LIMITS
    seen: list[Seen] = []
    runs: dict[str, list[Run]] = {transport: [] for transport in TRANSPORTS}
    for number in range(TURNS):
        seen.append(await _broadcast(folder.with_name(f"{folder.name}-{number}"), servers, chats, command=UNPACED))
        message = await servers.last_message()
        for transport, former in runs.items():
            concurrencies = [max(former, key=_speed).concurrency] if former else CONCURRENCIES
            former.extend(await _bare_loop(servers, message, transport, concurrencies))
            assert _without_chat(await servers.last_message()) == _without_chat(message), "the loop sent something else"
    best, quicker = (max(runs[transport], key=_speed) for transport in TRANSPORTS)
    fastest = max(seen, key=lambda each: each.posts_per_second)
    ratio = fastest.posts_per_second / best.per_second
    cost = min(each.processor_ms for each in seen)
    costs = [min(run.processor_ms for run in runs[transport]) for transport in TRANSPORTS]
    return [
        judged(
            f"(b) {chats:,} chats without limits, beside a bare loop of `Bot.send_message`",
            f"{fastest.posts_per_second:.0f} posts/s; the loop {best.per_second:.0f}/s, at its best with"
            f" {best.concurrency} at once; ratio {ratio:.2f}",
            f"at least {RATIO}",
            reached=ratio >= RATIO,
        ),
        Figure(
            "(b) the loop over the bot's own transport",
            f"{quicker.per_second:.0f}/s, with {quicker.concurrency} at once",
        ),
        Figure(
            "(b) of the processor's time, a post takes",
            f"{cost:.2f} ms; in the loop {costs[0]:.2f} ms, over the bot's transport {costs[1]:.2f} ms",
        ),
    ]


async def _broadcast(
    folder: Path, servers: Servers, chats: int, readers: float = 0.0, command: Sequence[str] = NEWSPEG
) -> Seen:
    say(f"a notice to {chats:,} chats")
    broadcast = Broadcast(folder, servers, chats)
    seen = await broadcast.run(chats / _SLOWEST_PER_SECOND + _A_MINUTE_MORE_S, readers, command)
    complaints = dict(broadcast.newspeg.complaints().most_common(5))
    say(f"{seen.posts_per_second:.1f} posts/s; the log complains of {complaints}")
    return seen


async def _bare_loop(
    servers: Servers, message: Mapping[str, str], transport: str, concurrencies: Sequence[int]
) -> list[Run]:
    await servers.forget()
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "tests.benchmarks.soak.bare_loop"),
        cwd=ROOT,
        env=environment(),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    base_url = servers.telegram_settings["telegram_api_url"]
    wanted = {
        "base_url": base_url,
        "message": message,
        "transport": transport,
        "concurrencies": concurrencies,
        "count": LOOP_MESSAGES,
    }
    out, _ = await process.communicate(json.dumps(wanted).encode())
    assert process.returncode == 0
    runs = [Run(*run) for run in json.loads(out)]
    say(
        f"the bare loop over {transport} transport: "
        + ", ".join(f"{run.concurrency} at once {run.per_second:.0f}/s" for run in runs)
    )
    return runs


def _speed(run: Run) -> float:
    return run.per_second


def _without_chat(message: Mapping[str, str]) -> Mapping[str, str]:
    return {name: value for name, value in message.items() if name != "chat_id"}
