"""The plans of events in the ledger: numbers them, tells chats that one changed, and writes the new posts."""

from collections.abc import Collection, Mapping
from datetime import datetime

from sqlalchemy import Insert, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.posting.ledger import Audience, EventKey
from bot.core.posting.notices import PlanChange, Reminder
from bot.core.posting.planning import Planned
from bot.core.posting.posts import PLAN_CHANGED, plan_changed
from bot.core.stories.plans import Plan
from bot.core.stories.story import Event, Story
from bot.storage.audiences import chosen
from bot.storage.database import insert
from bot.storage.rows import WRITTEN, may_have_arrived, values_of
from bot.storage.tables import by_other_means, plans, posts

_FIRST = 0


async def know(connection: AsyncConnection, known: Mapping[EventKey, Plan]) -> None:
    """Store these plans under the numbers that their events have."""
    rows = [
        {"story": story, "event": event, "number": _FIRST, "plan": str(plan)} for (story, event), plan in known.items()
    ]
    upsert = insert(plans)
    key = [plans.c.story, plans.c.event]
    await connection.execute(
        upsert.on_conflict_do_update(index_elements=key, set_={"plan": upsert.excluded.plan}), rows
    )


async def reminder_of(connection: AsyncConnection, planned: Planned) -> Reminder:
    """Return the notice of a planned reminder with its plan's number; an event's first notice gets the first number."""
    story, event = planned.story.slug, planned.event
    first = insert(plans).values(story=story, event=event.id, number=_FIRST, plan=str(event.plan))
    await connection.execute(first.on_conflict_do_nothing())
    query = select(plans.c.number).where(plans.c.story == story, plans.c.event == event.id)
    number = (await connection.execute(query)).scalar_one()
    return Reminder(story, event.id, number, event.plan, planned.lead)


async def change_plan(
    connection: AsyncConnection,
    story: Story,
    event: Event,
    now: datetime,
    due: Collection[tuple[Planned, Audience]],
) -> int:
    """Do what a PostLedger's `change_plan` does, in the caller's transaction."""
    about = and_(posts.c.story == story.slug, posts.c.event == event.id)
    notice = PlanChange(story.slug, event.id, await _next_number(connection, story, event), event.plan)
    texts = (await connection.execute(select(posts.c.plan).where(about).distinct())).scalars()
    old = posts.c.plan.in_([text for text in texts if not Plan.parse(text).holds(event.plan)])
    latest = select(func.max(posts.c.id)).where(about, may_have_arrived(posts))
    latest = latest.group_by(posts.c.platform, posts.c.chat)
    to_tell = select(posts.c.platform, posts.c.chat, *values_of(notice, now, "pending", "", now))
    to_tell = to_tell.where(posts.c.id.in_(latest), about, old)
    withdrawn = update(posts).where(about, old, posts.c.state == "pending")
    await connection.execute(withdrawn.values(state="withdrawn", reason=plan_changed(event.plan)))
    count = (await connection.execute(insert(posts).from_select(WRITTEN, to_tell))).rowcount
    for planned, audience in due:
        await connection.execute(_written_anew(notice.number, planned, audience, now))
    return count


async def _next_number(connection: AsyncConnection, story: Story, event: Event) -> int:
    """Give the event's new plan the next number: one that no post has."""
    query = select(func.max(posts.c.number)).where(posts.c.story == story.slug, posts.c.event == event.id)
    highest = (await connection.execute(query)).scalar()
    of_event = (plans.c.story == story.slug, plans.c.event == event.id)
    known = (await connection.execute(select(plans.c.number).where(*of_event))).scalar()
    number = 1 + max(-1 if highest is None else highest, -1 if known is None else known)
    values = {"number": number, "plan": str(event.plan)}
    upsert = insert(plans).values(story=story.slug, event=event.id, **values)
    await connection.execute(upsert.on_conflict_do_update(index_elements=[plans.c.story, plans.c.event], set_=values))
    return number


def _written_anew(number: int, planned: Planned, audience: Audience, now: datetime) -> Insert:
    """Write posts for chats whose post of that lead was withdrawn for another plan, and that got none."""
    notice = Reminder(planned.story.slug, planned.event.id, number, planned.event.plan, planned.lead)
    these, former = chosen(planned, audience, ("", "")), posts.alias()
    platform, chat = these.selected_columns
    of_lead = exists().where(
        *(former.c.platform == platform, former.c.chat == chat, former.c.story == notice.story),
        *(former.c.event == notice.event, former.c.lead == str(notice.lead)),
    )
    state = by_other_means(former)
    withdrawn = of_lead.where(state == "withdrawn", former.c.reason.startswith(PLAN_CHANGED, autoescape=True))
    these = these.where(withdrawn, ~of_lead.where(or_(state == "pending", may_have_arrived(former))))
    # They go out after the news of the change.
    values = values_of(notice, planned.at, "pending", "", not_before=now)
    return insert(posts).from_select(WRITTEN, these.with_only_columns(platform, chat, *values)).on_conflict_do_nothing()
