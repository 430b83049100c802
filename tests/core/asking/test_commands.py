import re

import pytest

from bot.core.asking.answers import ABOUT_THE_CHAT, FROM_A_STORY
from bot.core.asking.commands import BY_NAME, COMMANDS, STORY, Command
from bot.core.stories.fields import ID_LENGTH, SLUG_LENGTH
from bot.core.wording.invocations import Invocation


def test_every_command_is_answered_and_every_answer_has_a_command() -> None:
    assert {*ABOUT_THE_CHAT, *FROM_A_STORY} == set(BY_NAME)
    assert not set(ABOUT_THE_CHAT) & set(FROM_A_STORY)
    assert len(BY_NAME) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_fits_every_platform(command: Command) -> None:
    assert re.fullmatch(r"[a-z]{1,32}", command.name)
    assert 1 <= len(command.description) <= 100
    for parameter in command.parameters:
        assert re.fullmatch(r"[a-z]{1,32}", parameter.name)
        assert 1 <= len(parameter.description) <= 100


@pytest.mark.parametrize("name", FROM_A_STORY)
def test_a_button_fits_the_64_bytes_of_telegram(name: str) -> None:
    longest = Invocation(name, f"{'s' * SLUG_LENGTH}/{'i' * ID_LENGTH} 9999")
    assert len(longest.data.encode()) <= 64


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_story_comes_first(command: Command) -> None:
    if STORY in command.parameters:
        assert command.parameters[0] is STORY
        assert command.name in FROM_A_STORY or command.name == "remind"  # which also drops what no story has any more


def test_typed_parameters_are_the_invocation_that_is_written() -> None:
    values: dict[str, str | int | None] = {"story": "harbour", "topic": "safety", "page": 2}
    assert BY_NAME["facts"].invocation(values) == Invocation("facts", "harbour/safety 2")
    assert BY_NAME["facts"].invocation({"page": 2, "topic": None}) == Invocation("facts", "2")
    assert BY_NAME["settings"].invocation({"setting": "timezone", "value": "UTC"}) == Invocation(
        "settings", "timezone UTC"
    )


def test_usage_shows_what_can_be_typed() -> None:
    assert BY_NAME["facts"].usage == "/facts [topic]"
