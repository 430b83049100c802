"""Posts messages unasked, one each, and returns their outcomes in the core's words."""

import asyncio
from datetime import datetime
from functools import lru_cache
from typing import Any

from telegram import Bot, Message, ReplyParameters
from telegram.request import BaseRequest

from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import EditOutcome, NotSent, RetryLater, SendOutcome, Sent
from bot.core.wording.cards import Card
from bot.platforms.telegram.errors import must_say_who_it_is, outcome_of, outcome_of_edit, outcome_of_opening
from bot.platforms.telegram.keyboards import asking, shared
from bot.platforms.telegram.rendering import as_one
from bot.platforms.telegram.sending import arguments
from bot.platforms.telegram.transport import AiohttpRequest

PUBLIC_URL = "https://api.telegram.org/bot"
"""Telegram's own server, as the library wants it."""

_CONNECTIONS = 64


class TelegramMessenger:
    """The port Messenger, with connections of its own, so that answers never wait for posts."""

    def __init__(self, token: str, base_url: str | None = None, *, request: BaseRequest | None = None) -> None:
        """`base_url` ends in `/bot`; `request` takes the place of HTTP."""
        self._token = token
        self._base_url = base_url
        self._request = request
        self._bot: Bot | None = None
        self._opening: asyncio.Task[Bot | NotSent | RetryLater] | None = None
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
        payload = self._rendered(card, chat_id > 0, bot.username)
        try:
            sent = await bot.send_message(
                chat_id,
                message_thread_id=topic,
                reply_parameters=reply,
                disable_notification=silent,
                **payload,
            )
            return Sent(_number_of(sent))
        except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Telegram's
            return outcome_of(error, self._token)

    async def find(self, chat: ChatKey, key: str, since: datetime) -> None:
        """Return None: a bot cannot read the messages of a chat."""

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        """Replace one of the bot's messages by a card."""
        bot = await self._open()
        if not isinstance(bot, Bot):
            return bot
        chat_id, _ = _address(chat)
        payload = self._rendered(card, chat_id > 0, bot.username)
        try:
            await bot.edit_message_text(chat_id=chat_id, message_id=int(message_id), **payload)
        except Exception as error:  # noqa: BLE001 -- as above
            return outcome_of_edit(error, self._token, message_id)
        return Sent(message_id)

    async def close(self) -> None:
        """Release the connections; the next post opens them again."""
        if self._opening:
            await asyncio.wait({self._opening})
        bot, self._bot = self._bot, None
        if bot:
            await bot.shutdown()

    async def _open(self) -> Bot | NotSent | RetryLater:
        """Return the bot, once it knows its own name; or why there is none now: nothing has been sent yet.

        All callers meanwhile get the same answer, as each attempt may take until its time-out.
        """
        if self._bot:
            return self._bot
        if self._opening is None:
            self._opening = asyncio.create_task(self._opened())
        return await asyncio.shield(self._opening)

    async def _opened(self) -> Bot | NotSent | RetryLater:
        request = self._request or AiohttpRequest(_CONNECTIONS)
        # For updates as well, though none are fetched: the library would make a client of its own for them.
        bot = Bot(self._token, self._base_url or PUBLIC_URL, request=request, get_updates_request=request)
        try:
            await bot.initialize()
            must_say_who_it_is(bot)
            self._bot = bot
        except Exception as error:  # noqa: BLE001 -- as above
            return outcome_of_opening(error, self._token)
        finally:
            self._opening = None
            if self._bot is not bot:  # nor if it was cancelled
                await bot.shutdown()
        return bot


def _rendered(card: Card, private: bool, username: str) -> dict[str, Any]:
    """Render a card as one message's arguments; the same card for many chats is rendered once."""
    return arguments(as_one(card, asking if private else shared(username)))


def _number_of(sent: Message) -> str:
    """Return the number by which the message is edited later; TypeError if it is none."""
    if not isinstance(sent.message_id, int):
        raise TypeError("a message without a number")
    return str(sent.message_id)


def _address(chat: ChatKey) -> tuple[int, int | None]:
    """Return the chat's id, and the topic's id if it is a topic of a forum: `-10070/5`."""
    chat_id, _, topic = chat.id.partition("/")
    return int(chat_id), int(topic) if topic else None
