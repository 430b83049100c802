"""Notices: what a post is about, a closed union; and the one way to and from the columns that keep it.

A new kind is a class here, in the union, in `columns_of` and `notice_of`; mypy names who else must know it.
"""

from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, assert_never

from bot.core.stories.leads import Lead
from bot.core.stories.plans import Plan


@dataclass(frozen=True, slots=True)
class Reminder:
    """An event is near."""

    story: str
    event: str
    number: int
    """Of the event's plan."""
    plan: Plan
    """The event's status and date when the reminder was written."""
    lead: Lead


@dataclass(frozen=True, slots=True)
class PlanChange:
    """The plan of an event has changed, of which the chat was told before."""

    story: str
    event: str
    number: int
    """Of the new plan."""
    plan: Plan
    """The new one."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The newsroom corrected what a post shows that cannot be edited."""

    story: str
    correction: str
    """The id of the story's entry."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """The newsroom retracted the story of a post that cannot be edited."""

    story: str


@dataclass(frozen=True, slots=True)
class ChatLost:
    """The bot may no longer post in a chat that somebody subscribed; it is told to them."""

    chat: str
    """Its id, on the platform of whoever is told."""
    times: int = 0
    """How often they were told before: a chat may be taken up again, and lost again."""


OfPlan = Reminder | PlanChange
"""It tells of an event's plan, and ends with it."""
Notice = OfPlan | Correction | Retraction | ChatLost


class Columns(NamedTuple):
    """A notice as the ledger's columns have it; with the chat they are unique."""

    story: str
    event: str
    number: int
    lead: str
    """A reminder's lead; of other kinds what stands in its place."""
    plan: str


CHANGE = ""
"""In place of a lead: a changed plan."""
RETRACTION = "retraction"
"""In place of a lead."""
CORRECTION = "correction:"
"""In place of a lead, before a correction's id."""
LOST = "lost:"
"""In place of a lead, before a chat's id."""


def columns_of(notice: Notice) -> Columns:
    """How the ledger keeps it."""
    match notice:
        case Reminder(story, event, number, plan, lead):
            return Columns(story, event, number, str(lead), str(plan))
        case PlanChange(story, event, number, plan):
            return Columns(story, event, number, CHANGE, str(plan))
        case Correction(story, correction):
            return Columns(story, "", 0, CORRECTION + correction, "")
        case Retraction(story):
            return Columns(story, "", 0, RETRACTION, "")
        case ChatLost(chat, times):
            return Columns("", "", times, LOST + chat, "")
        case _:
            assert_never(notice)


@lru_cache(maxsize=4096)
def notice_of(columns: Columns) -> Notice:
    """What the ledger keeps as these columns; ValueError where that is no notice."""
    story, event, number, lead, plan = columns
    if lead == RETRACTION:
        return Retraction(story)
    if lead.startswith(CORRECTION):
        return Correction(story, lead.removeprefix(CORRECTION))
    if lead.startswith(LOST):
        return ChatLost(lead.removeprefix(LOST), number)
    if lead == CHANGE:
        return PlanChange(story, event, number, Plan.parse(plan))
    return Reminder(story, event, number, Plan.parse(plan), Lead.parse(lead))
