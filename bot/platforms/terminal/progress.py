"""A bar that shows how much of several things is done, where somebody looks at it."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import track

T = TypeVar("T")


def progress(items: Sequence[T], doing: str) -> Iterator[T]:
    """Yield the items; over several of them a bar on standard error goes along, if that is a terminal."""
    console = Console(stderr=True)
    yield from track(items, doing, console=console, disable=len(items) < 2 or not console.is_terminal)
