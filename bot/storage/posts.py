"""The ledger of posts in the database: writes them, hands them out, and records their outcomes."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    Row,
    Select,
    and_,
    bindparam,
    delete,
    exists,
    func,
    literal,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey
from bot.core.posting.ledger import Audience, Due, EventKey
from bot.core.posting.planning import Planned
from bot.core.posting.posts import Loss, Post, State, Step
from bot.core.stories.plans import Plan
from bot.core.stories.story import Event, Story
from bot.storage.audiences import TIMING, audience_of, chosen, people, settled, subscribers, timing_of
from bot.storage.changes import note_erasure
from bot.storage.chats import move_chat
from bot.storage.database import insert, reading, writing
from bot.storage.errors import translated
from bot.storage.losses import losses, set_aside
from bot.storage.marks import PAUSED, PLANNED_UNTIL, read_mark
from bot.storage.plans import change_plan, know, reminder_of
from bot.storage.rows import WRITTEN, may_have_arrived, post_of, values_of
from bot.storage.tables import by_other_means, chats, marks, plans, posts, reminders

# A fan-out is written in parts, so that its first posts leave while the last are still being written.
BATCH = 5_000

_NOT_PAUSED = ~exists().where(marks.c.name == PAUSED, marks.c.value == "yes")

_NEW = {name: bindparam(f"new_{name}", type_=posts.c[name].type) for name in ("state", "reason")}
_KEPT = ("not_before", "unknowns", "message_id", "sent_at", "late")
_RECORD = (
    update(posts)
    .where(posts.c.id == bindparam("post"))
    .where(or_(_NEW["state"] == "sent", *(posts.c.state == still for still in ("pending", "sending"))))
    .values(worker=None, lease_until=None, **_NEW)
    .values({name: func.coalesce(bindparam(f"new_{name}", type_=posts.c[name].type), posts.c[name]) for name in _KEPT})
)

_ASKED_FOR = ("platform", "chat", "story", "event", "lead")


class SqlPostLedger:
    """A PostLedger over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def audiences(self) -> Sequence[Audience]:
        """Return each kind of subscription and of personal reminder once, without chats that were set aside."""
        return [audience_of(row) for query in (subscribers(), people()) for row in await self._read(query)]

    async def planned_until(self) -> datetime | None:
        """Return the moment until which due posts have been written."""
        value = await self._mark(PLANNED_UNTIL)
        return datetime.fromisoformat(value) if value else None

    async def write(self, planned: Planned, audience: Audience, *, state: State, reason: str, now: datetime) -> int:
        """Write the post for each chat of the audience that subscribed in time and has none; return how many."""
        written, last = 0, ("", "")
        while last:
            these = chosen(planned, audience, last)
            async with writing(self._engine) as connection:
                notice = await reminder_of(connection, planned)
                values = values_of(notice, planned.at, state, reason, min(planned.at, now))
                next_last = (await connection.execute(these.offset(BATCH - 1).limit(1))).one_or_none()
                part = these.with_only_columns(*these.selected_columns, *values).limit(BATCH)
                inserted = insert(posts).from_select(WRITTEN, part).on_conflict_do_nothing()
                written += (await connection.execute(inserted)).rowcount
            last = tuple(next_last) if next_last else ()
        return written

    async def stepped_back(self, now: datetime) -> None:
        """Delete skipped posts that are due after `now`: a clock that ran ahead took them for too late by mistake."""
        async with writing(self._engine) as connection:
            await note_erasure(connection)
            await connection.execute(delete(posts).where(posts.c.state == "skipped", posts.c.due_at > now))

    async def has_planned(self, until: datetime, moved: Collection[Audience] = ()) -> None:
        """Record that all posts due until then are written, also for these audiences, which have their new hour now."""
        async with writing(self._engine) as connection:
            for audience in moved:
                await connection.execute(update(chats).where(*settled(audience)).values(moved=False))
        await self._set_mark(PLANNED_UNTIL, until.isoformat())

    async def plans(self) -> Mapping[EventKey, Plan]:
        """Return the ledger's plan of each event that a post was written about."""
        return {(row.story, row.event): Plan.parse(row.plan) for row in await self._read(select(plans))}

    async def know(self, known: Mapping[EventKey, Plan]) -> None:
        """Store these plans under the numbers that their events have: they add detail to plans that still hold."""
        async with writing(self._engine) as connection:
            await know(connection, known)

    async def change_plan(
        self, story: Story, event: Event, now: datetime, due: Collection[tuple[Planned, Audience]] = ()
    ) -> int:
        """In one transaction: number an event's new plan, withdraw the posts of former plans, post the change.

        One post goes to every chat that was told of another plan last. `due`: posts of the new plan that are due now;
        each goes to the chats whose post of that lead was withdrawn for another plan and cannot have arrived.
        """
        async with writing(self._engine) as connection:
            return await change_plan(connection, story, event, now, due)

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """Return, by ids of these, the newest earlier post about the same event that reached the chat, or may have."""
        later, former = posts.alias(), posts
        same = [later.c[name] == former.c[name] for name in ("platform", "chat", "story", "event")]
        query = select(later.c.id.label("told"), former).join_from(later, former, and_(*same, former.c.id < later.c.id))
        query = query.where(later.c.id.in_([post.id for post in told]), may_have_arrived(former))
        return {row.told: post_of(row) for row in await self._read(query.order_by(former.c.id))}

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """Return the titles of chats that were set aside, and the reasons."""
        with translated():
            async with self._engine.connect() as connection:
                return await losses(connection, lost)

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Return posts that may go out now, the longest due first, none to busy chats; none while posting is paused."""
        of_chat = and_(chats.c.platform == posts.c.platform, chats.c.id == posts.c.chat)
        personal = exists().where(*(reminders.c[name] == posts.c[name] for name in _ASKED_FOR)).label("is_personal")
        of_event = and_(plans.c.story == posts.c.story, plans.c.event == posts.c.event)
        joined = posts.outerjoin(chats, of_chat).outerjoin(plans, of_event)
        columns = (posts, chats.c.language, *TIMING, personal, plans.c.plan.label("known"))
        query = select(*columns).select_from(joined)
        query = query.where(posts.c.platform == platform, posts.c.state == "pending", posts.c.not_before <= now)
        query = query.where(posts.c.chat.not_in(busy), _NOT_PAUSED)
        rows = await self._read(query.order_by(posts.c.not_before).limit(limit))
        return [
            Due(
                post_of(row),
                replace(timing_of(row), language=row.language),
                bool(row.is_personal),
                Plan.parse(row.known) if row.known else None,
            )
            for row in rows
        ]

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these posts, by id, are about to be sent, each from a story version; return those that may be."""
        may_be = (by_other_means(posts) == "pending", posts.c.not_before <= now, _NOT_PAUSED)
        claim = update(posts).values(
            state="sending",
            tried_at=func.coalesce(posts.c.tried_at, literal(now, posts.c.tried_at.type)),
            worker=worker,
            lease_until=now + lease,
            attempts=posts.c.attempts + 1,
            reason="",
        )
        claimed: set[int] = set()
        async with writing(self._engine) as connection:
            for version in set(wanted.values()):
                of_version = posts.c.id.in_([post for post, its in wanted.items() if its == version])
                these = claim.where(of_version, *may_be).values(version=version).returning(posts.c.id)
                claimed.update((await connection.execute(these)).scalars())
        return claimed

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record, in one transaction, the new states of posts and their effects on chats; a sent post stays sent."""
        async with writing(self._engine) as connection:
            await connection.execute(_RECORD, [_recorded(post, step) for post, step in steps])
            for post, step in steps:
                if step.set_aside:
                    await set_aside(connection, post, step.reason)
                if step.moved_to:
                    await move_chat(connection, post.chat, step.moved_to)

    async def expired(self, now: datetime) -> Sequence[Post]:
        """Return the posts whose sender did not come back within its lease."""
        query = select(posts).where(posts.c.state == "sending", posts.c.lease_until <= now)
        return [post_of(row) for row in await self._read(query)]

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """Return all posts, or those in some states, by the moment they were due."""
        query = select(posts).order_by(posts.c.due_at, posts.c.id)
        return [post_of(row) for row in await self._read(query.where(posts.c.state.in_(states)) if states else query)]

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; a restart does not change that."""
        await self._set_mark(PAUSED, "yes" if paused else "no")

    async def paused(self) -> bool:
        """True if posting is stopped."""
        return await self._mark(PAUSED) == "yes"

    async def _read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        async with reading(self._engine) as connection:
            rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
            return rows

    async def _mark(self, name: str) -> str | None:
        async with reading(self._engine) as connection:
            return await read_mark(connection, name)

    async def _set_mark(self, name: str, value: str) -> None:
        upsert = insert(marks).values(name=name, value=value)
        async with writing(self._engine) as connection:
            await connection.execute(upsert.on_conflict_do_update(index_elements=[marks.c.name], set_={"value": value}))


def _recorded(post: Post, step: Step) -> dict[str, Any]:
    return {"post": post.id, **{f"new_{name}": getattr(step, name) for name in (*_NEW, *_KEPT)}}
