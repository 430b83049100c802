"""Waiting until an answer may leave; and when Telegram asks to wait, once and not for long, as a reader waits too."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from math import inf
from typing import TypeVar

import structlog
from telegram.error import RetryAfter, TelegramError

from bot.core.posting.pacing import Pace
from bot.runtime.waiting import Sleep, Ticks, until_either

log = structlog.get_logger()

LONGEST_WAIT = timedelta(seconds=30)
_SHORTEST_WAIT = timedelta(seconds=1)  # the least that Telegram asks for; none would be no wait
_LAST_S = 3.0  # of the ten that a stop may take
# What python-telegram-bot fails with on an answer in no form that it knows.
_OF_READING = (AttributeError, LookupError, OverflowError, TypeError, ValueError)

T = TypeVar("T")


def wait_asked(error: RetryAfter) -> timedelta:
    """How long Telegram asks to wait; python-telegram-bot gives it as seconds or as a duration, as it is configured."""
    asked = error.retry_after
    return max(asked if isinstance(asked, timedelta) else timedelta(seconds=asked), _SHORTEST_WAIT)


class Unreadable(TelegramError):
    """Telegram's answer cannot be read: what was sent may have arrived."""


class Patience:
    """Makes calls when their chat's turn has come, and once more after a short wait that Telegram asked for."""

    def __init__(self, sleep: Sleep = asyncio.sleep, pace: Pace | None = None, ticks: Ticks = time.monotonic) -> None:
        self._sleep = sleep
        self._pace = pace or Pace()
        self._ticks = ticks
        self._ended = asyncio.Event()
        self._last = inf

    def end(self) -> None:
        """Wait only for what comes within moments, so that a stop is quick."""
        self._last = self._ticks() + _LAST_S
        self._ended.set()

    async def say(self, chat: int, call: Callable[[], Awaitable[T]]) -> T:
        """The result of a call that puts a message into a chat; RetryAfter where a stop comes long before its turn."""
        return await self._in_turn(str(chat), call)

    async def edit(self, call: Callable[[], Awaitable[T]]) -> T:
        """The same of a call that changes a message."""
        return await self._in_turn(None, call)

    async def _in_turn(self, chat: str | None, call: Callable[[], Awaitable[T]]) -> T:
        wait = timedelta(seconds=self._pace.answer(chat, self._ticks()))
        if wait and not await self._passes(wait):
            raise RetryAfter(wait)
        return await self(call)

    async def __call__(self, call: Callable[[], Awaitable[T]]) -> T:
        """The call's result, at the second try if need be; raises RetryAfter when that is too far off."""
        try:
            return await _read(call)
        except RetryAfter as error:
            asked = wait_asked(error)
            if asked > LONGEST_WAIT:
                raise
            log.info("waiting as asked", platform="telegram", seconds=asked.total_seconds())
            if not await self._passes(asked):
                raise
        return await _read(call)

    async def _passes(self, wait: timedelta) -> bool:
        """Whether the time has passed, rather than been cut short."""
        over = self._ticks() + wait.total_seconds()
        await until_either(self._ended, self._sleep(wait.total_seconds()))
        if self._ended.is_set() and over <= self._last:
            await self._sleep(over - self._ticks())
        return over <= self._last


async def _read(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except _OF_READING as error:
        raise Unreadable(f"its answer cannot be read ({type(error).__name__})") from error
