"""What goes over HTTP: commands, answers in time or announced, rate limits, nonces, files."""

import asyncio

import structlog

from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import Invocation
from bot.platforms.discord import gateway
from bot.platforms.discord.adapter import NewspegClient
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.servers.discord import DiscordServer
from tests.servers.discord_payloads import (
    ADMINISTRATOR,
    APPLICATION,
    CHANNEL,
    EPHEMERAL,
    MANAGE_CHANNELS,
    READER,
    THREAD,
    Payload,
    command,
    in_dm,
    in_group,
    in_guild,
    in_thread,
    message,
    press,
)

COMMANDS = f"/applications/{APPLICATION}/commands"
OTHER = "400000000000000009"
MESSAGE, THINKING, WILL_UPDATE, UPDATE = 4, 5, 6, 7
LONG = Card("Long", tuple(Paragraph(("x" * 3000,)) for _ in range(3)), (Action("Help", Invocation("help")),))


def posted(flags: int = 0, custom_id: str = "newspeg:help") -> Payload:
    return message(CHANNEL, {"embeds": [{"title": "T"}], "components": [row(custom_id)], "flags": flags})


def row(custom_id: str) -> Payload:
    return {"type": 1, "components": [{"type": 2, "style": 2, "label": "Press", "custom_id": custom_id}]}


async def test_commands_are_registered_only_when_they_differ(server: DiscordServer, desk: PatientDesk) -> None:
    def registrations() -> int:
        return len(server.calls.matching(lambda call: call.fits("PUT", COMMANDS)))

    for expected in (1, 1):
        async with serving(server, desk):
            assert registrations() == expected
    server.commands[0]["description"] = "Something older"
    async with serving(server, desk):
        assert registrations() == 2
    server.commands.pop()
    async with serving(server, desk):
        assert registrations() == 3


async def test_it_serves_even_when_commands_cannot_be_registered(server: DiscordServer, desk: PatientDesk) -> None:
    server.fail("GET", COMMANDS, 403)
    with structlog.testing.capture_logs() as logs:
        async with serving(server, desk):
            await server.callback(await server.interact(command("help"), in_dm()))
    assert [log["event"] for log in logs] == ["discord commands not registered"]


async def test_commands_that_could_not_be_registered_are_tried_again_ever_more_rarely(
    server: DiscordServer, desk: PatientDesk
) -> None:
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    server.fail("GET", COMMANDS, 429, retry_after=900, via="1.1 google")
    server.fail("GET", COMMANDS, 404, code=10002)
    async with serving(server, desk, sleep=nap):
        await server.callback(await server.interact(command("help"), in_dm()))
        await server.called("GET", COMMANDS, 2)
    assert naps == [900]
    server.commands_answer = {"message": "none of Discord's answers"}
    naps.clear()

    async def then_in_order(seconds: float) -> None:
        naps.append(seconds)
        if len(naps) == 3:
            server.commands_answer = None

    async with serving(server, desk, sleep=then_in_order):
        await server.called("PUT", COMMANDS)
    assert naps == [10, 20, 40]


async def test_private_answers_are_for_the_reader_alone(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        sent = await server.interact(command("settings"), in_guild(MANAGE_CHANNELS))
        assert (await server.callback(sent)).body["data"]["flags"] == EPHEMERAL


async def test_a_guild_s_channel_is_one_chat(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        refused = await server.callback(await server.interact(command("story", slug="story-1"), in_guild()))
        assert refused.body["data"]["flags"] == EPHEMERAL
        assert (await desk.settings(CHANNEL)).story is None
        await server.callback(await server.interact(command("story", slug="story-1"), in_guild(MANAGE_CHANNELS)))
        assert (await desk.settings(CHANNEL)).story == "story-1"
        await server.callback(await server.interact(command("story", slug="harbour"), in_guild(ADMINISTRATOR)))
        assert (await desk.settings(CHANNEL)).story == "harbour"


async def test_where_readers_bring_it_along_it_is_their_own(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        await server.callback(await server.interact(command("story", slug="story-1"), in_guild(installed=False)))
        assert (await desk.settings(f"user:{READER}")).story == "story-1"
        await server.callback(await server.interact(command("story", slug="harbour"), in_group()))
        assert (await desk.settings(f"user:{READER}")).story == "harbour"
        assert (await desk.settings(CHANNEL)).story is None


async def test_where_somebody_else_brought_it_along_it_is_still_the_readers_own(
    server: DiscordServer, desk: PatientDesk
) -> None:
    brought = {**in_guild(MANAGE_CHANNELS, installed=False), "authorizing_integration_owners": {"1": OTHER}}
    async with serving(server, desk):
        choice = "newspeg:story story-1"
        await server.callback(await server.interact(press(choice, posted(custom_id=choice)), brought))
        assert (await desk.settings(f"user:{READER}")).story == "story-1"
        assert (await desk.settings(CHANNEL)).story is None


async def test_presses_on_shared_and_own_messages(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        shared = await server.callback(await server.interact(press("newspeg:help", posted()), in_guild()))
        assert (shared.body["type"], shared.body["data"]["flags"]) == (MESSAGE, EPHEMERAL)
        friends = await server.callback(await server.interact(press("newspeg:help", posted()), in_group()))
        assert (friends.body["type"], friends.body["data"]["flags"]) == (MESSAGE, EPHEMERAL)
        private = await server.callback(await server.interact(press("newspeg:help", posted(EPHEMERAL)), in_guild()))
        assert private.body["type"] == UPDATE
        own = await server.callback(await server.interact(press("newspeg:help", posted()), in_dm()))
        assert own.body["type"] == UPDATE
        assert own.body["data"]["attachments"] == []


async def test_a_long_card_goes_on_in_more_messages(server: DiscordServer, desk: PatientDesk) -> None:
    desk.cards["summary"] = LONG
    async with serving(server, desk):
        sent = await server.interact(command("summary"), in_guild())
        first = await server.callback(sent)
        last = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}", count=2)
    assert not first.body["data"].get("components")
    assert last.body["components"]
    assert not last.body.get("flags")


async def test_a_file_is_uploaded(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        answer = await server.callback(await server.interact(command("calendar", story="harbour"), in_guild()))
    [(name, content)] = answer.files.items()
    assert name.endswith(".ics")
    assert content.startswith(b"BEGIN:VCALENDAR")


async def test_a_late_answer_is_announced(server: DiscordServer, desk: PatientDesk) -> None:
    desk.open.clear()
    async with serving(server, desk, patience=0):
        sent = await server.interact(command("summary"), in_guild())
        announced = await server.callback(sent)
        assert announced.body["type"] == THINKING
        assert not (announced.body.get("data") or {}).get("flags")
        desk.open.set()
        answer = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}")
        assert answer.body["embeds"]


async def test_a_late_private_answer_is_announced_privately(server: DiscordServer, desk: PatientDesk) -> None:
    desk.open.clear()
    async with serving(server, desk, patience=0):
        sent = await server.interact(command("settings"), in_guild())
        assert (await server.callback(sent)).body["data"]["flags"] == EPHEMERAL
        desk.open.set()
        answer = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}")
        assert answer.body["flags"] == EPHEMERAL


async def test_a_late_refusal_does_not_stay_in_public(server: DiscordServer, desk: PatientDesk) -> None:
    desk.open.clear()
    async with serving(server, desk, patience=0):
        sent = await server.interact(command("story", slug="story-1"), in_guild())
        await server.callback(sent)
        desk.open.set()
        await server.called("DELETE", f"/webhooks/{APPLICATION}/{sent['token']}/messages/@original")
        answer = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}")
        assert answer.body["flags"] == EPHEMERAL


async def test_a_late_answer_to_a_press_still_takes_the_message_s_place(
    server: DiscordServer, desk: PatientDesk
) -> None:
    desk.open.clear()
    async with serving(server, desk, patience=0):
        sent = await server.interact(press("newspeg:help", posted()), in_dm())
        assert (await server.callback(sent)).body["type"] == WILL_UPDATE
        desk.open.set()
        changed = await server.called("PATCH", f"/webhooks/{APPLICATION}/{sent['token']}/messages/@original")
        assert changed.body["embeds"]


async def test_a_late_failure_does_not_stay_in_public(server: DiscordServer, desk: PatientDesk) -> None:
    desk.cards["summary"] = ZeroDivisionError("the desk is on fire")
    desk.open.clear()
    async with serving(server, desk, patience=0):
        sent = await server.interact(command("summary"), in_guild())
        await server.callback(sent)
        desk.open.set()
        await server.called("DELETE", f"/webhooks/{APPLICATION}/{sent['token']}/messages/@original")
        apology = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}")
        assert apology.body["flags"] == EPHEMERAL


async def test_a_late_failure_leaves_the_pressed_message_alone(server: DiscordServer, desk: PatientDesk) -> None:
    desk.cards["help"] = ZeroDivisionError("the desk is on fire")
    desk.open.clear()
    async with serving(server, desk, patience=0):
        sent = await server.interact(press("newspeg:help", posted()), in_dm())
        await server.callback(sent)
        desk.open.set()
        apology = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}")
        assert apology.body["flags"] == EPHEMERAL
    assert not server.calls.matching(lambda call: call.method in ("PATCH", "DELETE"))


async def test_an_apology_after_half_an_answer_leaves_that_half(server: DiscordServer, desk: PatientDesk) -> None:
    desk.cards["summary"] = LONG
    async with serving(server, desk):
        server.fail("POST", "/webhooks/*", 403)
        sent = await server.interact(command("summary"), in_guild())
        apology = await server.called("POST", f"/webhooks/{APPLICATION}/{sent['token']}", count=2)
        assert apology.body["flags"] == EPHEMERAL
    assert not server.calls.matching(lambda call: call.method == "DELETE")


async def test_a_rate_limit_is_waited_for(server: DiscordServer, desk: PatientDesk) -> None:
    server.fail("POST", "/interactions/*/callback", 429, retry_after=0.001)
    server.fail("GET", COMMANDS, 429, retry_after=0.001)
    async with serving(server, desk):
        sent = await server.interact(command("help"), in_dm())
        await server.called("POST", f"/interactions/{sent['id']}/*", count=2)
        await server.called("PUT", COMMANDS)


async def test_a_rate_limit_without_via_is_not_argued_with(server: DiscordServer, desk: PatientDesk) -> None:
    server.fail("POST", "/interactions/*/callback", 429, retry_after=0.001, via=None, times=2)
    with structlog.testing.capture_logs() as logs:
        async with serving(server, desk):
            sent = await server.interact(command("help"), in_dm())
            await server.called("POST", f"/interactions/{sent['id']}/*", count=2)
            await server.callback(await server.interact(command("help"), in_dm()))
    assert [log["event"] for log in logs][1:] == ["discord interaction failed", "discord apology failed"]


async def test_a_repeated_nonce_gives_the_first_message(server: DiscordServer, desk: PatientDesk) -> None:
    await gateway.use(server.api_url, server.token)
    async with NewspegClient(desk) as client:
        await client.login(server.token)
        channel = client.get_partial_messageable(int(CHANNEL))
        first, again = [await channel.send("Once", nonce="a-key") for _ in range(2)]
        other = await channel.send("Once", nonce="another-key")
    assert first.id == again.id != other.id
    assert len(server.messages) == 2


async def test_many_questions_at_once(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        sent = [await server.interact(command("who", name="Leyla"), in_guild()) for _ in range(20)]
        answers = await asyncio.gather(*map(server.callback, sent))
    assert {answer.body["type"] for answer in answers} == {MESSAGE}


async def test_a_thread_is_a_chat_of_its_own(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        for where in (in_thread(), in_thread(MANAGE_CHANNELS)):
            await server.callback(await server.interact(command("subscribe", which="harbour"), where))
    assert await desk.chats.subscriptions(ChatKey("discord", THREAD)) == ("harbour",)
    assert await desk.chats.subscriptions(ChatKey("discord", CHANNEL)) == ()


async def test_where_readers_bring_it_along_nothing_is_promised(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        for where in (in_group(), in_guild(MANAGE_CHANNELS, installed=False)):
            answer = await server.callback(await server.interact(command("subscribe"), where))
            assert answer.body["data"]["embeds"][0]["title"] == "Nothing can be posted here"
        answer = await server.callback(await server.interact(command("subscribe"), in_guild(MANAGE_CHANNELS)))
        assert answer.body["data"]["embeds"][0]["title"] == "Subscribed"
    assert await desk.chats.subscriptions(ChatKey("discord", f"user:{READER}")) == ()
    assert await desk.chats.subscriptions(ChatKey("discord", CHANNEL)) == ("story-1",)
