"""A changed plan in the ledger: what is withdrawn, who is told of it, and what comes with the new plan instead."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, Insert, and_, exists, false, func, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.posting.ledger import Audience, Told
from bot.core.posting.notices import CHANGE, PlanChange, Reminder
from bot.core.posting.planning import Planned
from bot.core.posting.posts import State, says_the_same
from bot.core.stories.story import Event, Story
from bot.storage.audiences import chosen
from bot.storage.database import insert
from bot.storage.rows import WRITTEN, may_have_arrived, values_of
from bot.storage.tables import by_other_means, posts

_OVER: tuple[State, ...] = ("sent", "failed", "unknown", "withdrawn", "skipped")


async def change_plan(  # noqa: PLR0913, PLR0917 -- as the ledger's
    connection: AsyncConnection,
    story: Story,
    event: Event,
    overtaken: Collection[Told],
    now: datetime,
    due: Collection[tuple[Planned, Audience]],
) -> int:
    """In the caller's transaction: what a PostLedger's `change_plan` does."""
    about = and_(posts.c.story == story.slug, posts.c.event == event.id)
    same_number = [str(told.plan) for told in overtaken if told.revision == event.revision]
    old = or_(
        posts.c.plan.in_(same_number),
        *(and_(posts.c.revision == told.revision, posts.c.plan == str(told.plan)) for told in overtaken),
    )
    withdrawn = update(posts).where(about, old, posts.c.state == "pending")
    reason = f"the plan changed: {event.plan}"
    latest = select(func.max(posts.c.id)).where(about, may_have_arrived(posts))
    latest = latest.group_by(posts.c.platform, posts.c.chat)
    notice = PlanChange(story.slug, event.id, event.revision, event.plan)
    values = values_of(notice, now, "pending", "", now)
    news = or_(*(posts.c.plan == str(told.plan) for told in overtaken if not says_the_same(told.plan, event)), false())
    to_tell = select(posts.c.platform, posts.c.chat, *values).where(posts.c.id.in_(latest), old, news)
    await connection.execute(withdrawn.values(state="withdrawn", reason=reason))
    chats_to_tell = tuple_(posts.c.platform, posts.c.chat).in_(
        to_tell.with_only_columns(posts.c.platform, posts.c.chat)
    )
    told_before = and_(posts.c.lead == CHANGE, chats_to_tell)
    await _make_way(connection, about, or_(posts.c.plan.in_(same_number), told_before), event.revision)
    tell = insert(posts).from_select(WRITTEN, to_tell).on_conflict_do_nothing()
    count = (await connection.execute(tell)).rowcount
    plans = [str(told.plan) for told in overtaken]
    for planned, audience in due:
        await connection.execute(_written_anew(planned, audience, plans, reason, now))
    return count


def _written_anew(planned: Planned, audience: Audience, plans: Collection[str], reason: str, now: datetime) -> Insert:
    """The posts of those in the audience whose post of that lead was withdrawn and cannot have arrived."""
    these, former = chosen(planned, audience, ("", "")), posts.alias()
    platform, chat = these.selected_columns
    story, event = planned.story, planned.event
    notice = Reminder(story.slug, event.id, event.revision, event.plan, planned.lead)
    of_lead = exists().where(
        *(former.c.platform == platform, former.c.chat == chat, former.c.story == notice.story),
        *(former.c.event == notice.event, former.c.lead == str(notice.lead), former.c.plan.in_(plans)),
    )
    withdrawn = of_lead.where(by_other_means(former) == "withdrawn", former.c.reason == reason)
    these = these.where(withdrawn, ~of_lead.where(may_have_arrived(former)))
    # After the news of the change.
    values = values_of(notice, planned.at, "pending", "", not_before=now)
    return insert(posts).from_select(WRITTEN, these.with_only_columns(platform, chat, *values)).on_conflict_do_nothing()


async def _make_way(
    connection: AsyncConnection, about: ColumnElement[bool], former: ColumnElement[bool], revision: int
) -> None:
    """Give what is over and would be taken for the notices of the new plan a number below all revisions.

    That is what bears the same one, as the plan was replaced without an entry in the history, and what told a chat of
    this plan before, as it was taken back and comes again.
    """
    lowest = (await connection.execute(select(func.min(posts.c.revision)).where(about))).scalar() or 0
    over = update(posts).where(about, former, posts.c.revision == revision, posts.c.state.in_(_OVER))
    await connection.execute(over.values(revision=min(lowest, 0) - 1))
