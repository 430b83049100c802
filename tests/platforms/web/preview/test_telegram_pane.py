"""Telegram's pane: which calls the bot would make for what a reader writes and presses."""

from typing import Any

from tests.platforms.web.studios import visitor

SAY, PRESS = "/preview/telegram/say", "/preview/telegram/press"


def calls(steps: list[dict[str, Any]]) -> list[str]:
    return [step["call"] for step in steps]


async def test_any_words_in_private_are_a_question() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(SAY, text="aydin")
    assert (step["call"], step["view"]) == ("sendMessage", "private")
    assert "<b>Leyla Aydın</b>" in step["payload"]["text"]


async def test_in_a_channel_only_the_bots_commands_are() -> None:
    async with visitor() as reader:
        for text in ("aydin", "/weather", "good morning"):
            assert await reader.ask(SAY, view="channel", text=text) == []
        [step] = await reader.ask(SAY, view="channel", text="/who aydin")
    [[button, *_], *_] = step["payload"]["reply_markup"]["inline_keyboard"]
    assert button["url"].startswith("https://t.me/newspeg_bot?start=")


async def test_a_button_in_private_changes_the_message() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(PRESS, data="summary harbour/")
    assert (step["call"], step["replaces"]) == ("editMessageText", True)
    assert "Harbour bridge" in step["payload"]["text"]


async def test_a_button_in_a_channel_shows_a_window() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(PRESS, view="channel", data="subscribe harbour")
    assert step["call"] == "answerCallbackQuery"
    assert step["payload"]["show_alert"]
    assert "Subscribed" in step["payload"]["text"]


async def test_a_button_that_nobody_can_read_says_so() -> None:
    async with visitor() as reader:
        for data in ("", "Nonsense!", "weather tomorrow"):
            assert calls(await reader.ask(PRESS, data=data)) == ["answerCallbackQuery"]


async def test_a_file_goes_with_its_message() -> None:
    async with visitor() as reader:
        steps = await reader.ask(SAY, text="/calendar")
        assert calls(steps) == ["sendMessage", "sendDocument"]
        assert steps[1]["file"]["name"].endswith(".ics")
        assert "BEGIN:VCALENDAR" in steps[1]["file"]["content"]
        assert calls(await reader.ask(PRESS, data="calendar harbour/")) == ["editMessageText", "sendDocument"]


async def test_an_inline_query_finds_cards() -> None:
    async with visitor() as reader:
        results = await reader.ask("/preview/telegram/search", text="aydin")
    assert results[0]["title"] == "Leyla Aydın"
    assert "Leyla Aydın" in results[0]["input_message_content"]["message_text"]


async def test_values_are_suggested_for_the_end_of_the_line() -> None:
    async with visitor() as reader:
        found = await reader.ask("/preview/telegram/suggest", text="/who ley")
        assert found == {"before": "/who ", "values": [{"label": "Leyla Aydın", "value": "harbour/aydin"}]}
        zones = await reader.ask("/preview/telegram/suggest", text="/settings timezone ")
        assert zones["before"] == "/settings timezone "
        for nothing in ("who", "/weather x", "/help x"):
            assert (await reader.ask("/preview/telegram/suggest", text=nothing))["values"] == []


async def test_a_deep_link_reads_and_changes_nothing() -> None:
    async with visitor() as reader:
        [step] = await reader.ask(SAY, text="/start who-harbour_aydin")
        assert "Leyla Aydın" in step["payload"]["text"]
        await reader.ask(SAY, text="/start subscribe-harbour")
        [upcoming] = await reader.ask(SAY, text="/upcoming")
    assert "Opening of the bridge" not in upcoming["payload"]["text"]
