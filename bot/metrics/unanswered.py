"""Counts questions that a story could not answer, and writes down those that enough chats asked; no answer waits."""

import asyncio
from contextlib import suppress

from bot.core.asking.inquiry import Unanswered
from bot.core.asking.unanswered import Notebook, UnansweredStore
from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatKey
from bot.core.stories.library import Clock
from bot.runtime.loop import Loop
from bot.runtime.waiting import Sleep, until_either

LOOK_S = 3600.0
"""The seconds after which old questions are deleted, if nothing is written earlier."""
PAUSE_S = 2.0
"""The seconds between two writes: what is asked meanwhile is written together."""


class UnansweredQuestions:
    """Notes questions, and writes them to the store while it runs."""

    def __init__(
        self, store: UnansweredStore, clock: Clock, *, kept: bool = True, sleep: Sleep = asyncio.sleep
    ) -> None:
        """Unless questions are kept, none is remembered, and those that the store has are deleted."""
        self._store = store
        self._clock = clock
        self._kept = kept
        self._sleep = sleep
        self._notebook = Notebook()
        self._loop = Loop(self._step, sleep)

    def note(self, unanswered: Unanswered, chat: ChatKey) -> None:
        """Count the question of a chat."""
        today = self._clock().date()
        if self._kept and self._notebook.note(unanswered.story, unanswered.question, chat, today):
            self._loop.call()

    async def run(self) -> None:
        """Write until cancelled."""
        await self._loop.run()

    async def _step(self) -> float:
        with suppress(StorageUnavailable):  # the storage has logged it; what was to be written is dropped
            await self._write()
        await until_either(self._loop.stopping, self._sleep(PAUSE_S))
        return LOOK_S

    async def _write(self) -> None:
        if not self._kept:
            return await self._store.clear()
        today = self._clock().date()
        await self._store.expire(today)
        return self._notebook.forget(await self._store.add(self._notebook.take(today)))
