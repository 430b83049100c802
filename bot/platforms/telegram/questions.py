"""What a message asks of the bot, if anything: pure functions over updates. It answers nothing."""

import re
from datetime import datetime, timedelta

from telegram import CallbackQuery, MaybeInaccessibleMessage, Message
from telegram.constants import ChatType

from bot.core.asking.commands import BY_NAME
from bot.core.posting.chats import ChatKey
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.keyboards import is_about_the_chat

PLATFORM = "telegram"
STALE_AFTER = timedelta(minutes=10)

_ADDRESSED = re.compile(r"\s*/[A-Za-z0-9_]{1,32}@([A-Za-z0-9_]{1,32})(?:\s|$)")


def chat_key(chat_id: int) -> ChatKey:
    """The core's key of a chat."""
    return ChatKey(PLATFORM, str(chat_id))


def is_private(chat: ChatKey) -> bool:
    """Whether it is the chat with one person; groups and channels have negative ids."""
    return not chat.id.startswith("-")


def chat_of(message: MaybeInaccessibleMessage) -> ChatKey:
    """The core's key of the chat that a message stands in; a forum's topic is a chat of its own: `-10070/5`."""
    topic = topic_of(message)
    return ChatKey(PLATFORM, f"{message.chat.id}/{topic}" if topic else str(message.chat.id))


def topic_of(message: MaybeInaccessibleMessage) -> int | None:
    """The forum's topic that a message stands in, unless it is the general one."""
    # Outside of forums the number means a chain of replies, which cannot be sent to.
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def question(message: Message, username: str) -> Invocation | None:
    """What a message asks the bot of this name; None if it is not for the bot."""
    if not _is_from_a_reader(message):
        return None
    text = message.text or message.caption or ""
    addressed = _ADDRESSED.match(text)
    if addressed and addressed[1].lower() != username.lower():
        return None
    if message.chat.type == ChatType.PRIVATE:
        return Invocation.said(text)
    if message.forward_origin:  # whoever passes on somebody's words to others does not ask
        return None
    invocation = Invocation.typed(text)
    if invocation and (invocation.command in BY_NAME or addressed):
        return invocation
    return None


def is_in_private(query: CallbackQuery) -> bool:
    """Whether a button was pressed in the private chat with the one who pressed it."""
    chat = query.message.chat if query.message else None
    return chat is not None and chat.type == ChatType.PRIVATE and chat.id == query.from_user.id


def has_lost_its_topic(query: CallbackQuery, invocation: Invocation) -> bool:
    """Whether it asks about a forum's topic that cannot be told any more, as its message is gone."""
    message = query.message
    is_gone = message is not None and not message.is_accessible and message.chat.type == ChatType.SUPERGROUP
    return is_gone and is_about_the_chat(invocation)


def is_stale(message: Message, invocation: Invocation, now: datetime) -> bool:
    """Whether nobody waits for the answer any more; what changes a chat or a person's reminders is never too late."""
    command = BY_NAME.get(invocation.command)
    changes = command is not None and (command.for_managers or command.about == "person")
    return now - message.date > STALE_AFTER and not changes


def _is_from_a_reader(message: Message) -> bool:
    if message.via_bot or message.is_automatic_forward:  # the channel's own post has been answered in the channel
        return False
    if message.sender_chat:  # an anonymous admin or a channel; Telegram puts a bot in the place of the sender
        return True
    return message.from_user is not None and not message.from_user.is_bot
