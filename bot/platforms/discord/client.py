"""The connection: what the bot asks of Discord and what it listens to. What it answers is in `interactions`."""

import asyncio
import sys
from functools import partial
from typing import Any

import discord
import structlog

from bot.core.asking.desk import Desk
from bot.platforms.discord.commands import CommandTree, slash_commands
from bot.platforms.discord.custom_ids import pressed
from bot.platforms.discord.gateway import SteadyWebSocket
from bot.platforms.discord.interactions import FrontOffice
from bot.platforms.discord.sync import sync_commands
from bot.runtime.waiting import Sleep, keep_trying

_LONGEST_WAIT = 30.0  # seconds, the least that discord.py allows; longer rate limits surface as an error
_LONGEST_GOODBYE = 2.0

_PRESSES = (discord.InteractionType.component, discord.InteractionType.modal_submit)

log = structlog.get_logger()

# Nobody speaks here, so nobody need be warned that the libraries for it are missing.
discord.VoiceClient.warn_nacl = False
discord.VoiceClient.warn_dave = False
# The library has no other way to say which socket it is to use.
discord.client.DiscordWebSocket = SteadyWebSocket  # type: ignore[misc] # a subclass


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
        """Between login and connection: the commands as Discord knows them are brought up to date, if need be later."""
        attempt = partial(sync_commands, self.tree)
        self._syncing = asyncio.create_task(keep_trying(attempt, self._sleep, await attempt()))

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        """A press, or a form that this bot never made; commands are the tree's."""
        if interaction.type in _PRESSES:
            try:
                data: Any = interaction.data
                invocation = pressed(data["custom_id"], data.get("values", ()))
                await self.office.answer_press(interaction, invocation)
            except Exception as error:  # noqa: BLE001 -- the office puts it on record
                await self.office.fail(interaction, error)

    async def on_socket_event_type(self, _event: str) -> None:
        """Something came over the gateway: it was reached, for the first time or again."""
        self.in_touch = True

    async def on_disconnect(self) -> None:
        """It was lost, or could not be reached; the library tries again by itself."""
        self.in_touch = False

    async def on_error(self, event_method: str, /, *_args: Any, **_kwargs: Any) -> None:
        """An event that could not be handled is logged and forgotten."""
        log.error("discord event failed", event_name=event_method, exc_info=sys.exc_info())

    async def stop(self) -> None:
        """Finish the answers under way, then close; a gateway that does not say goodbye is not waited for."""
        if self._syncing:
            self._syncing.cancel()
        await self.office.drain()
        try:
            async with asyncio.timeout(_LONGEST_GOODBYE):
                await self.close()
        except TimeoutError:
            await self.http.close()
