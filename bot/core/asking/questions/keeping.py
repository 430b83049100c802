"""Keeps what is made of a story, so that it is made once for each version of the story."""

from collections.abc import Callable
from functools import lru_cache
from typing import Generic, TypeVar

from bot.core.stories.story import Story

T = TypeVar("T")


class Kept(Generic[T]):
    """What is made of each story; of too many stories the one that was not asked for the longest is forgotten.

    Several threads may ask at once: what they make is the same.
    """

    def __init__(self, make: Callable[[Story], T], most: int) -> None:
        """Keep it of so many stories at most."""
        self._of = lru_cache(maxsize=most)(lambda same: make(same.story))

    def of(self, story: Story) -> T:
        """Return what is made of a story; the first call makes it."""
        return self._of(_Same(story))


class _Same:
    """A story as a key: two are equal only if they are one."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.story is other.story

    def __hash__(self) -> int:
        return id(self.story)
