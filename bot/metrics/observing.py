"""A desk with a look at what it does: how long answers take."""

import time
from collections.abc import Callable

from bot.core.asking.desk import Desk
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatStore
from bot.core.posting.figures import Figures
from bot.core.stories.library import Clock, Shelf
from bot.core.wording.cards import Card
from bot.core.wording.language import Languages


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
