"""Presses on buttons: in place in a private chat, only for the one who pressed in a shared one, always acknowledged."""

import pytest
from telegram import Update

from bot.core.posting.chats import ChatSettings
from bot.platforms.telegram import telegram_pace
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.sending import Patience
from tests.asking import Asker
from tests.fakes.telegram import FakeTelegram
from tests.fakes.telegram_api import (
    ADMIN,
    BAD_GATEWAY,
    BLOCKED,
    CHANNEL,
    FORUM,
    GROUP,
    MEMBER,
    NOT_MODIFIED,
    NOW,
    PRIVATE,
    QUERY_TOO_OLD,
    TOKEN,
    TOO_OLD_TO_EDIT,
    Json,
    pressed,
    said,
    too_many_requests,
)
from tests.platforms.telegram.conftest import Bench, buttons
from tests.stories import harbour

OLD_MESSAGE = {"chat": PRIVATE, "message_id": 5, "date": 0}


async def test_in_a_private_chat_the_card_takes_the_messages_place(bench: Bench) -> None:
    press = pressed("who harbour/aydin")
    answer, edit = await bench.feed(press)
    assert (answer.method, edit.method) == ("answerCallbackQuery", "editMessageText")
    assert answer.params == {"callback_query_id": press["callback_query"]["id"]}
    assert edit["message_id"] == press["callback_query"]["message"]["message_id"]
    assert "Leyla Aydın" in edit["text"]
    assert buttons(edit)


async def test_what_does_not_fit_into_one_message_follows(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.platforms.telegram.rendering.MAX_TEXT", 200)
    _, edit, *others = await bench.feed(pressed("facts"))
    assert edit.method == "editMessageText"
    assert not buttons(edit)
    assert {other.method for other in others} == {"sendMessage"}
    assert buttons(others[-1])


async def test_pressing_twice_is_no_error(bench: Bench) -> None:
    bench.telegram.will_answer("editMessageText", NOT_MODIFIED)
    assert [call.method for call in await bench.feed(pressed("help"))] == ["answerCallbackQuery", "editMessageText"]


async def test_what_cannot_be_edited_is_sent_anew(bench: Bench) -> None:
    bench.telegram.will_answer("editMessageText", TOO_OLD_TO_EDIT)
    *_, sent = await bench.feed(pressed("help"))
    assert sent.method == "sendMessage"
    _, sent = await bench.feed(pressed("help", message=OLD_MESSAGE))
    assert sent.method == "sendMessage"
    assert sent["chat_id"] == PRIVATE["id"]


@pytest.mark.parametrize("answer", [QUERY_TOO_OLD, BAD_GATEWAY, TimeoutError()])
async def test_a_press_that_cannot_be_acknowledged_still_gets_its_card(
    bench: Bench, answer: tuple[int, bytes] | Exception
) -> None:
    bench.telegram.will_answer("answerCallbackQuery", answer)
    *_, edit = await bench.feed(pressed("help"))
    assert "What I can do" in edit["text"]


async def test_a_file_is_sent_below(bench: Bench) -> None:
    assert [call.method for call in await bench.feed(pressed("calendar harbour/opening"))] == [
        "answerCallbackQuery",
        "editMessageText",
        "sendDocument",
    ]


@pytest.mark.parametrize("data", ["", "no such thing", "WHO x", "who\nx", "%00", "x" * 64, None])
@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
async def test_old_and_forged_data_is_refused_politely(bench: Bench, data: str | None, chat: Json) -> None:
    [answer] = await bench.feed(pressed(data, chat))
    assert answer.method == "answerCallbackQuery"
    assert answer["show_alert"] is True
    assert answer["text"].startswith("That button no longer works")


@pytest.mark.parametrize("chat", [GROUP, CHANNEL])
async def test_in_a_shared_chat_only_the_one_who_pressed_is_answered(bench: Bench, chat: Json) -> None:
    [answer] = await bench.feed(pressed("who harbour/aydin", chat))
    assert answer.method == "answerCallbackQuery"
    assert answer["text"] == "Leyla Aydın\n\nThe bridge's engineer"
    assert answer["show_alert"] is True
    assert bench.telegram.of("getChatMember") == []


@pytest.mark.parametrize("chat", [GROUP, CHANNEL])
async def test_in_a_shared_chat_only_admins_change_it(bench: Bench, chat: Json) -> None:
    bench.telegram.will_answer("getChatMember", MEMBER, ADMIN)
    [refusal] = await bench.feed(pressed("settings story story-1", chat))
    assert refusal["text"].startswith("Only for those who manage this chat")
    assert await bench.settings(chat) == ChatSettings()
    *_, answer = await bench.feed(pressed("settings story story-1", chat))
    assert "Settings of this chat" in answer["text"]
    assert await bench.settings(chat) == ChatSettings(story="story-1")


async def test_a_press_posts_nothing_into_a_channel(bench: Bench) -> None:
    bench.telegram.will_answer("getChatMember", ADMIN)
    assert [call.method for call in await bench.feed(pressed("settings", CHANNEL))] == ["answerCallbackQuery"]


async def test_an_admin_of_a_group_finds_what_to_choose_below_the_settings(bench: Bench) -> None:
    bench.telegram.will_answer("getChatMember", MEMBER, ADMIN, ADMIN)
    press = pressed("settings story", FORUM)
    press["callback_query"]["message"] |= {"message_thread_id": 5, "is_topic_message": True}
    assert [call.method for call in await bench.feed(press)] == ["answerCallbackQuery"]
    answer, choices = await bench.feed(press)
    assert "text" not in answer.params
    assert choices.method == "sendMessage"
    assert choices["message_thread_id"] == 5
    assert choices["reply_parameters"]["message_id"] == press["callback_query"]["message"]["message_id"]
    [choice] = [button for button in buttons(choices) if "Story 1" in button["text"]]
    await bench.feed(pressed(choice["callback_data"], FORUM))
    assert await bench.settings(FORUM) == ChatSettings(story="story-1")


async def test_under_a_card_from_inline_mode_it_reads_and_changes_nothing(bench: Bench) -> None:
    [answer] = await bench.feed(pressed("who harbour/aydin", inline_message_id="x"))
    assert answer["text"].startswith("Leyla Aydın")
    [answer] = await bench.feed(pressed("settings story story-1", inline_message_id="x"))
    assert answer["text"].startswith("Only for those who manage this chat")
    assert await bench.settings(PRIVATE) == ChatSettings()


async def test_a_reader_who_blocked_the_bot_is_no_failure(bench: Bench) -> None:
    bench.telegram.will_answer("editMessageText", BLOCKED)
    assert len(await bench.feed(pressed("help"))) == 2


async def test_paging_is_not_held_up_by_the_pace_of_messages() -> None:
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    telegram = FakeTelegram()
    platform = TelegramAdapter(Asker(harbour()).desk, TOKEN, lambda: NOW, request=telegram)
    async with platform.application(Patience(nap, telegram_pace(29.7), lambda: 0.0)) as app:
        for page in [1, 2] * 4:
            await app.process_update(Update.de_json(pressed(f"facts {page}"), app.bot))
        assert len(telegram.of("editMessageText")) == 8
        assert naps == []
        for _ in range(4):
            await app.process_update(Update.de_json(said("/help"), app.bot))
    assert len(naps) == 1
    assert not telegram.breaches


async def test_an_edit_that_comes_too_soon_waits_as_asked(bench: Bench) -> None:
    bench.telegram.will_answer("editMessageText", too_many_requests(2))
    assert [call.method for call in await bench.feed(pressed("help"))][1:] == ["editMessageText"] * 2
    assert bench.naps == [2]
