"""The command menu: per scope, and only written where it differs."""

from typing import Any

import pytest
from structlog.testing import capture_logs

from bot.core.asking.commands import COMMANDS
from bot.platforms.telegram.menu import register_menu
from tests.fakes.telegram import Answer
from tests.fakes.telegram_api import BAD_GATEWAY, BLOCKED, failure, success, too_many_requests
from tests.platforms.telegram.conftest import Bench


def names(commands: list[dict[str, Any]]) -> set[str]:
    return {command["command"] for command in commands}


async def test_each_scope_gets_what_it_may_use(bench: Bench) -> None:
    await register_menu(bench.app.bot)
    menus = {call["scope"]["type"]: names(call["commands"]) for call in bench.telegram.of("setMyCommands")}
    everything = {command.name for command in COMMANDS}
    assert menus == {
        "all_private_chats": everything,
        "all_group_chats": {command.name for command in COMMANDS if not command.for_managers},
        "all_chat_administrators": everything,
    }


async def test_it_is_written_only_where_it_differs(bench: Bench) -> None:
    await register_menu(bench.app.bot)
    written = [call["commands"] for call in bench.telegram.of("setMyCommands")]
    outdated = [{"command": "old", "description": "Gone"}]
    bench.telegram.will_answer("getMyCommands", success(written[0]), success(outdated), success(written[2]))
    await register_menu(bench.app.bot)
    [call] = bench.telegram.of("setMyCommands")[3:]
    assert call["scope"]["type"] == "all_group_chats"


@pytest.mark.filterwarnings("ignore:.*retry_after")
async def test_a_failure_is_tried_again_ever_more_rarely(bench: Bench) -> None:
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    spoilt = (200, b'{"ok": true, "result": 7}')
    proxy = (404, b"<html>A proxy's page</html>")
    failures: list[Answer] = [TimeoutError(), proxy, too_many_requests(700), spoilt, *[BAD_GATEWAY] * 7]
    bench.telegram.will_answer("getMyCommands", *failures)
    with capture_logs() as logs:
        await register_menu(bench.app.bot, nap)
    assert naps == [10, 20, 700, 80, 160, 320, 640, 1280, 2560, 3600, 3600]
    assert [entry["event"] for entry in logs] == ["the command menu was not registered"] * len(failures)
    assert len(bench.telegram.of("setMyCommands")) == 3


@pytest.mark.parametrize(
    "refusal", [failure(400, "Bad Request: BOT_COMMAND_INVALID"), BLOCKED, failure(404, "Not Found")]
)
async def test_a_refusal_is_final(bench: Bench, refusal: tuple[int, bytes]) -> None:
    async def nap(_seconds: float) -> None:
        raise AssertionError("nothing is waited for")

    bench.telegram.will_answer("setMyCommands", refusal)
    with capture_logs() as logs:
        await register_menu(bench.app.bot, nap)
    assert [(entry["event"], entry["for_good"]) for entry in logs] == [("the command menu was not registered", True)]
