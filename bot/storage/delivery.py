"""The ledger as posts are delivered, in the database: what may go out, who sends it, and what became of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, and_, bindparam, exists, func, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey
from bot.core.posting.posts import Due, Loss, Post, Step
from bot.core.stories.plans import Plan
from bot.storage.audiences import TIMING, timing_of
from bot.storage.chats import move_chat
from bot.storage.database import reading, writing
from bot.storage.losses import losses, set_aside
from bot.storage.marks import IS_PAUSED
from bot.storage.rows import may_have_arrived, post_of
from bot.storage.tables import by_other_means, chats, plans, posts, reminders

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


class SqlDeliveryLedger:
    """A DeliveryLedger over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Return posts that may go out now, the longest due first, none to busy chats; none while posting is paused."""
        of_chat = and_(chats.c.platform == posts.c.platform, chats.c.id == posts.c.chat)
        personal = exists().where(*(reminders.c[name] == posts.c[name] for name in _ASKED_FOR)).label("is_personal")
        of_event = and_(plans.c.story == posts.c.story, plans.c.event == posts.c.event)
        joined = posts.outerjoin(chats, of_chat).outerjoin(plans, of_event)
        columns = (posts, chats.c.language, *TIMING, personal, plans.c.plan.label("known"))
        query = select(*columns).select_from(joined)
        query = query.where(posts.c.platform == platform, posts.c.state == "pending", posts.c.not_before <= now)
        query = query.where(posts.c.chat.not_in(busy), ~IS_PAUSED)
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

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """Return, by ids of these, the newest earlier post about the same event that reached the chat, or may have."""
        later, former = posts.alias(), posts
        same = [later.c[name] == former.c[name] for name in ("platform", "chat", "story", "event")]
        query = select(later.c.id.label("told"), former).join_from(later, former, and_(*same, former.c.id < later.c.id))
        query = query.where(later.c.id.in_([post.id for post in told]), may_have_arrived(former))
        return {row.told: post_of(row) for row in await self._read(query.order_by(former.c.id))}

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """Return the titles of chats that were set aside, and the reasons."""
        async with reading(self._engine) as connection:
            return await losses(connection, lost)

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these posts, by id, are about to be sent, each from a story version; return those that may be."""
        may_be = (by_other_means(posts) == "pending", posts.c.not_before <= now, ~IS_PAUSED)
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

    async def _read(self, query: Select[Any]) -> Sequence[Row[Any]]:
        async with reading(self._engine) as connection:
            rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
            return rows


def _recorded(post: Post, step: Step) -> dict[str, Any]:
    return {"post": post.id, **{f"new_{name}": getattr(step, name) for name in (*_NEW, *_KEPT)}}
