import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.asking.command import STORY, AnyCommand
from bot.core.asking.commands import BY_NAME, COMMANDS
from bot.core.stories.fields import ID_LENGTH, SLUG_LENGTH
from bot.core.wording.invocations import Invocation, ask
from tests.stories import harbour


def test_each_name_stands_once() -> None:
    assert len(BY_NAME) == len(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_fits_every_platform(command: AnyCommand) -> None:
    assert re.fullmatch(r"[a-z]{1,32}", command.name)
    assert 1 <= len(command.description) <= 100
    for parameter in command.parameters:
        assert re.fullmatch(r"[a-z]{1,32}", parameter.name)
        assert 1 <= len(parameter.description) <= 100


@pytest.mark.parametrize("command", [each for each in COMMANDS if STORY in each.parameters], ids=lambda each: each.name)
def test_a_button_fits_the_64_bytes_of_telegram(command: AnyCommand) -> None:
    longest = Invocation(command.name, f"{'s' * SLUG_LENGTH}/{'i' * ID_LENGTH} 9999")
    assert len(longest.data.encode()) <= 64


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_a_story_comes_first(command: AnyCommand) -> None:
    if STORY in command.parameters:
        assert command.parameters[0] is STORY


def test_typed_parameters_are_the_invocation_that_is_written() -> None:
    values: dict[str, str | int | None] = {"story": "harbour", "topic": "safety", "page": 2}
    assert BY_NAME["facts"].invocation(values) == Invocation("facts", "harbour/safety 2")
    assert BY_NAME["facts"].invocation({"page": 2, "topic": None}) == Invocation("facts", "2")
    assert BY_NAME["settings"].invocation({"setting": "timezone", "value": "UTC"}) == Invocation(
        "settings", "timezone UTC"
    )


def test_usage_shows_what_can_be_typed() -> None:
    assert BY_NAME["facts"].usage == "/facts [topic]"


@pytest.mark.parametrize(
    ("command", "argument", "parts"),
    [
        ("facts", "safety 2", (None, "safety", 2)),
        ("facts", "2", (None, "", 2)),
        ("facts", "harbour/", ("harbour", "", 1)),
        ("facts", "harbour/2", ("harbour", "", 2)),
        ("who", "RFE/RL", (None, "RFE/RL", 1)),
        ("summary", "harbour", ("harbour", "", 1)),
        ("timeline", "harbour 2", ("harbour", "", 2)),
        ("settings", "timezone Europe/Sarajevo", (None, "timezone Europe/Sarajevo", 1)),
        ("facts", "0", (None, "", 1)),
        ("facts", "2022", (None, "2022", 1)),
        ("who", "World Cup 2022", (None, "World Cup 2022", 1)),
        ("facts", "harbour/2022", ("harbour", "2022", 1)),
        ("facts", "999", (None, "", 999)),
    ],
)
def test_takes_an_argument_apart(command: str, argument: str, parts: tuple[str | None, str, int]) -> None:
    assert BY_NAME[command].take_apart(argument) == parts


@given(st.text())
def test_any_argument_can_be_taken_apart(argument: str) -> None:
    for command in COMMANDS:
        assert command.take_apart(argument).page >= 1


@pytest.mark.parametrize(
    ("command", "text", "page"), [("who", "aydin", 1), ("facts", "safety", 3), ("timeline", "", 2)]
)
def test_what_a_button_asks_is_taken_apart_again(command: str, text: str, page: int) -> None:
    assert BY_NAME[command].take_apart(ask(command, harbour(), text, page).argument) == ("harbour", text, page)


def test_a_form_offers_first_what_is_asked_about() -> None:
    assert [each.name for each in BY_NAME["facts"].options] == ["topic", "story", "page"]
    assert [each.name for each in BY_NAME["remind"].options] == ["event", "lead", "story"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("word " * 200, "word " * 80),
        ("harbour/" + "word " * 200, "word " * 80),
        ("a" * 1000, "a" * 400),
        ("When is it?", "When is it?"),
    ],
)
def test_a_long_question_is_cut_at_a_word(typed: str, read: str) -> None:
    assert BY_NAME["ask"].take_apart(Invocation.of("ask", typed).argument).text == read.strip()
