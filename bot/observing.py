"""A desk and a pace with a look at what they do: how long answers take, and how long messages wait.

Each takes over the state of the one that it is made from, so that it can all that the other can.
"""

import time

from bot.core.cards import Card
from bot.core.desk import Desk
from bot.core.figures import Figures
from bot.core.pacing import Pace
from bot.core.requests import Request


class ObservedDesk(Desk):
    """A desk whose answers are timed."""

    def __init__(self, desk: Desk, figures: Figures) -> None:
        vars(self).update(vars(desk))
        self._figures = figures

    async def answer(self, request: Request) -> Card:
        """The card for a request."""
        began = time.perf_counter()
        try:
            return await super().answer(request)
        finally:
            seconds = time.perf_counter() - began
            self._figures.answered(request.chat.platform, request.invocation.command, seconds)


class ObservedPace(Pace):
    """A platform's pace whose waits are noted."""

    def __init__(self, pace: Pace, platform: str, figures: Figures) -> None:
        vars(self).update(vars(pace))
        self._platform = platform
        self._figures = figures

    def turn(self, chat: str, now: float) -> float:
        """Seconds until a post may leave, whose place that is from now on."""
        seconds = super().turn(chat, now)
        self._figures.waited(self._platform, "post", seconds)
        return seconds

    def answer(self, chat: str, now: float) -> float:
        """Seconds until an answer may leave."""
        seconds = super().answer(chat, now)
        self._figures.waited(self._platform, "answer", seconds)
        return seconds
