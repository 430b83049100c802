"""Stores chats, their settings and their subscriptions in the database."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, FromClause, Table, and_, delete, func, literal, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlalchemy.sql.dml import Update

from bot.core.errors import QuotaReached
from bot.core.posting.chats import (
    EVERY_STORY,
    MOST_REMINDERS,
    MOST_SUBSCRIPTIONS,
    Changes,
    ChatKey,
    ChatSettings,
    PersonalReminder,
    are_too_many_leads,
)
from bot.core.posting.subscribers import Subscriber
from bot.core.stories.story import Story
from bot.storage.audiences import IS_WANTED
from bot.storage.database import insert, purge_log, reading, writing
from bot.storage.marks import note_erasure
from bot.storage.snapshots import SqlSnapshots
from bot.storage.tables import by_other_means, chats, posts, reminders, seen, subscriptions

_SETTINGS = (chats.c.language, chats.c.timezone, chats.c.story, chats.c.posting_hour, chats.c.quiet, chats.c.leads)
# The columns that decide at which hour of its day something is posted.
_HOURS = {"timezone", "posting_hour", "quiet"}
# The other tables with data of a chat, and the columns that tell its rows apart.
_ABOUT = {
    subscriptions: ("story",),
    posts: ("story", "event", "number", "lead"),
    reminders: ("story", "event", "lead"),
    seen: ("story",),
}

# Messages do not move along, and other messages may get their numbers in the new place.
_LEFT_BEHIND = {"message_id": None, "reply_to": None}

_AT_ONCE = 1_000  # reminders named in one statement


class SqlChatStore:
    """A ChatStore over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._snapshots = SqlSnapshots(engine)

    async def load(self, chat: ChatKey) -> ChatSettings:
        """Return the chat's settings; the defaults if it has none."""
        query = select(*_SETTINGS).where(_is(chat))
        async with reading(self._engine) as connection:
            row = (await connection.execute(query)).one_or_none()
        return ChatSettings(*row) if row else ChatSettings()

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Store these settings of the chat and leave the others as they are, whoever changes them at the same time.

        Raises QuotaReached for too many leads.
        """
        values = {**changes, **({"moved": True} if _HOURS & changes.keys() else {})}
        upsert = insert(chats).values(platform=chat.platform, id=chat.id, **values)
        upsert = upsert.on_conflict_do_update(index_elements=[chats.c.platform, chats.c.id], set_=values)
        async with writing(self._engine) as connection:
            if are_too_many_leads(changes.get("leads"), None):
                stored = (await connection.execute(select(chats.c.leads).where(_is(chat)))).scalar()
                if are_too_many_leads(changes["leads"], stored):
                    raise QuotaReached
            await connection.execute(upsert)

    async def subscribe(
        self, chat: ChatKey, story: str, now: datetime, by: ChatKey | None = None, title: str | None = None
    ) -> None:
        """Subscribe the chat to notices of a story that are due after `now`; take it up again if it was set aside.

        Raises QuotaReached for one too many.
        """
        values = {"platform": chat.platform, "chat": chat.id, "story": story, "since": now, "by": by and by.id}
        async with writing(self._engine) as connection:
            await _add(connection, subscriptions, values, MOST_SUBSCRIPTIONS)
            await _take_up(connection, chat, **({"title": title} if title else {}))

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Drop the subscription to a story, or all for EVERY_STORY; withdraw the posts that have not gone out yet."""
        async with writing(self._engine) as connection:
            dropped, unwanted = delete(subscriptions).where(_of(subscriptions, chat)), _unwanted(chat)
            if story != EVERY_STORY:
                dropped = dropped.where(subscriptions.c.story == story)
                unwanted = unwanted.where(posts.c.story == story)
            await connection.execute(dropped)
            await connection.execute(unwanted.values(reason="the chat unsubscribed"))

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """Return the slugs that the chat is subscribed to, sorted."""
        query = select(subscriptions.c.story).where(_of(subscriptions, chat))
        async with reading(self._engine) as connection:
            return tuple(sorted((await connection.execute(query)).scalars()))

    async def is_set_aside(self, chat: ChatKey) -> bool:
        """True if nothing is posted to the chat until it asks for it again, as it could not be written to."""
        query = select(chats.c.id).where(_is(chat), chats.c.set_aside.is_not(None))
        async with reading(self._engine) as connection:
            return (await connection.execute(query)).one_or_none() is not None

    async def remind(self, person: ChatKey, reminder: PersonalReminder, now: datetime) -> None:
        """Store a person's reminder, if it is due after `now`; take the chat up again if it was set aside.

        Raises QuotaReached for one too many.
        """
        values = {"platform": person.platform, "chat": person.id, **reminder._asdict(), "since": now}
        async with writing(self._engine) as connection:
            await _add(connection, reminders, values, MOST_REMINDERS)
            await _take_up(connection, person)

    async def unremind(self, person: ChatKey, dropped: Collection[PersonalReminder]) -> None:
        """Drop reminders; withdraw their posts that have not gone out yet."""
        async with writing(self._engine) as connection:
            for start in range(0, len(dropped), _AT_ONCE):
                these = list(dropped)[start : start + _AT_ONCE]
                mine, due = (
                    and_(_of(table, person), tuple_(*(table.c[name] for name in _ABOUT[reminders])).in_(these))
                    for table in (reminders, posts)
                )
                await connection.execute(delete(reminders).where(mine))
                unwanted = _unwanted(person).where(due)
                await connection.execute(unwanted.values(reason="the reminder was dropped"))

    async def reminders(self, person: ChatKey) -> tuple[PersonalReminder, ...]:
        """Return a person's reminders, sorted."""
        query = select(reminders.c.story, reminders.c.event, reminders.c.lead).where(_of(reminders, person))
        async with reading(self._engine) as connection:
            return tuple(sorted(PersonalReminder(*row) for row in await connection.execute(query)))

    async def see(self, chat: ChatKey, story: Story) -> None:
        """Record that the chat knows this version of the story now."""
        upsert = insert(seen).values(platform=chat.platform, chat=chat.id, story=story.slug, version=story.version)
        key = [seen.c.platform, seen.c.chat, seen.c.story]
        await self._snapshots.keep([story])
        async with writing(self._engine) as connection:
            await connection.execute(upsert.on_conflict_do_update(index_elements=key, set_={"version": story.version}))

    async def seen(self, chat: ChatKey, slug: str) -> Story | None:
        """Return the version of a story that the chat knows; None if it never asked, or that version cannot be read."""
        query = select(seen.c.version).where(_of(seen, chat), seen.c.story == slug)
        async with reading(self._engine) as connection:
            version = (await connection.execute(query)).scalar()
        return await self._snapshots.get(version) if version else None

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Move the stored data to the chat's new id, unless it has settings there already."""
        if chat == to:
            return
        async with writing(self._engine) as connection:
            await move_chat(connection, chat, to)

    async def forget(self, chat: ChatKey) -> None:
        """Erase everything that is stored about the chat, from the database's log too."""
        async with writing(self._engine) as connection:
            erased = (await connection.execute(delete(chats).where(_is(chat)))).rowcount
            by = and_(subscriptions.c.platform == chat.platform, subscriptions.c.by == chat.id)
            erased += (await connection.execute(update(subscriptions).where(by).values(by=None))).rowcount
            await note_erasure(connection)
            for table in _ABOUT:
                erased += (await connection.execute(delete(table).where(_of(table, chat)))).rowcount
        if erased:
            await purge_log(self._engine)


async def move_chat(connection: AsyncConnection, chat: ChatKey, to: ChatKey) -> None:
    """Give all that is stored about a chat its new id; data that stands under that id already stays."""
    taken = select(chats.c.id).where(_is(to)).exists()
    await connection.execute(update(chats).where(_is(chat), ~taken).values(platform=to.platform, id=to.id))
    await connection.execute(delete(chats).where(_is(chat)))
    await note_erasure(connection)
    for table, key in _ABOUT.items():
        there = table.alias()
        twin = select(there.c.chat).where(_of(there, to), *(there.c[name] == table.c[name] for name in key)).exists()
        await connection.execute(delete(table).where(_of(table, chat), twin))
        left = _LEFT_BEHIND if table is posts else {}
        await connection.execute(update(table).where(_of(table, chat)).values(platform=to.platform, chat=to.id, **left))


async def _add(connection: AsyncConnection, table: Table, values: Mapping[str, object], most: int) -> None:
    """Store a row, unless there is an equal one; QuotaReached if the chat has as many as it may."""
    chat, there = ChatKey(str(values["platform"]), str(values["chat"])), table.alias()
    has_room = select(func.count()).where(_of(there, chat)).scalar_subquery() < most
    row = select(*(literal(value, table.c[name].type) for name, value in values.items())).where(has_room)
    if (await connection.execute(insert(table).from_select(list(values), row).on_conflict_do_nothing())).rowcount:
        return
    same = and_(_of(table, chat), *(table.c[name] == values[name] for name in _ABOUT[table]))
    if not (await connection.execute(select(func.count()).where(same))).scalar():
        raise QuotaReached


async def _take_up(connection: AsyncConnection, chat: ChatKey, **known: str) -> None:
    """Record that the chat may be written to again."""
    upsert = insert(chats).values(platform=chat.platform, id=chat.id, **known)
    key = [chats.c.platform, chats.c.id]
    await connection.execute(upsert.on_conflict_do_update(index_elements=key, set_={"set_aside": None, **known}))


def _is(chat: ChatKey) -> ColumnElement[bool]:
    return and_(chats.c.platform == chat.platform, chats.c.id == chat.id)


def _of(table: FromClause, chat: ChatKey) -> ColumnElement[bool]:
    return and_(table.c.platform == chat.platform, table.c.chat == chat.id)


def _unwanted(chat: ChatKey) -> Update:
    """Withdraw the pending posts that the chat no longer wants."""
    pending = update(posts).where(_of(posts, chat), by_other_means(posts) == "pending", ~IS_WANTED)
    return pending.values(state="withdrawn")


class SqlSubscribers:
    """Reads all chats that get posts, with their settings and subscriptions, for rehearsals."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine

    async def first(self, most: int) -> Sequence[Subscriber]:
        """Return the first chats, at most so many, in the order of their keys; not those that were set aside."""
        wanted = [
            select(table.c.story).where(table.c.platform == chats.c.platform, table.c.chat == chats.c.id).exists()
            for table in (subscriptions, reminders)
        ]
        query = select(chats.c.platform, chats.c.id, *_SETTINGS).where(chats.c.set_aside.is_(None), or_(*wanted))
        found = query.order_by(chats.c.platform, chats.c.id).limit(most).subquery()
        stories: dict[ChatKey, list[str]] = defaultdict(list)
        events: dict[ChatKey, list[PersonalReminder]] = defaultdict(list)
        async with reading(self._engine) as connection:
            for table in (subscriptions, reminders):
                of_these = and_(found.c.platform == table.c.platform, found.c.id == table.c.chat)
                for row in await connection.execute(select(table).join(found, of_these)):
                    chat = ChatKey(row.platform, row.chat)
                    if table is subscriptions:
                        stories[chat].append(row.story)
                    else:
                        events[chat].append(PersonalReminder(row.story, row.event, row.lead))
            rows = (await connection.execute(select(found).order_by(found.c.platform, found.c.id))).all()
        return [
            Subscriber(chat, ChatSettings(*settings), tuple(sorted(stories[chat])), tuple(sorted(events[chat])))
            for platform, number, *settings in rows
            for chat in [ChatKey(platform, number)]
        ]
