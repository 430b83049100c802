"""An event's plan: its status and date as published, to tell a plan from a later one."""

from dataclasses import dataclass, replace
from typing import Literal, Self, cast

EventStatus = Literal["scheduled", "postponed", "rescheduled", "cancelled", "held"]
AWAITED: tuple[EventStatus, ...] = ("scheduled", "rescheduled")

_DOUBTS = "?~%"  # of EDTF, at the end of a date


@dataclass(frozen=True, slots=True)
class Plan:
    """An event's status and date as published."""

    status: EventStatus
    date: str = ""
    """EDTF; empty where there is none."""

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read the text that `str` gives: `scheduled 2031-05-04`."""
        status, _, date = text.partition(" ")
        return cls(cast("EventStatus", status), date)

    def __str__(self) -> str:
        return f"{self.status} {self.date}".rstrip()

    @property
    def undoubted(self) -> Self:
        """The same plan without the doubt about its date."""
        return replace(self, date=self.date.rstrip(_DOUBTS))

    def holds(self, now: "Plan") -> bool:
        """True if a reader who knows this plan knows the published one too: then both are one plan.

        A day that gets its time is the same plan, and so is a date that gains or loses a doubt, or was moved and moved
        back. An event that was held leaves its plan as it was.
        """
        if now.status == "held":
            return True
        awaited = self.status in AWAITED and now.status in AWAITED
        return (awaited or self.status == now.status) and _covers(self.date, now.date)


def _covers(known: str, date: str) -> bool:
    """True if a date is the same as the known one, or only adds detail to it."""
    known, date = known.rstrip(_DOUBTS), date.rstrip(_DOUBTS)
    return known == date or bool(known and date.startswith((f"{known}-", f"{known}T")))
