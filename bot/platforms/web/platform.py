"""The platform: a site served in this process until cancelled."""

import asyncio
import os
import socket
from collections.abc import Generator
from contextlib import closing, contextmanager

import uvicorn
from starlette.types import ASGIApp

from bot.core.errors import PlatformUnavailable, SettingsError
from bot.platforms.web.safety.heads import HastyProtocol
from bot.platforms.web.streams import Streams

_BACKLOG = 512
_MOST_CONNECTIONS = 1000
_DRAIN_S = 5
_PROXIES = "127.0.0.1,::1"  # whose word on TLS and on the client is taken


class WebPlatform:
    """Serves the page."""

    name = "web"

    def __init__(self, site: ASGIApp, streams: Streams, host: str, port: int) -> None:
        """`port` 0 takes any that is free."""
        self._site = site
        self._streams = streams
        self._host = host
        self._port = port
        self._socket: socket.socket | None = None

    @property
    def address(self) -> str:
        """Where a browser finds it; the port is known once it is taken."""
        port = self._socket.getsockname()[1] if self._socket else self._port
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self._host, self._host)  # noqa: S104 -- read, not bound
        return f"http://[{host}]:{port}/" if ":" in host else f"http://{host}:{port}/"

    def take_port(self) -> None:
        """Listen from now on; SettingsError where that cannot be done."""
        if self._socket is None:
            self._socket = _listen(self._host, self._port)

    async def run(self) -> None:
        """Serve until cancelled, then finish the answers that were begun; PlatformUnavailable without a port."""
        try:
            self.take_port()
        except SettingsError as error:
            raise PlatformUnavailable(str(error)) from None
        assert self._socket
        self._streams.begin()
        server = _Server(self._config())
        with closing(self._socket):
            serving = asyncio.create_task(server.serve([self._socket]))
            try:
                await asyncio.shield(serving)
            except asyncio.CancelledError:
                self._streams.end()
                server.should_exit = True
                await serving
                raise
            finally:
                self._socket = None

    def _config(self) -> uvicorn.Config:
        return uvicorn.Config(
            self._site,
            http=HastyProtocol,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            forwarded_allow_ips=_PROXIES,
            backlog=_BACKLOG,
            limit_concurrency=_MOST_CONNECTIONS,
            timeout_graceful_shutdown=_DRAIN_S,
        )


class _Server(uvicorn.Server):
    """Leaves signals to the service, of which it is a part."""

    @contextmanager
    def capture_signals(self) -> Generator[None, None, None]:
        """Capture none."""
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
        listening.listen(_BACKLOG)
    except OSError as error:
        listening.close()
        why = os.strerror(error.errno or 0)
        raise SettingsError(
            f"NEWSPEG_WEB_PORT: {host} cannot listen on port {port} ({why}): stop what runs there, or set another"
        ) from None
    return listening
