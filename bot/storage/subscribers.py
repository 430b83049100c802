"""Reads all chats that get posts, with their settings and subscriptions, for rehearsals."""

from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.subscribers import Subscriber
from bot.storage.database import reading
from bot.storage.tables import chats, reminders, subscriptions

_SETTINGS = (chats.c.language, chats.c.timezone, chats.c.story, chats.c.posting_hour, chats.c.quiet, chats.c.leads)


class SqlSubscribers:
    """Reads them from a migrated database."""

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
