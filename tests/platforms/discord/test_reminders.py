"""A person's reminders: confirmed in a direct message at once, so that a refusal shows now."""

from typing import Any

import aiohttp
import discord

from bot.core.posting.chats import ChatKey, PersonalReminder
from bot.core.wording.cards import Card
from bot.platforms.discord.replies import write_to
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.servers.discord import DiscordServer
from tests.servers.discord_payloads import DM, EPHEMERAL, GUILD, READER, command, in_dm, in_group, in_guild, in_thread

PERSON = ChatKey("discord", f"user:{READER}")
REMINDER = PersonalReminder("harbour", "opening", "P1D")
TO_THE_PERSON = f"/channels/{DM}/messages"


async def test_it_is_confirmed_where_it_will_be_posted(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        shown = await server.callback(await server.interact(command("remind", event="harbour/opening"), in_guild()))
        confirmed = await server.called("POST", TO_THE_PERSON)
    assert shown.body["data"]["flags"] & EPHEMERAL
    for message in (shown.body["data"], confirmed.body):
        assert "Opening of the bridge, the day before" in message["embeds"][0]["description"]
    assert await desk.chats.reminders(PERSON) == (REMINDER,)


async def test_who_takes_no_messages_hears_it_at_once_and_gets_no_reminder(
    server: DiscordServer, desk: PatientDesk
) -> None:
    server.fail("POST", TO_THE_PERSON, 403, code=50007)
    async with serving(server, desk):
        shown = await server.callback(await server.interact(command("remind", event="harbour/opening"), in_guild()))
    assert shown.body["data"]["embeds"][0]["title"] == "No reminder"
    assert await desk.chats.reminders(PERSON) == ()


async def test_in_a_direct_message_the_answer_is_the_confirmation(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        sent = await server.interact(command("remind", event="harbour/opening", lead="P1D"), in_dm())
        shown = await server.callback(sent)
    assert "I will remind you" in shown.body["data"]["embeds"][0]["description"]
    assert server.calls.matching(lambda call: call.fits("POST", TO_THE_PERSON)) == []
    assert await desk.chats.reminders(PERSON) == (REMINDER,)


class Unreached(discord.Object):
    """A person at whom the connection ends."""

    async def send(self, **_: Any) -> None:
        raise aiohttp.ServerDisconnectedError


async def test_a_connection_that_ends_is_a_refusal_too() -> None:
    person: Any = Unreached(5)
    assert await write_to(person, Card("A reminder"))


async def test_a_channel_is_known_by_its_name_and_its_servers(server: DiscordServer, desk: PatientDesk) -> None:
    titles = []
    named = {"id": GUILD, "name": "The Editors", "unavailable": False, "channels": [], "roles": [], "emojis": []}
    async with serving(server, desk):
        for where in (in_guild(), in_thread(), in_dm(), in_group(), in_guild(installed=False)):
            await server.callback(await server.interact(command("help"), where))
            titles.append((await desk.asked.get()).title)
        await server.gateway.dispatch("GUILD_CREATE", named)
        await server.callback(await server.interact(command("help"), in_guild()))
        titles.append((await desk.asked.get()).title)
    assert titles == ["#news", "the vote", None, None, None, "#news (The Editors)"]
