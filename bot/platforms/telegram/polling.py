"""Fetching updates by long polling, through any outage.

python-telegram-bot's Updater is not used: it ends without a word when the token is revoked, and while it waits after a
failure it cannot be stopped for up to 30 seconds.
"""

import asyncio
import time
from collections.abc import Sequence
from datetime import timedelta

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.platforms.telegram.parsing import UnreadableAnswer
from bot.platforms.telegram.patience import wait_asked
from bot.runtime.waiting import BackOff, Sleep, Ticks

log = structlog.get_logger()

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
_LONG_POLL = timedelta(seconds=30)
_FIRST_DELAY, _LONGEST_DELAY = 1.0, 30.0
_CONFIRM_S = 2.0
_FLOOR_S = 1.0
"""Between two questions, where a server answers the first at once and with nothing new."""
_GIVEN_UP_AFTER = 2
"""So often an update that cannot be read is asked for alone: the first answer may have been spoilt on its way."""


class Poller:
    """Puts updates into a queue, each once."""

    def __init__(
        self,
        bot: Bot,
        queue: "asyncio.Queue[object]",
        sleep: Sleep = asyncio.sleep,
        ticks: Ticks = time.monotonic,
    ) -> None:
        self._bot = bot
        self._queue = queue
        self._sleep = sleep
        self._ticks = ticks
        self._next_id = 0
        self._pauses = BackOff(_FIRST_DELAY, _LONGEST_DELAY)
        self.in_touch = True
        """Whether the last try to fetch updates succeeded."""
        self._limit: int | None = None
        self._unreadable = 0

    async def run(self) -> None:
        """Fetch until cancelled; raises InvalidToken when the token is no longer accepted."""
        while True:
            asked_at = self._ticks()
            try:
                updates = await self._fetch(wait=_LONG_POLL, limit=self._limit)
            except InvalidToken:
                raise
            except Exception as error:  # noqa: BLE001 -- whatever answers in Telegram's place
                if isinstance(error, UnreadableAnswer):
                    self._get_past(error)
                await self._back_off(error)
            else:
                self._has_recovered()
                if not await self._take(updates):
                    self._limit = None
                    await self._keep_the_floor(asked_at)

    async def confirm(self) -> None:
        """Tell Telegram what has been taken, so that it is not delivered again at the next start."""
        if not self._next_id:
            return
        try:
            async with asyncio.timeout(_CONFIRM_S):
                await self._fetch(wait=timedelta(0), limit=1)
        except Exception as error:  # noqa: BLE001 -- as above
            log.warning("updates may be delivered again", platform="telegram", reason=_reason(error))

    async def _take(self, updates: Sequence[Update]) -> bool:
        """Whether there was anything new."""
        before = self._next_id
        for update in updates:
            await self._queue.put(update)
            self._next_id = update.update_id + 1
        return self._next_id != before

    def _get_past(self, error: UnreadableAnswer) -> None:
        """Ask for one update at a time; where that one cannot be read, again and again, for those after it."""
        self._unreadable += self._limit == 1
        self._limit = 1
        if error.first is None:  # not an update, or one that the next one leads past
            self._limit, self._unreadable = None, 0
        elif self._unreadable == _GIVEN_UP_AFTER:
            log.error("an update was skipped: it cannot be read", platform="telegram", update=error.first)
            self._next_id = error.first + 1
            self._limit, self._unreadable = None, 0

    async def _keep_the_floor(self, asked_at: float) -> None:
        if (rest := asked_at + _FLOOR_S - self._ticks()) > 0:
            await self._sleep(rest)

    async def _fetch(self, wait: timedelta, limit: int | None = None) -> tuple[Update, ...]:
        return await self._bot.get_updates(
            offset=self._next_id, limit=limit, timeout=wait, allowed_updates=ALLOWED_UPDATES
        )

    async def _back_off(self, error: Exception) -> None:
        self.in_touch = False
        delay = self._pauses.next(wait_asked(error).total_seconds() if isinstance(error, RetryAfter) else 0.0)
        log.warning("cannot fetch updates", platform="telegram", reason=_reason(error), retry_in_s=delay)
        await self._sleep(delay)

    def _has_recovered(self) -> None:
        if not self.in_touch:
            log.info("fetching updates again", platform="telegram")
        self.in_touch = True
        self._pauses.reset()
        self._unreadable = 0


def _reason(error: Exception) -> str:
    """Of an error of another kind no more than that, as it may hold what people wrote."""
    return str(error) if isinstance(error, TelegramError) else type(error).__name__
