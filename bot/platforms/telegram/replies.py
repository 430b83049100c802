"""Cards on their way to Telegram: sent, put in the place of another, or shown over the chat."""

from dataclasses import dataclass, replace
from typing import Any

from telegram import (
    Bot,
    CallbackQuery,
    InlineKeyboardMarkup,
    LinkPreviewOptions,
    MaybeInaccessibleMessage,
    ReplyParameters,
)
from telegram.constants import ChatType
from telegram.error import BadRequest

from bot.core.wording.cards import Card
from bot.platforms.telegram.keyboards import Buttons, asking, shared
from bot.platforms.telegram.patience import Patience
from bot.platforms.telegram.questions import topic_of
from bot.platforms.telegram.rendering import Payload, alert, render


@dataclass(frozen=True, slots=True)
class Place:
    """Where an answer goes: a chat, a topic of a forum, under a message."""

    chat_id: int
    thread_id: int | None = None
    reply_to: int | None = None


def place_of(message: MaybeInaccessibleMessage) -> Place:
    """Where the answer to a message goes; in a group it says which message it answers."""
    in_group = message.chat.type in (ChatType.GROUP, ChatType.SUPERGROUP)
    return Place(message.chat.id, topic_of(message), message.message_id if in_group else None)


class Replies:
    """Sends cards, with the buttons that fit the chat."""

    def __init__(self, bot: Bot, patience: Patience) -> None:
        self._bot = bot
        self._patience = patience

    async def send(self, message: MaybeInaccessibleMessage, card: Card) -> None:
        """Answer a message."""
        buttons = asking if message.chat.type == ChatType.PRIVATE else shared(self._bot.username)
        await self._send(place_of(message), render(card, buttons))
        await self._attach(place_of(message), card)

    async def write(self, chat_id: int, card: Card, buttons: Buttons) -> None:
        """Write to a chat of the bot's own accord."""
        await self._send(Place(chat_id), render(card, buttons))

    async def replace(self, message: MaybeInaccessibleMessage | None, card: Card, buttons: Buttons = asking) -> None:
        """Put a card in the place of a message of ours; if that cannot be edited any more, below it."""
        if message is None:
            return
        payloads = render(card, buttons)
        if message.is_accessible and await self._edit(message, payloads[0]):
            payloads = payloads[1:]
        await self._send(place_of(message), payloads)
        await self._attach(place_of(message), card)

    async def show(self, query: CallbackQuery, card: Card) -> None:
        """Show a card's first words to the one who pressed a button, and to nobody else."""
        words = alert(card)
        await self._patience(lambda: self._bot.answer_callback_query(query.id, words, show_alert=True))

    async def _send(self, place: Place, payloads: list[Payload]) -> None:
        for payload in payloads:
            await self._send_one(place, payload)
            place = replace(place, reply_to=None)

    async def _send_one(self, place: Place, payload: Payload) -> None:
        reply = ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None
        given = arguments(payload)
        await self._patience.say(
            place.chat_id,
            lambda: self._bot.send_message(
                place.chat_id, message_thread_id=place.thread_id, reply_parameters=reply, **given
            ),
        )

    async def _attach(self, place: Place, card: Card) -> None:
        if file := card.attachment:
            await self._patience.say(
                place.chat_id,
                lambda: self._bot.send_document(
                    place.chat_id, file.content, filename=file.filename, message_thread_id=place.thread_id
                ),
            )

    async def _edit(self, message: MaybeInaccessibleMessage, payload: Payload) -> bool:
        """Whether the message shows the payload now."""
        given = arguments(payload)
        try:
            await self._patience.edit(
                lambda: self._bot.edit_message_text(chat_id=message.chat.id, message_id=message.message_id, **given)
            )
        except BadRequest as error:
            return "message is not modified" in str(error).lower()
        return True


def arguments(payload: Payload) -> dict[str, Any]:
    """A rendered message as python-telegram-bot's arguments."""
    arguments = {**payload, "link_preview_options": LinkPreviewOptions.de_json(payload["link_preview_options"])}
    if "reply_markup" in payload:
        arguments["reply_markup"] = InlineKeyboardMarkup.de_json(payload["reply_markup"])
    return arguments
