"""A voice: what wording needs to know of its reader, and nothing of what was asked."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.core.wording.language import Language


@dataclass(frozen=True, slots=True)
class Voice:
    """In which language something is said, when, and on whose clock."""

    language: Language
    now: datetime
    """The present moment, in UTC."""
    zone: ZoneInfo | None = None
    """The time zone that a chat has chosen; without one, known times are said in their event's zone."""

    def today(self, zone: tzinfo | None = None) -> date:
        """Today in a zone; where none is given in the reader's, or in UTC."""
        return self.now.astimezone(zone or self.zone or UTC).date()
