"""Posts to Discord: what is sent, and what each of its answers means, over the real library and HTTP."""

import re
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from typing import Any

import aiohttp
import discord
import pytest
import structlog

from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import (
    Deleted,
    Gone,
    NotSent,
    NotThere,
    Rejected,
    Repeatable,
    RetryLater,
    SendOutcome,
    Sent,
    Unchangeable,
    Unknown,
)
from bot.core.posting.posts import LEASE, REPEAT_AFTER
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import Invocation
from bot.delivery.courier import LATEST_S
from bot.platforms.discord import custom_ids
from bot.platforms.discord.errors import outcome_of
from bot.platforms.discord.messenger import LONGEST_CALL_S, NONCE_HOLDS, PUBLISHING_S, DiscordMessenger
from bot.runtime.clock import system_clock
from tests.servers.discord import DiscordServer
from tests.servers.discord_payloads import CHANNEL, DM, READER

NEWS = ChatKey("discord", CHANNEL)
PERSON = ChatKey("discord", f"user:{READER}")
CARD = Card("A bridge", (Paragraph(("It opens.",)),), (Action("More", Invocation("when", "harbour/opening")),))
OTHER_CHANNEL = "900000000000000077"
MESSAGES = f"/channels/{CHANNEL}/messages"


@pytest.fixture
async def messenger(server: DiscordServer) -> AsyncIterator[DiscordMessenger]:
    opened = DiscordMessenger(server.token, system_clock, server.api_url)
    yield opened
    await opened.close()


async def test_a_key_makes_one_message(server: DiscordServer, messenger: DiscordMessenger) -> None:
    first, again, other = [await messenger.send(NEWS, CARD, key) for key in ("a", "a", "b")]
    assert isinstance(first, Sent)
    assert first == again != other
    assert len(server.messages) == 2
    sent = await server.called("POST", MESSAGES)
    assert re.fullmatch(r"[0-9a-f]{25}", sent.body["nonce"])
    assert sent.body["embeds"][0]["title"] == "A bridge"
    assert (
        sent.body["components"][0]["components"][0]["custom_id"] == f"newspeg@{sent.body['nonce']}:when harbour/opening"
    )


async def test_a_reply_is_one_even_to_what_is_gone(server: DiscordServer, messenger: DiscordMessenger) -> None:
    await messenger.send(NEWS, CARD, "a", reply_to="9", silent=True)
    sent = await server.called("POST", MESSAGES)
    assert sent.body["message_reference"]["message_id"] in (9, "9")
    assert sent.body["message_reference"]["fail_if_not_exists"] is False
    assert sent.body["flags"] == discord.MessageFlags(suppress_notifications=True).value


async def test_a_person_is_written_to_directly(server: DiscordServer, messenger: DiscordMessenger) -> None:
    assert isinstance(await messenger.send(PERSON, CARD, "a"), Sent)
    opened = await server.called("POST", "/users/@me/channels")
    assert str(opened.body["recipient_id"]) == READER
    await server.called("POST", f"/channels/{DM}/messages")


async def test_announcements_are_published(server: DiscordServer, messenger: DiscordMessenger) -> None:
    server.announcement_channels.add(CHANNEL)
    sent = [await messenger.send(NEWS, CARD, key) for key in "ab"]
    for each in sent:
        assert isinstance(each, Sent)
        await server.called("POST", f"{MESSAGES}/{each.message_id}/crosspost")
    assert len(server.calls.matching(lambda call: call.fits("GET", f"/channels/{CHANNEL}"))) == 1


async def test_an_announcement_that_cannot_be_published_is_still_posted(
    server: DiscordServer, messenger: DiscordMessenger
) -> None:
    server.announcement_channels.add(CHANNEL)
    server.fail("POST", f"{MESSAGES}/*/crosspost", 403)
    with structlog.testing.capture_logs() as logs:
        assert isinstance(await messenger.send(NEWS, CARD, "a"), Sent)
    assert [log["event"] for log in logs] == ["an announcement was not published"]


@pytest.mark.parametrize(
    ("status", "code", "kind"), [(403, 50001, Gone), (403, 50013, Gone), (404, 10003, Gone), (400, 50035, Rejected)]
)
async def test_each_refusal_has_its_outcome(
    server: DiscordServer, messenger: DiscordMessenger, status: int, code: int, kind: type[SendOutcome]
) -> None:
    server.fail("POST", MESSAGES, status, code=code)
    outcome = await messenger.send(NEWS, CARD, "a")
    assert type(outcome) is kind
    assert server.token not in repr(outcome)


async def test_a_long_rate_limit_says_how_long(server: DiscordServer, messenger: DiscordMessenger) -> None:
    server.fail("POST", MESSAGES, 429, retry_after=43_838.0)
    outcome = await messenger.send(NEWS, CARD, "a")
    assert isinstance(outcome, RetryLater)
    assert outcome.seconds == 43_838


async def test_a_person_who_takes_no_messages_is_gone(server: DiscordServer, messenger: DiscordMessenger) -> None:
    server.fail("POST", f"/channels/{DM}/messages", 403, code=50007)
    assert isinstance(await messenger.send(PERSON, CARD, "a"), Gone)


async def test_an_edit_takes_the_place_of_the_message(server: DiscordServer, messenger: DiscordMessenger) -> None:
    sent = await messenger.send(NEWS, CARD, "a")
    assert isinstance(sent, Sent)
    assert await messenger.edit(NEWS, sent.message_id, Card("A bridge, mended")) == sent
    assert server.messages[sent.message_id]["embeds"][0]["title"] == "A bridge, mended"
    assert isinstance(await messenger.edit(NEWS, "123456789012345678", CARD), Deleted)


async def test_an_answer_that_does_not_come_is_unknown(server: DiscordServer) -> None:
    messenger = DiscordMessenger(server.token, system_clock, server.api_url)
    await messenger.send(NEWS, CARD, "a")  # which logs in
    server.hold("POST", MESSAGES)
    messenger._timeout = 0.01
    assert isinstance(await messenger.send(NEWS, CARD, "b"), Unknown)
    await messenger.close()


async def test_what_opens_the_way_to_a_person_takes_from_the_call_s_time(server: DiscordServer) -> None:
    messenger = DiscordMessenger(server.token, system_clock, server.api_url, timeout=0)
    assert isinstance(await messenger.send(PERSON, CARD, "a"), NotSent)
    assert server.messages == {}
    await messenger.close()


async def test_where_nobody_listens_nothing_was_sent(server: DiscordServer) -> None:
    for url, token in (("http://127.0.0.1:1/api/v10", server.token), (server.api_url, "wrong")):
        messenger = DiscordMessenger(token, system_clock, url)
        assert isinstance(await messenger.send(NEWS, CARD, "a"), NotSent)
        await messenger.close()


@pytest.mark.parametrize("chat", [NEWS, PERSON])
@pytest.mark.parametrize(("path", "status"), [("/users/@me", 403), ("/users/@me", 400), ("/oauth2/*/@me", 401)])
async def test_a_login_that_fails_is_held_against_no_chat(
    server: DiscordServer, messenger: DiscordMessenger, path: str, status: int, chat: ChatKey
) -> None:
    server.fail("GET", path, status)
    assert isinstance(await messenger.send(chat, CARD, "a"), NotSent)
    assert isinstance(await messenger.send(chat, CARD, "a"), Sent)


@pytest.mark.parametrize(("status", "code", "kind"), [(403, 50007, Gone), (404, 10013, Gone), (401, 0, NotSent)])
async def test_a_conversation_that_cannot_be_opened(
    server: DiscordServer, messenger: DiscordMessenger, status: int, code: int, kind: type[SendOutcome]
) -> None:
    server.fail("POST", "/users/@me/channels", status, code=code)
    assert type(await messenger.send(PERSON, CARD, "a")) is kind
    assert not server.messages


@pytest.mark.parametrize(("header", "seconds"), [("77.5", 77.5), ("nan", 60), ("-1", 60), ("soon", 60), (None, 60)])
def test_a_wait_is_taken_from_the_header_if_it_makes_sense(header: str | None, seconds: float) -> None:
    outcome = outcome_of(failed(429, retry_after=header), "token-x")
    assert isinstance(outcome, RetryLater)
    assert outcome.seconds == seconds


def failed(status: int, code: int = 0, retry_after: str | None = None) -> discord.HTTPException:
    """An error as discord.py makes it of an answer, of which it reads no more than this."""
    headers = {"Retry-After": retry_after} if retry_after else {}
    answer: Any = SimpleNamespace(status=status, reason="", headers=headers)
    kind = discord.DiscordServerError if status >= 500 else discord.HTTPException
    return kind(answer, {"code": code, "message": "token-x"})


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (failed(503), Unknown),
        (failed(401), NotSent),
        (failed(400, 30046), RetryLater),
        (failed(403, 50005), Unchangeable),
        (failed(404, 10008), Deleted),
        (failed(429), RetryLater),
        (discord.RateLimited(31.0), RetryLater),
        (aiohttp.ServerDisconnectedError(), Unknown),
        (TimeoutError(), Unknown),
        (ConnectionResetError(), Unknown),
    ],
)
def test_errors_that_are_hard_to_come_by(error: Exception, kind: type[SendOutcome]) -> None:
    outcome = outcome_of(error, "token-x")
    assert type(outcome) is kind
    assert "token-x" not in repr(outcome)


LONG_AGO = datetime(2015, 1, 2, tzinfo=UTC)  # before the server's first message


async def test_a_post_is_found_again_when_its_nonce_is_forgotten(
    server: DiscordServer, messenger: DiscordMessenger
) -> None:
    sent = await messenger.send(NEWS, CARD, "a")
    await messenger.send(NEWS, CARD, "b")
    assert await messenger.find(NEWS, "a", LONG_AGO) == sent
    assert await messenger.find(NEWS, "c", LONG_AGO) == NotThere()
    assert await messenger.find(NEWS, "a", datetime.now(UTC)) == Repeatable()
    server.fail("GET", MESSAGES, 403, code=50001)
    assert await messenger.find(NEWS, "a", LONG_AGO) is None


async def test_what_is_found_unpublished_is_published(server: DiscordServer, messenger: DiscordMessenger) -> None:
    server.announcement_channels.add(CHANNEL)
    server.fail("POST", f"{MESSAGES}/*/crosspost", 403)  # as if the process had ended before it
    sent = await messenger.send(NEWS, CARD, "a")
    for _ in range(2):
        assert await messenger.find(NEWS, "a", LONG_AGO) == sent
    assert len(server.calls.matching(lambda call: call.fits("POST", f"{MESSAGES}/*/crosspost"))) == 2


async def test_how_long_a_nonce_holds_goes_by_the_clock_of_the_ledger(server: DiscordServer) -> None:
    pretended = datetime(2031, 4, 27, 9, tzinfo=UTC)
    messenger = DiscordMessenger(server.token, lambda: pretended, server.api_url)
    assert await messenger.find(NEWS, "a", pretended - NONCE_HOLDS + timedelta(seconds=1)) == Repeatable()
    assert await messenger.find(NEWS, "a", pretended - NONCE_HOLDS) == NotThere()
    await messenger.close()


async def test_requests_beside_the_posts_are_counted(server: DiscordServer) -> None:
    spent: list[None] = []
    messenger = DiscordMessenger(server.token, system_clock, server.api_url, spend=lambda: spent.append(None))
    await messenger.send(NEWS, CARD, "a")
    assert len(spent) == 1  # which kind of channel it is
    server.announcement_channels.add(OTHER_CHANNEL)
    for key in "ab":
        await messenger.send(ChatKey("discord", OTHER_CHANNEL), CARD, key)
    assert len(spent) == 4
    await messenger.find(NEWS, "a", LONG_AGO)
    await messenger.send(PERSON, CARD, "a")
    assert len(spent) == 7  # the kind of channel here too
    await messenger.close()


def test_a_button_under_a_post_asks_as_any_other() -> None:
    asked = custom_ids.marked("newspeg:when harbour/opening", "0123456789abcdef012345678")
    assert custom_ids.pressed(asked) == Invocation("when", "harbour/opening")
    assert custom_ids.mark_of(asked) == "0123456789abcdef012345678"
    assert custom_ids.mark_of("newspeg:help") is None


def test_a_repeat_ends_while_discord_surely_knows_the_nonce() -> None:
    call = timedelta(seconds=LONGEST_CALL_S + PUBLISHING_S)
    assert LATEST_S + call.total_seconds() <= LEASE.total_seconds()
    assert call + REPEAT_AFTER + call <= NONCE_HOLDS
    assert LEASE < NONCE_HOLDS
