"""What a run ends with when Discord cannot be reached or does not take the token; the token is never shown."""

import asyncio
import traceback
from typing import Any

import pytest
from discord.backoff import ExponentialBackoff

from bot.core.errors import BadToken, NewspegError, PlatformUnavailable
from bot.platforms.discord.adapter import DiscordAdapter
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.servers.discord import DiscordServer
from tests.servers.discord_gateway import IDENTIFY
from tests.servers.discord_payloads import command, in_dm

NOWHERE = "127.0.0.1:9"
TOKEN = "a-token-that-nobody-may-see"


@pytest.fixture(autouse=True)
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """discord.py waits a random time before it finds that it cannot reconnect."""
    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _: 0.0)


async def ending(desk: PatientDesk, api_url: str | None, token: str = TOKEN) -> NewspegError:
    """What a run ends with."""
    with pytest.raises(NewspegError) as raised:
        await DiscordAdapter(desk, token, api_url).run()
    return raised.value


def test_it_shows_no_token(desk: PatientDesk) -> None:
    assert TOKEN not in repr(DiscordAdapter(desk, TOKEN))


async def test_an_api_that_is_not_there(desk: PatientDesk) -> None:
    error = await ending(desk, f"http://{NOWHERE}/api/v10")
    assert isinstance(error, PlatformUnavailable)
    assert NOWHERE in str(error)


@pytest.mark.parametrize("status", [400, 403, 404, 429, 503])
async def test_an_api_that_is_broken(server: DiscordServer, desk: PatientDesk, status: int) -> None:
    for route in ("/gateway/bot", "/users/@me", "/oauth2/applications/@me"):
        server.fail("GET", route, status, retry_after=3600.0 if status == 429 else None)
        assert isinstance(await ending(desk, server.api_url, server.token), PlatformUnavailable)


async def test_an_api_that_names_no_gateway(server: DiscordServer, desk: PatientDesk) -> None:
    server.gateway.url = ""
    assert isinstance(await ending(desk, server.api_url, server.token), PlatformUnavailable)


async def test_a_gateway_that_is_not_there_at_first(server: DiscordServer, desk: PatientDesk) -> None:
    reachable, server.gateway.url = server.gateway.url, f"ws://{NOWHERE}/"
    error = await ending(desk, server.api_url, server.token)
    assert isinstance(error, PlatformUnavailable)
    assert "gateway" in str(error)
    server.gateway.url = reachable
    async with serving(server, desk):
        await server.callback(await server.interact(command("help"), in_dm()))


async def test_a_gateway_that_closes_for_good(server: DiscordServer, desk: PatientDesk) -> None:
    run = asyncio.create_task(DiscordAdapter(desk, server.token, server.api_url).run())
    await server.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY)
    await server.gateway.close(4013)
    with pytest.raises(PlatformUnavailable, match="4013"):
        await run


@pytest.mark.parametrize("route", ["/gateway/bot", "/users/@me", "/applications/*/commands"])
async def test_it_can_be_stopped_while_it_waits_for_an_answer(
    server: DiscordServer, desk: PatientDesk, route: str
) -> None:
    server.hold("GET", route)
    run = asyncio.create_task(DiscordAdapter(desk, server.token, server.api_url).run())
    await server.called("GET", route)
    run.cancel()
    with pytest.raises(asyncio.CancelledError):
        await run


async def refused_by_gateway_bot(server: DiscordServer) -> None:
    server.token = "another"


async def refused_at_login(server: DiscordServer) -> None:
    server.fail("GET", "/users/@me", 401)


async def refused_on_the_socket(server: DiscordServer) -> None:
    server.gateway.token = "another"


@pytest.mark.parametrize("refuse", [refused_by_gateway_bot, refused_at_login, refused_on_the_socket])
async def test_a_token_that_is_refused(
    server: DiscordServer,
    desk: PatientDesk,
    refuse: Any,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level("DEBUG")
    token = server.token
    await refuse(server)
    error = await ending(desk, server.api_url, token)
    assert isinstance(error, BadToken)
    assert "NEWSPEG_DISCORD_TOKEN" in str(error)
    assert error.__cause__ is None
    assert error.__context__ is None
    output = capfd.readouterr()
    told = [str(error), repr(error), *traceback.format_exception(error), caplog.text, output.out, output.err]
    assert token not in "\n".join(told)


@pytest.mark.parametrize("token", ["", "  ", "two words", "line\nbreak", "nul\x00", "šđč"])
async def test_a_token_that_cannot_be_one(desk: PatientDesk, token: str) -> None:
    assert isinstance(await ending(desk, f"http://{NOWHERE}/api/v10", token), BadToken)


async def test_an_error_that_names_the_token_is_told_without_it(server: DiscordServer, desk: PatientDesk) -> None:
    server.fail("GET", "/users/@me", 403, message=f"what is {server.token}?")
    error = await ending(desk, server.api_url, server.token)
    assert "what is" in str(error)
    assert server.token not in str(error)
