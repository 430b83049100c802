"""The adapter's whole life, over real HTTP on loopback."""

import asyncio
import socket
import traceback
from collections.abc import AsyncIterator, Iterator

import pytest
from structlog.testing import capture_logs

from bot.core.errors import BadToken, PlatformUnavailable
from bot.core.ports import Platform
from bot.core.requests import ChatKey, ChatSettings
from bot.platforms.telegram import TelegramPlatform, polling
from bot.storage.memory import MemoryChatStore
from tests.asking import Asker
from tests.fakes.telegram_api import (
    BAD_GATEWAY,
    GROUP,
    NOW,
    TOKEN,
    UNAUTHORIZED,
    Json,
    failure,
    said,
    too_many_requests,
    update,
)
from tests.servers.telegram import DROPPED, TelegramServer
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
) -> TelegramPlatform:
    """The adapter with a sleep that takes no time, but is noted."""
    taken = [] if naps is None else naps

    async def nap(seconds: float) -> None:
        taken.append(seconds)
        await asyncio.sleep(0)

    return TelegramPlatform((asker or Asker()).desk, token, lambda: NOW, base_url, sleep=nap)


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
    running = asyncio.create_task(TelegramPlatform(Asker().desk, TOKEN, lambda: NOW, server.base_url, sleep=nap).run())
    await napping.wait()
    await stop(running)


async def test_it_knows_when_it_is_out_of_touch(server: TelegramServer) -> None:
    told: list[bool] = []

    async def nap(_seconds: float) -> None:
        told.append(adapter.in_touch)
        await asyncio.sleep(0)

    server.will_answer("getUpdates", BAD_GATEWAY)
    adapter = TelegramPlatform(Asker().desk, TOKEN, lambda: NOW, server.base_url, sleep=nap)
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


def test_it_is_a_platform() -> None:
    adapter: Platform = platform("http://127.0.0.1:1/bot")
    assert adapter.name == "telegram"


def _is_answer(received: object) -> bool:
    return getattr(received, "method", None) == "sendMessage"
