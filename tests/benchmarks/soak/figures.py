"""What was measured: each figure with what was asked and whether it is reached, as a Markdown table."""

import platform
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from rich.console import Console

from tests.benchmarks.answers import processor

_console = Console(stderr=True, highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """One line of the table; `reached` is None where nothing was asked."""

    what: str
    measured: str
    asked: str = ""
    reached: bool | None = None


def judged(what: str, measured: str, asked: str, *, reached: bool) -> Figure:
    """A line of which something was asked."""
    return Figure(what, measured, asked, reached)


def say(text: str) -> None:
    """Tell how far it is."""
    _console.print(text, markup=False)


def markdown(figures: Iterable[Figure], seed: int, *, quick: bool) -> str:
    """The table, with where and how it was measured."""
    verdicts = {True: "yes", False: "**no**", None: ""}
    size = ", `--quick`: about 1/20 of the size" if quick else ""
    rows = [f"| {each.what} | {each.measured} | {each.asked} | {verdicts[each.reached]} |" for each in figures]
    where = f"Python {platform.python_version()}, {platform.system()} {platform.machine()}, {processor()}"
    head = ["| what | measured | asked | reached |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows, "", f"{where}; seed {seed}{size}."])


def p99(values: Sequence[float]) -> float:
    """The value that 99 of 100 do not exceed, by nearest rank; of fewer than 100, the largest."""
    return sorted(values)[ceil(0.99 * len(values)) - 1]
