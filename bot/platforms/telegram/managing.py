"""Who may change a chat's settings: everybody in a private chat, else whoever administers it; None is “cannot tell”."""

import structlog
from telegram import Bot, CallbackQuery, Message
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden, TelegramError

from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.keyboards import changes_chat

log = structlog.get_logger()


async def may_manage_by_message(bot: Bot, message: Message, invocation: Invocation) -> bool | None:
    """Whether the sender may; Telegram is asked only if the command changes the chat."""
    if message.chat.type in (ChatType.PRIVATE, ChatType.CHANNEL):  # only admins post in a channel
        return True
    if message.sender_chat:
        return message.sender_chat.id == message.chat.id  # an anonymous admin; else a channel, which manages nothing
    if message.from_user is None or not changes_chat(invocation):
        return False
    return await is_admin(bot, message.chat.id, message.from_user.id)


async def may_manage_by_press(bot: Bot, query: CallbackQuery, invocation: Invocation) -> bool | None:
    """Whether the one who pressed a button in a chat of several people may."""
    if query.message is None or not changes_chat(invocation):
        return False
    return await is_admin(bot, query.message.chat.id, query.from_user.id)


async def is_admin(bot: Bot, chat_id: int, user_id: int) -> bool | None:
    """Whether somebody administers a chat."""
    try:
        member = await bot.get_chat_member(chat_id, user_id)
    except TelegramError as error:
        log.warning("cannot tell who administers a chat", platform="telegram", chat=chat_id, reason=str(error))
        return False if isinstance(error, BadRequest | Forbidden) else None
    return member.status in (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)
