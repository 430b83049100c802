"""How the ledger stands, in figures; they are counted outside the core."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.core.posting.posts import State


@dataclass(frozen=True, slots=True)
class Tally:
    """How the ledger stands."""

    posts: Mapping[tuple[str, State], int] = field(default_factory=dict)
    """How many posts there are, by platform and state."""
    waiting_since: Mapping[str, datetime] = field(default_factory=dict)
    """By platform: when the post was due that has waited longest to be sent."""
    paused: bool = False
    unreadable: int = 0
    """How many versions of stories cannot be read, so that posts that show them are not corrected."""


class Census(Protocol):
    """Counts posts; StorageUnavailable where that cannot be done now."""

    async def tally(self, now: datetime, /) -> Tally:
        """The ledger as it stands now."""
