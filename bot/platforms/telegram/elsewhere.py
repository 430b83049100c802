"""A channel is subscribed from the private chat with whoever made the bot its admin: the offer, and its buttons.

Such a button counts in a private chat alone. What it says of its chat is a claim: whether its presser manages that
chat is asked at every press, before anything of it is read.
"""

import re
from dataclasses import replace

import structlog
from telegram import Bot, ChatMemberAdministrator, ChatMemberUpdated
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import TelegramError

from bot.core.wording.cards import Action, Card
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.keyboards import Button, Buttons, asking, changes_chat, is_about_the_chat, pressing

log = structlog.get_logger()

_IN = "in"
# A chat of several people has a negative id; a person's settings are for that person alone.
_IN_A_CHAT = re.compile(rf"{_IN} (-[0-9]{{1,16}}) (.+)", re.DOTALL)


def acting_in(chat_id: int) -> Buttons:
    """Buttons that change that chat; what is about no chat asks as ever, what would tell of this one is left out."""

    def act(action: Action) -> Button | None:
        if changes_chat(action.invocation):
            return pressing(action, f"{_IN} {chat_id} {action.invocation.data}")
        return None if is_about_the_chat(action.invocation) else asking(action)

    return act


def pressed_in(data: str) -> tuple[int, Invocation] | None:
    """The chat that a pressed button acts on, and what it asks there; None if it is another kind of button."""
    match = _IN_A_CHAT.fullmatch(data)
    invocation = Invocation.pressed(match[2]) if match else None
    return (int(match[1]), invocation) if match and invocation and changes_chat(invocation) else None


async def in_the_name_of(bot: Bot, chat_id: int, card: Card) -> Card:
    """A card about that chat, which says so, as its “this chat” is not the one where it is read."""
    try:
        name = (await bot.get_chat(chat_id)).title
    except TelegramError as error:
        log.info("a chat's name cannot be had", platform="telegram", chat=chat_id, reason=str(error))
        return card
    return replace(card, title=f"{name}: {card.title}") if name else card


def may_post_now(change: ChatMemberUpdated) -> bool:
    """Whether a person just made the bot an admin who may post."""
    new, old = change.new_chat_member, change.old_chat_member
    if not isinstance(new, ChatMemberAdministrator) or old.status == ChatMemberStatus.ADMINISTRATOR:
        return False
    may_post = change.chat.type != ChatType.CHANNEL or bool(new.can_post_messages)
    return may_post and not change.from_user.is_bot
