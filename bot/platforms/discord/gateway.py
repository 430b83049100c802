"""The socket: what comes over it that cannot be read is skipped, as the library would else end the connection."""

from typing import Any

import aiohttp
import structlog
from discord import ConnectionClosed
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure

log = structlog.get_logger()

_OF_THE_CONNECTION = (ReconnectWebSocket, WebSocketClosure, ConnectionClosed, aiohttp.ClientError, OSError)

_BROKEN = 4000  # so closed, a session can be resumed


class NoSession(Exception):
    """The gateway's greeting cannot be read, and without it there is no session."""


class SteadyWebSocket(DiscordWebSocket):
    """discord.py's socket, through any frame."""

    async def received_message(self, msg: Any, /) -> None:
        """Handle one frame, or skip it."""
        sequence, greeted = self.sequence, self.session_id is not None
        try:
            text = await self._text(msg)
            if text is not None:
                await super().received_message(text)
        except _OF_THE_CONNECTION:
            raise
        except Exception as error:  # noqa: BLE001 -- whatever Discord may send one day
            if self._keep_alive is None or not greeted:
                await self.close(_BROKEN)
                raise NoSession(type(error).__name__) from None
            log.error("discord event skipped: it cannot be read", error=type(error).__name__)
        finally:
            if self.sequence is not None and type(self.sequence) is not int:
                self.sequence = sequence

    async def _text(self, msg: str | bytes) -> str | None:
        """The frame without its compression; None while there is more to come."""
        try:
            return self._decompressor.decompress(msg) if isinstance(msg, bytes) else msg
        except UnicodeDecodeError:
            raise
        except Exception as error:  # noqa: BLE001 -- each compression has errors of its own
            # Nothing that follows could be read either; over a new connection it begins anew.
            await self.close(_BROKEN)
            raise ConnectionResetError(f"the gateway's stream is broken: {type(error).__name__}") from None
