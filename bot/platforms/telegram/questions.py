"""Turns updates into questions: who asks, what may be asked, where the answer goes. Pure functions.

Whatever an update says is a claim by its sender: the chat in which it really happened decides what may come of it.
If only Telegram knows whether somebody may change a chat, the question says whom to ask about.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal

from telegram import (
    CallbackQuery,
    ChatMemberAdministrator,
    ChatMemberUpdated,
    MaybeInaccessibleMessage,
    Message,
)
from telegram.constants import ChatMemberStatus, ChatType

from bot.core.asking.answers.ask import ASK
from bot.core.asking.commands import BY_NAME
from bot.core.asking.platform import Call
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram import TELEGRAM, kind_of
from bot.platforms.telegram.calls import Place, acknowledged, replaced, sent, shown
from bot.platforms.telegram.keyboards import (
    Buttons,
    acting_in,
    asking,
    changes_chat,
    is_about_the_chat,
    pressed_in,
    shared,
)

STALE_AFTER = timedelta(minutes=10)

_GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
_ADDRESSED = re.compile(r"\s*/[A-Za-z0-9_]{1,32}@([A-Za-z0-9_]{1,32})(?:\s|$)")


@dataclass(frozen=True, slots=True)
class Question:
    """A question, and the place of its answer."""

    invocation: Invocation | None
    """None if nobody can read the button's data."""
    chat: ChatKey
    """The chat that the question is about."""
    way: Literal["below", "instead", "apart"]
    """Below the person's message; in place of the pressed message; or apart, for the one who pressed alone.

    Apart, a manager of a group is answered in the group, with the next buttons, as if the command had been typed there.
    """
    place: Place | None = None
    """The place for messages; None if none are sent."""
    buttons: Buttons = asking
    locale: str | None = None
    by: ChatKey | None = None
    """The private chat of the person who asks, if it is known for certain."""
    only_reads: bool = False
    title: str | None = None
    """The chat's title, if the update has it."""
    may_manage: bool = False
    admin_of: int | None = None
    """The chat that the asker may change only as its admin, which Telegram knows; None if it need not be asked."""
    acts_elsewhere: bool = False
    """True if a button acts on another chat than the one in which it was pressed: nobody else may see the answer."""
    press: str = ""
    message_id: int | None = None
    """The message that can be edited."""

    @property
    def first(self) -> Sequence[Call]:
        """Return the calls to make before the desk is asked."""
        return (acknowledged(self.press),) if self.way == "instead" else ()

    @property
    def unanswered(self) -> Sequence[Call]:
        """Return the calls to make if there is no answer: a button stops its spinner."""
        return (acknowledged(self.press),) if self.way == "apart" else ()

    @property
    def is_refused(self) -> bool:
        """True if the question is about a chat that the asker does not manage: the asker may hear nothing of it."""
        return self.acts_elsewhere and not self.may_manage

    @property
    def request(self) -> Request | None:
        """Return the request for the desk; a person's reminders are only for the owner of the private chat."""
        if self.invocation is None:
            return None
        return Request(
            self.invocation,
            self.chat,
            self.locale,
            may_manage=self.may_manage,
            only_reads=self.only_reads or (self.way == "apart" and not self.may_manage),
            by=self.by,
            person=self.chat if kind_of(self.chat.id) == "private" else None,
            title=self.title,
        )

    @property
    def reaches(self) -> bool:
        """Always False: Telegram does not let a bot write to a person who has not written to it."""
        return False

    def calls(self, card: Card) -> Sequence[Call]:
        """Return the calls that answer with this card."""
        if self.way == "apart" and (self.place is None or not self.may_manage):
            return (shown(self.press, card),)
        assert self.place
        if self.way == "instead":
            return replaced(self.place, self.message_id, card, self.buttons)
        first = (acknowledged(self.press),) if self.way == "apart" else ()
        return (*first, *sent(self.place, card, self.buttons))


def asked_by_message(message: Message, username: str) -> Question | None:
    """Return the question of a message to the bot with this name; None if the message is not for the bot."""
    invocation = _asked(message, username)
    if invocation is None:
        return None
    person = message.from_user
    certain = person if person and not message.sender_chat else None
    may_manage = _may_manage_by_message(message, invocation)
    return Question(
        invocation,
        chat_of(message),
        "below",
        place_of(message),
        asking if message.chat.type == ChatType.PRIVATE else shared(username),
        locale=person.language_code if person else None,
        by=chat_key(certain.id) if certain else None,
        only_reads=message.forward_origin is not None,
        title=message.chat.title,
        may_manage=bool(may_manage),
        admin_of=message.chat.id if may_manage is None else None,
    )


def asked_by_press(query: CallbackQuery, username: str) -> Question:
    """Return the question of a press. The chat of the press decides; the button's data may be anything."""
    message, data, by = query.message, query.data or "", chat_key(query.from_user.id)
    locale = query.from_user.language_code
    if message and _is_in_private(query):
        place, editable = place_of(message), message.message_id if message.is_accessible else None
        if elsewhere := pressed_in(data):
            chat_id, invocation = elsewhere
            return Question(
                invocation,
                chat_key(chat_id),
                "instead",
                place,
                acting_in(chat_id),
                locale,
                by,
                admin_of=chat_id,
                acts_elsewhere=True,
                press=query.id,
                message_id=editable,
            )
        if asked := _understood(query, data):
            return Question(
                asked, chat_of(message), "instead", place, asking, locale, by,
                may_manage=True, press=query.id, message_id=editable,
            )  # fmt: skip
        return Question(None, by, "apart", locale=locale, by=by, press=query.id)
    asked = _understood(query, data)
    if asked is None or message is None:
        return Question(asked, by, "apart", locale=locale, by=by, press=query.id)
    return Question(
        asked,
        chat_of(message),
        "apart",
        None if message.chat.type == ChatType.CHANNEL else place_of(message),
        asking if message.chat.type == ChatType.PRIVATE else shared(username),
        locale,
        by,
        title=message.chat.title,
        admin_of=message.chat.id if changes_chat(asked) else None,
        press=query.id,
    )


def is_asked(message: Message, username: str) -> bool:
    """True if a message is for the bot at all: in a group the bot also reads other messages."""
    return message.chat.type == ChatType.PRIVATE or _asked(message, username) is not None


def is_stale(message: Message, question: Question, now: datetime) -> bool:
    """True if nobody waits for the answer any more; a change of a chat or of reminders never comes too late."""
    command = BY_NAME.get(question.invocation.command) if question.invocation else None
    changes = command is not None and (command.for_managers or command.about == "person")
    return now - message.date > STALE_AFTER and not changes


def may_post_now(change: ChatMemberUpdated) -> bool:
    """True if a person just made the bot an admin who may post."""
    new, old = change.new_chat_member, change.old_chat_member
    if not isinstance(new, ChatMemberAdministrator) or old.status == ChatMemberStatus.ADMINISTRATOR:
        return False
    may_post = change.chat.type != ChatType.CHANNEL or bool(new.can_post_messages)
    return may_post and not change.from_user.is_bot


def chat_key(chat_id: int) -> ChatKey:
    """Return the core's key of a chat."""
    return ChatKey(TELEGRAM.name, str(chat_id))


def chat_of(message: MaybeInaccessibleMessage) -> ChatKey:
    """Return the core's key of a message's chat; a forum's topic is a chat of its own: `-10070/5`."""
    topic = _topic_of(message)
    return ChatKey(TELEGRAM.name, f"{message.chat.id}/{topic}" if topic else str(message.chat.id))


def place_of(message: MaybeInaccessibleMessage) -> Place:
    """Return the place for the answer to a message; in a group it says which message it answers."""
    in_group = message.chat.type in _GROUPS
    return Place(message.chat.id, _topic_of(message), message.message_id if in_group else None)


def _topic_of(message: MaybeInaccessibleMessage) -> int | None:
    """Return the forum's topic of a message, unless it is the general one."""
    # Outside of forums the number is a chain of replies, to which nothing can be sent.
    return message.message_thread_id if isinstance(message, Message) and message.is_topic_message else None


def _asked(message: Message, username: str) -> Invocation | None:
    if not _is_from_a_reader(message):
        return None
    text = message.text or message.caption or ""
    addressed = _ADDRESSED.match(text)
    if addressed and addressed[1].lower() != username.lower():
        return None
    if message.chat.type == ChatType.PRIVATE:
        return Invocation.said(text)
    if message.forward_origin:  # a person who forwards somebody's words to others asks nothing
        return None
    if text.lstrip().startswith("/"):
        command = Invocation.typed(text)
        return command if command and (command.command in BY_NAME or addressed) else None
    line = Invocation.of(ASK.name, message.text or "")
    return line if line.argument and _replies_to(message, username) else None


def _replies_to(message: Message, username: str) -> bool:
    """True if a message in a group answers one that the bot with this name wrote there itself."""
    earlier = message.reply_to_message
    if earlier is None or message.external_reply or message.chat.type not in _GROUPS:
        return False
    # Whatever is written in a forum's topic replies to the message that opened the topic.
    if earlier.forum_topic_created or earlier.forward_origin or earlier.via_bot or earlier.chat.id != message.chat.id:
        return False
    author = earlier.from_user
    return author is not None and author.is_bot and (author.username or "").lower() == username.lower()


def _is_from_a_reader(message: Message) -> bool:
    if message.via_bot or message.is_automatic_forward:  # the channel's own post has been answered in the channel
        return False
    if message.sender_chat:  # an anonymous admin or a channel; Telegram puts a bot in the place of the sender
        return True
    return message.from_user is not None and not message.from_user.is_bot


def _may_manage_by_message(message: Message, invocation: Invocation) -> bool | None:
    """True if the sender may change the chat; None if Telegram has to be asked, which is needed only for changes."""
    if message.chat.type in (ChatType.PRIVATE, ChatType.CHANNEL):  # only admins post in a channel
        return True
    if message.sender_chat:
        return message.sender_chat.id == message.chat.id  # an anonymous admin; else a channel, which manages nothing
    return None if message.from_user and changes_chat(invocation) else False


def _is_in_private(query: CallbackQuery) -> bool:
    """True if a button was pressed in the private chat with the one who pressed it."""
    chat = query.message.chat if query.message else None
    return chat is not None and chat.type == ChatType.PRIVATE and chat.id == query.from_user.id


def _understood(query: CallbackQuery, data: str) -> Invocation | None:
    """Return the invocation; None if this bot has no such command, or if it is no longer known which chat is meant."""
    invocation = Invocation.pressed(data)
    if invocation is None or invocation.command not in BY_NAME or _has_lost_its_topic(query, invocation):
        return None
    return invocation


def _has_lost_its_topic(query: CallbackQuery, invocation: Invocation) -> bool:
    """True if the question is about a forum's topic that is no longer known, as its message is gone."""
    message = query.message
    is_gone = message is not None and not message.is_accessible and message.chat.type == ChatType.SUPERGROUP
    return is_gone and is_about_the_chat(invocation)
