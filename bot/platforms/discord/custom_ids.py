"""Writes and reads the data of a button or a list: the invocation itself, so that it outlives a restart."""

from collections.abc import Iterable

from bot.core.wording.cards import Action
from bot.core.wording.invocations import Invocation

MAX = 100
_BUTTON = "newspeg:"
_LIST = "newspeg#"
_POST = "newspeg@"


def of_button(action: Action) -> str:
    """Return the `custom_id` of a button."""
    return _BUTTON + action.invocation.data


def of_list(number: int) -> str:
    """Return the `custom_id` of a message's nth list; the values of its options hold the questions."""
    return f"{_LIST}{number}"


def pressed(custom_id: str, values: Iterable[str] = ()) -> Invocation | None:
    """Return the invocation of a press; None if it is not from a button or a list that this bot makes."""
    if custom_id.startswith(_LIST):
        return Invocation.pressed(next(iter(values), ""))
    if custom_id.startswith(_POST):
        return Invocation.pressed(custom_id.partition(":")[2])
    if custom_id.startswith(_BUTTON):
        return Invocation.pressed(custom_id.removeprefix(_BUTTON))
    return None


def marked(custom_id: str, mark: str) -> str:
    """Return the `custom_id` of a button under a post; the post is found again by it."""
    return f"{_POST}{mark}:{custom_id.removeprefix(_BUTTON)}" if custom_id.startswith(_BUTTON) else custom_id


def mark_of(custom_id: str) -> str | None:
    """Return the mark in the `custom_id` of a button under a post."""
    return custom_id.removeprefix(_POST).partition(":")[0] if custom_id.startswith(_POST) else None


def usable(actions: Iterable[Action]) -> list[Action]:
    """Return the actions that Discord takes and the bot can read back: short enough, each invocation once."""
    once: dict[str, Action] = {}
    for action in actions:
        custom_id = of_button(action)
        if len(custom_id) <= MAX and pressed(custom_id) == action.invocation:
            once.setdefault(custom_id, action)
    return list(once.values())
