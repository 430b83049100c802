"""Stores the repairs of sent posts whose story changed in the database."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.notices import RETRACTION, Columns, Notice, notice_of
from bot.core.posting.posts import Post, State
from bot.core.posting.repairs import RepairStep, Shown
from bot.storage.chats import move_chat
from bot.storage.database import insert, reading, writing
from bot.storage.losses import set_aside
from bot.storage.marks import is_paused
from bot.storage.rows import NOTICE, is_about, named, post_of
from bot.storage.tables import by_other_means, posts

_ARRIVED: tuple[State, ...] = ("sent", "unknown")
_shows = func.coalesce(posts.c.repaired, posts.c.version)
_NO_ID = "nobody can tell whether it arrived, so it cannot be edited"


class SqlRepairLedger:
    """A RepairLedger over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def shown(self, since: int) -> tuple[Sequence[Shown], int]:
        """Return the contents of sent posts, written since a change, that can still be reached, the oldest first.

        Return also the newest change among them, to go on from; 0 is the beginning.
        """
        shown = (*NOTICE, _shows)
        query = (
            select(*shown, func.max(posts.c.changed))
            .group_by(*shown)
            .order_by(func.min(posts.c.id))
            .where(
                posts.c.changed > since,
                by_other_means(posts).in_(_ARRIVED),
                _shows.is_not(None),
                posts.c.repair.is_distinct_from("unreachable"),
            )
        )
        async with reading(self._engine) as connection:
            rows = (await connection.execute(query)).all()
        shows = [Shown(notice_of(Columns(*about)), version) for *about, version, _ in rows]
        return shows, max((change for *_, change in rows), default=since)

    async def ask(self, shown: Shown, reason: str, now: datetime) -> int:
        """Ask for the repair of the posts that show this, except those under repair already; return how many."""
        asked = update(posts).where(
            posts.c.state.in_(_ARRIVED),
            is_about(shown.notice),
            _shows == shown.version,
            or_(posts.c.repair.is_(None), posts.c.repair.in_(["edited", "replied"])),
        )
        reached = posts.c.state == "sent"
        values = {
            "repair": case((reached, "pending"), else_="unreachable"),
            "repair_reason": case((reached, reason), else_=f"{reason}; {_NO_ID}"),
            "repair_at": now,
            "repair_attempts": 0,
        }
        async with writing(self._engine) as connection:
            return (await connection.execute(asked.values(**values))).rowcount

    async def withdraw(self, story: str, reason: str) -> int:
        """Withdraw the pending posts of a story, except those about its retraction; return how many."""
        pending = update(posts).where(posts.c.story == story, posts.c.state == "pending", posts.c.lead != RETRACTION)
        async with writing(self._engine) as connection:
            return (await connection.execute(pending.values(state="withdrawn", reason=reason))).rowcount

    async def to_repair(self, platform: str, now: datetime, limit: int) -> Sequence[Post]:
        """Return posts to repair now, one per chat, the longest waiting first; none while posting is paused."""
        ready = (posts.c.repair == "pending", posts.c.platform == platform, posts.c.repair_at <= now)
        query = select(posts).where(*ready).order_by(posts.c.repair_at, posts.c.id).limit(limit)
        async with reading(self._engine) as connection:
            if await is_paused(connection):
                return ()
            rows = (await connection.execute(query)).all()
        first: dict[str, Post] = {}
        for row in rows:
            first.setdefault(row.chat, post_of(row))
        return list(first.values())

    async def record_repair(self, post: Post, step: RepairStep, now: datetime) -> None:
        """In one transaction: record the result of a repair, and write the replies."""
        values = {"repair": step.repair, "repair_reason": step.reason, "repair_attempts": post.repair_attempts + 1}
        if step.not_before:
            values["repair_at"] = step.not_before
        if step.repaired:
            values["repaired"] = step.repaired
        async with writing(self._engine) as connection:
            await connection.execute(update(posts).where(posts.c.id == post.id).values(**values))
            for notice in step.replies:
                await connection.execute(insert(posts).values(**_reply(post, notice, now)).on_conflict_do_nothing())
            if step.set_aside:
                await set_aside(connection, post, step.reason)
            if step.moved_to:
                await move_chat(connection, post.chat, step.moved_to)


def _reply(post: Post, notice: Notice, now: datetime) -> dict[str, object]:
    """Make a reply that is about the whole story, so that a chat is told once, however many posts showed it."""
    return {
        "platform": post.chat.platform,
        "chat": post.chat.id,
        **named(notice),
        "due_at": now,
        "state": "pending",
        "not_before": now,
        "reply_to": post.message_id,
    }
