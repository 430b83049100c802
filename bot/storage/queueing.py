"""Queues for a SQLite file: one writer of a process at a time, in the order in which they came, and a few readers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

log = structlog.get_logger()

READERS = 4
"""The number of readers at a time. With more, on a busy machine, each answer takes longer: their threads compete."""

_POLL_S = 0.02
_TELL_AFTER_S = 1.0  # other processes' writers are usually done sooner
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")

Begin = Callable[[], AbstractAsyncContextManager[AsyncConnection]]


class Foreign:
    """Measures how long another process has had a file locked."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._since: float | None = None
        self._is_told = False

    def waited(self, came: float, now: float) -> float:
        """Return how long a task that came at that moment has waited for the other process, which has the lock now."""
        self._since = now if self._since is None else self._since
        if now - self._since >= _TELL_AFTER_S and not self._is_told:
            self._is_told = True
            log.warning("the database is locked by another process; waiting until it is free", file=self._file)
        return now - max(came, self._since)

    def gone(self) -> None:
        """Note that the file is free."""
        if self._is_told:
            log.info("the database is free again", file=self._file)
        self._since, self._is_told = None, False


class Queue:
    """The queue before one file, for the tasks of this process and event loop."""

    def __init__(self, file: str) -> None:
        self._readers = asyncio.Semaphore(READERS)
        self._writer = asyncio.Lock()
        self._foreign = Foreign(file)
        self._file = file

    @asynccontextmanager
    async def reading(self, begin: Begin, wait_s: float) -> AsyncIterator[AsyncConnection]:
        """Wait for a free connection, and read from it."""
        async with self._readers, _begun(begin, Foreign(self._file), _now(), wait_s) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self, begin: Begin, wait_s: float) -> AsyncIterator[AsyncConnection]:
        """Wait for the lock, and write in a transaction that has it.

        It waits for earlier tasks however long they take; for another process's lock, all wait together for
        `wait_s` seconds.
        """
        came = _now()
        async with self._writer, _begun(begin, self._foreign, came, wait_s) as connection:
            yield connection


# A queue exists as long as a task stands in it. Its lock belongs to the event loop.
_queues: WeakValueDictionary[tuple[asyncio.AbstractEventLoop, str], Queue] = WeakValueDictionary()


def queue_for(file: str) -> Queue:
    """Return the one queue before a file, by its real path."""
    key = (asyncio.get_running_loop(), file)
    queue = _queues.get(key)
    if queue is None:
        queue = _queues[key] = Queue(file)
    return queue


@asynccontextmanager
async def _begun(begin: Begin, foreign: Foreign, came: float, wait_s: float) -> AsyncIterator[AsyncConnection]:
    """Begin a transaction. It waits here and not in the driver's thread, where a stop could not end the wait."""
    async with AsyncExitStack() as stack:
        while True:
            try:
                connection = await stack.enter_async_context(begin())
                break
            except OperationalError as error:
                if not _is_lock(error) or foreign.waited(came, _now()) >= wait_s:
                    raise
            await asyncio.sleep(_POLL_S)
        foreign.gone()
        yield connection


def _is_lock(error: OperationalError) -> bool:
    return str(getattr(error.orig, "sqlite_errorname", "")).startswith(_LOCKED)


def _now() -> float:
    return asyncio.get_running_loop().time()
