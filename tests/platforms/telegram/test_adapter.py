"""The adapter's whole life, over real HTTP on loopback."""

import asyncio
import json
import socket
import traceback
from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs
from telegram import Bot

from bot.core.errors import BadToken, PlatformUnavailable
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.platforms.telegram import polling
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.polling import Poller, UpdatesRequest
from bot.platforms.telegram.transport import AiohttpRequest
from bot.storage.memory import MemoryChatStore
from tests.asking import Asker
from tests.fakes.telegram_api import (
    BAD_GATEWAY,
    BOT,
    GROUP,
    NOW,
    READER,
    TOKEN,
    UNAUTHORIZED,
    Json,
    failure,
    message,
    said,
    success,
    too_many_requests,
    update,
)
from tests.servers.telegram import DROPPED, Received, TelegramServer
from tests.waiting import HANGS_AFTER_S


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server
    assert not server.breaches


@pytest.fixture
def nobody_listens() -> Iterator[str]:
    """A base URL on which connections are refused."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}/bot"


class SlowStore(MemoryChatStore):
    """A store that answers only when it is let."""

    def __init__(self) -> None:
        super().__init__()
        self.reached, self.proceed = asyncio.Event(), asyncio.Event()

    async def load(self, chat: ChatKey) -> ChatSettings:
        self.reached.set()
        await self.proceed.wait()
        return await super().load(chat)


def platform(
    base_url: str, token: str = TOKEN, naps: list[float] | None = None, asker: Asker | None = None
) -> TelegramAdapter:
    """The adapter with a sleep that takes no time, but is noted."""
    taken = [] if naps is None else naps

    async def nap(seconds: float) -> None:
        taken.append(seconds)
        await asyncio.sleep(0)

    return TelegramAdapter((asker or Asker()).desk, token, lambda: NOW, base_url, sleep=nap)


async def stop(running: asyncio.Task[None]) -> None:
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


def everything_about(error: BaseException) -> str:
    """What any log could show of an error, those behind it and the values in its frames included."""
    shown = traceback.TracebackException.from_exception(error)
    return "".join((str(error), repr(error), repr(error.__cause__), repr(error.__context__), *shown.format()))


async def test_a_question_is_answered_until_the_platform_is_stopped(server: TelegramServer) -> None:
    running = asyncio.create_task(platform(server.base_url).run())
    await server.feed(said("/who aydin"), said("/summary", GROUP))
    await server.asked("sendMessage", 2)
    answers = {received["chat_id"]: received["text"] for received in server.ledger.matching(_is_answer)}
    await stop(running)
    assert "Leyla Aydın" in answers[7]
    assert "Harbour bridge" in answers[-70]


async def test_what_was_answered_is_not_delivered_again(
    server: TelegramServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(polling, "_CONFIRM_S", HANGS_AFTER_S)
    running = asyncio.create_task(platform(server.base_url).run())
    await server.feed(question := said("/who aydin"))
    await server.asked("sendMessage")
    await stop(running)
    [*_, last] = server.ledger.matching(lambda received: received.method == "getUpdates")
    assert last["offset"] == question["update_id"] + 1
    running = asyncio.create_task(platform(server.base_url).run())
    await server.feed(said("/help"))
    assert "What I can do" in (await server.asked("sendMessage", 2))["text"]
    await stop(running)


async def test_an_answer_under_way_is_finished(server: TelegramServer) -> None:
    store = SlowStore()
    running = asyncio.create_task(platform(server.base_url, asker=Asker(chats=store)).run())
    await server.feed(said("/help"))
    await store.reached.wait()
    running.cancel()
    await asyncio.sleep(0)
    store.proceed.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    assert len(server.ledger.matching(_is_answer)) == 1


async def test_it_asks_only_for_the_updates_that_it_handles(server: TelegramServer) -> None:
    running = asyncio.create_task(platform(server.base_url).run())
    polled = await server.asked("getUpdates")
    await stop(running)
    assert polled["allowed_updates"] == ["message", "channel_post", "callback_query", "inline_query", "my_chat_member"]
    assert server.ledger.matching(lambda received: received.method == "deleteWebhook")


@pytest.mark.parametrize("token", [TOKEN + "x", "nonsense", "", "with a space", "with\nbreak", "žeton"])
async def test_a_bad_token_is_named_and_not_shown(
    server: TelegramServer, token: str, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(BadToken) as caught:
        await platform(server.base_url, token).run()
    assert caught.value.setting == "NEWSPEG_TELEGRAM_TOKEN"
    if token:
        assert token not in everything_about(caught.value)
    assert TOKEN not in everything_about(caught.value)
    assert caught.value.__context__ is None
    assert TOKEN not in "".join(record.getMessage() for record in caplog.records)


async def test_a_token_that_is_revoked_ends_it(server: TelegramServer) -> None:
    running = asyncio.create_task(platform(server.base_url).run())
    await server.asked("getUpdates")
    server.will_answer("getUpdates", UNAUTHORIZED)
    await server.feed(said("/help"))
    with pytest.raises(BadToken) as caught:
        await running
    assert TOKEN not in everything_about(caught.value)


async def test_without_a_connection_it_is_unavailable(nobody_listens: str) -> None:
    with pytest.raises(PlatformUnavailable, match="Telegram cannot be reached") as caught:
        await platform(nobody_listens).run()
    assert TOKEN not in everything_about(caught.value)


@pytest.mark.parametrize(
    "answer", [BAD_GATEWAY, DROPPED, failure(500, "Internal Server Error"), too_many_requests(5), (200, b"{")]
)
@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_a_failure_at_the_start_is_worth_another_try(
    server: TelegramServer, method: str, answer: tuple[int, bytes] | None
) -> None:
    server.will_answer(method, answer)
    restarted = platform(server.base_url)
    with pytest.raises(PlatformUnavailable):
        await restarted.run()
    running = asyncio.create_task(restarted.run())
    await server.feed(said("/help"))
    await server.asked("sendMessage")
    await stop(running)


@pytest.mark.parametrize("code", [401, 404])
@pytest.mark.parametrize("method", ["getMe", "deleteWebhook"])
async def test_what_answers_in_telegrams_place_does_not_refuse_the_token(
    server: TelegramServer, method: str, code: int
) -> None:
    server.will_answer(method, (code, b"<html>A proxy's page</html>"))
    with pytest.raises(PlatformUnavailable, match=str(code)) as caught:
        await platform(server.base_url).run()
    assert TOKEN not in everything_about(caught.value)


@pytest.mark.parametrize(
    "content",
    [
        {"message": {"message_id": 1, "chat": GROUP, "text": "nobody's business"}},
        {"message": "nobody's business"},
        {"callback_query": {"id": "1", "data": "nobody's business"}},
        {"message": {**message("nobody's business"), "date": "nobody's business"}},
        {"message": {**message("nobody's business"), "date": 10**30}},
        {"message": message("nobody's business", {"id": {}, "type": "private"})},
        {"message": message("nobody's business", {"id": "7", "type": "private"})},
        {"message": message("nobody's business", sender={**READER, "id": []})},
        {"message": message("nobody's business", sender={**READER, "language_code": 7})},
        {"message": {**message("nobody's business"), "entities": [{"type": []}]}},
    ],
)
async def test_an_update_that_cannot_be_read_is_skipped(server: TelegramServer, content: Json) -> None:
    unreadable = update(**content)
    running = asyncio.create_task(platform(server.base_url).run())
    with capture_logs() as logs:
        await server.feed(unreadable)
        await server.feed(said("/help"))
        await server.asked("sendMessage")
    assert [(entry["event"], entry["update"]) for entry in logs] == [
        ("an update was skipped: it cannot be read", unreadable["update_id"])
    ]
    assert "nobody's business" not in str(logs)
    await server.feed(unreadable := update(**content))
    await server.ledger.wait(lambda received: received.params.get("offset") == unreadable["update_id"] + 1)
    await stop(running)


@pytest.mark.parametrize("number", [None, "7", 7.5, True, 0, -7, 1 << 31, 10**30, [7], {"update_id": 7}])
async def test_an_update_without_a_number_is_passed_over(server: TelegramServer, number: object) -> None:
    naps: list[float] = []
    spoilt = {**said("nobody's business"), "update_id": number}
    server.will_answer("getUpdates", success([spoilt]), success([spoilt]), success([spoilt, question := said("/help")]))
    running = asyncio.create_task(platform(server.base_url, naps=naps).run())
    with capture_logs() as logs:
        await server.asked("sendMessage")
        following = await server.ledger.wait(lambda received: bool(received.params.get("offset")))
    await stop(running)
    assert following["offset"] == question["update_id"] + 1
    assert naps == [1, 2]
    assert "nobody's business" not in str(logs)


@pytest.mark.parametrize("update", [None, [], "update", 7, True])
async def test_what_is_no_update_is_passed_over(server: TelegramServer, update: object) -> None:
    server.will_answer("getUpdates", success([update]), success([update, said("/help"), update]))
    running = asyncio.create_task(platform(server.base_url).run())
    await server.asked("sendMessage")
    await stop(running)


def nested(depth: int) -> bytes:
    """The answer with one update so deep that no parser reads it; its text names a number that is none."""
    deep = b'{"reply_to_message":' * depth + b"{}" + b"}" * depth
    spoilt = b'{"update_id": 500, "message": {"text": "nobody\'s \\"update_id\\": 900", "x": ' + deep + b"}}"
    return b'{"ok":true,"result":[' + spoilt + b"]}"


@pytest.mark.parametrize("body", [nested(100_000), b'{"ok":true,"result":[{"update_id":500,"message":{"text":"no'])
async def test_an_answer_that_is_never_read_is_got_past(server: TelegramServer, body: bytes) -> None:
    naps: list[float] = []
    server.will_answer("getUpdates", *[(200, body)] * 3)
    running = asyncio.create_task(platform(server.base_url, naps=naps).run())
    with capture_logs() as logs:
        following = await server.ledger.wait(lambda received: bool(received.params.get("offset")))
        await server.feed(said("/help"))
        await server.asked("sendMessage")
    await stop(running)
    assert following["offset"] == 501
    assert naps == [1, 2, 4]
    limits = [received.params.get("limit") for received in server.ledger.matching(_is_poll)]
    assert limits[:4] == [None, 1, 1, None]
    assert "nobody's" not in str(logs)


@pytest.mark.parametrize(
    "body",
    [
        b"null",
        b"[]",
        b"7",
        b'"ok"',
        b"\xff\xfe\x00",
        b"",
        b"<html>",
        b"{}",
        b'{"ok": true}',
        b'{"ok": true, "result": null}',
        b'{"ok": true, "result": {"update_id": 7}}',
        b'{"ok": true, "result": "nothing"}',
        b'{"ok": false, "description": "nothing"}',
        b"[" * 100_000,
    ],
)
async def test_an_answer_that_is_none_of_telegrams_is_outlived(server: TelegramServer, body: bytes) -> None:
    naps: list[float] = []
    server.will_answer("getUpdates", *[(200, body)] * 3)
    running = asyncio.create_task(platform(server.base_url, naps=naps).run())
    await server.feed(question := said("/help"))
    await server.asked("sendMessage")
    await server.ledger.wait(lambda received: received.params.get("offset") == question["update_id"] + 1)
    await stop(running)
    assert naps == [1, 2, 4]


@pytest.mark.parametrize(
    "error",
    [
        {"description": 7, "parameters": []},
        {"description": "x", "parameters": "x"},
        {"parameters": {"retry_after": "x"}},
        {"parameters": {"retry_after": -5, "migrate_to_chat_id": "x"}},
        {"parameters": {"retry_after": 10**30}},
    ],
)
@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_an_error_in_no_form_of_telegrams_is_outlived(server: TelegramServer, error: Json) -> None:
    naps: list[float] = []
    server.will_answer("getUpdates", (429, json.dumps({"ok": False, **error}).encode()))
    running = asyncio.create_task(platform(server.base_url, naps=naps).run())
    await server.feed(said("/help"))
    await server.asked("sendMessage")
    await stop(running)
    assert naps in ([1], [60])


@pytest.mark.parametrize("bot", [{}, None, [], {**BOT, "username": None}, {**BOT, "id": "x", "username": ""}])
async def test_a_bot_that_cannot_be_told_is_worth_another_try(server: TelegramServer, bot: object) -> None:
    server.will_answer("getMe", success(bot))
    restarted = platform(server.base_url)
    with pytest.raises(PlatformUnavailable, match="Telegram cannot be reached"):
        await restarted.run()
    running = asyncio.create_task(restarted.run())
    await server.feed(said("/help"))
    await server.asked("sendMessage")
    await stop(running)


async def test_a_server_that_does_not_wait_is_asked_once_a_second(server: TelegramServer) -> None:
    slept: list[float] = []
    now = 100.0

    async def nap(seconds: float) -> None:
        nonlocal now
        slept.append(seconds)
        now += seconds
        if len(slept) == 5:
            now += 30  # from here on Telegram holds the questions, as it should
        await asyncio.sleep(0)

    polled = Bot(TOKEN, server.base_url, request=AiohttpRequest(4), get_updates_request=UpdatesRequest(1))
    queue: asyncio.Queue[object] = asyncio.Queue()
    server.will_answer("getUpdates", *[success([])] * 3, success([said("/help")]), *[success([])] * 2)
    async with polled:
        running = asyncio.create_task(Poller(polled, queue, nap, lambda: now).run())
        await server.asked("getUpdates", 7)
        running.cancel()
    assert slept == [1.0] * 5
    assert queue.qsize() == 1


async def test_updates_that_come_at_once_are_not_slowed_down(server: TelegramServer) -> None:
    naps: list[float] = []
    server.will_answer("getUpdates", *[success([said("/help")]) for _ in range(20)])
    running = asyncio.create_task(platform(server.base_url, naps=naps).run())
    await server.asked("sendMessage", 20)
    await stop(running)
    assert naps == []


@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_failures_while_polling_are_outlived(server: TelegramServer) -> None:
    naps: list[float] = []
    conflict = failure(409, "Conflict: terminated by other getUpdates request")
    server.will_answer("getUpdates", BAD_GATEWAY, DROPPED, conflict, too_many_requests(90), (200, b"{"), (200, b"[]"))
    running = asyncio.create_task(platform(server.base_url, naps=naps).run())
    await server.feed(said("/help"))
    await server.asked("sendMessage")
    await stop(running)
    assert naps == [1, 2, 4, 90, 30, 30]


async def test_a_stop_does_not_wait_for_an_outage_to_end(server: TelegramServer) -> None:
    napping = asyncio.Event()

    async def nap(_seconds: float) -> None:
        napping.set()
        await asyncio.Event().wait()

    server.will_answer("getUpdates", BAD_GATEWAY)
    running = asyncio.create_task(TelegramAdapter(Asker().desk, TOKEN, lambda: NOW, server.base_url, sleep=nap).run())
    await napping.wait()
    await stop(running)


async def test_it_knows_when_it_is_out_of_touch(server: TelegramServer) -> None:
    told: list[bool] = []

    async def nap(_seconds: float) -> None:
        told.append(adapter.in_touch)
        await asyncio.sleep(0)

    server.will_answer("getUpdates", BAD_GATEWAY)
    adapter = TelegramAdapter(Asker().desk, TOKEN, lambda: NOW, server.base_url, sleep=nap)
    assert adapter.in_touch
    running = asyncio.create_task(adapter.run())
    await server.feed(said("/help"))
    await server.asked("sendMessage")
    assert told == [False]
    assert adapter.in_touch
    await stop(running)


async def test_the_menu_is_registered_while_questions_are_answered(server: TelegramServer) -> None:
    running = asyncio.create_task(platform(server.base_url).run())
    await server.asked("setMyCommands", 3)
    await stop(running)


async def test_a_stop_does_not_wait_for_the_menu(server: TelegramServer) -> None:
    napping = asyncio.Event()

    async def nap(_seconds: float) -> None:
        napping.set()
        await asyncio.Event().wait()

    server.will_answer("getMyCommands", BAD_GATEWAY)
    running = asyncio.create_task(TelegramAdapter(Asker().desk, TOKEN, lambda: NOW, server.base_url, sleep=nap).run())
    await napping.wait()
    await stop(running)


def _is_poll(received: Received) -> bool:
    return received.method == "getUpdates"


def _is_answer(received: object) -> bool:
    return getattr(received, "method", None) == "sendMessage"
