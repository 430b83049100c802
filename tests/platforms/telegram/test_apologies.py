"""Whatever fails on the way to an answer, who asked is told once; not where nothing more can be said."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.platforms.telegram.sending import Patience
from tests.fakes.telegram import Answer
from tests.fakes.telegram_api import (
    ADMIN,
    BAD_GATEWAY,
    BLOCKED,
    CHANNEL,
    FORUM,
    GROUP,
    PRIVATE,
    QUERY_TOO_OLD,
    READER,
    Json,
    failure,
    message,
    posted,
    pressed,
    said,
    searched,
    success,
    too_many_requests,
    update,
)
from tests.platforms.telegram.conftest import Bench

pytestmark = pytest.mark.filterwarnings("ignore:.*retry_after")  # python-telegram-bot warns of its own attribute

SORRY = "That did not work"
REFUSED = failure(400, "Bad Request: can't parse entities: unsupported start tag")
MISSHAPEN = success({"date": "never"})


class Broken(Exception):
    """What nobody expects."""


def broken(*_: object, **__: object) -> Any:
    raise Broken


# Where something may fail on the way to an answer, and is the same for all of them.
PLACES = (
    "bot.platforms.telegram.handlers.asked_by_message",
    "bot.platforms.telegram.handlers.is_stale",
    "bot.platforms.telegram.questions._may_manage_by_message",
    "bot.platforms.telegram.questions.chat_of",
    "bot.platforms.telegram.questions.sent",
    "bot.platforms.telegram.calls.render",
    "bot.platforms.telegram.rendering.keyboard",
)


@pytest.mark.parametrize("place", PLACES)
async def test_in_private_it_is_a_message(bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(place, broken)
    with capture_logs() as logs:
        [apology] = await bench.feed(said("/who aydin"))
    assert apology["text"].startswith(SORRY)
    assert (apology.method, apology["chat_id"]) == ("sendMessage", PRIVATE["id"])
    assert [(entry["event"], type(entry["exc_info"])) for entry in logs] == [("an update failed", Broken)]


@pytest.mark.parametrize("place", PLACES)
async def test_in_a_group_it_is_a_reply(bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(place, broken)
    asked = said("/who aydin", FORUM, is_topic_message=True, message_thread_id=5)
    [apology] = await bench.feed(asked)
    assert apology["text"].startswith(SORRY)
    assert (apology["chat_id"], apology["message_thread_id"]) == (FORUM["id"], 5)
    assert apology["reply_parameters"]["message_id"] == asked["message"]["message_id"]


async def test_in_a_channel_it_is_a_post(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.calls.render", broken)
    [apology] = await bench.feed(posted("/help"))
    assert apology["chat_id"] == CHANNEL["id"]


async def test_what_was_not_for_the_bot_gets_none(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.handlers.asked_by_message", broken)
    assert await bench.feed(said("good morning", GROUP), said("/who@another_bot x", GROUP)) == []


@pytest.mark.parametrize("shared", [False, True])
async def test_for_a_press_it_is_shown_over_the_chat(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, shared: bool
) -> None:
    monkeypatch.setattr("bot.platforms.telegram.questions.Invocation.pressed", broken)
    press = pressed("help", GROUP if shared else PRIVATE)
    [shown] = await bench.feed(press)
    assert shown.method == "answerCallbackQuery"
    assert (shown["callback_query_id"], shown["show_alert"]) == (press["callback_query"]["id"], True)
    assert shown["text"].startswith(SORRY)


@pytest.mark.parametrize("place", ["calls.render", "questions.replaced", "rendering.keyboard"])
async def test_once_a_press_is_acknowledged_it_is_a_message(
    bench: Bench, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.setattr(f"bot.platforms.telegram.{place}", broken)
    for press in (pressed("help"), pressed("help")):  # one after the other in one task
        acknowledged, apology = await bench.feed(press)
        assert (acknowledged.method, apology.method) == ("answerCallbackQuery", "sendMessage")
        assert apology["text"].startswith(SORRY)
    bench.telegram.will_answer("answerCallbackQuery", QUERY_TOO_OLD)
    _, apology = await bench.feed(pressed("help"))
    assert apology["text"].startswith(SORRY)


async def test_once_a_press_in_a_group_is_acknowledged_it_is_a_reply(bench: Bench) -> None:
    bench.telegram.will_answer("getChatMember", ADMIN)
    bench.telegram.will_answer("sendMessage", REFUSED)
    press = pressed("subscribe harbour", GROUP)
    *_, apology = await bench.feed(press)
    assert apology["text"].startswith(SORRY)
    assert apology["chat_id"] == GROUP["id"]
    assert apology["reply_parameters"]["message_id"] == press["callback_query"]["message"]["message_id"]


async def test_a_search_is_answered_with_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.calls.articles", broken)
    search = searched("aydin")
    [answer] = await bench.feed(search)
    assert (answer.method, answer["inline_query_id"]) == ("answerInlineQuery", search["inline_query"]["id"])
    assert answer["results"] == []


@pytest.mark.parametrize("answer", [MISSHAPEN, success({}), success(None), success([]), (200, b"null")])
@pytest.mark.parametrize("update", [said("/subscribe", GROUP), pressed("subscribe", GROUP)])
async def test_an_answer_about_who_asks_that_cannot_be_read(bench: Bench, update: Json, answer: Answer) -> None:
    bench.telegram.will_answer("getChatMember", answer)
    [apology] = await bench.feed(update)
    assert apology["text"].startswith(SORRY)


async def test_what_telegram_does_not_take_as_it_is_gets_one(bench: Bench) -> None:
    bench.telegram.will_answer("sendMessage", REFUSED)
    _, apology = await bench.feed(said("/help"))
    assert apology["text"].startswith(SORRY)
    assert "parse_mode" not in apology.params
    bench.telegram.will_answer("answerInlineQuery", failure(400, "Bad Request: RESULT_ID_INVALID"))
    _, answer = await bench.feed(searched("aydin"))
    assert answer["results"] == []


async def test_what_cannot_even_be_made_a_request_gets_one(bench: Bench) -> None:
    bench.telegram.will_answer("sendMessage", Broken())
    _, apology = await bench.feed(said("/help"))
    assert apology["text"].startswith(SORRY)


@pytest.mark.parametrize(
    "answer",
    [
        BLOCKED,
        failure(400, "Bad Request: chat not found"),
        failure(400, "Bad Request: not enough rights to send text messages to the chat"),
        failure(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1009),
        failure(400, "Bad Request: group chat was upgraded to a supergroup chat"),
        too_many_requests(31),
        BAD_GATEWAY,
        TimeoutError(),
        ConnectionResetError(),
        (200, b"{"),
        (200, b"[]"),
        MISSHAPEN,
        success({}),
        success(True),
    ],
)
async def test_where_nothing_more_can_be_said_or_it_may_have_arrived_there_is_none(
    bench: Bench, answer: Answer
) -> None:
    bench.telegram.will_answer("sendMessage", answer)
    assert len(await bench.feed(said("/help"))) == 1
    assert len(await bench.feed(said("/help"))) == 1


async def test_a_press_that_is_too_old_is_left_alone(bench: Bench) -> None:
    bench.telegram.will_answer("answerCallbackQuery", QUERY_TOO_OLD)
    assert len(await bench.feed(pressed("help", GROUP))) == 1


@pytest.mark.parametrize("second", [REFUSED, BLOCKED, BAD_GATEWAY, MISSHAPEN, too_many_requests(31), Broken()])
async def test_an_apology_that_fails_is_one_line(bench: Bench, monkeypatch: pytest.MonkeyPatch, second: Answer) -> None:
    bench.telegram.will_answer("sendMessage", REFUSED, second)
    with capture_logs() as logs:
        assert len(await bench.feed(said("/help"))) == 2
    assert [entry["event"] for entry in logs] == ["an answer was refused", "an apology was not delivered"]
    monkeypatch.setattr("bot.platforms.telegram.handlers.alert", broken)
    bench.telegram.will_answer("sendMessage", REFUSED)
    assert len(await bench.feed(said("/help"))) == 1


async def test_who_asked_nothing_is_told_nothing(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench.store, "move", broken, raising=False)
    with capture_logs() as logs:
        assert await bench.feed(said(None, GROUP, migrate_to_chat_id=-10071)) == []
    assert [entry["event"] for entry in logs] == ["an update failed"]


@pytest.mark.parametrize(
    "spoilt",
    [
        {"text": 7},
        {"text": ["/help"]},
        {"text": "/help", "chat": {"id": 7, "type": []}},
        {"text": "/help", "entities": [{"type": 7, "offset": "x", "length": -1}]},
        {"text": "/help", "message_id": None},
    ],
)
async def test_an_update_with_values_of_another_kind_ends_nothing(bench: Bench, spoilt: Json) -> None:
    await bench.feed(update(message={**message("/help"), **spoilt}))
    bench.telegram.breaches = []  # nothing sensible can be said of such a message
    assert len(await bench.feed(said("/help"))) == 1


async def test_what_fails_while_a_chat_waits_is_told_in_its_turn(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    async def say(*_: object) -> None:
        raise Broken

    monkeypatch.setattr(Patience, "say", say)
    with capture_logs() as logs:
        assert await bench.feed(said("/help")) == []
    assert [entry["event"] for entry in logs] == ["an update failed", "an apology was not delivered"]


async def test_an_offer_that_fails_is_nobodys_question(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.handlers.may_post_now", broken)
    member = {"user": READER, "status": "left"}
    change = {"chat": CHANNEL, "from": READER, "date": 0, "old_chat_member": member, "new_chat_member": member}
    assert await bench.feed(update(my_chat_member=change)) == []
