"""Remembers for a few minutes what each chat asked last, so that “and where?” can follow. Nothing of it is stored."""

from collections import OrderedDict
from datetime import datetime, timedelta

from bot.core.asking.questions.choosing import Context
from bot.core.posting.chats import ChatKey

KEPT_FOR = timedelta(minutes=5)
MOST_CHATS = 5_000


class Recent:
    """The last answered question of each chat; of too many chats the longest silent is forgotten."""

    def __init__(self) -> None:
        self._answered: OrderedDict[ChatKey, tuple[datetime, Context]] = OrderedDict()

    def remember(self, chat: ChatKey, now: datetime, context: Context) -> None:
        """Keep what a chat was told now."""
        self._answered[chat] = now, context
        self._answered.move_to_end(chat)
        while len(self._answered) > MOST_CHATS:
            self._answered.popitem(last=False)

    def recall(self, chat: ChatKey, now: datetime) -> Context | None:
        """Return what a chat was told a few minutes ago at most."""
        answered = self._answered.get(chat)
        if answered is None:
            return None
        then, context = answered
        if not timedelta() <= now - then <= KEPT_FOR:
            del self._answered[chat]
            return None
        return context

    def forget(self, chat: ChatKey) -> None:
        """Forget what a chat was told."""
        self._answered.pop(chat, None)
