"""Whose token it is, as Discord tells."""

import pytest

from bot.core.asking.platform import Access
from bot.core.errors import BadToken, PlatformUnavailable
from bot.platforms.discord import DISCORD
from tests.servers.discord import DiscordServer


async def test_discord_names_the_bot(server: DiscordServer) -> None:
    assert "newspeg" in await DISCORD.introduce(Access(server.token, server.api_url))


@pytest.mark.parametrize("token", ["another", "two words"])
async def test_a_token_that_discord_refuses_is_not_shown(server: DiscordServer, token: str) -> None:
    with pytest.raises(BadToken) as caught:
        await DISCORD.introduce(Access(token, server.api_url))
    assert token not in str(caught.value)


async def test_where_discord_fails_it_is_told_without_the_token(server: DiscordServer) -> None:
    server.fail("GET", "/users/@me", 403, message=f"what is {server.token}?")
    with pytest.raises(PlatformUnavailable) as caught:
        await DISCORD.introduce(Access(server.token, server.api_url))
    assert server.token not in str(caught.value)
    assert caught.value.__context__ is None
