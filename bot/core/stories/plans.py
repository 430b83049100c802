"""An event's plan: its status and date as published, to tell a plan from a later one."""

from dataclasses import dataclass
from typing import Literal, Self, cast

EventStatus = Literal["scheduled", "postponed", "rescheduled", "cancelled", "held"]
AWAITED: tuple[EventStatus, ...] = ("scheduled", "rescheduled")


@dataclass(frozen=True, slots=True)
class Plan:
    """What was published of when an event takes place, and whether."""

    status: EventStatus
    date: str = ""
    """EDTF; empty where there is none."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read what `str` gives: `scheduled 2031-05-04`."""
        status, _, date = text.partition(" ")
        return cls(cast("EventStatus", status), date)

    def __str__(self) -> str:
        return f"{self.status} {self.date}".rstrip()
