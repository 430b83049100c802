"""Connects discord.py to a server, over a socket that outlives a frame that cannot be read."""

from typing import Any

import aiohttp
import structlog
import yarl
from discord import ConnectionClosed
from discord.gateway import DiscordWebSocket, ReconnectWebSocket, WebSocketClosure
from discord.http import Route

from bot.core.errors import BadToken, PlatformUnavailable

log = structlog.get_logger()

_OF_THE_CONNECTION = (ReconnectWebSocket, WebSocketClosure, ConnectionClosed, aiohttp.ClientError, OSError)
_TIMEOUT = aiohttp.ClientTimeout(total=10)
_BROKEN = 4000  # a session that is closed with this code can be resumed


class NoSession(Exception):
    """The gateway's greeting cannot be read, and without it there is no session."""


class SteadyWebSocket(DiscordWebSocket):
    """discord.py's socket, which goes on after any frame."""

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
        """Decompress a frame; return None while there is more to come."""
        try:
            return self._decompressor.decompress(msg) if isinstance(msg, bytes) else msg
        except UnicodeDecodeError:
            raise
        except Exception as error:  # noqa: BLE001 -- each compression has errors of its own
            # No later frame could be read either; a new connection begins anew.
            await self.close(_BROKEN)
            raise ConnectionResetError(f"the gateway's stream is broken: {type(error).__name__}") from None


async def use(api_url: str, token: str) -> None:
    """Send discord.py's requests to `api_url` (`http://host:port/api/v10`), and its socket where that server says.

    Raises BadToken when the server refuses the token, PlatformUnavailable when it does not answer as it should.
    """
    Route.BASE = api_url.rstrip("/")
    # discord.py connects to a fixed address and never asks for another.
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(await _gateway(token))


async def _gateway(token: str) -> str:
    url = f"{Route.BASE}/gateway/bot"
    try:
        async with (
            aiohttp.ClientSession(timeout=_TIMEOUT, headers={"Authorization": f"Bot {token}"}) as session,
            session.get(url) as response,
        ):
            status, answer = response.status, await response.json() if response.ok else {}
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        problem = f"{url} does not answer: {type(error).__name__}"
    else:
        if status == 401:
            raise refused()
        if isinstance(answer, dict) and answer.get("url"):
            return str(answer["url"])
        problem = f"{url} answers {status} and names no gateway"
    raise PlatformUnavailable(problem)


def refused() -> BadToken:
    """Return the error for a token that Discord does not take."""
    return BadToken("Discord", "NEWSPEG_DISCORD_TOKEN")
