"""What is counted while the bot runs; collected outside the core, and shown wherever `app` hands it in."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Literal, Protocol

from bot.core.posting.posts import State

Kind = Literal["answer", "post"]


class Figures(Protocol):
    """Takes note of what happens. Nothing waits for it."""

    def answered(self, platform: str, command: str, seconds: float) -> None:
        """A question was answered, or failed to be, within so many seconds."""

    def waited(self, platform: str, kind: Kind, seconds: float) -> None:
        """A message has to wait so long for its turn under the platform's limits, from when its place was taken."""

    def recorded(self, platform: str, state: State, lag_s: float | None) -> None:
        """A post went on to a state, after a try or in place of one; `lag_s`: how long after it was due, if sent."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How the ledger stands."""

    posts: Mapping[tuple[str, State], int] = field(default_factory=dict)
    """How many posts there are, by platform and state."""
    waiting_since: Mapping[str, datetime] = field(default_factory=dict)
    """By platform: when the post was due that has waited longest to be sent."""
    paused: bool = False


class Census(Protocol):
    """Counts posts; StorageUnavailable where that cannot be done now."""

    async def tally(self, now: datetime, /) -> Tally:
        """The ledger as it stands now."""
