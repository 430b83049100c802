"""The command line of the soak."""

import asyncio
import random
import signal
import sys
import tempfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Annotated, Literal

from cyclopts import App, Parameter

from tests.benchmarks.soak import lost_and_doubled, pace, punctuality
from tests.benchmarks.soak.figures import Figure, markdown, say
from tests.benchmarks.soak.servers import Servers, serving

Measure = Callable[..., Awaitable[list[Figure]]]

PARTS: dict[str, Measure] = {"a": lost_and_doubled.measure, "b": pace.measure, "d": punctuality.measure}

command = App(name="soak", help="The service against platforms that enforce their limits and break.")


@command.default
async def soak(
    part: Literal["a", "b", "d", "all"] = "all",
    *,
    quick: Annotated[bool, Parameter(negative="")] = False,
    seed: int | None = None,
    folder: Path | None = None,
) -> None:
    """Run a measurement, or all; exit 1 if something asked for was not reached.

    Parameters
    ----------
    part
        a: kills. b: pace. d: many reminders.
    quick
        Everything at about a twentieth of its size, to try it.
    seed
        For everything that is left to chance; another one each time by default.
    folder
        Work in a new folder in this one, and leave the databases and logs there.
    """
    seed = random.SystemRandom().randrange(10**6) if seed is None else seed
    say(f"seed {seed}")
    task = asyncio.current_task()
    assert task
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)  # so that no process is left behind
    figures: list[Figure] = []
    async with serving(seed) as servers:
        for name in PARTS if part == "all" else [part]:
            figures += await _measured(PARTS[name], servers, seed, quick, folder)
    print(markdown(figures, seed, quick=quick))
    if any(figure.reached is False for figure in figures):
        sys.exit(1)


async def _measured(measure: Measure, servers: Servers, seed: int, quick: bool, kept: Path | None) -> list[Figure]:
    """In a folder of its own."""
    if kept:
        return await measure(Path(tempfile.mkdtemp(dir=kept)), servers, seed, quick=quick)
    with tempfile.TemporaryDirectory(prefix="newspeg-soak-") as folder:
        return await measure(Path(folder), servers, seed, quick=quick)


if __name__ == "__main__":
    asyncio.run(command.run_async())
