"""The socket side of the Discord server: hello, identify, ready, heartbeats, resume, and events."""

import asyncio
import json
from typing import Any

from aiohttp import web

from tests.servers.discord_payloads import APPLICATION, Payload, user
from tests.servers.ledger import Ledger

DISPATCH, HEARTBEAT, IDENTIFY, RESUME, HELLO, HEARTBEAT_ACK = 0, 1, 2, 6, 10, 11
AUTHENTICATION_FAILED = 4004
SESSION = "the-session"


class Gateway:
    """One session, over any number of sockets; events of a time without a socket are sent when it is resumed."""

    def __init__(self, token: str) -> None:
        self.url = ""
        self.token = token
        self.frames: Ledger[Payload] = Ledger()
        self._socket: web.WebSocketResponse | None = None
        self._request: web.Request | None = None
        self._sequence = 0
        self._missed: list[Payload] = []
        self.hello: Any = {"heartbeat_interval": 41_250}
        self.ready: Payload = {}
        """What is otherwise than it should be when a session begins."""

    async def serve(self, request: web.Request) -> web.WebSocketResponse:
        """One socket, from hello to its end."""
        socket = web.WebSocketResponse()
        await socket.prepare(request)
        self._request = request
        await self._send(socket, {"op": HELLO, "d": self.hello})
        async for received in socket:
            frame = json.loads(received.data)
            await self._answer(socket, frame)
            await self.frames.record(frame)
        return socket

    async def dispatch(self, event: str, data: Payload) -> None:
        """Send an event, at once or after the next resume."""
        self._sequence += 1
        frame = {"op": DISPATCH, "t": event, "s": self._sequence, "d": data}
        if self._socket is None or self._socket.closed:
            self._missed.append(frame)
        else:
            await self._send(self._socket, frame)

    async def send_raw(self, frame: str | bytes) -> None:
        """Send what need be no frame at all."""
        assert self._socket is not None
        await (self._socket.send_str(frame) if isinstance(frame, str) else self._socket.send_bytes(frame))

    def drop(self) -> None:
        """Cut the connection without a word."""
        self._socket = None
        assert self._request is not None
        assert self._request.transport is not None
        self._request.transport.abort()

    def freeze(self) -> None:
        """Hear nothing more, not even a goodbye."""
        assert self._request is not None
        transport = self._request.transport
        assert isinstance(transport, asyncio.ReadTransport)
        transport.pause_reading()

    async def close(self, code: int = 1001) -> None:
        """Close the socket with a code."""
        if self._socket is not None:
            await self._socket.close(code=code)
            self._socket = None

    async def _answer(self, socket: web.WebSocketResponse, frame: Payload) -> None:
        match frame["op"]:
            case op if op == HEARTBEAT:
                await self._send(socket, {"op": HEARTBEAT_ACK})
            case op if op in (IDENTIFY, RESUME) and frame["d"]["token"] != self.token:
                await socket.close(code=AUTHENTICATION_FAILED)
            case op if op == IDENTIFY:
                self._socket = socket
                await self.dispatch("READY", self._ready())
            case op if op == RESUME:
                self._socket = socket
                missed, self._missed = self._missed, []
                for event in missed:
                    await self._send(socket, event)
                await self.dispatch("RESUMED", {})

    def _ready(self) -> Payload:
        return {
            "v": 10,
            "user": user(APPLICATION, "newspeg", bot=True),
            "guilds": [],
            "session_id": SESSION,
            "resume_gateway_url": self.url,
            "application": {"id": APPLICATION, "flags": 0},
            **self.ready,
        }

    @staticmethod
    async def _send(socket: web.WebSocketResponse, frame: dict[str, Any]) -> None:
        await socket.send_str(json.dumps(frame))
