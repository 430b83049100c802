"""Posts as rows of the ledger: the values to write for each chat that gets a notice, and the way back."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, and_, literal, or_

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import Columns, Notice, columns_of, notice_of
from bot.core.posting.posts import Post, State
from bot.storage.tables import by_other_means, posts

NOTICE = (posts.c.story, posts.c.event, posts.c.number, posts.c.lead, posts.c.plan)
"""The columns that keep a notice, in the order of Columns."""

WRITTEN = ("platform", "chat", *(column.name for column in NOTICE), "due_at", "state", "reason", "not_before")
"""The columns of a new post, in the order of `values_of`."""

REACHED: tuple[State, ...] = ("sending", "sent", "unknown")
"""The states of a post that has reached its chat, or may have."""


def named(notice: Notice) -> dict[str, Any]:
    """Return a notice's columns by their names."""
    return {column.name: value for column, value in zip(NOTICE, columns_of(notice), strict=True)}


def values_of(
    notice: Notice, due_at: datetime, state: State, reason: str, not_before: datetime
) -> list[ColumnElement[Any]]:
    """Return the values of a new post, each under its column's name; the chat's platform and id come before them."""
    values = {**named(notice), "due_at": due_at, "state": state, "reason": reason, "not_before": not_before}
    return [literal(value, posts.c[name].type).label(name) for name, value in values.items()]


def is_about(notice: Notice) -> ColumnElement[bool]:
    """Return a condition on a post: its notice is this one."""
    return and_(*(column == value for column, value in zip(NOTICE, columns_of(notice), strict=True)))


def may_have_arrived(table: FromClause) -> ColumnElement[bool]:
    """Return a condition on a post: it may have arrived. An unanswered post counts, unless its chat is gone."""
    state = by_other_means(table)
    return or_(state.in_(REACHED), and_(table.c.unknowns > 0, state != "failed"))


def notice_in(row: Row[Any]) -> Notice:
    """Read the notice in a row's columns."""
    return notice_of(Columns(*(getattr(row, column.name) for column in NOTICE)))


def post_of(row: Row[Any]) -> Post:
    """Read a row of the table as a post."""
    return Post(
        id=row.id,
        chat=ChatKey(row.platform, row.chat),
        notice=notice_in(row),
        due_at=row.due_at,
        state=row.state,
        reason=row.reason,
        attempts=row.attempts,
        tried_at=row.tried_at,
        unknowns=row.unknowns,
        late=row.late,
        message_id=row.message_id,
        sent_at=row.sent_at,
        version=row.version,
        reply_to=row.reply_to,
        repair=row.repair,
        repair_reason=row.repair_reason or "",
        repair_attempts=row.repair_attempts,
        repaired=row.repaired,
    )
