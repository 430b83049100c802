"""What a button or a list carries, and how it is read back: the invocation itself, so that it outlives a restart."""

from collections.abc import Iterable

from bot.core.wording.cards import Action
from bot.core.wording.invocations import Invocation

MAX = 100
_BUTTON = "newspeg:"
_LIST = "newspeg#"
_POST = "newspeg@"


def of_button(action: Action) -> str:
    """The `custom_id` of a button."""
    return _BUTTON + action.invocation.data


def of_list(number: int) -> str:
    """The `custom_id` of a message's nth list; its options' values say what to ask."""
    return f"{_LIST}{number}"


def pressed(custom_id: str, values: Iterable[str] = ()) -> Invocation | None:
    """What a press asks; None if it is not from a button or a list that this bot makes."""
    if custom_id.startswith(_LIST):
        return Invocation.pressed(next(iter(values), ""))
    if custom_id.startswith(_POST):
        return Invocation.pressed(custom_id.partition(":")[2])
    if custom_id.startswith(_BUTTON):
        return Invocation.pressed(custom_id.removeprefix(_BUTTON))
    return None


def marked(custom_id: str, mark: str) -> str:
    """The `custom_id` of a button under a post, by which that post is found again."""
    return f"{_POST}{mark}:{custom_id.removeprefix(_BUTTON)}" if custom_id.startswith(_BUTTON) else custom_id


def mark_of(custom_id: str) -> str | None:
    """The mark in the `custom_id` of a button under a post."""
    return custom_id.removeprefix(_POST).partition(":")[0] if custom_id.startswith(_POST) else None


def usable(actions: Iterable[Action]) -> list[Action]:
    """Those that Discord takes and that can be read back: short enough, each invocation once."""
    once: dict[str, Action] = {}
    for action in actions:
        custom_id = of_button(action)
        if len(custom_id) <= MAX and pressed(custom_id) == action.invocation:
            once.setdefault(custom_id, action)
    return list(once.values())
