"""Advice on a question: somebody who is no part of the rules may say which of a story's statements answer it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple, Protocol

MOST_OFFERED = 20
MOST_ADVISED = 3


class Offered(NamedTuple):
    """A statement that may be chosen."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Advice:
    """The statements of a story that answer a question, the best first; none if the story does not answer it."""

    story: str
    """The story's slug."""
    statements: Sequence[str]
    """Their ids."""


class Chooser(Protocol):
    """The one who gives advice."""

    async def choose(self, question: str, statements: Sequence[Offered]) -> Sequence[str] | None:
        """Return the ids of at most three of the statements, the best first: those that answer the question.

        Empty if none of them does; None if there is no advice. It takes two seconds at most, and raises nothing.
        """
