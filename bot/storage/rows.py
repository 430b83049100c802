"""Posts as rows of the ledger: what is written for each chat that gets a notice, and what is read back."""

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Row, and_, literal, or_

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import Columns, Notice, columns_of, notice_of
from bot.core.posting.posts import Post, State
from bot.storage.tables import by_other_means, posts

NOTICE = (posts.c.story, posts.c.event, posts.c.number, posts.c.lead, posts.c.plan)
"""What keeps a notice, in the order of Columns."""

WRITTEN = ("platform", "chat", *(column.name for column in NOTICE), "due_at", "state", "reason", "not_before")
"""Of a new post, in the order of `values_of`."""

REACHED: tuple[State, ...] = ("sending", "sent", "unknown")
"""A chat has been told, or may have been."""


def named(notice: Notice) -> dict[str, Any]:
    """A notice's columns by their names."""
    return {column.name: value for column, value in zip(NOTICE, columns_of(notice), strict=True)}


def values_of(
    notice: Notice, due_at: datetime, state: State, reason: str, not_before: datetime
) -> list[ColumnElement[Any]]:
    """What stands in its posts, each column under its name; before them come the chat's platform and id."""
    values = {**named(notice), "due_at": due_at, "state": state, "reason": reason, "not_before": not_before}
    return [literal(value, posts.c[name].type).label(name) for name, value in values.items()]


def is_about(notice: Notice) -> ColumnElement[bool]:
    """Of a post: whether it is about just that."""
    return and_(*(column == value for column, value in zip(NOTICE, columns_of(notice), strict=True)))


def may_have_arrived(table: FromClause) -> ColumnElement[bool]:
    """Also what is to be tried again, or no longer, after an attempt that got no answer; not where the chat is gone."""
    state = by_other_means(table)
    return or_(state.in_(REACHED), and_(table.c.unknowns > 0, state != "failed"))


def notice_in(row: Row[Any]) -> Notice:
    """The notice that a row's columns keep."""
    return notice_of(Columns(*(getattr(row, column.name) for column in NOTICE)))


def post_of(row: Row[Any]) -> Post:
    """A row of the table as a post."""
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
