"""The command menu: per scope, and only written where it differs."""

from typing import Any

from structlog.testing import capture_logs

from bot.core.commands import COMMANDS
from bot.platforms.telegram.menu import register_menu
from tests.fakes.telegram_api import BAD_GATEWAY, success
from tests.platforms.telegram.conftest import Bench


def names(commands: list[dict[str, Any]]) -> set[str]:
    return {command["command"] for command in commands}


async def test_each_scope_gets_what_it_may_use(bench: Bench) -> None:
    await register_menu(bench.app.bot)
    menus = {call["scope"]["type"]: names(call["commands"]) for call in bench.telegram.of("setMyCommands")}
    everything = {command.name for command in COMMANDS}
    assert menus == {
        "all_private_chats": everything,
        "all_group_chats": {command.name for command in COMMANDS if not command.changes_chat},
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


async def test_a_failure_is_logged_and_no_more(bench: Bench) -> None:
    bench.telegram.will_answer("setMyCommands", BAD_GATEWAY)
    with capture_logs() as logs:
        await register_menu(bench.app.bot)
    assert [entry["event"] for entry in logs] == ["the command menu was not registered"]
