"""Posts to Telegram: what is sent, and what each of its answers means, over the real library."""

import asyncio
import socket
from collections.abc import Iterator
from typing import Any

import pytest
from telegram.error import NetworkError, TimedOut

from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import (
    UPGRADED,
    Deleted,
    EditOutcome,
    Gone,
    Moved,
    NotSent,
    Rejected,
    RetryLater,
    SendOutcome,
    Sent,
    Unchangeable,
    Unknown,
)
from bot.core.wording.cards import Action, Card, Paragraph
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.messenger import TelegramMessenger
from bot.platforms.telegram.transport import NeverLeft
from tests.fakes.telegram import Answer, FakeTelegram
from tests.fakes.telegram_api import (
    BAD_GATEWAY,
    BLOCKED,
    NOT_MODIFIED,
    NOT_THERE_TO_EDIT,
    TOKEN,
    TOO_OLD_TO_EDIT,
    UNAUTHORIZED,
    failure,
    too_many_requests,
)
from tests.servers.telegram import DROPPED, TelegramServer

READER = ChatKey("telegram", "7")
GROUP = ChatKey("telegram", "-10070")
TOPIC = ChatKey("telegram", "-10070/5")
CARD = Card("A bridge", (Paragraph(("It opens.",)),), (Action("More", Invocation("when", "harbour/opening")),))
NOISE = f"{TOKEN}\n" + "x" * 300
LONG = Card("A bridge", tuple(Paragraph(("x" * 3000,)) for _ in range(3)), CARD.actions)


def is_presentable(outcome: EditOutcome) -> bool:
    """Whether its reason, if it has one, is a line for the records, without the token."""
    reason = getattr(outcome, "reason", "")
    return len(reason) <= 200 and "\n" not in reason and TOKEN.lower() not in reason.lower()


@pytest.fixture
def telegram() -> Iterator[FakeTelegram]:
    """On leaving it fails if a request broke Telegram's published contract."""
    fake = FakeTelegram()
    yield fake
    assert not fake.breaches


async def test_a_post_to_a_reader_has_buttons_that_ask(telegram: FakeTelegram) -> None:
    messenger = TelegramMessenger(TOKEN, request=telegram)
    assert isinstance(await messenger.send(READER, CARD, "key", silent=True), Sent)
    [sent] = telegram.of("sendMessage")
    assert (sent["chat_id"], sent["disable_notification"]) == (7, True)
    [[button]] = sent["reply_markup"]["inline_keyboard"]
    assert button["callback_data"] == "when harbour/opening"


async def test_a_post_to_many_leads_into_the_private_chat(telegram: FakeTelegram) -> None:
    messenger = TelegramMessenger(TOKEN, request=telegram)
    await messenger.send(GROUP, CARD, "key", reply_to="9")
    [sent] = telegram.of("sendMessage")
    [[button]] = sent["reply_markup"]["inline_keyboard"]
    assert button["url"] == "https://t.me/Newspeg_Bot?start=when-harbour_opening"
    assert sent["reply_parameters"] == {"message_id": 9, "allow_sending_without_reply": True}


async def test_a_topic_of_a_forum_is_a_chat_of_its_own(telegram: FakeTelegram) -> None:
    await TelegramMessenger(TOKEN, request=telegram).send(TOPIC, CARD, "key")
    [sent] = telegram.of("sendMessage")
    assert (sent["chat_id"], sent["message_thread_id"]) == (-10070, 5)


async def test_a_long_card_is_one_message_with_its_buttons(telegram: FakeTelegram) -> None:
    await TelegramMessenger(TOKEN, request=telegram).send(READER, LONG, "key")
    [sent] = telegram.of("sendMessage")
    assert sent["reply_markup"]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (BLOCKED, Gone),
        (failure(400, "Bad Request: chat not found"), Gone),
        (failure(400, "Bad Request: not enough rights to send text messages to the chat"), Gone),
        (failure(400, "Bad Request: need administrator rights in the channel chat"), Gone),
        (failure(400, "Bad Request: message thread not found"), Gone),
        (failure(400, "Bad Request: have no rights to send a message"), Gone),
        (failure(400, "Bad Request: CHAT_WRITE_FORBIDDEN"), Gone),
        (failure(400, "Bad Request: TOPIC_CLOSED"), Gone),
        (failure(400, "Bad Request: user is deactivated"), Gone),
        (failure(400, "Bad Request: message text is empty"), Rejected),
        (failure(400, f"Bad Request: {NOISE}"), Rejected),
        (UNAUTHORIZED, NotSent),
        (failure(400, "Bad Request: upgraded", migrate_to_chat_id="nowhere"), Gone),
        (failure(429, "Too Many Requests", retry_after="soon"), Unknown),
        (failure(429, "Too Many Requests", retry_after=-5), RetryLater),
        (BAD_GATEWAY, Unknown),
        (failure(500, "Internal Server Error"), Unknown),
        (failure(409, "Conflict: terminated by other request"), Unknown),
        (failure(503, NOISE), Unknown),
        (NetworkError("no idea"), Unknown),
        (OSError(NOISE), Unknown),
        (TimeoutError(), Unknown),
    ],
)
async def test_each_refusal_has_its_outcome(telegram: FakeTelegram, answer: Answer, kind: type[SendOutcome]) -> None:
    telegram.will_answer("sendMessage", answer)
    outcome = await TelegramMessenger(TOKEN, request=telegram).send(READER, CARD, "key")
    assert type(outcome) is kind
    assert is_presentable(outcome)


@pytest.mark.parametrize(
    "body",
    [
        b"<html>",
        b"[]",
        b"{}",
        b"null",
        b'{"ok": true, "result": {}}',
        b'{"ok": true, "result": true}',
        b'{"ok": true, "result": null}',
        b'{"ok": true, "result": {"message_id": "x", "date": 0, "chat": {"id": 7, "type": "private"}}}',
        b'{"ok": true, "result": {"id": 7, "is_bot": true, "first_name": "Nameless"}}',
        b'{"ok": true, "result": ' + b"[" * 100_000,
    ],
)
@pytest.mark.parametrize(("method", "kind"), [("getMe", NotSent), ("sendMessage", Unknown)])
async def test_what_is_no_answer_of_telegrams_is_an_outcome_too(
    telegram: FakeTelegram, body: bytes, method: str, kind: type[SendOutcome]
) -> None:
    telegram.will_answer(method, (200, body))
    messenger = TelegramMessenger(TOKEN, request=telegram)
    assert type(await messenger.send(READER, CARD, "key")) is kind
    assert isinstance(await messenger.send(READER, CARD, "key"), Sent)


@pytest.mark.parametrize(
    ("error", "kind"), [(NeverLeft("refused"), NotSent), (TimedOut(), Unknown), (NetworkError("cut"), Unknown)]
)
async def test_only_what_never_left_may_be_repeated(
    telegram: FakeTelegram, error: NetworkError, kind: type[SendOutcome]
) -> None:
    telegram.will_answer("sendMessage", error)
    telegram.will_answer("editMessageText", error)
    messenger = TelegramMessenger(TOKEN, request=telegram)
    for outcome in (await messenger.send(READER, CARD, "key"), await messenger.edit(READER, "9", CARD)):
        assert type(outcome) is kind


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (UNAUTHORIZED, NotSent),
        (BLOCKED, NotSent),
        (BAD_GATEWAY, NotSent),
        (TimedOut(), NotSent),
        (failure(400, NOISE), NotSent),
        (too_many_requests(7), RetryLater),
    ],
)
async def test_before_the_bot_knows_its_name_nothing_is_sent(
    telegram: FakeTelegram, answer: Answer, kind: type[SendOutcome]
) -> None:
    telegram.will_answer("getMe", answer, answer)
    messenger = TelegramMessenger(TOKEN, request=telegram)
    for outcome in (await messenger.send(READER, CARD, "key"), await messenger.edit(READER, "9", CARD)):
        assert type(outcome) is kind
        assert is_presentable(outcome)
    assert not telegram.of("sendMessage", "editMessageText")


async def test_its_name_is_asked_once_for_many_posts_at_a_time(telegram: FakeTelegram) -> None:
    messenger = TelegramMessenger(TOKEN, request=telegram)
    outcomes = await asyncio.gather(*(messenger.send(READER, CARD, "key") for _ in range(5)))
    assert all(isinstance(outcome, Sent) for outcome in outcomes)
    assert len(telegram.of("getMe")) == 1


class SlowTelegram(FakeTelegram):
    """It does not answer before it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.asked, self.proceed = asyncio.Event(), asyncio.Event()

    async def do_request(self, *arguments: Any, **named: Any) -> tuple[int, bytes]:
        self.asked.set()
        await self.proceed.wait()
        return await super().do_request(*arguments, **named)


async def test_one_opening_that_fails_answers_all_who_wait_for_it() -> None:
    telegram = SlowTelegram()
    telegram.will_answer("getMe", TimedOut(), TimedOut())
    messenger = TelegramMessenger(TOKEN, request=telegram)
    posts = [asyncio.create_task(messenger.send(READER, CARD, "key")) for _ in range(5)]
    await telegram.asked.wait()
    telegram.proceed.set()
    assert {type(outcome) for outcome in await asyncio.gather(*posts)} == {NotSent}
    assert len(telegram.of("getMe")) == 1
    assert isinstance(await messenger.send(READER, CARD, "key"), NotSent)
    assert isinstance(await messenger.send(READER, CARD, "key"), Sent)


async def test_who_no_longer_waits_for_an_opening_does_not_end_it_for_the_others() -> None:
    telegram = SlowTelegram()
    messenger = TelegramMessenger(TOKEN, request=telegram)
    given_up, other = [asyncio.create_task(messenger.send(READER, CARD, "key")) for _ in range(2)]
    await telegram.asked.wait()
    given_up.cancel()
    await asyncio.wait({given_up})
    telegram.proceed.set()
    assert isinstance(await other, Sent)


async def test_a_flood_limit_says_how_long(telegram: FakeTelegram) -> None:
    telegram.will_answer("sendMessage", too_many_requests(43_838))
    outcome = await TelegramMessenger(TOKEN, request=telegram).send(READER, CARD, "key")
    assert isinstance(outcome, RetryLater)
    assert outcome.seconds == 43_838


async def test_a_group_that_moved_says_where(telegram: FakeTelegram) -> None:
    moved = failure(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100777)
    telegram.will_answer("sendMessage", moved)
    outcome = await TelegramMessenger(TOKEN, request=telegram).send(TOPIC, CARD, "key")
    assert outcome == Moved(ChatKey("telegram", "-100777"))


@pytest.mark.parametrize("code", [400, 403])
async def test_a_group_that_moved_and_does_not_say_where_is_gone(telegram: FakeTelegram, code: int) -> None:
    answer = failure(code, "Bad Request: group chat was upgraded to a supergroup chat")
    telegram.will_answer("sendMessage", answer)
    telegram.will_answer("editMessageText", answer)
    messenger = TelegramMessenger(TOKEN, request=telegram)
    assert await messenger.send(GROUP, CARD, "key") == Gone(UPGRADED)
    assert await messenger.edit(GROUP, "9", CARD) == Gone(UPGRADED)


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (NOT_MODIFIED, Sent),
        (TOO_OLD_TO_EDIT, Unchangeable),
        (NOT_THERE_TO_EDIT, Deleted),
        (BLOCKED, Gone),
        (too_many_requests(5), RetryLater),
        (failure(400, "Bad Request: upgraded", migrate_to_chat_id=-100777), Moved),
        (failure(400, "Bad Request: message text is empty"), Rejected),
        (failure(400, f"Bad Request: message can't be edited {NOISE}"), Unchangeable),
        (failure(400, f"Bad Request: message to edit not found {NOISE}"), Deleted),
        (UNAUTHORIZED, NotSent),
        (BAD_GATEWAY, Unknown),
        ((200, b"[]"), Unknown),
    ],
)
async def test_each_answer_to_an_edit_has_its_outcome(
    telegram: FakeTelegram, answer: Answer, kind: type[EditOutcome]
) -> None:
    telegram.will_answer("editMessageText", answer)
    outcome = await TelegramMessenger(TOKEN, request=telegram).edit(READER, "9", CARD)
    assert type(outcome) is kind
    assert is_presentable(outcome)


async def test_an_edit_takes_the_place_of_the_message(telegram: FakeTelegram) -> None:
    assert await TelegramMessenger(TOKEN, request=telegram).edit(READER, "9", CARD) == Sent("9")
    [edited] = telegram.of("editMessageText")
    assert (edited["chat_id"], edited["message_id"]) == (7, 9)


async def test_over_http_it_sends_and_opens_again_after_it_was_closed() -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        for _ in range(2):
            assert isinstance(await messenger.send(READER, CARD, "key"), Sent)
            await messenger.close()


async def test_over_http_a_topic_and_what_it_answers_arrive() -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        await messenger.send(TOPIC, CARD, "key", reply_to="9", silent=True)
        sent = await server.asked("sendMessage")
        assert (sent["chat_id"], sent["message_thread_id"], sent["disable_notification"]) == (-10070, 5, True)
        assert sent["reply_parameters"] == {"message_id": 9, "allow_sending_without_reply": True}
        await messenger.close()


async def test_over_http_a_flood_limit_says_how_long() -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        server.will_answer("sendMessage", too_many_requests(43_838))
        outcome = await messenger.send(READER, CARD, "key")
        assert isinstance(outcome, RetryLater)
        assert outcome.seconds == 43_838
        await messenger.close()


@pytest.mark.parametrize("answer", [DROPPED, BAD_GATEWAY])
async def test_an_answer_lost_on_the_way_is_unknown(answer: tuple[int, bytes] | None) -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        server.will_answer("sendMessage", answer)
        outcome = await messenger.send(READER, CARD, "key")
        assert isinstance(outcome, Unknown)
        assert is_presentable(outcome)
        await messenger.close()


async def test_over_http_many_posts_at_a_time_arrive() -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        chats = [ChatKey("telegram", str(number)) for number in range(1, 151)]
        outcomes = await asyncio.gather(*(messenger.send(chat, CARD, "key") for chat in chats))
        assert {type(outcome) for outcome in outcomes} == {Sent}
        await messenger.close()


async def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        messenger = TelegramMessenger(TOKEN, f"http://127.0.0.1:{taken.getsockname()[1]}/bot")
        outcome = await messenger.send(READER, CARD, "key")
        assert isinstance(outcome, NotSent)
        assert outcome.reason.startswith("cannot connect to 127.0.0.1:")
        await messenger.close()


async def test_a_connection_that_is_refused_later_never_left() -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        await messenger.send(READER, CARD, "key")
    outcome = await messenger.send(READER, CARD, "key")
    assert isinstance(outcome, NotSent | Unknown)  # a kept connection may have taken the request with it
    assert isinstance(await messenger.send(READER, CARD, "key"), NotSent)
    await messenger.close()
