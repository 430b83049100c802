"""A word to whoever asked and got no answer through a fault on our side; in plain text, as little else can break."""

from contextvars import ContextVar
from typing import Any

import structlog
from telegram import Bot, CallbackQuery, MaybeInaccessibleMessage, Message, ReplyParameters, Update, User
from telegram.constants import ChatType
from telegram.ext import CallbackContext

from bot.core.asking.desk import Desk
from bot.platforms.telegram.errors import is_our_fault, record
from bot.platforms.telegram.patience import Patience
from bot.platforms.telegram.questions import question
from bot.platforms.telegram.rendering import alert
from bot.platforms.telegram.replies import place_of

log = structlog.get_logger()

_acknowledged: ContextVar[str] = ContextVar("the press that was acknowledged last while this update is handled")


class Apologies:
    """The application's error handler: whatever fails in a handler, it is recorded, and its asker told once."""

    def __init__(self, bot: Bot, desk: Desk, patience: Patience) -> None:
        self._bot = bot
        self._desk = desk
        self._patience = patience

    @staticmethod
    def acknowledging(query: CallbackQuery) -> None:
        """From now on nothing can be shown over the chat for this press."""
        _acknowledged.set(query.id)

    async def on_error(self, update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
        """Record what went wrong with an update; what goes wrong with the apology is one line in the log."""
        error = context.error
        assert error
        record(error)
        if not isinstance(update, Update) or not is_our_fault(error):
            return
        try:
            await self._apologise(update)
        except Exception as second:  # noqa: BLE001 -- the failure itself is on record
            log.info("an apology was not delivered", platform="telegram", error=type(second).__name__)

    async def _apologise(self, update: Update) -> None:
        if searched := update.inline_query:
            await self._patience(lambda: self._bot.answer_inline_query(searched.id, [], cache_time=0, is_personal=True))
        elif pressed := update.callback_query:
            await self._answer_press(pressed)
        elif (message := update.message or update.channel_post) and self._is_asked(message):
            await self._write(message, self._words(message.from_user))

    async def _answer_press(self, query: CallbackQuery) -> None:
        words = self._words(query.from_user)
        if _acknowledged.get("") != query.id:
            await self._patience(lambda: self._bot.answer_callback_query(query.id, words, show_alert=True))
        elif query.message:
            await self._write(query.message, words)

    async def _write(self, message: MaybeInaccessibleMessage, words: str) -> None:
        place = place_of(message)
        reply = ReplyParameters(place.reply_to, allow_sending_without_reply=True) if place.reply_to else None
        await self._patience.say(
            place.chat_id,
            lambda: self._bot.send_message(
                place.chat_id, words, message_thread_id=place.thread_id, reply_parameters=reply
            ),
        )

    def _is_asked(self, message: Message) -> bool:
        """Whether it was for the bot at all, which reads more in a group than that."""
        return message.chat.type == ChatType.PRIVATE or question(message, self._bot.username) is not None

    def _words(self, reader: User | None) -> str:
        return alert(self._desk.apology(reader.language_code if reader else None))
