"""The ledger as posts are planned, in the database: who gets them, by which plans, and what a new plan changes."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import Insert, Row, Select, and_, delete, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from bot.core.posting.audiences import Audience, EventKey
from bot.core.posting.notices import PlanChange, Reminder
from bot.core.posting.planning import Planned
from bot.core.posting.posts import PLAN_CHANGED, State, plan_changed
from bot.core.stories.event import Event
from bot.core.stories.plans import Plan
from bot.core.stories.story import Story
from bot.storage.audiences import audience_of, chosen, people, settled, subscribers
from bot.storage.database import insert, reading, writing
from bot.storage.marks import PLANNED_UNTIL, note_erasure, read_mark, set_mark
from bot.storage.rows import WRITTEN, may_have_arrived, values_of
from bot.storage.tables import by_other_means, chats, plans, posts

# A fan-out is written in parts, so that its first posts leave while the last are still being written.
BATCH = 5_000

_FIRST = 0


class SqlPlanningLedger:
    """A PlanningLedger over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def audiences(self) -> Sequence[Audience]:
        """Return each kind of subscription and of personal reminder once, without chats that were set aside."""
        return [audience_of(row) for query in (subscribers(), people()) for row in await self._read(query)]

    async def planned_until(self) -> datetime | None:
        """Return the moment until which due posts have been written."""
        async with reading(self._engine) as connection:
            value = await read_mark(connection, PLANNED_UNTIL)
        return datetime.fromisoformat(value) if value else None

    async def write(self, planned: Planned, audience: Audience, *, state: State, reason: str, now: datetime) -> int:
        """Write the post for each chat of the audience that subscribed in time and has none; return how many."""
        written, last = 0, ("", "")
        while last:
            these = chosen(planned, audience, last)
            async with writing(self._engine) as connection:
                notice = await _reminder_of(connection, planned)
                values = values_of(notice, planned.at, state, reason, min(planned.at, now))
                next_last = (await connection.execute(these.offset(BATCH - 1).limit(1))).one_or_none()
                part = these.with_only_columns(*these.selected_columns, *values).limit(BATCH)
                inserted = insert(posts).from_select(WRITTEN, part).on_conflict_do_nothing()
                written += (await connection.execute(inserted)).rowcount
            last = tuple(next_last) if next_last else ()
        return written

    async def has_planned(self, until: datetime, moved: Collection[Audience] = ()) -> None:
        """Record that all posts due until then are written, also for these audiences, which have their new hour now."""
        async with writing(self._engine) as connection:
            for audience in moved:
                await connection.execute(update(chats).where(*settled(audience)).values(moved=False))
            await set_mark(connection, PLANNED_UNTIL, until.isoformat())

    async def stepped_back(self, now: datetime) -> None:
        """Delete skipped posts that are due after `now`: a clock that ran ahead took them for too late by mistake."""
        async with writing(self._engine) as connection:
            await note_erasure(connection)
            await connection.execute(delete(posts).where(posts.c.state == "skipped", posts.c.due_at > now))

    async def plans(self) -> Mapping[EventKey, Plan]:
        """Return the ledger's plan of each event that a post was written about."""
        return {(row.story, row.event): Plan.parse(row.plan) for row in await self._read(select(plans))}

    async def know(self, known: Mapping[EventKey, Plan]) -> None:
        """Store these plans under the numbers that their events have: they add detail to plans that still hold."""
        rows = [
            {"story": story, "event": event, "number": _FIRST, "plan": str(plan)}
            for (story, event), plan in known.items()
        ]
        upsert = insert(plans)
        key = [plans.c.story, plans.c.event]
        async with writing(self._engine) as connection:
            await connection.execute(
                upsert.on_conflict_do_update(index_elements=key, set_={"plan": upsert.excluded.plan}), rows
            )

    async def change_plan(
        self, story: Story, event: Event, now: datetime, due: Collection[tuple[Planned, Audience]] = ()
    ) -> int:
        """In one transaction: number an event's new plan, withdraw the posts of former plans, post the change.

        One post goes to every chat that was told of another plan last. `due`: posts of the new plan that are due now;
        each goes to the chats whose post of that lead was withdrawn for another plan and cannot have arrived.
        """
        async with writing(self._engine) as connection:
            return await _change_plan(connection, story, event, now, due)

    async def _read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        async with reading(self._engine) as connection:
            rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
            return rows


async def _reminder_of(connection: AsyncConnection, planned: Planned) -> Reminder:
    """Return the notice of a planned reminder with its plan's number; an event's first notice gets the first number."""
    story, event = planned.story.slug, planned.event
    first = insert(plans).values(story=story, event=event.id, number=_FIRST, plan=str(event.plan))
    await connection.execute(first.on_conflict_do_nothing())
    query = select(plans.c.number).where(plans.c.story == story, plans.c.event == event.id)
    number = (await connection.execute(query)).scalar_one()
    return Reminder(story, event.id, number, event.plan, planned.lead)


async def _change_plan(
    connection: AsyncConnection,
    story: Story,
    event: Event,
    now: datetime,
    due: Collection[tuple[Planned, Audience]],
) -> int:
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
    # After the news of the change.
    values = values_of(notice, planned.at, "pending", "", not_before=now)
    return insert(posts).from_select(WRITTEN, these.with_only_columns(platform, chat, *values)).on_conflict_do_nothing()
