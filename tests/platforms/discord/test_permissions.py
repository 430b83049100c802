"""Where the bot lacks a permission that its posts need, a subscription is refused at once, and not on the day."""

import discord
import pytest

from bot.core.posting.chats import ChatKey
from bot.platforms.discord.questions import WORDS
from tests.platforms.discord.loopback import PatientDesk, serving
from tests.servers.discord import DiscordServer
from tests.servers.discord_payloads import (
    ADMINISTRATOR,
    CHANNEL,
    EMBED_LINKS,
    EPHEMERAL,
    MANAGE_CHANNELS,
    MAY_POST,
    READ_MESSAGE_HISTORY,
    SEND_MESSAGES,
    SEND_MESSAGES_IN_THREADS,
    THREAD,
    VIEW_CHANNEL,
    Payload,
    command,
    in_dm,
    in_guild,
    in_thread,
)

DISCORDS_OWN = {"View Channel", "Send Messages", "Send Messages in Threads", "Embed Links", "Read Message History"}
"""As its English client writes them in a channel's settings."""
REFUSED = "Nothing can be posted here"


def channel_without(*missing: int) -> Payload:
    return in_guild(MANAGE_CHANNELS, bots=MAY_POST & ~sum(missing))


def thread_without(*missing: int) -> Payload:
    return in_thread(MANAGE_CHANNELS, bots=MAY_POST & ~sum(missing))


async def subscribed(server: DiscordServer, where: Payload) -> Payload:
    answer = await server.callback(await server.interact(command("subscribe", which="harbour"), where))
    data: Payload = answer.body["data"]
    return data


@pytest.mark.parametrize(
    ("where", "lacks"),
    [
        (channel_without(VIEW_CHANNEL), "View Channel"),
        (channel_without(SEND_MESSAGES), "Send Messages"),
        (channel_without(EMBED_LINKS), "Embed Links"),
        (channel_without(READ_MESSAGE_HISTORY), "Read Message History"),
        (channel_without(SEND_MESSAGES, EMBED_LINKS), "Send Messages and Embed Links"),
        (thread_without(SEND_MESSAGES_IN_THREADS), "Send Messages in Threads"),
        (thread_without(VIEW_CHANNEL), "View Channel"),
    ],
)
async def test_what_is_lacking_is_named_and_nothing_is_subscribed(
    server: DiscordServer, desk: PatientDesk, where: Payload, lacks: str
) -> None:
    async with serving(server, desk):
        answer = await subscribed(server, where)
    assert answer["flags"] & EPHEMERAL
    [embed] = answer["embeds"]
    assert embed["title"] == REFUSED
    said = f"My permissions here lack {lacks}, so I cannot post on my own: grant what is missing, then subscribe again."
    assert embed["description"] == said
    for chat in (CHANNEL, THREAD):
        assert await desk.chats.subscriptions(ChatKey("discord", chat)) == ()


@pytest.mark.parametrize(
    "where",
    [
        channel_without(SEND_MESSAGES_IN_THREADS),
        thread_without(SEND_MESSAGES),
        in_guild(MANAGE_CHANNELS, bots=ADMINISTRATOR),
        in_dm(),
    ],
)
async def test_what_is_not_needed_there_is_not_asked_for(
    server: DiscordServer, desk: PatientDesk, where: Payload
) -> None:
    async with serving(server, desk):
        answer = await subscribed(server, where)
    assert answer["embeds"][0]["title"] == "Subscribed"


async def test_once_it_is_granted_the_same_question_subscribes(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        await subscribed(server, channel_without(SEND_MESSAGES))
        await subscribed(server, channel_without())
    assert await desk.chats.subscriptions(ChatKey("discord", CHANNEL)) == ("harbour",)


async def test_who_may_not_subscribe_is_not_asked_to_grant_anything(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        answer = await subscribed(server, in_guild(bots=0))
    assert answer["embeds"][0]["title"] == "Only for those who manage this chat"


async def test_what_is_answered_or_sent_in_private_needs_none_of_it(server: DiscordServer, desk: PatientDesk) -> None:
    async with serving(server, desk):
        for asked in (command("facts", story="harbour"), command("remind", event="harbour/opening")):
            answer = await server.callback(await server.interact(asked, in_guild(bots=0)))
            assert answer.body["data"]["embeds"][0]["title"] != REFUSED


def test_permissions_go_by_discord_s_own_words() -> None:
    assert set(WORDS.values()) == DISCORDS_OWN
    for name, words in WORDS.items():
        assert name in discord.Permissions.VALID_FLAGS
        assert words.lower().replace(" ", "_") == name
