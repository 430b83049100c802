"""The adapter's life: log in, serve, drain, close; and its library's errors in the core's words."""

import asyncio
import re

import discord

from bot.core.asking.desk import Desk
from bot.core.errors import NewspegError, PlatformUnavailable
from bot.platforms.discord import endpoints
from bot.platforms.discord.client import NewspegClient
from bot.platforms.discord.errors import FAILURES
from bot.platforms.discord.fitting import shorten
from bot.platforms.discord.gateway import NoSession
from bot.runtime.waiting import Sleep

_TOKEN = re.compile(r"[!-~]+")
_AUTHENTICATION_FAILED = 4004
_MAX_PROBLEM = 200


class DiscordPlatform:
    """Discord, over its gateway."""

    name = "discord"

    def __init__(
        self,
        desk: Desk,
        token: str,
        api_url: str | None = None,
        *,
        patience: float = 2.0,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`patience`: seconds that an answer may take before Discord is told that it will come; it allows three."""
        self._desk = desk
        self._token = token
        self._api_url = api_url
        self._patience = patience
        self._sleep = sleep
        self._client: NewspegClient | None = None

    @property
    def in_touch(self) -> bool:
        """Whether the gateway is connected."""
        return self._client is None or self._client.in_touch

    async def run(self) -> None:
        """Serve until cancelled, finishing the answers under way; each call begins with a client of its own.

        Raises BadToken when Discord refuses the token, PlatformUnavailable when it cannot be reached.
        """
        if not _TOKEN.fullmatch(self._token):
            raise endpoints.refused()
        if self._api_url:
            await endpoints.use(self._api_url, self._token)
        self._client = client = NewspegClient(self._desk, self._patience, self._sleep)
        try:
            outcome = await self._serve(client)
        finally:
            await client.stop()
        # Raised here and not where it was caught: the library's errors carry the request, and that the token.
        raise outcome

    async def _serve(self, client: discord.Client) -> NewspegError:  # noqa: PLR0911 -- a table, a row each
        """Serve until it cannot go on; then the reason."""
        try:
            await self._log_in(client)
            await client.connect()
        except NoSession as error:
            return PlatformUnavailable(f"Discord's gateway greets in a way that cannot be read: {error}")
        except discord.LoginFailure:
            return endpoints.refused()
        except discord.ConnectionClosed as closed:
            if closed.code == _AUTHENTICATION_FAILED:
                return endpoints.refused()
            return self._unavailable(closed)
        except FAILURES as error:
            return self._unavailable(error)
        except AttributeError:
            # discord.py resumes a socket that it never had when its first connection fails.
            if client.ws is not None:
                raise
            return PlatformUnavailable("Discord's gateway cannot be reached")
        return PlatformUnavailable("Discord's gateway closed the connection")

    async def _log_in(self, client: discord.Client) -> None:
        try:
            await client.login(self._token)
        except FAILURES:
            raise
        except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Discord's
            raise OSError(f"its answer cannot be read ({type(error).__name__})") from None

    def _unavailable(self, error: Exception) -> PlatformUnavailable:
        text = " ".join(str(error).split()).replace(self._token, "…")
        return PlatformUnavailable(shorten(f"Discord cannot be reached: {type(error).__name__}: {text}", _MAX_PROBLEM))
