"""What goes wrong with one update: one line in the log, and the reader gets nothing broken."""

import asyncio
from datetime import timedelta

import pytest
from structlog.testing import capture_logs
from telegram.error import RetryAfter

from bot.platforms.telegram.sending import LONGEST_WAIT, Patience
from tests.fakes.telegram_api import (
    BAD_GATEWAY,
    BLOCKED,
    GROUP,
    TOKEN,
    UNAUTHORIZED,
    failure,
    pressed,
    said,
    searched,
    too_many_requests,
)
from tests.platforms.telegram.conftest import Bench

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after")  # python-telegram-bot warns of its own attribute


@pytest.mark.parametrize(
    ("answer", "level", "event"),
    [
        (BLOCKED, "info", "an answer was refused"),
        (failure(400, "Bad Request: message thread not found"), "info", "an answer was refused"),
        (failure(400, "Bad Request: upgraded", migrate_to_chat_id=-1009), "info", "an answer was refused"),
        (BAD_GATEWAY, "warning", "an answer may not have arrived"),
        (TimeoutError(), "warning", "an answer may not have arrived"),
        (UNAUTHORIZED, "warning", "an answer may not have arrived"),
        (too_many_requests(31), "warning", "an answer was dropped: too many at once"),
    ],
)
async def test_an_answer_that_is_not_taken_is_one_line(
    bench: Bench, answer: tuple[int, bytes] | Exception, level: str, event: str
) -> None:
    bench.telegram.will_answer("sendMessage", answer)
    with capture_logs() as logs:
        await bench.feed(said("/help"))
    [entry] = logs
    assert (entry["log_level"], entry["event"]) == (level, event)
    assert "exc_info" not in entry
    assert TOKEN not in str(logs)
    assert len(await bench.feed(said("/help"))) == 1


async def test_a_short_wait_is_waited_for_once(bench: Bench) -> None:
    bench.telegram.will_answer("sendMessage", too_many_requests(30))
    first, second = await bench.feed(said("/help"))
    assert first.params == second.params
    bench.telegram.will_answer("sendMessage", too_many_requests(3), too_many_requests(3))
    assert len(await bench.feed(said("/help"))) == 2
    assert bench.naps == [30, 3]


async def test_a_wait_is_cut_short_at_the_end() -> None:
    async def never(_seconds: float) -> None:
        await asyncio.Event().wait()

    calls = []

    async def call() -> None:
        calls.append("call")
        raise RetryAfter(5)

    patience = Patience(never)
    waiting = asyncio.create_task(patience(call))
    await asyncio.sleep(0)
    patience.end()
    with pytest.raises(RetryAfter):
        await waiting
    assert calls == ["call"]


async def test_a_wait_may_be_given_as_a_duration(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    naps = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    async def call() -> None:
        raise RetryAfter(LONGEST_WAIT if not naps else timedelta(days=1))

    with pytest.raises(RetryAfter):
        await Patience(nap)(call)
    assert naps == [LONGEST_WAIT.total_seconds()]


@pytest.mark.parametrize("update", [said("/help"), said("/help", GROUP)])
async def test_what_breaks_the_desk_gets_an_apology(bench: Bench, update: dict[str, object]) -> None:
    bench.store.broken = True
    with capture_logs() as logs:
        [call] = await bench.feed(update)
    assert "That did not work" in call["text"]
    assert [(entry["event"], entry["command"]) for entry in logs] == [("the desk failed", "help")]


async def test_a_press_that_breaks_the_desk_is_acknowledged(bench: Bench) -> None:
    bench.store.broken = True
    answer, edit = await bench.feed(pressed("help"))
    assert (answer.method, edit.method) == ("answerCallbackQuery", "editMessageText")
    [answer] = await bench.feed(pressed("help", GROUP))
    assert answer["text"].startswith("That did not work")


async def test_a_search_that_breaks_the_desk_offers_nothing(bench: Bench) -> None:
    bench.store.broken = True
    [answer] = await bench.feed(searched("aydin"))
    assert answer["results"] == []


async def test_a_fault_of_ours_is_logged_with_its_traceback(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.platforms.telegram.calls.render", broken)
    with capture_logs() as logs:
        await bench.feed(said("/help"))
    assert [entry["event"] for entry in logs] == ["an update failed"]
    assert isinstance(logs[0]["exc_info"], ZeroDivisionError)
