"""Notices: the subjects of posts, a closed union; and the one way to and from the columns that keep a notice.

A new kind is a class here, in the union, in `columns_of` and `notice_of`; mypy names the other places to change.
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
    """The number of the event's plan."""
    plan: Plan
    """The event's status and date when the reminder was written."""
    lead: Lead


@dataclass(frozen=True, slots=True)
class PlanChange:
    """The plan of an event changed after the chat was told of it."""

    story: str
    event: str
    number: int
    """The number of the new plan."""
    plan: Plan
    """The new plan."""


@dataclass(frozen=True, slots=True)
class Correction:
    """The newsroom corrected the content of a post that cannot be edited."""

    story: str
    correction: str
    """The id of the correction in the story."""


@dataclass(frozen=True, slots=True)
class Retraction:
    """The newsroom retracted a story, and one of its posts cannot be edited."""

    story: str


@dataclass(frozen=True, slots=True)
class ChatLost:
    """The bot may no longer post in a chat; the person who subscribed the chat is told."""

    chat: str
    """The lost chat's id, on the platform of the person who is told."""
    times: int = 0
    """The number of times that the person was told before: a chat may be taken up again, and lost again."""


OfPlan = Reminder | PlanChange
"""A notice of an event's plan; it ends when the plan changes."""
Notice = OfPlan | Correction | Retraction | ChatLost


class Columns(NamedTuple):
    """A notice as the ledger's columns keep it; together with the chat they are unique."""

    story: str
    event: str
    number: int
    lead: str
    """A reminder's lead; for other kinds the word that stands in its place."""
    plan: str


CHANGE = ""
"""Stands in place of a lead: a changed plan."""
RETRACTION = "retraction"
"""Stands in place of a lead: a retraction."""
CORRECTION = "correction:"
"""Stands in place of a lead, before a correction's id."""
LOST = "lost:"
"""Stands in place of a lead, before a lost chat's id."""


def columns_of(notice: Notice) -> Columns:
    """Return a notice as the ledger's columns."""
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
    """Return the notice in these columns; ValueError if they hold none."""
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
