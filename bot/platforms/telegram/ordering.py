"""Updates at the same time, but one after the other within a chat. It does not know what is done with them."""

import asyncio
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.ext import BaseUpdateProcessor

_AT_ONCE = 256  # many, as one that waits out a flood limit keeps its place
_WAITING = 10_000  # of all chats; beyond, updates wait in arrival order


class InOrderWithinChat(BaseUpdateProcessor):
    """Lets many chats be answered at once; one that floods the bot waits for itself, not in the others' places."""

    def __init__(self, at_once: int = _AT_ONCE) -> None:
        super().__init__(_WAITING)
        self._at_once = asyncio.Semaphore(at_once)
        # A lock lives as long as an update of its chat holds it or waits for it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def initialize(self) -> None:
        """Nothing to prepare."""

    async def shutdown(self) -> None:
        """Nothing to release."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the coroutine when its chat's turn has come."""
        lock = self._locks.setdefault(_whose(update), asyncio.Lock())  # asyncio's locks are first come, first served
        async with lock, self._at_once:
            await coroutine


def _whose(update: object) -> int:
    """The chat, or the reader where there is none: in inline mode, whose private chat has the same id."""
    if isinstance(update, Update):
        source = update.effective_chat or update.effective_user
        if source:
            return source.id
    return 0
