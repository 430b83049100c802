"""Who may use a SQLite file: one writer of a process at a time, in the order in which they came, and a few readers."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, AsyncExitStack, asynccontextmanager
from weakref import WeakValueDictionary

import structlog
from sqlalchemy.exc import OperationalError
from sqlalchemy.ext.asyncio import AsyncConnection

log = structlog.get_logger()

READERS = 4
"""How many read at once. With more, on a busy machine, each answer takes longer: their threads wait for one another."""

_POLL_S = 0.02
_TELL_AFTER_S = 1.0  # writers of other processes are usually done sooner
_LOCKED = ("SQLITE_BUSY", "SQLITE_LOCKED")

Begin = Callable[[], AbstractAsyncContextManager[AsyncConnection]]


class Foreign:
    """How long another process has had a file locked."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._since: float | None = None
        self._is_told = False

    def waited(self, came: float, now: float) -> float:
        """For how long it has kept somebody waiting who came at that moment; it has the file locked now."""
        self._since = now if self._since is None else self._since
        if now - self._since >= _TELL_AFTER_S and not self._is_told:
            self._is_told = True
            log.warning("the database is locked by another process; waiting until it is free", file=self._file)
        return now - max(came, self._since)

    def gone(self) -> None:
        """The file is free."""
        if self._is_told:
            log.info("the database is free again", file=self._file)
        self._since, self._is_told = None, False


class Queue:
    """Stands before one file, for those of this process and event loop."""

    def __init__(self, file: str) -> None:
        self._readers = asyncio.Semaphore(READERS)
        self._writer = asyncio.Lock()
        self._foreign = Foreign(file)
        self._file = file

    @asynccontextmanager
    async def reading(self, begin: Begin, wait_s: float) -> AsyncIterator[AsyncConnection]:
        """A connection to read from, once one is free."""
        async with self._readers, _begun(begin, Foreign(self._file), _now(), wait_s) as connection:
            yield connection

    @asynccontextmanager
    async def writing(self, begin: Begin, wait_s: float) -> AsyncIterator[AsyncConnection]:
        """A transaction that has the lock for writing, once it is its turn.

        It waits for those before it however long they take; for another process's lock, all wait together for
        `wait_s` seconds.
        """
        came = _now()
        async with self._writer, _begun(begin, self._foreign, came, wait_s) as connection:
            yield connection


# A queue is there for as long as anybody stands in it. Its lock belongs to the event loop.
_queues: WeakValueDictionary[tuple[asyncio.AbstractEventLoop, str], Queue] = WeakValueDictionary()


def queue_for(file: str) -> Queue:
    """The one queue before a file, which is given by its real path."""
    key = (asyncio.get_running_loop(), file)
    queue = _queues.get(key)
    if queue is None:
        queue = _queues[key] = Queue(file)
    return queue


@asynccontextmanager
async def _begun(begin: Begin, foreign: Foreign, came: float, wait_s: float) -> AsyncIterator[AsyncConnection]:
    """The waiting is done here and not in the driver's thread, where a stop could not end it."""
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
