"""What Discord should never send: it is skipped, the connection lives on, and who asked gets a word where it can be."""

import json
import zlib
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from discord.backoff import ExponentialBackoff
from structlog.testing import capture_logs

from bot.core.errors import PlatformUnavailable
from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import NotSent, Sent, Unknown
from bot.core.wording.cards import Card, Paragraph
from bot.platforms.discord.adapter import DiscordAdapter
from bot.platforms.discord.messenger import DiscordMessenger
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.servers.discord import DiscordServer
from tests.servers.discord_gateway import IDENTIFY, RESUME
from tests.servers.discord_payloads import (
    CHANNEL,
    EPHEMERAL,
    Payload,
    command,
    in_dm,
    in_guild,
    interaction,
    message,
    press,
)

SORRY = "That did not work"
MESSAGE, CHOICES = 4, 8
NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
SKIPPED = "discord event skipped: it cannot be read"
CARD = Card("A card", (Paragraph(("Some text",)),))


async def works(server: DiscordServer) -> None:
    """It answers, and over the connection that it had."""
    await server.callback(await server.interact(command("help"), in_dm()))
    assert len(server.gateway.frames.matching(lambda frame: frame["op"] in (IDENTIFY, RESUME))) == 1


@pytest.mark.parametrize(
    "frame",
    [
        "",
        "{",
        "null",
        "[]",
        "7",
        '"text"',
        "[" * 100_000,
        "\ufffe",
        "{}",
        '{"op": 99, "d": {}}',
        '{"op": "x"}',
        '{"op": []}',
        '{"op": null, "t": null}',
        '{"op": 0}',
        '{"op": 0, "t": 7, "d": {}}',
        '{"op": 0, "t": [], "d": {}}',
        '{"op": 0, "t": {"a": 1}, "d": {}}',
        '{"op": 0, "t": "NEWS", "d": null}',
        '{"op": 0, "t": "NEWS", "s": "x", "d": null}',
        '{"op": 0, "t": "NEWS", "s": [], "d": null}',
        '{"op": 0, "t": "RESUMED", "d": null}',
        '{"op": 0, "t": "READY", "d": null}',
        '{"op": 10, "d": null}',
        '{"op": 11, "d": []}',
    ],
)
async def test_a_frame_that_is_none_is_skipped(server: DiscordServer, desk: PatientDesk, frame: str) -> None:
    async with serving(server, desk):
        await works(server)
        await server.gateway.send_raw(frame)
        await works(server)
        await server.gateway.close(4000)
        resumed = await server.gateway.frames.wait(lambda each: each["op"] == RESUME)
        assert isinstance(resumed["d"]["seq"], int)


@pytest.mark.parametrize("data", [None, [], "x", 7, {}, {"id": "x"}, {"id": None, "guild_id": []}])
@pytest.mark.parametrize(
    "event",
    [
        "INTERACTION_CREATE",
        "MESSAGE_CREATE",
        "MESSAGE_DELETE",
        "GUILD_CREATE",
        "GUILD_UPDATE",
        "GUILD_DELETE",
        "GUILD_ROLE_CREATE",
        "CHANNEL_CREATE",
        "CHANNEL_UPDATE",
        "CHANNEL_DELETE",
        "THREAD_CREATE",
        "THREAD_LIST_SYNC",
        "USER_UPDATE",
    ],
)
async def test_an_event_that_cannot_be_read_is_skipped(
    server: DiscordServer, desk: PatientDesk, event: str, data: Any
) -> None:
    async with serving(server, desk):
        await server.gateway.dispatch(event, data)
        await works(server)


async def test_what_was_skipped_is_one_line_without_what_was_in_it(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        await works(server)
        with capture_logs() as logs:
            await server.gateway.dispatch("GUILD_CREATE", {"name": "nobody's business"})
            await works(server)
    assert [(entry["event"], entry["error"]) for entry in logs] == [(SKIPPED, "KeyError")]


def spoilt(**changes: Any) -> Payload:
    """A command of which Discord's data are otherwise than they should be."""
    asked = command("who", name="Leyla")
    return {**asked, "data": {**asked["data"], **changes}}


@pytest.mark.parametrize(
    "what",
    [
        {"type": 2, "data": None},
        {"type": 2, "data": []},
        {"type": 2, "data": {}},
        {"type": 2},
        spoilt(options="x"),
        spoilt(options=[{}]),
        spoilt(options=[{"name": "name", "type": 3}]),
        spoilt(options=[{"name": "name", "type": 99, "value": "x"}]),
        spoilt(options=[{"name": "name", "type": 6, "value": "1"}]),
        spoilt(resolved=7),
        spoilt(name=["who"]),
        spoilt(type=2),
        spoilt(type="x"),
        spoilt(type=2, target_id="7", resolved={"users": []}),
        {"type": 3, "data": {"custom_id": 7, "component_type": 2}},
        {"type": 3, "data": {"custom_id": "newspeg#0", "component_type": 3, "values": 7}},
        {"type": 3, "data": {"custom_id": "newspeg#0", "component_type": 3, "values": [7]}},
        press("newspeg:help", {}),
        {"type": 5, "data": {"custom_id": "form", "components": []}},
    ],
)
@pytest.mark.parametrize("where", [in_dm(), in_guild(), in_guild(installed=False)])
async def test_who_asked_in_a_way_that_cannot_be_read_gets_a_word(
    server: DiscordServer, desk: PatientDesk, what: Payload, where: Payload
) -> None:
    async with serving(server, desk):
        answer = await server.callback(await server.interact(what, where))
        await works(server)
    assert answer.body["type"] == MESSAGE


@pytest.mark.parametrize(
    "what",
    [
        {"type": 1},
        {"type": 99, "data": {}},
        {"type": "x", "data": {}},
        {"type": 3, "data": None},
        {"type": 3, "data": {}},
        {"type": 5, "data": {}},
        {**press("newspeg:help", {}), "message": None},
        press("newspeg:help", {**message(CHANNEL, {}), "components": "x"}),
        {**command("help"), "token": None},
        {**command("help"), "id": "x"},
        {**command("help"), "app_permissions": "x"},
        {**command("help"), "user": None},
        {**command("help"), "channel": "x"},
    ],
)
async def test_an_interaction_that_is_none_ends_nothing(
    server: DiscordServer, desk: PatientDesk, what: Payload
) -> None:
    async with serving(server, desk):
        await server.gateway.dispatch("INTERACTION_CREATE", {**interaction(what, in_dm()), **what})
        await works(server)


@pytest.mark.parametrize("options", [[], [{}], "x", [{"name": "name", "type": 3, "value": 7, "focused": True}]])
async def test_suggestions_that_cannot_be_made_are_none(server: DiscordServer, desk: PatientDesk, options: Any) -> None:
    asked = command("who", name="Ley")
    async with serving(server, desk):
        sent = await server.interact({"type": 4, "data": {**asked["data"], "options": options}}, in_guild())
        answer = await server.callback(sent)
    assert (answer.body["type"], answer.body["data"]["choices"]) == (CHOICES, [])


def broken(*_: object, **__: object) -> Any:
    raise ZeroDivisionError


@pytest.mark.parametrize("what", [command("help"), press("newspeg:help", message(CHANNEL, {}))])
@pytest.mark.parametrize("place", ["questions.render", "interactions.origin_of", "interactions.Reply.send"])
async def test_whatever_fails_on_the_way_to_an_answer_the_reader_gets_a_word(
    server: DiscordServer, desk: PatientDesk, monkeypatch: pytest.MonkeyPatch, what: Payload, place: str
) -> None:
    monkeypatch.setattr(f"bot.platforms.discord.{place}", broken)
    async with serving(server, desk):
        answer = await server.callback(await server.interact(what, in_guild()))
    assert answer.body["data"]["flags"] == EPHEMERAL
    assert SORRY in json.dumps(answer.body)


@pytest.mark.parametrize(
    ("what", "place"),
    [
        (command("help"), "bot.core.asking.commands.Command.invocation"),
        (press("newspeg:help", message(CHANNEL, {})), "bot.platforms.discord.custom_ids.pressed"),
        (press("newspeg:help", message(CHANNEL, {})), "bot.platforms.discord.interactions.asked_by_press"),
    ],
)
async def test_what_fails_before_the_desk_is_asked_gets_a_word_too(
    server: DiscordServer, desk: PatientDesk, monkeypatch: pytest.MonkeyPatch, what: Payload, place: str
) -> None:
    monkeypatch.setattr(place, broken)
    with capture_logs() as logs:
        async with serving(server, desk):
            answer = await server.callback(await server.interact(what, in_guild()))
    assert SORRY in json.dumps(answer.body)
    assert [entry["event"] for entry in logs if entry["log_level"] == "error"] == ["discord interaction failed"]


async def test_a_stream_that_breaks_is_begun_anew(
    server: DiscordServer, desk: PatientDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _: 0.0)
    async with serving(server, desk):
        await server.callback(await server.interact(command("help"), in_dm()))
        await server.gateway.send_raw(b"no compressed data\x00\x00\xff\xff")
        await server.gateway.frames.wait(lambda frame: frame["op"] == RESUME)
        await server.callback(await server.interact(command("help"), in_dm()))


async def test_a_text_that_is_none_is_skipped(server: DiscordServer, desk: PatientDesk) -> None:
    stream = zlib.compressobj()
    async with serving(server, desk):
        for text in (b"\xff\xfe", b'{"op": 11}'):
            await server.gateway.send_raw(stream.compress(text) + stream.flush(zlib.Z_SYNC_FLUSH))
        await works(server)


@pytest.mark.parametrize("hello", [None, {}, {"heartbeat_interval": "x"}])
async def test_a_greeting_that_cannot_be_read_is_worth_another_try(
    server: DiscordServer, desk: PatientDesk, hello: Any
) -> None:
    server.gateway.hello = hello
    with pytest.raises(PlatformUnavailable, match="cannot be read"):
        await DiscordAdapter(desk, server.token, server.api_url).run()


@pytest.mark.parametrize("ready", [{"session_id": None, "user": None}, {"guilds": 7}, {"user": {}}])
async def test_a_session_that_cannot_be_read_is_worth_another_try(
    server: DiscordServer, desk: PatientDesk, ready: Payload
) -> None:
    server.gateway.ready = ready
    with pytest.raises(PlatformUnavailable, match="cannot be read"):
        await DiscordAdapter(desk, server.token, server.api_url).run()


@pytest.mark.parametrize("body", [None, [], {}, "x", {"id": "x"}])
@pytest.mark.parametrize("route", ["/users/@me", "/oauth2/applications/@me"])
async def test_a_login_that_cannot_be_read_is_worth_another_try(
    server: DiscordServer, desk: PatientDesk, route: str, body: Any
) -> None:
    server.spoil("GET", route, body)
    with pytest.raises(PlatformUnavailable) as raised:
        await DiscordAdapter(desk, server.token, server.api_url).run()
    assert server.token not in repr(raised.value)


@pytest.mark.parametrize("body", [None, [], {}, "x", {"id": "x"}])
async def test_an_answer_that_cannot_be_read_is_an_outcome(server: DiscordServer, body: Any) -> None:
    channel, person = ChatKey("discord", CHANNEL), ChatKey("discord", "user:400000000000000001")
    messenger = DiscordMessenger(server.token, lambda: NOW, server.api_url)
    server.spoil("GET", "/users/@me", body)
    assert isinstance(await messenger.send(channel, CARD, "key"), NotSent)
    server.spoil("POST", f"/channels/{CHANNEL}/messages", body)
    assert isinstance(await messenger.send(channel, CARD, "key"), Unknown)
    server.spoil("POST", "/users/@me/channels", body)
    assert isinstance(await messenger.send(person, CARD, "key"), NotSent)
    sent = await messenger.send(channel, CARD, "key")
    assert isinstance(sent, Sent)
    server.spoil("PATCH", f"/channels/{CHANNEL}/messages/*", body)
    assert isinstance(await messenger.edit(channel, sent.message_id, CARD), Unknown)
    server.spoil("GET", f"/channels/{CHANNEL}/messages", 7)
    assert isinstance(await messenger.find(channel, "key", NOW - timedelta(hours=1)), NotSent)
    await messenger.close()
