"""The adapter's decisions over made-up updates, for a page that draws Telegram."""

from dataclasses import replace
from typing import Any

from telegram import CallbackQuery, Message

from bot.core.asking.platform import Call, ChatKind, Chosen, Deed, Likeness, Pressed, Said
from bot.core.wording.cards import Card
from bot.platforms.telegram import TELEGRAM
from bot.platforms.telegram.keyboards import asking, shared
from bot.platforms.telegram.questions import Question, asked_by_message, asked_by_press
from bot.platforms.telegram.rendering import articles, as_one

_USERNAME = "newspeg_bot"
"""The bot's name on the page; only Telegram knows its real name."""


def _asked(deed: Deed, kind: ChatKind, locale: str | None) -> Question | None:
    """Return the question of a person who writes and presses in the private chat, or of an admin of a channel."""
    person = {"id": int(TELEGRAM.chats["private"]), "is_bot": False, "first_name": "Reader", "language_code": locale}
    message: dict[str, Any] = {"message_id": 1, "date": 1, "chat": {"id": int(TELEGRAM.chats[kind]), "type": kind}}
    match deed:
        case Said(text):
            # Nobody signs a channel's posts; they are the channel's own.
            signed = {"from": person} if kind == "private" else {"sender_chat": message["chat"]}
            return asked_by_message(_read(Message, {**message, **signed, "text": text}), _USERNAME)
        case Pressed(data):
            press = {"id": "1", "from": person, "chat_instance": "1", "message": message, "data": data}
            question = asked_by_press(_read(CallbackQuery, press), _USERNAME)
            return question if question.admin_of is None else replace(question, may_manage=True)
        case Chosen():
            return None  # there are no forms


def _read(kind: Any, data: dict[str, Any]) -> Any:
    return kind.de_json(data)


def _posted(card: Card, kind: ChatKind) -> Call:
    return Call("sendMessage", as_one(card, asking if kind == "private" else shared(_USERNAME)), {})


LIKENESS = Likeness(_asked, _posted, lambda hits: [article.to_dict() for article in articles(hits, _USERNAME)])
