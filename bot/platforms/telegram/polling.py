"""Fetching updates by long polling, through any outage.

python-telegram-bot's Updater is not used: it ends without a word when the token is revoked, and while it waits after a
failure it cannot be stopped for up to 30 seconds.
"""

import asyncio
from datetime import timedelta

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.platforms.telegram.patience import Sleep, wait_asked

log = structlog.get_logger()

ALLOWED_UPDATES = (
    Update.MESSAGE,
    Update.CHANNEL_POST,
    Update.CALLBACK_QUERY,
    Update.INLINE_QUERY,
    Update.MY_CHAT_MEMBER,
)
_LONG_POLL = timedelta(seconds=30)
_LONGEST_DELAY = 30.0
_CONFIRM_S = 2.0


class Poller:
    """Puts updates into a queue, each once."""

    def __init__(self, bot: Bot, queue: "asyncio.Queue[object]", sleep: Sleep = asyncio.sleep) -> None:
        self._bot = bot
        self._queue = queue
        self._sleep = sleep
        self._next_id = 0
        self._delay = 0.0

    @property
    def in_touch(self) -> bool:
        """Whether the last try to fetch updates succeeded."""
        return self._delay == 0

    async def run(self) -> None:
        """Fetch until cancelled; raises InvalidToken when the token is no longer accepted."""
        while True:
            try:
                updates = await self._fetch(wait=_LONG_POLL)
            except InvalidToken:
                raise
            except TelegramError as error:
                await self._back_off(error)
            else:
                self._has_recovered()
                for update in updates:
                    await self._queue.put(update)
                    self._next_id = update.update_id + 1

    async def confirm(self) -> None:
        """Tell Telegram what has been taken, so that it is not delivered again at the next start."""
        if not self._next_id:
            return
        try:
            async with asyncio.timeout(_CONFIRM_S):
                await self._fetch(wait=timedelta(0), limit=1)
        except (TelegramError, TimeoutError) as error:
            log.warning("updates may be delivered again", platform="telegram", reason=str(error))

    async def _fetch(self, wait: timedelta, limit: int | None = None) -> tuple[Update, ...]:
        return await self._bot.get_updates(
            offset=self._next_id, limit=limit, timeout=wait, allowed_updates=ALLOWED_UPDATES
        )

    async def _back_off(self, error: TelegramError) -> None:
        self._delay = min(max(1.0, 2 * self._delay), _LONGEST_DELAY)
        if isinstance(error, RetryAfter):
            self._delay = max(self._delay, wait_asked(error).total_seconds())
        log.warning("cannot fetch updates", platform="telegram", reason=str(error), retry_in_s=self._delay)
        await self._sleep(self._delay)

    def _has_recovered(self) -> None:
        if self._delay:
            log.info("fetching updates again", platform="telegram")
        self._delay = 0.0
