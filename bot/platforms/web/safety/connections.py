"""Bounds the number of connections, and the time that one may keep us waiting.

Each stands between its socket and the server's own protocol, which knows nothing of it, and hands on its input a
little at a time. A client keeps us waiting until it has sent its whole request, and while it does not take its answer.
"""

import asyncio
import resource
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any, cast

import structlog

from bot.platforms.web.safety.hosts import LOOPBACK, network_of
from bot.platforms.web.safety.turns import Turns

log = structlog.get_logger(__name__)

MOST = 1024
"""From all together, or half of what the system lets the process open, as the bot needs sockets and files, too."""
MOST_FROM_ONE = 128
"""From one address; from this machine's own, where a proxy may speak for everybody, as many as from all."""
RESERVE = 128
"""Beyond that, for requests for the bot's health: no other is answered there. It is more than arrive while the loop
turns the few times that reading a request takes."""
PATIENCE_S = 15.0
"""The longest time that a client may keep us waiting."""
GRACE_S = 0.25
"""The time for which a client that has a place keeps it between two requests."""
_UNSENT = 32 * 1024
"""Bytes that may wait to be sent; at more, whoever sends waits."""
_READ = 2 * 1024
"""Bytes that are read at once; they are parsed in one turn, which must be short even for odd input."""
TELL_EVERY_S = 60.0
"""The shortest time between two lines in the log about refusals."""


class Refusals:
    """Counts what is refused to strangers, and logs it once a minute at most, so that a flood fills no log.

    Its clock gives seconds and is never set back.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._counts: Counter[str] = Counter()
        self._told_at = float("-inf")

    def count(self, why: str) -> None:
        """Count one refusal for a reason."""
        self._counts[why] += 1

    def tell(self) -> None:
        """Log the counts and begin anew, if there are any and none were logged within the last minute."""
        now = self._clock()
        if self._counts and now - self._told_at >= TELL_EVERY_S:
            counts = {why.replace(" ", "_"): count for why, count in self._counts.items()}
            log.warning("the page turned clients away", **counts)
            self._counts.clear()
            self._told_at = now


def _may_open(wanted: int) -> int:
    """Return the number of files and sockets that this process may open; ask the system for as many as are wanted."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if soft == resource.RLIM_INFINITY or soft >= wanted:
        return wanted
    granted = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (granted, hard))
    return granted


class Connection(asyncio.BufferedProtocol):
    """Stands between one socket and the server's protocol."""

    def __init__(self, connections: "Connections", serve: Callable[["Connection"], asyncio.Protocol]) -> None:
        self.network = ""
        """The address of the client, or its IPv6 network."""
        self.in_reserve = False
        """True if it was let in only to ask for the bot's health."""
        self.is_lost = False
        self._connections = connections
        self._serve = serve
        self._behind: asyncio.Protocol | None = None
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray(_READ)
        self._unread = b""
        self._may_read = True
        self._under_way = 0
        self._is_stalled = False

    @contextmanager
    def answering(self) -> Iterator[None]:
        """Note that within this context the client waits for us, not we for it."""
        self._under_way += 1
        self._tell()
        try:
            yield
        finally:
            self._under_way -= 1
            self._tell()

    def cut(self) -> None:
        """End it at once, whatever was still to be sent."""
        if self._transport:
            self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take a place, or end the connection if there is none."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport
        self.network = network_of((transport.get_extra_info("peername") or ("",))[0])
        if not self._connections.enter(self):
            transport.abort()
            return
        transport.set_write_buffer_limits(_UNSENT)
        self._behind = self._serve(self)
        self._behind.connection_made(cast("asyncio.Transport", _Reading(transport, self)))

    def get_buffer(self, sizehint: int) -> bytearray:  # noqa: ARG002 -- asyncio's
        """Return the buffer to read into."""
        return self._buffer

    def buffer_updated(self, nbytes: int) -> None:
        """Hand on what was read; if that has to wait for its turn, read no more until then."""
        assert self._transport
        turns = self._connections.bodies if self._under_way else self._connections.heads
        self._unread += self._buffer[:nbytes]
        if turns.is_free:
            self._hand_on(turns)
            return
        self._transport.pause_reading()
        turns.queue(self, partial(asyncio.get_running_loop().call_soon, self._hand_on, turns))

    def read_on(self, *, may_read: bool) -> None:
        """Read on, or stop reading, as the server wants."""
        self._may_read = may_read
        if self._transport and not self.is_lost:
            if may_read and not self._unread:
                self._transport.resume_reading()
            else:
                self._transport.pause_reading()

    def _hand_on(self, turns: Turns) -> None:
        if self._behind and self._unread and not self.is_lost:
            unread, self._unread = self._unread, b""
            with turns.spending():
                self._behind.data_received(unread)
            self.read_on(may_read=self._may_read)

    def eof_received(self) -> bool | None:
        """Hand on the end of the input."""
        return self._behind.eof_received() if self._behind else None

    def pause_writing(self) -> None:
        """Note that the client does not take what was sent."""
        self._is_stalled = True
        self._tell()
        if self._behind:
            self._behind.pause_writing()

    def resume_writing(self) -> None:
        """Note that the client has taken most of it."""
        self._is_stalled = False
        self._tell()
        if self._behind:
            self._behind.resume_writing()

    def connection_lost(self, exc: Exception | None) -> None:
        """Give the connection's place back."""
        self.is_lost = True
        self._connections.leave(self)
        if self._behind:
            self._behind.connection_lost(exc)

    def _tell(self) -> None:
        self._connections.turn(self, keeps_waiting=self._is_stalled or not self._under_way)


class _Reading:
    """A transport for the server; its connection decides when to read from it."""

    def __init__(self, transport: asyncio.Transport, connection: Connection) -> None:
        self._transport = transport
        self._connection = connection

    def __getattr__(self, name: str) -> Any:
        return getattr(self._transport, name)

    def pause_reading(self) -> None:
        self._connection.read_on(may_read=False)

    def resume_reading(self) -> None:
        self._connection.read_on(may_read=True)


class Connections:
    """Gives places to the connections of one server. Its clock gives seconds and is never set back."""

    def __init__(self, refusals: Refusals, clock: Callable[[], float] = time.monotonic) -> None:
        self.heads = Turns()
        """The turns in which the heads of requests are parsed."""
        self.bodies = Turns()
        """The turns in which bodies are parsed, apart, as a body may be long and must not hold up a request."""
        self._refusals = refusals
        self._clock = clock
        self._most = min(MOST, _may_open(4 * MOST) // 2)
        self._places: defaultdict[str, set[Connection]] = defaultdict(set)
        self._taken = 0
        self._reserve: set[Connection] = set()
        self._waiting: dict[Connection, float] = {}  # whoever keeps us waiting, and since when, the longest first

    def enter(self, connection: Connection) -> bool:
        """Give a connection a place, if need be by ending one that keeps us waiting; False if there is none."""
        rivals = self._rivals(connection.network)
        if rivals is not None and not self._cut_first_of(rivals, GRACE_S):
            connection.in_reserve = True
            if len(self._reserve) >= RESERVE and not self._cut_first_of(lambda each: each.in_reserve):
                self._refusals.count("no place")
                return False
            self._reserve.add(connection)
        else:
            self._places[connection.network].add(connection)
            self._taken += 1
        self._waiting[connection] = self._clock()
        return True

    def turn(self, connection: Connection, *, keeps_waiting: bool) -> None:
        """Note if a connection keeps us waiting from now on."""
        if not keeps_waiting:
            self._waiting.pop(connection, None)
        elif self._has(connection):
            self._waiting.setdefault(connection, self._clock())

    def leave(self, connection: Connection) -> None:
        """Take back the place of a connection that has ended."""
        self._waiting.pop(connection, None)
        if connection in self._reserve:
            self._reserve.remove(connection)
        elif self._has(connection):
            self._taken -= 1
            self._places[connection.network].remove(connection)
            if not self._places[connection.network]:
                del self._places[connection.network]

    def cut_slow(self) -> None:
        """End the connections that have kept us waiting for too long."""
        too_long = self._clock() - PATIENCE_S
        for connection in [each for each, since in self._waiting.items() if since <= too_long]:
            self._cut(connection, "too slow")

    def _has(self, connection: Connection) -> bool:
        return connection in self._reserve or connection in self._places.get(connection.network, ())

    def _rivals(self, network: str) -> Callable[[Connection], bool] | None:
        """Return which connections compete with a new one from this network; None if there is room."""
        if network not in LOOPBACK and len(self._places.get(network, ())) >= MOST_FROM_ONE:
            return lambda each: each.network == network and not each.in_reserve
        return (lambda each: not each.in_reserve) if self._taken >= self._most else None

    def _cut_first_of(self, those: Callable[[Connection], bool], grace_s: float = 0.0) -> bool:
        """End the one of those that has kept us waiting the longest; False if none has for `grace_s` seconds."""
        first = next(filter(those, self._waiting), None)
        if first is None or self._clock() - self._waiting[first] < grace_s:
            return False
        self._cut(first, "made way")
        return True

    def _cut(self, connection: Connection, why: str) -> None:
        self._refusals.count(why)
        self.leave(connection)
        connection.cut()
