"""Queries for the audiences of posts: chats that subscribed, and people who asked to be reminded of an event."""

from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, and_, exists, or_, select, tuple_
from sqlalchemy.sql.expression import Join

from bot.core.posting.audiences import Audience
from bot.core.posting.chats import EVERY_STORY, ChatSettings
from bot.core.posting.notices import CHANGE, LOST
from bot.core.posting.planning import Planned
from bot.storage.tables import chats, posts, reminders, subscriptions

TIMING = (chats.c.timezone, chats.c.posting_hour, chats.c.quiet, chats.c.leads)
"""The settings of a chat that decide when something is posted there."""

# A person's own reminder has a lead of its own, and quiet hours do not delay it.
_PERSONAL_TIMING = (chats.c.timezone, chats.c.posting_hour)

IS_WANTED = or_(
    posts.c.lead.startswith(LOST, autoescape=True),
    exists().where(
        subscriptions.c.platform == posts.c.platform,
        subscriptions.c.chat == posts.c.chat,
        subscriptions.c.story.in_([posts.c.story, EVERY_STORY]),
    ),
    exists().where(
        reminders.c.platform == posts.c.platform,
        reminders.c.chat == posts.c.chat,
        reminders.c.story == posts.c.story,
        or_(
            posts.c.event == "",
            and_(reminders.c.event == posts.c.event, or_(posts.c.lead == CHANGE, reminders.c.lead == posts.c.lead)),
        ),
    ),
)
"""A condition on a post: its chat is still subscribed to its story or event, or a person still wants the reminder."""


def subscribers() -> Select[Any]:
    """Select each kind of subscription once, without chats that were set aside."""
    query = select(subscriptions.c.story, *TIMING, chats.c.moved).select_from(_with_chats(subscriptions))
    return query.where(chats.c.set_aside.is_(None)).distinct()


def people() -> Select[Any]:
    """Select each kind of personal reminder once."""
    key = (reminders.c.story, reminders.c.event, reminders.c.lead)
    query = select(*key, *_PERSONAL_TIMING, chats.c.moved).select_from(_with_chats(reminders))
    return query.where(chats.c.set_aside.is_(None)).distinct()


def audience_of(row: Row[Any]) -> Audience:
    """Read a row of either query as an audience."""
    if "event" in row._fields:
        timing = ChatSettings(timezone=row.timezone, posting_hour=row.posting_hour, leads=row.lead)
        return Audience(row.story, timing, row.event, row.moved)
    return Audience(row.story, timing_of(row), moved=row.moved)


def timing_of(row: Row[Any]) -> ChatSettings:
    """Read how a chat wants to be reminded."""
    return ChatSettings(timezone=row.timezone, posting_hour=row.posting_hour, quiet=row.quiet, leads=row.leads)


def chosen(planned: Planned, audience: Audience, last: tuple[Any, ...]) -> Select[Any]:
    """Select the chats that get a post, in the order of their keys, from after the last one on."""
    table = reminders if audience.event else subscriptions
    key = (table.c.platform, table.c.chat)
    query = select(*key).select_from(_with_chats(table))
    query = query.where(table.c.story == audience.story, table.c.since < planned.at, chats.c.set_aside.is_(None))
    query = query.where(tuple_(*key) > tuple_(*last))
    if audience.event:
        query = query.where(reminders.c.event == audience.event, reminders.c.lead == str(planned.lead))
    query = query.where(chats.c.moved.is_(audience.moved))
    for column in _PERSONAL_TIMING if audience.event else TIMING:
        query = query.where(column.is_not_distinct_from(getattr(audience.settings, column.name)))
    return query.order_by(*key)


def settled(audience: Audience) -> list[ColumnElement[bool]]:
    """Return conditions on chats: they have the hours of an audience, and have not changed them meanwhile."""
    hours = (chats.c.timezone, chats.c.posting_hour, *(() if audience.event else (chats.c.quiet,)))
    same = [column.is_not_distinct_from(getattr(audience.settings, column.name)) for column in hours]
    return [chats.c.moved, *same]


def _with_chats(table: Table) -> Join:
    return table.join(chats, and_(chats.c.platform == table.c.platform, chats.c.id == table.c.chat))
