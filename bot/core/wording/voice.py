"""A voice: the reader's language, zone and time, and nothing about the question."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from zoneinfo import ZoneInfo

from bot.core.wording.language import Language


@dataclass(frozen=True, slots=True)
class Voice:
    """The language, the moment and the time zone in which something is said."""

    language: Language
    now: datetime
    """The present moment, in UTC."""
    zone: ZoneInfo | None = None
    """The time zone that a chat has chosen; without one, known times are said in their event's zone."""

    def today(self, zone: tzinfo | None = None) -> date:
        """Return today's date in a zone; without one in the reader's zone, or in UTC."""
        return self.now.astimezone(zone or self.zone or UTC).date()
