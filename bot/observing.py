"""A desk with a look at what it does: how long answers take."""

import time
from collections.abc import Callable

from bot.core.cards import Card
from bot.core.desk import Desk
from bot.core.figures import Figures
from bot.core.ports import ChatStore, Clock, Languages, Shelf
from bot.core.requests import Request


class ObservedDesk(Desk):
    """A desk whose answers are timed."""

    def __init__(  # noqa: PLR0913 -- as the desk
        self,
        shelf: Shelf,
        chats: ChatStore,
        clock: Clock,
        languages: Languages,
        figures: Figures,
        *,
        changed: Callable[[], None] = lambda: None,
    ) -> None:
        super().__init__(shelf, chats, clock, languages, changed=changed)
        self._figures = figures

    async def answer(self, request: Request) -> Card:
        """The card for a request."""
        began = time.perf_counter()
        try:
            return await super().answer(request)
        finally:
            seconds = time.perf_counter() - began
            self._figures.answered(request.chat.platform, request.invocation.command, seconds)
