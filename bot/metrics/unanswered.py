"""Counts questions that a story could not answer, and writes down those that enough chats asked; no answer waits."""

import asyncio
from contextlib import suppress
from datetime import date

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
        if self._kept and self._notebook.note(unanswered.story, unanswered.question, chat, self._today):
            self._loop.call()

    async def run(self) -> None:
        """Write until cancelled, and once more then."""
        try:
            await self._loop.run()
        finally:
            await self._write()

    async def _step(self) -> float:
        with suppress(StorageUnavailable):  # the storage has logged it
            await (self._store.expire(self._today) if self._kept else self._store.clear())
        await self._write()
        await until_either(self._loop.stopping, self._sleep(PAUSE_S))
        return LOOK_S

    async def _write(self) -> None:
        """Write what enough chats asked; what cannot be written is dropped."""
        with suppress(StorageUnavailable):  # as above
            self._notebook.not_kept(await self._store.add(self._notebook.take(self._today)))

    @property
    def _today(self) -> date:
        return self._clock().date()
