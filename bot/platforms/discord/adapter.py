"""The adapter's life: log in, listen, drain, close. `interactions` answers."""

import asyncio
import re
import sys
from functools import partial
from typing import Any

import discord
import structlog

from bot.core.asking.desk import Desk
from bot.core.errors import NewspegError, PlatformUnavailable
from bot.platforms.discord import custom_ids, gateway
from bot.platforms.discord.commands import CommandTree, slash_commands, sync_commands
from bot.platforms.discord.errors import FAILURES
from bot.platforms.discord.gateway import NoSession, SteadyWebSocket
from bot.platforms.discord.interactions import FrontOffice
from bot.platforms.discord.markdown import shorten
from bot.runtime.waiting import Sleep, keep_trying

TOKEN = re.compile(r"[!-~]+")
"""The form of a token; another text would break the request."""
_AUTHENTICATION_FAILED = 4004
_MAX_PROBLEM = 200
_LONGEST_WAIT = 30.0  # seconds, the least that discord.py allows; longer rate limits surface as an error
_LONGEST_GOODBYE = 2.0
_PRESSES = (discord.InteractionType.component, discord.InteractionType.modal_submit)

log = structlog.get_logger()

# This bot never speaks in voice channels: a warning that the libraries for that are missing is of no use.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False
# The library has no other way to choose the socket.
discord.client.DiscordWebSocket = SteadyWebSocket  # type: ignore[misc] # a subclass


class DiscordAdapter:
    """Discord, over its gateway."""

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
        """True if the gateway is connected."""
        return self._client is None or self._client.in_touch

    async def run(self) -> None:
        """Serve until cancelled, finishing the answers under way; each call makes a client of its own.

        Raises BadToken when Discord refuses the token, PlatformUnavailable when it cannot be reached.
        """
        if not TOKEN.fullmatch(self._token):
            raise gateway.refused()
        if self._api_url:
            await gateway.use(self._api_url, self._token)
        self._client = client = NewspegClient(self._desk, self._patience, self._sleep)
        try:
            outcome = await self._serve(client)
        finally:
            await client.stop()
        # Raised here and not where it was caught: the library's errors carry the request, and that the token.
        raise outcome

    async def _serve(self, client: discord.Client) -> NewspegError:  # noqa: PLR0911 -- a table, a row each
        """Serve until it cannot go on, and return the reason."""
        try:
            await log_in(client, self._token)
            await client.connect()
        except NoSession as error:
            return PlatformUnavailable(f"Discord's gateway greets in a way that cannot be read: {error}")
        except discord.LoginFailure:
            return gateway.refused()
        except discord.ConnectionClosed as closed:
            if closed.code == _AUTHENTICATION_FAILED:
                return gateway.refused()
            return unavailable(closed, self._token)
        except FAILURES as error:
            return unavailable(error, self._token)
        except AttributeError:
            # discord.py resumes a socket that it never had when its first connection fails.
            if client.ws is not None:
                raise
            return PlatformUnavailable("Discord's gateway cannot be reached")
        return PlatformUnavailable("Discord's gateway closed the connection")


async def log_in(client: discord.Client, token: str) -> None:
    """Log in; whatever the library fails with becomes one of its FAILURES."""
    try:
        await client.login(token)
    except FAILURES:
        raise
    except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Discord's
        raise OSError(f"its answer cannot be read ({type(error).__name__})") from None


def unavailable(error: Exception, token: str) -> PlatformUnavailable:
    """Return why Discord cannot be reached; the text has no token in it, though the error may have."""
    text = " ".join(str(error).split()).replace(token, "…")
    return PlatformUnavailable(shorten(f"Discord cannot be reached: {type(error).__name__}: {text}", _MAX_PROBLEM))


class NewspegClient(discord.Client):
    """One connection to Discord, good for one run."""

    def __init__(self, desk: Desk, patience: float = 2.0, sleep: Sleep = asyncio.sleep) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            member_cache_flags=discord.MemberCacheFlags.none(),
            max_messages=None,
            max_ratelimit_timeout=_LONGEST_WAIT,
        )
        self.in_touch = True
        self._sleep = sleep
        self._syncing: asyncio.Task[None] | None = None
        self.office = FrontOffice(desk, patience)
        self.tree = CommandTree(self, self.office)
        for command in slash_commands(self.office):
            self.tree.add_command(command)

    async def setup_hook(self) -> None:
        """Bring the commands that Discord has up to date, between login and connection, or later if need be."""
        attempt = partial(sync_commands, self.tree)
        self._syncing = asyncio.create_task(keep_trying(attempt, self._sleep, await attempt()))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """Answer a press, or a form that this bot never made; commands belong to the tree."""
        if interaction.type in _PRESSES:
            try:
                data: Any = interaction.data
                invocation = custom_ids.pressed(data["custom_id"], data.get("values", ()))
                await self.office.answer_press(interaction, invocation)
            except Exception as error:  # noqa: BLE001 -- the office puts it on record
                await self.office.fail(interaction, error)

    async def on_socket_event_type(self, _event: str) -> None:
        """Note that the gateway sent something: it is connected, for the first time or again."""
        self.in_touch = True

    async def on_disconnect(self) -> None:
        """Note that the gateway was lost, or could not be reached; the library tries again by itself."""
        self.in_touch = False

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """Log an event that could not be handled, and forget it."""
        log.error("discord event failed", event_name=event_method, exc_info=sys.exc_info())

    async def stop(self) -> None:
        """Finish the answers under way, then close; do not wait for a gateway that does not say goodbye."""
        if self._syncing:
            self._syncing.cancel()
        await self.office.drain()
        try:
            async with asyncio.timeout(_LONGEST_GOODBYE):
                await self.close()
        except TimeoutError:
            await self.http.close()
