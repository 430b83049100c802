"""The socket side: hello, identify, ready, heartbeats, events, resume; and how a run ends."""

import asyncio

import pytest

from bot.platforms.discord import adapter
from bot.platforms.discord.adapter import DiscordAdapter
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.servers.discord import DiscordServer
from tests.servers.discord_gateway import HEARTBEAT, IDENTIFY, RESUME, SESSION
from tests.servers.discord_payloads import command, in_dm, in_guild
from tests.waiting import hang_guard

GUILDS_ONLY = 1
MESSAGE = 4


async def test_it_identifies_itself_without_privileges(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        frame = await server.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY)
        assert frame["d"]["token"] == server.token
        assert frame["d"]["intents"] == GUILDS_ONLY
        await server.gateway.frames.wait(lambda frame: frame["op"] == HEARTBEAT)


async def test_a_question_and_its_answer(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        sent = await server.interact(command("facts", story="harbour"), in_guild())
        answer = (await server.callback(sent)).body
    assert answer["type"] == MESSAGE
    assert not answer["data"].get("flags")
    assert answer["data"]["allowed_mentions"]["parse"] == []
    [embed] = answer["data"]["embeds"]
    assert "The bridge is 900 metres long." in embed["description"]


@pytest.mark.parametrize("locale", ["hr", "en-GB", "one-that-discord-may-add"])
async def test_the_reader_s_language_is_passed_on(server: DiscordServer, desk: PatientDesk, locale: str) -> None:
    async with serving(server, desk):
        await server.interact(command("help"), in_dm(), locale)
        assert (await desk.asked.get()).locale == locale


async def test_a_dropped_socket_is_resumed(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        first = await server.interact(command("help"), in_dm())
        await server.callback(first)
        server.gateway.drop()
        meanwhile = await server.interact(command("summary"), in_dm())
        resumed = await server.gateway.frames.wait(lambda frame: frame["op"] == RESUME)
        assert resumed["d"] == {"token": server.token, "session_id": SESSION, "seq": 2}
        await server.callback(meanwhile)
        await server.callback(await server.interact(command("help"), in_dm()))
    assert len(server.gateway.frames.matching(lambda frame: frame["op"] == IDENTIFY)) == 1


async def test_it_knows_when_it_is_out_of_touch(server: DiscordServer, desk: PatientDesk) -> None:
    platform = DiscordAdapter(desk, server.token, server.api_url)
    assert platform.in_touch
    running = asyncio.create_task(platform.run())
    await server.gateway.frames.wait(lambda frame: frame["op"] == IDENTIFY)
    server.gateway.drop()
    async with hang_guard():
        for expected in (False, True):
            while platform.in_touch is not expected:  # noqa: ASYNC110 -- nothing else tells of it
                await asyncio.sleep(0)
    running.cancel()
    await asyncio.wait([running])


async def test_a_closed_socket_is_resumed(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        await server.callback(await server.interact(command("help"), in_dm()))
        await server.gateway.close(4000)
        await server.gateway.frames.wait(lambda frame: frame["op"] == RESUME)
        await server.callback(await server.interact(command("help"), in_dm()))


async def test_a_gateway_that_says_no_goodbye_does_not_hold_it_up(
    server: DiscordServer, desk: PatientDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adapter, "_LONGEST_GOODBYE", 0.01)
    async with serving(server, desk) as run:
        await server.callback(await server.interact(command("help"), in_dm()))
        server.gateway.freeze()
        run.cancel()
        with pytest.raises(asyncio.CancelledError):
            await run
        server.gateway.drop()


async def test_it_can_be_run_again(server: DiscordServer, desk: PatientDesk) -> None:
    for _ in range(2):
        async with serving(server, desk):
            await server.callback(await server.interact(command("help"), in_dm()))


async def test_answers_under_way_are_finished_when_it_is_stopped(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk) as run:
        desk.open.clear()
        sent = await server.interact(command("summary"), in_dm())
        await desk.asked.get()
        run.cancel()
        desk.open.set()
        with pytest.raises(asyncio.CancelledError):
            await run
        assert (await server.callback(sent)).body["type"] == MESSAGE
