"""Fetches updates by long polling, through any outage; an unreadable update does not hold up those after it.

python-telegram-bot's Updater is not used: it ends without a word when the token is revoked, and while it waits after a
failure it cannot be stopped for up to 30 seconds.
"""

import asyncio
import re
import time
from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, RetryAfter, TelegramError

from bot.platforms.telegram.sending import wait_asked
from bot.platforms.telegram.transport import AiohttpRequest
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
"""The fewest seconds between two requests, in case a server answers at once and with nothing new."""
_GIVEN_UP_AFTER = 2
"""The number of times that an unreadable update is asked for alone: the network may have damaged the first answer."""
_IDS = range(1, 1 << 31)  # the Bot API's numbers of updates; a number far above would silence the bot for good
_ID = re.compile(rb'(?<!\\)"update_id"\s*:\s*(\d{1,10})\b')  # within a text the quotation marks would be escaped


class UnreadableAnswer(TelegramError):
    """The answer cannot be read as updates with numbers."""

    def __init__(self, payload: bytes) -> None:
        super().__init__("Invalid server response")
        seen = _ID.search(payload)
        number = int(seen[1]) if seen else 0
        self.first = number if number in _IDS else None
        """The number of the first update, if the bytes show one."""


class UpdatesRequest(AiohttpRequest):
    """Fetches updates. Without this, python-telegram-bot would fail on a bad batch for ever, and log people's words."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Return the answer; an unreadable update is replaced by its number, which is enough to get past it."""
        try:
            answer = AiohttpRequest.parse_json_payload(payload)
        except TelegramError:
            raise UnreadableAnswer(payload) from None
        if "result" in answer:
            updates = answer["result"]
            answer["result"] = readable = _readable_ones(updates) if isinstance(updates, list) else []
            if updates != [] and not readable:
                raise UnreadableAnswer(payload)
        return answer


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
        """True if the last try to fetch updates succeeded."""
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
        """Tell Telegram which updates were taken, so that it does not deliver them again at the next start."""
        if not self._next_id:
            return
        try:
            async with asyncio.timeout(_CONFIRM_S):
                await self._fetch(wait=timedelta(0), limit=1)
        except Exception as error:  # noqa: BLE001 -- as above
            log.warning("updates may be delivered again", platform="telegram", reason=_reason(error))

    async def _take(self, updates: Sequence[Update]) -> bool:
        """Take the updates; return whether there was anything new."""
        before = self._next_id
        for update in updates:
            await self._queue.put(update)
            self._next_id = update.update_id + 1
        return self._next_id != before

    def _get_past(self, error: UnreadableAnswer) -> None:
        """Ask for one update at a time; if that one is unreadable, ask again, for the sake of those after it."""
        self._unreadable += self._limit == 1
        self._limit = 1
        if error.first is None:  # not an update, or one without a number
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
    """Return the reason of an error; for an unknown kind only its name, as its text may hold a person's words."""
    return str(error) if isinstance(error, TelegramError) else type(error).__name__


def _readable_ones(updates: list[Any]) -> list[dict[str, Any]]:
    return [readable for each in updates if (readable := _readable(each))]


def _readable(update: Any) -> dict[str, Any] | None:
    """Return the update, or only its number if it is unreadable; None if it has no number either."""
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int or number not in _IDS:
        log.error("an update was skipped: it has no number", platform="telegram")
        return None
    try:
        _must_name_its_source(Update.de_json(update))
    except Exception as error:  # noqa: BLE001 -- whatever Telegram may send one day
        log.error(
            "an update was skipped: it cannot be read",
            platform="telegram",
            update=number,
            reason=type(error).__name__,
        )
        return {"update_id": number}
    return dict(update)


def _must_name_its_source(update: Update) -> None:
    """Raise TypeError unless the update names its chat and its person; the library checks no field's type."""
    chat, person = update.effective_chat, update.effective_user
    for number in (chat.id if chat else 0, person.id if person else 0):
        if type(number) is not int:
            raise TypeError("an id that is no number")
    if person and not isinstance(person.language_code or "", str):
        raise TypeError("a language that is no text")
