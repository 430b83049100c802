"""The real desk behind the real client, over SimCord or over the loopback server."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest
import simcord
from discord import Permissions
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.platforms.discord.adapter import NewspegClient
from tests.asking import Asker
from tests.contracts import check_discord
from tests.platforms.discord.loopback import PatientDesk
from tests.servers.discord import DiscordServer
from tests.stories import harbour, synthetic
from tests.waiting import HANGS_AFTER_S


@dataclass(frozen=True, slots=True)
class Newsroom:
    """A guild with one channel, one who may only read and one who may manage it."""

    asker: Asker
    channel: simcord.ChannelHandle
    reader: simcord.MemberActor
    manager: simcord.MemberActor

    @property
    def chat(self) -> ChatKey:
        """The channel's key."""
        return ChatKey("discord", str(self.channel.id))

    async def settings(self) -> ChatSettings:
        """What the channel has chosen."""
        return await self.asker.chats.load(self.chat)


@pytest.fixture
def asker() -> Asker:
    return Asker(harbour(), synthetic(1))


@pytest.fixture
def simcord_bot(asker: Asker) -> NewspegClient:
    return NewspegClient(asker.desk, patience=HANGS_AFTER_S)


@pytest.fixture
def newsroom(simcord_env: simcord.Env, asker: Asker) -> Iterator[Newsroom]:
    """On leaving it fails if a request broke Discord's published contract."""
    guild = simcord_env.create_guild()
    managers = guild.create_role("Editors", permissions=Permissions(manage_channels=True))
    yield Newsroom(
        asker,
        guild.create_text_channel("news"),
        guild.add_member(simcord_env.create_user("reader")),
        guild.add_member(simcord_env.create_user("manager"), roles=[managers]),
    )
    sent = simcord_env.http_requests
    breaches = [(each.path, fault) for each in sent for fault in check_discord(each.method, each.path, each.json)]
    assert breaches == []


@pytest.fixture
async def desk() -> PatientDesk:
    return PatientDesk()


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[DiscordServer]:
    """The loopback server; afterwards discord.py has its own addresses again."""
    monkeypatch.setattr(Route, "BASE", Route.BASE)
    monkeypatch.setattr(DiscordWebSocket, "DEFAULT_GATEWAY", DiscordWebSocket.DEFAULT_GATEWAY)
    async with DiscordServer() as server:
        yield server
