"""Buttons: their form in each kind of chat, their limits, their rows."""

from typing import Any

import pytest
from hypothesis import given

from bot.core.wording.cards import Action, Card
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.keyboards import MAX_BUTTONS, Buttons, asking, keyboard, leading, shared
from tests.strategies import actions as any_actions

READING = Action("Facts", Invocation("facts", "harbour/safety 2"))
CHANGING = Action("Erase", Invocation("forget", "yes"), danger=True)
TELLING = Action("Upcoming", Invocation("upcoming"))


def actions(count: int, label: str = "Name") -> tuple[Action, ...]:
    return tuple(Action(f"{label} {number}", Invocation("who", f"name-{number}")) for number in range(count))


def test_in_a_private_chat_buttons_ask() -> None:
    assert asking(READING) == {"text": "Facts", "callback_data": "facts harbour/safety 2"}
    assert asking(CHANGING) == {"text": "Erase", "callback_data": "forget yes", "style": "danger"}


def test_in_a_shared_chat_reading_leads_away_and_changing_asks() -> None:
    assert shared("bot")(READING) == {"text": "Facts", "url": "https://t.me/bot?start=facts-harbour_safety__2"}
    assert shared("bot")(CHANGING) == asking(CHANGING)


def test_what_is_posted_to_a_shared_chat_is_asked_there_and_not_in_another() -> None:
    assert shared("bot")(TELLING) == asking(TELLING)
    assert leading("bot")(TELLING) is None


def test_where_the_bot_is_not_there_are_only_links() -> None:
    assert leading("bot")(READING) == shared("bot")(READING)
    assert leading("bot")(CHANGING) is None


@pytest.mark.parametrize(
    ("buttons", "invocation"),
    [
        (asking, Invocation("who", "x" * 61)),
        (asking, Invocation("who", "ж" * 31)),
        (asking, Invocation("Who", "x")),
        (leading("bot"), Invocation("who", "жук")),
        (leading("bot"), Invocation("who", "x" * 61)),
    ],
)
def test_what_cannot_travel_is_left_out(buttons: Buttons, invocation: Invocation) -> None:
    assert buttons(Action("Who", Invocation("who", "x" * 60))) is not None
    assert buttons(Action("Who", invocation)) is None


def test_labels_are_one_line_and_not_empty() -> None:
    button = asking(Action("a\nb\x00 c" + "d" * 80, READING.invocation))
    assert button is not None
    assert button["text"] == "a b c" + "d" * 58 + "…"
    assert asking(Action(" \n", READING.invocation)) is None


@pytest.mark.parametrize(
    ("card", "sizes"),
    [
        (Card("", actions=actions(7)), [3, 3, 1]),
        (Card("", choices=actions(3)), [2, 1]),
        (Card("", actions=actions(3, "A rather long label")), [1, 1, 1]),
        (Card("", actions=actions(3, "A longer label")), [2, 1]),
        (Card("", choices=actions(1), actions=actions(2)), [1, 2]),
        (Card("", actions=(Action("", READING.invocation),)), []),
    ],
)
def test_rows(card: Card, sizes: list[int]) -> None:
    assert [len(row) for row in keyboard(card, asking)] == sizes


def test_there_are_at_most_a_hundred() -> None:
    rows = keyboard(Card("", choices=actions(80), actions=actions(80)), asking)
    assert sum(map(len, rows)) == MAX_BUTTONS


@given(any_actions())
def test_a_button_means_what_its_action_does(action: Action) -> None:
    button: dict[str, Any] | None = asking(action)
    assert button is None or Invocation.pressed(button["callback_data"]) == action.invocation
    link = leading("bot")(action)
    assert link is None or Invocation.linked(link["url"].partition("start=")[2]) == action.invocation


def test_labels_that_would_be_cut_to_the_same_are_told_apart() -> None:
    long = "The council of the town by the river votes about the new bridge"
    asked = [Action(f"{long} {end}", Invocation("who", end)) for end in ("again", "at last", "now")]
    shown = [
        button["text"]
        for row in keyboard(Card("T", choices=tuple(asked[:2]), actions=(asked[2],)), asking)
        for button in row
    ]
    assert [each.partition("… ")[2] for each in shown] == ["again", "at last", "now"]
