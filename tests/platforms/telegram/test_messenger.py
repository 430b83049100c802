"""Posts to Telegram: what is sent, and what each of its answers means, over the real library."""

import socket
from collections.abc import Iterator

import pytest
from telegram.error import NetworkError

from bot.core.cards import Action, Card, Paragraph
from bot.core.invocations import Invocation
from bot.core.outcomes import (
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
from bot.core.requests import ChatKey
from bot.platforms.telegram import TelegramMessenger
from tests.fakes.telegram import Answer, FakeTelegram
from tests.fakes.telegram_api import (
    BAD_GATEWAY,
    BLOCKED,
    NOT_MODIFIED,
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
LONG = Card("A bridge", tuple(Paragraph(("x" * 3000,)) for _ in range(3)), CARD.actions)


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
        (failure(400, "Bad Request: message text is empty"), Rejected),
        (UNAUTHORIZED, NotSent),
        (BAD_GATEWAY, Unknown),
        (failure(500, "Internal Server Error"), Unknown),
        (NetworkError("no idea"), Unknown),
    ],
)
async def test_each_refusal_has_its_outcome(telegram: FakeTelegram, answer: Answer, kind: type[SendOutcome]) -> None:
    telegram.will_answer("sendMessage", answer)
    outcome = await TelegramMessenger(TOKEN, request=telegram).send(READER, CARD, "key")
    assert type(outcome) is kind
    assert TOKEN not in repr(outcome)


async def test_a_flood_limit_says_how_long(telegram: FakeTelegram) -> None:
    telegram.will_answer("sendMessage", too_many_requests(43_838))
    outcome = await TelegramMessenger(TOKEN, request=telegram).send(READER, CARD, "key")
    assert isinstance(outcome, RetryLater)
    assert outcome.seconds == 43_838


async def test_a_group_that_moved_says_where(telegram: FakeTelegram) -> None:
    moved = failure(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-100777)
    telegram.will_answer("sendMessage", moved)
    outcome = await TelegramMessenger(TOKEN, request=telegram).send(GROUP, CARD, "key")
    assert outcome == Moved(ChatKey("telegram", "-100777"))


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (NOT_MODIFIED, Sent),
        (TOO_OLD_TO_EDIT, Unchangeable),
        (failure(400, "Bad Request: message to edit not found"), Deleted),
        (BLOCKED, Gone),
        (too_many_requests(5), RetryLater),
    ],
)
async def test_each_answer_to_an_edit_has_its_outcome(
    telegram: FakeTelegram, answer: Answer, kind: type[EditOutcome]
) -> None:
    telegram.will_answer("editMessageText", answer)
    outcome = await TelegramMessenger(TOKEN, request=telegram).edit(READER, "9", CARD)
    assert type(outcome) is kind


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


@pytest.mark.parametrize("answer", [DROPPED, BAD_GATEWAY])
async def test_an_answer_lost_on_the_way_is_unknown(answer: tuple[int, bytes] | None) -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        server.will_answer("sendMessage", answer)
        assert isinstance(await messenger.send(READER, CARD, "key"), Unknown)
        await messenger.close()


async def test_where_nobody_listens_nothing_was_sent() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        messenger = TelegramMessenger(TOKEN, f"http://127.0.0.1:{taken.getsockname()[1]}/bot")
        assert await messenger.send(READER, CARD, "key") == NotSent("Telegram cannot be reached")
        await messenger.close()


async def test_a_connection_that_is_refused_later_never_left() -> None:
    async with TelegramServer() as server:
        messenger = TelegramMessenger(server.token, server.base_url)
        await messenger.send(READER, CARD, "key")
    outcome = await messenger.send(READER, CARD, "key")
    assert isinstance(outcome, NotSent | Unknown)  # a kept connection may have taken the request with it
    assert isinstance(await messenger.send(READER, CARD, "key"), NotSent)
    await messenger.close()
