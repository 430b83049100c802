"""A card's buttons as an inline keyboard: plain dicts within Telegram's limits.

In a private chat a button asks at once; in a chat of several people it leads into the private chat, so that nobody
rewrites a message for everyone. A channel is subscribed from the private chat with whoever made the bot its admin, by
buttons that act on that channel; they count in a private chat alone, and what they say of their chat is a claim.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from bot.core.asking.commands import BY_NAME
from bot.core.wording.cards import Action, Card
from bot.core.wording.invocations import Invocation
from bot.core.wording.labels import told_apart
from bot.platforms.telegram.markup import one_line

Button = dict[str, Any]
Buttons = Callable[[Action], Button | None]
"""Turns an action into a button; None leaves the action out."""

MAX_DATA_BYTES = 64  # https://core.telegram.org/bots/api#inlinekeyboardbutton
MAX_BUTTONS = 100  # more are refused as "reply markup too long"
MAX_LABEL = 64
_ROW_WIDTH = 36  # characters that a phone shows of a row; its buttons share it equally
_CHOICES_IN_ROW = 2
_ACTIONS_IN_ROW = 3
_IN = "in"
# A chat of several people has a negative id; a person's settings are for that person alone.
_IN_A_CHAT = re.compile(rf"{_IN} (-[0-9]{{1,16}}) (.+)", re.DOTALL)


def asking(action: Action) -> Button | None:
    """Return a button that asks the bot."""
    data = action.invocation.data
    return pressing(action, data) if Invocation.pressed(data) == action.invocation else None


def pressing(action: Action, data: str) -> Button | None:
    """Return a button that sends the bot these data; None if they are too long."""
    return _button(action, callback_data=data) if len(data.encode(errors="replace")) <= MAX_DATA_BYTES else None


def leading(username: str) -> Buttons:
    """Make buttons that lead into the private chat with this bot, for messages that the bot itself cannot see."""

    def lead(action: Action) -> Button | None:
        payload = action.invocation.payload
        if payload is None or is_about_the_chat(action.invocation):
            return None
        return _button(action, url=f"https://t.me/{username}?start={payload}")

    return lead


def shared(username: str) -> Buttons:
    """Make buttons for chats of several people: questions about the chat are asked there, others in private."""
    lead = leading(username)
    return lambda action: asking(action) if is_about_the_chat(action.invocation) else lead(action)


def acting_in(chat_id: int) -> Buttons:
    """Make buttons that change that chat. Questions about no chat stay; those that tell about a chat are left out."""

    def act(action: Action) -> Button | None:
        if changes_chat(action.invocation):
            return pressing(action, f"{_IN} {chat_id} {action.invocation.data}")
        return None if is_about_the_chat(action.invocation) else asking(action)

    return act


def pressed_in(data: str) -> tuple[int, Invocation] | None:
    """Return the chat that a pressed button acts on, and its question; None if it is another kind of button."""
    match = _IN_A_CHAT.fullmatch(data)
    invocation = Invocation.pressed(match[2]) if match else None
    return (int(match[1]), invocation) if match and invocation and changes_chat(invocation) else None


def keyboard(card: Card, buttons: Buttons) -> list[list[Button]]:
    """Return the rows of a card's buttons."""
    labelled = told_apart(card.buttons, MAX_LABEL, _label)
    choices = _made(labelled[: len(card.choices)], buttons)[:MAX_BUTTONS]
    actions = _made(labelled[len(card.choices) :], buttons)[: MAX_BUTTONS - len(choices)]
    return _rows(choices, _CHOICES_IN_ROW) + _rows(actions, _ACTIONS_IN_ROW)


def is_about_the_chat(invocation: Invocation) -> bool:
    """True if the button means something else in another chat: it changes the chat, or tells about its posts."""
    command = BY_NAME.get(invocation.command)
    return command is not None and command.about == "chat"


def changes_chat(invocation: Invocation) -> bool:
    """True if the button's command changes the chat."""
    command = BY_NAME.get(invocation.command)
    return command is not None and command.for_managers


def _made(actions: Iterable[Action], buttons: Buttons) -> list[Button]:
    return [button for action in actions if (button := buttons(action))]


def _label(text: str) -> str:
    return one_line(text, MAX_LABEL)


def _button(action: Action, **effect: str) -> Button | None:
    label = _label(action.label)
    if not label:
        return None
    return {"text": label, **effect, **({"style": "danger"} if action.danger else {})}


def _rows(buttons: Sequence[Button], most: int) -> list[list[Button]]:
    rows: list[list[Button]] = []
    for button in buttons:
        if rows and len(rows[-1]) < most and _fits([*rows[-1], button]):
            rows[-1].append(button)
        else:
            rows.append([button])
    return rows


def _fits(row: Sequence[Button]) -> bool:
    return max(len(button["text"]) for button in row) * len(row) <= _ROW_WIDTH
