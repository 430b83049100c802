"""The state of the ledger in figures; they are counted outside the core."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.core.posting.posts import State


@dataclass(frozen=True, slots=True)
class Tally:
    """The state of the ledger."""

    posts: Mapping[tuple[str, State], int] = field(default_factory=dict)
    """The number of posts, by platform and state."""
    waiting_since: Mapping[str, datetime] = field(default_factory=dict)
    """By platform: the due moment of the post that has waited longest to be sent."""
    paused: bool = False
    unreadable: int = 0
    """The number of stored story versions that cannot be read: posts that show them are not corrected."""


class Census(Protocol):
    """Counts posts; StorageUnavailable if that cannot be done now."""

    async def tally(self, now: datetime, /) -> Tally:
        """Return the state of the ledger now."""
