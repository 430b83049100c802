"""A notice as rows of the ledger: what is written for each chat that gets it, and which of its posts may be there."""

from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, and_, literal, or_

from bot.core.posting.posts import State
from bot.core.stories.story import Event
from bot.storage.tables import by_other_means, posts

# Of a new post, in the order of `values_of`.
WRITTEN = ("platform", "chat", "story", "event", "revision", "lead", "plan", "due_at", "state", "reason", "not_before")

# States in which a chat has been told, or cannot be known not to have been.
REACHED: tuple[State, ...] = ("sending", "sent", "unknown")


class Notice(NamedTuple):
    """What a post is about, whichever chat it goes to."""

    story: str
    event: Event
    lead: str
    at: datetime


def values_of(notice: Notice, state: State, reason: str, not_before: datetime) -> list[ColumnElement[Any]]:
    """What stands in its posts, each column under its name; before them come the chat's platform and id."""
    event = notice.event
    values = {
        "story": notice.story,
        "event": event.id,
        "revision": event.revision,
        "lead": notice.lead,
        "plan": event.plan,
        "due_at": notice.at,
        "state": state,
        "reason": reason,
        "not_before": not_before,
    }
    return [literal(value, posts.c[name].type).label(name) for name, value in values.items()]


def may_have_arrived(table: FromClause) -> ColumnElement[bool]:
    """Also what is to be tried again, or no longer, after an attempt that got no answer; not where the chat is gone."""
    state = by_other_means(table)
    return or_(state.in_(REACHED), and_(table.c.unknowns > 0, state != "failed"))
