"""Posts of the bot's own accord: one message each, and what became of it in the core's words."""

import asyncio
from functools import lru_cache
from typing import Any

from telegram import Bot, ReplyParameters
from telegram.error import BadRequest, TelegramError
from telegram.request import BaseRequest, HTTPXRequest

from bot.core.cards import Card
from bot.core.outcomes import Deleted, EditOutcome, NotSent, RetryLater, SendOutcome, Sent, Unchangeable
from bot.core.requests import ChatKey
from bot.platforms.telegram.errors import outcome_of
from bot.platforms.telegram.keyboards import asking, shared
from bot.platforms.telegram.rendering import as_one, render
from bot.platforms.telegram.replies import arguments

_PUBLIC = "https://api.telegram.org/bot"
_CONNECTIONS = 64
_NOT_MODIFIED = "message is not modified"
_NOT_FOUND = "message to edit not found"
_NOT_EDITABLE = "message can't be edited"


class TelegramMessenger:
    """The port Messenger, with connections of its own, so that answers never wait for posts."""

    def __init__(self, token: str, base_url: str | None = None, *, request: BaseRequest | None = None) -> None:
        """`base_url` ends in `/bot`; `request` takes the place of HTTP."""
        self._token = token
        self._base_url = base_url
        self._request = request
        self._bot: Bot | None = None
        self._opening = asyncio.Lock()
        self._rendered = lru_cache(maxsize=256)(_rendered)

    async def send(
        self,
        chat: ChatKey,
        card: Card,
        key: str,  # noqa: ARG002 -- Telegram has nothing to tell a repeat by
        *,
        reply_to: str | None = None,
        silent: bool = False,
    ) -> SendOutcome:
        """Post a card as one message."""
        bot = await self._open()
        if not isinstance(bot, Bot):
            return bot
        chat_id, topic = _address(chat)
        reply = ReplyParameters(int(reply_to), allow_sending_without_reply=True) if reply_to else None
        try:
            sent = await bot.send_message(
                chat_id,
                message_thread_id=topic,
                reply_parameters=reply,
                disable_notification=silent,
                **self._rendered(card, chat_id > 0, bot.username),
            )
        except TelegramError as error:
            return outcome_of(error, self._token)
        return Sent(str(sent.message_id))

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        """Put a card in the place of a message of ours."""
        bot = await self._open()
        if not isinstance(bot, Bot):
            return bot
        chat_id, _ = _address(chat)
        payload = self._rendered(card, chat_id > 0, bot.username)
        try:
            await bot.edit_message_text(chat_id=chat_id, message_id=int(message_id), **payload)
        except BadRequest as error:
            return _edited(error, message_id) or outcome_of(error, self._token)
        except TelegramError as error:
            return outcome_of(error, self._token)
        return Sent(message_id)

    async def close(self) -> None:
        """Release the connections; the next post opens them again."""
        bot, self._bot = self._bot, None
        if bot:
            await bot.shutdown()

    async def _open(self) -> Bot | NotSent | RetryLater:
        """The bot, once it knows its own name; or why there is none now: nothing has been sent yet."""
        async with self._opening:
            if self._bot is None:
                bot = Bot(
                    self._token, request=self._request or HTTPXRequest(_CONNECTIONS), base_url=self._base_url or _PUBLIC
                )
                try:
                    await bot.initialize()
                except TelegramError as error:
                    await bot.shutdown()
                    outcome = outcome_of(error, self._token)
                    return outcome if isinstance(outcome, RetryLater) else NotSent("Telegram cannot be reached")
                self._bot = bot
            return self._bot


def _rendered(card: Card, private: bool, username: str) -> dict[str, Any]:
    """A card as one message's arguments; of many chats that get the same, it is rendered once."""
    return arguments(as_one(render(card, asking if private else shared(username))))


def _address(chat: ChatKey) -> tuple[int, int | None]:
    """The chat's id, and the topic's where it is one of a forum: `-10070/5`."""
    chat_id, _, topic = chat.id.partition("/")
    return int(chat_id), int(topic) if topic else None


def _edited(error: BadRequest, message_id: str) -> EditOutcome | None:
    """What is special about an edit that is refused."""
    reason = str(error)
    if _NOT_MODIFIED in reason.lower():
        return Sent(message_id)
    if _NOT_FOUND in reason.lower():
        return Deleted(reason)
    return Unchangeable(reason) if _NOT_EDITABLE in reason.lower() else None
