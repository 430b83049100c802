"""What the bot does with each kind of update: ask the desk, and send its card where it belongs."""

from typing import Any

import structlog
from telegram import CallbackQuery, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import (
    Application,
    CallbackContext,
    CallbackQueryHandler,
    ChatMemberHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.core.asking.commands import BY_NAME
from bot.core.asking.desk import Desk, Hit
from bot.core.asking.requests import Request
from bot.core.errors import NewspegError
from bot.core.posting.chats import ChatKey
from bot.core.stories.library import Clock
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from bot.platforms.telegram.apologies import Apologies
from bot.platforms.telegram.elsewhere import acting_in, in_the_name_of, may_post_now, pressed_in
from bot.platforms.telegram.inline import articles
from bot.platforms.telegram.managing import is_admin, may_manage_by_message, may_manage_by_press
from bot.platforms.telegram.patience import Patience
from bot.platforms.telegram.questions import (
    chat_key,
    chat_of,
    has_lost_its_topic,
    is_in_private,
    is_private,
    is_stale,
    question,
)
from bot.platforms.telegram.replies import Replies

log = structlog.get_logger()

App = Application[Any, Any, Any, Any, Any, Any]
Context = CallbackContext[Any, Any, Any, Any]

# An edited message is of neither type, so an edited question is answered once.
_ASKED = (filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST) & ~filters.StatusUpdate.ALL
_INLINE_CACHE_S = 30  # short, as stories change


class Handlers:
    """The handlers of one application."""

    def __init__(self, app: App, desk: Desk, clock: Clock, patience: Patience) -> None:
        self._bot = app.bot
        self._desk = desk
        self._clock = clock
        self._patience = patience
        self._replies = Replies(app.bot, patience)
        self._apologies = Apologies(app.bot, desk, patience)
        app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, self._on_migration))
        app.add_handler(MessageHandler(_ASKED, self._on_message))
        app.add_handler(CallbackQueryHandler(self._on_press))
        app.add_handler(InlineQueryHandler(self._on_inline_query))
        app.add_handler(ChatMemberHandler(self._on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
        app.add_error_handler(self._apologies.on_error)

    async def _on_message(self, update: Update, _context: Context) -> None:
        message = update.effective_message
        invocation = question(message, self._bot.username) if message else None
        if message is None or invocation is None:
            return
        if is_stale(message, invocation, self._clock()):
            log.info("a question was dropped as too old", platform="telegram", asked=message.date.isoformat())
            return
        locale = message.from_user.language_code if message.from_user else None
        may_manage = await may_manage_by_message(self._bot, message, invocation)
        by = message.from_user.id if message.from_user and not message.sender_chat else None
        is_anothers = message.forward_origin is not None
        card = await self._answer(invocation, chat_of(message), locale, may_manage, by, only_reads=is_anothers)
        await self._replies.send(message, card)

    async def _on_migration(self, update: Update, _context: Context) -> None:
        """A group became a supergroup, under another id; both of them are told, the old one suffices."""
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            await self._desk.move(chat_key(message.chat.id), chat_key(message.migrate_to_chat_id))

    async def _on_membership(self, update: Update, _context: Context) -> None:
        """Offer whoever let the bot post somewhere to subscribe that chat, if that person ever wrote to the bot."""
        change = update.my_chat_member
        if change is None or not may_post_now(change):
            return
        person = change.from_user
        card = self._desk.offer(change.chat.title or "", person.language_code)
        try:
            await self._replies.write(person.id, card, acting_in(change.chat.id))
        except (Forbidden, BadRequest) as error:
            log.info("an offer was not delivered", platform="telegram", reason=str(error))

    async def _on_press(self, update: Update, _context: Context) -> None:
        """Where the button was really pressed decides what may come of it; its data is a claim by the presser."""
        query = update.callback_query
        if query is None:
            return
        in_private, data = is_in_private(query), query.data or ""
        if in_private and (elsewhere := pressed_in(data)):
            await self._on_press_for_elsewhere(query, *elsewhere)
            return
        invocation = Invocation.pressed(data)
        if invocation is None or invocation.command not in BY_NAME or has_lost_its_topic(query, invocation):
            await self._replies.show(query, self._desk.too_old(query.from_user.language_code))
        elif in_private:
            await self._acknowledge(query)
            await self._replies.replace(query.message, await self._pressed(query, invocation, may_manage=True))
        else:
            await self._on_shared_press(query, invocation)

    async def _on_press_for_elsewhere(self, query: CallbackQuery, chat_id: int, invocation: Invocation) -> None:
        await self._acknowledge(query)
        locale, person = query.from_user.language_code, query.from_user.id
        may_manage = await is_admin(self._bot, chat_id, person)
        if may_manage:
            card = await self._answer(invocation, chat_key(chat_id), locale, may_manage, person)
            card = await in_the_name_of(self._bot, chat_id, card)
        else:
            card = self._desk.apology(locale) if may_manage is None else self._desk.not_allowed(locale)
        await self._replies.replace(query.message, card, acting_in(chat_id))

    async def _on_shared_press(self, query: CallbackQuery, invocation: Invocation) -> None:
        """Who manages a group is answered in it, with the next buttons, as if the command had been typed there."""
        may_manage = await may_manage_by_press(self._bot, query, invocation)
        card = await self._pressed(query, invocation, may_manage, only_reads=not may_manage)
        if may_manage and query.message and query.message.chat.type != ChatType.CHANNEL:
            await self._acknowledge(query)
            await self._replies.send(query.message, card)
        else:
            await self._replies.show(query, card)

    async def _on_inline_query(self, update: Update, _context: Context) -> None:
        query = update.inline_query
        if query is None:
            return
        results = articles(
            await self._search(query.from_user.id, query.query, query.from_user.language_code), self._bot.username
        )
        await self._patience(
            lambda: self._bot.answer_inline_query(query.id, results, cache_time=_INLINE_CACHE_S, is_personal=True)
        )

    async def _pressed(
        self, query: CallbackQuery, invocation: Invocation, may_manage: bool | None, *, only_reads: bool = False
    ) -> Card:
        """A card of the chat with the button; of the reader's own where the bot cannot see that chat."""
        chat, person = chat_of(query.message) if query.message else chat_key(query.from_user.id), query.from_user
        return await self._answer(invocation, chat, person.language_code, may_manage, person.id, only_reads=only_reads)

    async def _acknowledge(self, query: CallbackQuery) -> None:
        """Stop the button's spinner; where that fails, as after an outage, the card can still come."""
        self._apologies.acknowledging(query)
        try:
            await self._patience(lambda: self._bot.answer_callback_query(query.id))
        except TelegramError as error:
            log.info("a press was not acknowledged", platform="telegram", reason=str(error))

    async def _answer(  # noqa: PLR0913 -- what a platform knows of who asks
        self,
        invocation: Invocation,
        chat: ChatKey,
        locale: str | None,
        may_manage: bool | None,
        by: int | None,
        *,
        only_reads: bool = False,
    ) -> Card:
        if may_manage is None:
            return self._desk.apology(locale)
        try:
            person = chat if is_private(chat) else None
            asker = chat_key(by) if by else None
            request = Request(
                invocation, chat, locale, may_manage=may_manage, only_reads=only_reads, by=asker, person=person
            )
            return await self._desk.answer(request)
        except NewspegError as error:
            log.warning("no answer now", platform="telegram", command=invocation.command, reason=str(error))
            return self._desk.apology(locale)
        except Exception:
            log.exception("the desk failed", platform="telegram", command=invocation.command)
            return self._desk.apology(locale)

    async def _search(self, user_id: int, text: str, locale: str | None) -> list[Hit]:
        try:
            return await self._desk.search(chat_key(user_id), text, locale)
        except Exception:
            log.exception("the desk failed to search", platform="telegram")
            return []
