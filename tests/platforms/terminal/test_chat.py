import io
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from prompt_toolkit.application import create_app_session
from prompt_toolkit.completion import CompleteEvent
from prompt_toolkit.document import Document
from prompt_toolkit.input import create_pipe_input
from prompt_toolkit.output import DummyOutput
from rich.console import Console

from bot.app.stories import terminal_desk
from bot.core.errors import SettingsError
from bot.core.wording.cards import Card
from bot.platforms.terminal.chat import CHAT, TerminalChat, piped_lines, prompted_lines
from bot.platforms.terminal.completion import DeskCompleter
from bot.platforms.terminal.rendering import render_json, render_plain, render_rich
from bot.settings import Settings
from tests.asking import Asker
from tests.newsroom.written import with_lines, write
from tests.strategies import cards

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)


async def held(*lines: str, as_json: bool = False, rich: bool = False) -> str:
    output = io.StringIO()
    await TerminalChat(Asker(chat=CHAT).desk, output, as_json, rich).hold(piped_lines(lines))
    return output.getvalue()


async def test_a_pipe_is_answered_line_by_line() -> None:
    said = await held("/who leyla\n", "\n", "/quotes aydin\n")
    assert said.startswith("Leyla Aydın\nThe bridge's engineer [¶ 2]\n")
    assert "What I can do" in said
    assert "“as safe as a church”\n  Leyla Aydın to Harbour Gazette" in said


async def test_a_pipe_is_told_the_command_of_every_choice() -> None:
    assert "• Harbour Bridge: /who harbour/bridge\n" in await held("/who harbour\n")


async def test_json_is_one_object_a_line() -> None:
    lines = (await held("/who leyla\n", "penguins\n", as_json=True)).splitlines()
    first, second = map(json.loads, lines)
    assert first["request"] == "/who leyla"
    assert first["title"] == "Leyla Aydın"
    assert {"label": "Summary", "command": "/summary harbour/"} in first["actions"]
    assert first["citations"][0] == "¶ 2"
    assert set(first) == {"request", "title", "text", "actions", "citations"}
    assert second["title"] == "Not in this story"


async def test_a_number_presses_the_button_of_the_last_card() -> None:
    asked = json.loads((await held("/who harbour\n", "2\n", as_json=True)).splitlines()[1])
    assert asked["title"] == "Harbour Bridge"


@pytest.mark.parametrize("number", ["0", "99", "00012", "9" * 10_000])
async def test_a_number_that_no_button_has_is_a_question(number: str) -> None:
    assert len((await held("/who harbour\n", f"{number}\n", as_json=True)).splitlines()) == 2


async def test_a_calendar_file_is_shown_in_full() -> None:
    assert "BEGIN:VCALENDAR" in await held("/calendar opening\n")


async def test_a_person_sees_numbered_buttons() -> None:
    said = await held("/summary\n", rich=True)
    assert "1 Facts" in said
    assert "[¶ 1]" in said


async def test_a_prompt_ends_with_a_farewell() -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("/who leyla\r\rquit\r")
        assert [line async for line in prompted_lines(Asker().desk)] == ["/who leyla"]


async def test_a_prompt_ends_at_the_end_of_input() -> None:
    with create_pipe_input() as keys, create_app_session(input=keys, output=DummyOutput()):
        keys.send_text("\x04")
        assert [line async for line in prompted_lines(Asker().desk)] == []


async def completions(typed: str) -> list[str]:
    completer = DeskCompleter(Asker(chat=CHAT).desk, CHAT)
    return [each.text async for each in completer.get_completions_async(Document(typed), CompleteEvent())]


async def test_completes_commands_and_what_they_take() -> None:
    assert await completions("/sum") == ["/summary "]
    assert await completions("/who ley") == ["harbour/aydin"]
    assert await completions("/ask who is ley") == ["Who is Leyla Aydın?"]
    assert await completions("/settings time") == ["timezone"]
    assert await completions("/settings timezone ist") == ["Europe/Istanbul"]
    assert await completions("/summary bri") == ["harbour"]
    assert await completions("/nonsense x") == []
    assert await completions("dodik") == []


@given(cards())
def test_every_card_can_be_shown(card: Card) -> None:
    console = Console(file=io.StringIO(), width=80)
    console.print(render_rich(card))
    assert json.loads(json.dumps(render_json("", card)))["title"] == card.title
    assert render_plain(card).startswith(card.title)


async def test_it_does_not_promise_posts_that_nobody_will_see() -> None:
    for promise in ("/subscribe harbour", "/remind opening 2h"):
        assert "here none appears" in await held(f"{promise}\n")
    for answer in ("/upcoming", "/subscribe nope", "/remind parade", "/remind opening off"):
        assert "here none appears" not in await held(f"{answer}\n")


async def test_the_next_answer_is_from_what_was_saved(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = write(tmp_path / "bridge")
    desk, reread = await terminal_desk(Settings(content=tmp_path), lambda: NOW, None, None)
    chat = TerminalChat(desk, output := io.StringIO(), reread=reread)
    write(tmp_path / "bridge", with_lines(("Bridge opens in May", "Bridge opens in June")))
    await chat.answer("/summary")
    assert output.getvalue().startswith("Bridge opens in June\n")
    assert capsys.readouterr().err == ""
    write(tmp_path / "bridge", with_lines(("status: published", "status: live")))
    for _ in range(2):
        await chat.answer("/summary")
    assert output.getvalue().count("Bridge opens in June\n") == 3
    (told,) = capsys.readouterr().err.splitlines()
    assert told.startswith(f"{file}:1: ")
    shutil.rmtree(tmp_path)
    await chat.answer("/summary")
    assert len(capsys.readouterr().err.splitlines()) == 1


async def test_a_retracted_story_may_be_chosen_and_says_that_it_was(tmp_path: Path) -> None:
    write(tmp_path / "bridge")
    write(tmp_path / "gone", with_lines(("status: published", "status: retracted")))
    settings = Settings(content=tmp_path)
    desk, _ = await terminal_desk(settings, lambda: NOW, None, "gone")
    await TerminalChat(desk, output := io.StringIO()).answer("/summary")
    assert output.getvalue().startswith("Retracted\n")
    with pytest.raises(SettingsError, match=r"there is no story “nope”; choose from: bridge$"):
        await terminal_desk(settings, lambda: NOW, None, "nope")


async def test_on_a_pretended_day_later_stories_do_not_exist(tmp_path: Path) -> None:
    write(tmp_path / "bridge")
    shown = {}
    for pretends in (True, False):
        settings = Settings(content=tmp_path)
        desk, _ = await terminal_desk(settings, lambda: NOW.replace(year=2030), None, None, pretends=pretends)
        await TerminalChat(desk, output := io.StringIO()).answer("/summary")
        shown[pretends] = output.getvalue().splitlines()[0]
    assert shown == {True: "No story yet", False: "Bridge opens in May"}
