"""Sends answers: each call waits until it may leave, and is made with python-telegram-bot.

If Telegram asks to wait, the call waits once and not for long, as a reader waits too.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterable
from contextvars import ContextVar
from datetime import timedelta
from functools import partial
from math import inf
from typing import Any, TypeVar

import structlog
from telegram import Bot, InlineKeyboardMarkup, LinkPreviewOptions, ReplyParameters
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.core.asking.platform import Call, Payload
from bot.core.posting.pacing import Pace
from bot.runtime.waiting import Sleep, Ticks, until_either

log = structlog.get_logger()

LONGEST_WAIT = timedelta(seconds=30)
_SHORTEST_WAIT = timedelta(seconds=1)  # the least that Telegram asks for; zero would be no wait
_LAST_S = 3.0  # of the ten seconds that a stop may take
# python-telegram-bot raises these for an answer in a form that it does not know.
_OF_READING = (AttributeError, LookupError, OverflowError, TypeError, ValueError)

_TYPES: dict[str, Any] = {
    "link_preview_options": LinkPreviewOptions,
    "reply_markup": InlineKeyboardMarkup,
    "reply_parameters": ReplyParameters,
}

_acknowledged: ContextVar[str] = ContextVar("the press that was acknowledged last while this update is handled")

T = TypeVar("T")


def wait_asked(error: RetryAfter) -> timedelta:
    """Return the wait that Telegram asks for; python-telegram-bot gives seconds or a duration, as it is configured."""
    asked = error.retry_after
    return max(asked if isinstance(asked, timedelta) else timedelta(seconds=asked), _SHORTEST_WAIT)


class Unreadable(TelegramError):
    """Telegram's answer cannot be read: the message may have arrived."""


class Patience:
    """Makes calls when their chat's turn has come, and once more after a short wait that Telegram asked for."""

    def __init__(self, sleep: Sleep = asyncio.sleep, pace: Pace | None = None, ticks: Ticks = time.monotonic) -> None:
        self._sleep = sleep
        self._pace = pace or Pace()
        self._ticks = ticks
        self._ended = asyncio.Event()
        self._last = inf

    def end(self) -> None:
        """From now on wait only for turns that come within moments, so that a stop is quick."""
        self._last = self._ticks() + _LAST_S
        self._ended.set()

    async def say(self, chat: int, call: Callable[[], Awaitable[T]]) -> T:
        """Return the result of a call that puts a message into a chat; RetryAfter if a stop comes long before then."""
        return await self._in_turn(str(chat), call)

    async def edit(self, call: Callable[[], Awaitable[T]]) -> T:
        """Return the result of a call that changes a message; RetryAfter if a stop comes long before then."""
        return await self._in_turn(None, call)

    async def _in_turn(self, chat: str | None, call: Callable[[], Awaitable[T]]) -> T:
        wait = timedelta(seconds=self._pace.answer(chat, self._ticks()))
        if wait and not await self._passes(wait):
            raise RetryAfter(wait)
        return await self(call)

    async def __call__(self, call: Callable[[], Awaitable[T]]) -> T:
        """Return the call's result, at the second try if need be; raises RetryAfter if that is too far off."""
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
        """Wait; return False if a stop cut the wait short."""
        over = self._ticks() + wait.total_seconds()
        await until_either(self._ended, self._sleep(wait.total_seconds()))
        if self._ended.is_set() and over <= self._last:
            await self._sleep(over - self._ticks())
        return over <= self._last


class Sender:
    """Makes the calls that the adapter decided on."""

    def __init__(self, bot: Bot, patience: Patience) -> None:
        self._bot = bot
        self._patience = patience

    async def make(self, calls: Iterable[Call]) -> None:
        """Make the calls one after the other; raise the first TelegramError."""
        for call in calls:
            if call.otherwise:
                await self._make_or(call, call.otherwise)
            elif call.method == "answerCallbackQuery" and not call.payload:
                await self._acknowledge(call)
            else:
                await self._make(call)

    @staticmethod
    def has_acknowledged(press: str) -> bool:
        """True if this press can show nothing more over the chat, while its update is handled."""
        return _acknowledged.get("") == press

    async def _acknowledge(self, call: Call) -> None:
        """Stop the button's spinner; if that fails, as after an outage, the card can still come."""
        _acknowledged.set(call.address["callback_query_id"])
        try:
            await self._make(call)
        except TelegramError as error:
            log.info("a press was not acknowledged", platform="telegram", reason=str(error))

    async def _make_or(self, edit: Call, otherwise: Call) -> None:
        try:
            await self._make(edit)
        except BadRequest as error:
            if "message is not modified" not in str(error).lower():
                await self._make(otherwise)

    async def _make(self, call: Call) -> None:
        bot, given = self._bot, arguments({**call.address, **call.payload})
        match call.method:
            case "sendMessage":
                await self._patience.say(given["chat_id"], partial(bot.send_message, **given))
            case "sendDocument":
                assert call.file
                send = partial(bot.send_document, document=call.file.content, filename=call.file.filename, **given)
                await self._patience.say(given["chat_id"], send)
            case "editMessageText":
                await self._patience.edit(partial(bot.edit_message_text, **given))
            case "answerCallbackQuery":
                await self._patience(partial(bot.answer_callback_query, **given))
            case "answerInlineQuery":
                await self._patience(partial(bot.answer_inline_query, **given))
            case _:
                raise NotImplementedError(call.method)


def arguments(fields: Payload) -> dict[str, Any]:
    """Return a call's fields as python-telegram-bot's arguments."""
    return {name: _TYPES[name].de_json(value) if name in _TYPES else value for name, value in fields.items()}


async def _read(call: Callable[[], Awaitable[T]]) -> T:
    try:
        return await call()
    except _OF_READING as error:
        raise Unreadable(f"its answer cannot be read ({type(error).__name__})") from error
