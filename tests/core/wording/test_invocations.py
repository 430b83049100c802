import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.core.wording.invocations import Invocation, ask, tidy
from tests.stories import harbour


@pytest.mark.parametrize(
    ("text", "command", "argument"),
    [
        ("/who dodik", "who", "dodik"),
        ("/WHO@Some_Bot   Milorad \n Dodik ", "who", "Milorad Dodik"),
        ("/summary", "summary", ""),
        ("dodik", "ask", "dodik"),
        ("", "help", ""),
        (" \u202e\x00\n", "help", ""),
        ("/", "ask", "/"),
        ("/who \u202edodik\x07", "who", "dodik"),
        ("//who", "ask", "//who"),
    ],
)
def test_reads_what_was_typed(text: str, command: str, argument: str) -> None:
    assert Invocation.said(text) == Invocation(command, argument)


@pytest.mark.parametrize("data", ["", "WHO", "who  ", "who\n", " who", "who-x", "who " + " "])
def test_refuses_button_data_of_another_form(data: str) -> None:
    assert Invocation.pressed(data) is None


@pytest.mark.parametrize("payload", ["", "who dodik", "who-", "WHO-x", "who-ä", "-who"])
def test_refuses_a_link_of_another_form(payload: str) -> None:
    assert Invocation.linked(payload) is None


@pytest.mark.parametrize("payload", ["who-dodik", "summary"])
def test_reads_a_deep_link(payload: str) -> None:
    invocation = Invocation.linked(payload)
    assert invocation is not None
    assert invocation.payload == payload


@pytest.mark.parametrize(
    ("command", "text", "page"),
    [
        ("facts", "safety", 1),
        ("facts", "safety", 3),
        ("facts", "", 2),
        ("timeline", "", 2),
        ("summary", "", 1),
        ("who", "aydin", 1),
    ],
)
def test_a_button_means_the_same_after_any_journey(command: str, text: str, page: int) -> None:
    invocation = ask(command, harbour(), text, page)
    assert Invocation.pressed(invocation.data) == invocation
    assert Invocation.typed(str(invocation)) == invocation
    assert invocation.payload is not None
    assert Invocation.linked(invocation.payload) == invocation


def test_what_a_link_cannot_carry_has_no_link() -> None:
    assert Invocation("who", "Додик").payload is None
    assert Invocation("who", "x" * 70).payload is None
    assert Invocation("settings", "timezone Europe/Sarajevo").payload is not None


@given(st.text())
def test_any_text_is_an_invocation_in_one_line(text: str) -> None:
    invocation = Invocation.said(text)
    assert tidy(invocation.argument) == invocation.argument
    assert "\n" not in str(invocation)
    assert Invocation.pressed(invocation.data) in (invocation, None)
