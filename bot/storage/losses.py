"""Chats that the bot can no longer write to: it posts nothing there, and tells the people who subscribed them."""

from collections.abc import Collection, Mapping

from sqlalchemy import func, literal, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.core.posting.chats import ChatKey
from bot.core.posting.notices import ChatLost, columns_of
from bot.core.posting.posts import Loss, Post
from bot.storage.database import insert
from bot.storage.tables import by_other_means, chats, posts, subscriptions


async def set_aside(connection: AsyncConnection, post: Post, reason: str) -> None:
    """Set the chat of this post aside, as the bot may not write to it: no more posts until it subscribes again."""
    chat = post.chat
    aside = update(chats).where(chats.c.platform == chat.platform, chats.c.id == chat.id, chats.c.set_aside.is_(None))
    is_news = (await connection.execute(aside.values(set_aside=reason))).rowcount > 0
    others = update(posts).where(posts.c.platform == chat.platform, posts.c.chat == chat.id)
    others = others.where(by_other_means(posts) == "pending")
    await connection.execute(others.values(state="failed", reason=reason))
    if is_news:
        await _tell(connection, post)


async def losses(connection: AsyncConnection, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
    """Return the titles of chats that are still set aside, and the reasons; not of erased ones."""
    these = tuple_(chats.c.platform, chats.c.id).in_([(chat.platform, chat.id) for chat in lost])
    query = select(chats.c.platform, chats.c.id, chats.c.title, chats.c.set_aside)
    rows = await connection.execute(query.where(these, chats.c.set_aside.is_not(None)))
    return {ChatKey(row.platform, row.id): Loss(row.title, row.set_aside) for row in rows}


async def _tell(connection: AsyncConnection, post: Post) -> None:
    """Write one post for everybody who subscribed the chat to anything; the chat itself hears nothing any more."""
    chat, by = post.chat, subscriptions.c.by
    notice = columns_of(ChatLost(chat.id))
    about = {
        "story": notice.story,
        "event": notice.event,
        "lead": notice.lead,
        "plan": notice.plan,
        "due_at": post.due_at,
        "state": "pending",
        "not_before": post.due_at,
    }
    values = [literal(value, posts.c[name].type).label(name) for name, value in about.items()]
    before = posts.alias()
    times = select(func.count()).where(before.c.platform == chat.platform, before.c.chat == by)
    times = times.where(before.c.lead == notice.lead)
    # A chat may be taken up again and lost again: that is another notice.
    number = times.correlate(subscriptions).scalar_subquery().label("number")
    told = select(subscriptions.c.platform, by, number, *values).distinct()
    told = told.where(subscriptions.c.platform == chat.platform, subscriptions.c.chat == chat.id)
    told = told.where(by.is_not(None), by != chat.id)
    written = insert(posts).from_select(["platform", "chat", "number", *about], told)
    await connection.execute(written.on_conflict_do_nothing())
