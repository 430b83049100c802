"""Records the outcomes of posts in the ledger: in groups, and however long it takes, as no other place has them."""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence

import structlog

from bot.core.errors import StorageUnavailable
from bot.core.posting.posts import DeliveryLedger, Post, Step
from bot.runtime.waiting import Sleep

log = structlog.get_logger()

_GATHER_S = 0.05  # a transaction costs as much as sending a post
_AGAIN_S = 1.0
_GROUP = 256

Recorded = Callable[[Post, Step], None]
"""Notes the outcome of a post, once that is in the ledger."""
_Waiting = tuple[Post, Step, asyncio.Future[None]]


class WriteBack:
    """Records steps. A step that the database refuses does not hold up the others: it is tried again after them."""

    def __init__(self, ledger: DeliveryLedger, recorded: Recorded, sleep: Sleep = asyncio.sleep) -> None:
        self._ledger = ledger
        self._recorded = recorded
        self._sleep = sleep
        self._waiting: deque[_Waiting] = deque()
        self._writing: asyncio.Task[None] | None = None

    async def write(self, post: Post, step: Step) -> None:
        """Record a step, and return once it is in the ledger; it gets there also if this call is cancelled."""
        written: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._waiting.append((post, step, written))
        if self._writing is None:
            self._writing = asyncio.create_task(self._write())
        await asyncio.shield(written)

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record steps at once and all together; StorageUnavailable if that cannot be done."""
        await self._ledger.record(steps)
        for post, step in steps:
            self._recorded(post, step)

    async def _write(self) -> None:
        size = _GROUP
        await self._sleep(_GATHER_S)
        while self._waiting:
            group = [self._waiting.popleft() for _ in range(min(size, len(self._waiting)))]
            if await self._is_recorded(group):
                size = min(2 * size, _GROUP)
                await self._sleep(_GATHER_S)
            else:
                size = 1  # one of the steps may be the reason
                self._waiting.extend(group)
                await self._sleep(_AGAIN_S)
        self._writing = None

    async def _is_recorded(self, group: list[_Waiting]) -> bool:
        try:
            await self.record([(post, step) for post, step, _ in group])
        except StorageUnavailable:  # the storage has logged it
            return False
        except Exception:
            log.exception("what became of posts cannot be written", posts=[post.id for post, *_ in group])
            return False
        for post, step, written in group:
            if step.state != "sent":
                log.info("post", id=post.id, chat=post.chat.id, state=step.state, reason=step.reason or None)
            if not written.done():
                written.set_result(None)
        if sent := sum(step.state == "sent" for _, step, _ in group):
            log.info("posts were sent", posts=sent)  # the ledger has each of them
        return True
