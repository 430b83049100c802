"""Serves the site in this process until it is cancelled."""

import asyncio
import os
import socket
from collections.abc import Generator
from contextlib import closing, contextmanager
from functools import partial
from typing import Any, cast

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from bot.core.errors import PlatformUnavailable, SettingsError
from bot.platforms.web.safety.connections import Connection, Connections, Refusals
from bot.platforms.web.safety.gate import Gate
from bot.platforms.web.streams import Streams

_QUEUE = 2048
"""The number of connections that the system keeps until we accept them."""
_AT_ONCE = 16
"""The number of connections accepted before the rest of the bot has its turn."""
_DRAIN_S = 5
LOOK_EVERY_S = 1.0
"""The time between two looks for clients that are too slow."""
_PROXIES = "127.0.0.1,::1"  # whose word on TLS and on the client is taken


class WebPlatform:
    """Serves the page on a host and a port."""

    name = "web"

    def __init__(self, site: ASGIApp, streams: Streams, host: str, port: int) -> None:
        """Port 0 stands for any free one."""
        self._site = site
        self._streams = streams
        self._host = host
        self._port = port
        self._socket: socket.socket | None = None

    @property
    def address(self) -> str:
        """The URL for a browser on this machine; port 0 shows as the real one once it is taken."""
        port = self._socket.getsockname()[1] if self._socket else self._port
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104 -- read, not bound
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def take_port(self) -> None:
        """Listen from now on; SettingsError if that cannot be done."""
        if self._socket is None:
            self._socket = _listen(self._host, self._port)

    async def run(self) -> None:
        """Serve until cancelled, then finish the answers that were begun; PlatformUnavailable if the port is taken."""
        try:
            self.take_port()
        except SettingsError as error:
            raise PlatformUnavailable(str(error)) from None
        assert self._socket
        self._streams.begin()
        refusals = Refusals()
        connections = Connections(refusals)
        server = _Server(self._config(connections, refusals))
        with closing(self._socket):
            looking = asyncio.create_task(_look_after(connections, refusals))
            serving = asyncio.create_task(server.serve([self._socket]))
            try:
                await asyncio.shield(serving)
            except asyncio.CancelledError:
                self._streams.end()
                server.should_exit = True
                await serving
                raise
            finally:
                looking.cancel()
                self._socket = None

    def _config(self, connections: Connections, refusals: Refusals) -> uvicorn.Config:
        return uvicorn.Config(
            Gate(self._site, refusals),
            http=cast("type[asyncio.Protocol]", partial(_protocol, connections)),  # it is called, and that is all
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            forwarded_allow_ips=_PROXIES,
            backlog=_AT_ONCE,
            log_level="error",  # it has a line for each request that is none
            timeout_graceful_shutdown=_DRAIN_S,
        )


def _protocol(
    connections: Connections,
    config: uvicorn.Config,
    server_state: ServerState,
    app_state: dict[str, Any],
    _loop: asyncio.AbstractEventLoop | None = None,
) -> Connection:
    """Return a connection with the server's protocol behind it; the state of each request names the connection."""

    def serve(connection: Connection) -> asyncio.Protocol:
        return H11Protocol(config, server_state, {**app_state, "connection": connection}, _loop)

    return Connection(connections, serve)


async def _look_after(connections: Connections, refusals: Refusals) -> None:
    while True:
        await asyncio.sleep(LOOK_EVERY_S)
        connections.cut_slow()
        refusals.tell()


class _Server(uvicorn.Server):
    """A server that leaves signals to the service, and accepts connections a few at a time."""

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then lengthen the system's queue: asyncio sets it to the number of connections accepted at once."""
        await super().startup(sockets)
        for each in sockets or ():
            each.listen(_QUEUE)

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture no signal."""
        yield


def _listen(host: str, port: int) -> socket.socket:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    except socket.gaierror:
        raise SettingsError(f"NEWSPEG_WEB_HOST: there is no address “{host}”") from None
    # asyncio sends at once only where the socket names its protocol; otherwise each answer waits 40 ms for an ACK.
    listening = socket.socket(family, kind, protocol)
    try:
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family == socket.AF_INET6:
            listening.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        listening.bind(address)
        listening.listen(_QUEUE)
    except OSError as error:
        listening.close()
        why = os.strerror(error.errno or 0)
        raise SettingsError(
            f"NEWSPEG_WEB_PORT: {host} cannot listen on port {port} ({why}): stop what runs there, or set another"
        ) from None
    return listening
