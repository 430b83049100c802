"""How long the core takes for each command, with 1 to 10,000 stories of 20 entities each.

Run it by hand: `uv run python -m tests.benchmarks.answers`. Times are milliseconds for one answer, median and 99th
percentile; the growth compares exact look-ups in the largest library with those in one of 10 stories.
"""

import asyncio
import gc
import platform
import subprocess
import sys
import time
from collections.abc import Sequence
from statistics import median, quantiles

from bot.core.stories.story import Story
from tests.asking import Asker
from tests.stories import synthetic

SIZES = (1, 10, 100, 1_000, 10_000)
ROUNDS = 400
COMMANDS = ("summary", "facts", "facts topic", "who", "when", "timeline", "quotes", "sources", "stories", "settings")


async def main() -> None:
    """Print a row for each kind of question and each size of library."""
    print(f"Python {platform.python_version()}, {platform.machine()}, {processor()}")
    print(f"{'question':<16}{'stories':>8}{'median ms':>12}{'p99 ms':>10}")
    stories = [synthetic(number) for number in range(max(SIZES))]
    exact: dict[int, float] = {}
    for size in SIZES:
        asker = Asker(*stories[:size])
        for name, questions in _questions(stories[:size]).items():
            times = await _time(asker, questions, unknown=name == "who, unknown")
            print(f"{name:<16}{size:>8}{median(times):>12.3f}{quantiles(times, n=100)[98]:>10.3f}")
            if name == "who, exact":
                exact[size] = median(times)
    print(f"exact look-up, 10,000 stories against 10: {exact[10_000] / exact[10]:.2f} times")
    print(f"newspeg chat, from its start to its first answer: {_first_answer():.2f} s (median of 5)")


def _questions(stories: Sequence[Story]) -> dict[str, list[str]]:
    entities = [story.entities[number % 20] for number, story in enumerate([*stories] * (1 + ROUNDS // len(stories)))]
    names = [entity.name for entity in entities[:: max(1, len(entities) // ROUNDS)][:ROUNDS]]
    questions = {f"/{command}": [f"/{command}"] * ROUNDS for command in COMMANDS}
    questions["plain name"] = names
    questions["plain words"] = [f"what is fact {number % 20} of {number}?" for number in range(ROUNDS)]
    questions["who, exact"] = [f"/who {name}" for name in names]
    questions["who, misspelt"] = [f"/who {name[:3]}q{name[3:]}" for name in names]
    questions["who, unknown"] = [f"/who {name[::-1]}" for name in names]
    return questions


async def _time(asker: Asker, questions: Sequence[str], unknown: bool) -> list[float]:
    for question in questions[:20]:
        card = await asker.ask(question)
        assert unknown == (card.title == "No such name"), question
    gc.collect()
    times = []
    for question in questions:
        start = time.perf_counter()
        await asker.ask(question)
        times.append((time.perf_counter() - start) * 1000)
    return times


def _first_answer() -> float:
    times = []
    for _ in range(5):
        start = time.perf_counter()
        with subprocess.Popen(
            [sys.executable, "-m", "bot", "chat"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        ) as process:
            assert process.stdin
            assert process.stdout
            process.stdin.write("/who dodik\n")
            process.stdin.flush()
            process.stdout.readline()
            times.append(time.perf_counter() - start)
            process.stdin.close()
            process.stdout.read()
    return median(times)


def processor() -> str:
    """The processor's name, where the kernel tells it."""
    with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123 -- a kernel's file, where there is one
        return next((line.partition(":")[2].strip() for line in file if line.startswith("model name")), "unknown")


if __name__ == "__main__":
    asyncio.run(main())
