"""A platform's likeness: how it shows cards and reads presses, for a page that draws it without knowing its library."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from bot.core.asking.desk import Hit
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation


class Renderer(Protocol):
    """Turns a card into one platform's payloads: plain dicts, one a message, each within the platform's limits."""

    def __call__(self, card: Card) -> Sequence[Mapping[str, Any]]: ...


class Platform(Protocol):
    """One platform's adapter."""

    name: str

    @property
    def in_touch(self) -> bool:
        """Whether it reaches its platform now, as far as it knows; for while it runs."""

    async def run(self) -> None:
        """Serve until cancelled; then finish what was begun, and end as a cancelled task does.

        Raises BadToken when the platform refuses the token, PlatformUnavailable when it cannot be reached.
        """


Payload = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Likeness:
    """The adapter's own functions."""

    private: Renderer
    """For the chat with one person."""
    shared: Renderer
    """For a chat of several people."""
    as_one: Callable[[Sequence[Any]], Payload]
    """The message that stands for all of a card's where there can be but one, as in a post."""
    pressed: Callable[[str, Sequence[str]], Invocation | None]
    """What a button's data asks, with the values chosen where it is a list; None if it cannot be read."""
    alert: Callable[[Card], str] | None = None
    """A card's first words, where the platform shows them in a window over the chat."""
    found: Callable[[Iterable[Hit]], Sequence[Payload]] | None = None
    """What a search in any chat offers, where the platform has that."""


Look = Callable[[], Likeness]
"""Gives a likeness when somebody looks at it; the adapter's library is slow to load."""
