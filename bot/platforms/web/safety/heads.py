"""Requests whose head never ends: a connection that sends none holds a place, of which the server has so many."""

import asyncio

from uvicorn.protocols.http.h11_impl import H11Protocol

LONGEST_S = 10.0


class HastyProtocol(H11Protocol):
    """Gives a client so long to say what it asks; how long a body may take is for whoever reads it."""

    _deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as the base has it
        """Wait for a head."""
        super().connection_made(transport)
        self._wait()

    def data_received(self, data: bytes) -> None:
        """Go on waiting where it has begun, and no longer once it has come."""
        super().data_received(data)
        if self.cycle and not self.cycle.response_complete:
            self._wait_no_longer()
        elif self._deadline is None:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is waited for."""
        self._wait_no_longer()
        super().connection_lost(exc)

    def _wait(self) -> None:
        self._deadline = self.loop.call_later(LONGEST_S, self.transport.abort)

    def _wait_no_longer(self) -> None:
        if self._deadline:
            self._deadline.cancel()
            self._deadline = None
