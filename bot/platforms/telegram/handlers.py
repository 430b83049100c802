"""The adapter's shell: takes each kind of update to the desk, and makes the calls that its card needs.

Each failure is recorded, and the person who asked is told once; in plain text, as little else can break.
"""

from dataclasses import replace
from typing import Any

import structlog
from telegram import Bot, Update, User
from telegram.constants import ChatMemberStatus
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

from bot.core.asking.desk import Desk, Hit
from bot.core.asking.platform import Call
from bot.core.errors import NewspegError, TooManyQuestions
from bot.core.stories.library import Clock
from bot.core.wording.cards import Card
from bot.platforms.telegram.calls import Place, found, found_nothing, in_the_name_of, sent, shown_in_words, written
from bot.platforms.telegram.errors import is_our_fault, record
from bot.platforms.telegram.keyboards import acting_in
from bot.platforms.telegram.questions import (
    Question,
    asked_by_message,
    asked_by_press,
    chat_key,
    is_asked,
    is_stale,
    may_post_now,
    place_of,
)
from bot.platforms.telegram.rendering import alert
from bot.platforms.telegram.sending import Patience, Sender

log = structlog.get_logger()

App = Application[Any, Any, Any, Any, Any, Any]
Context = CallbackContext[Any, Any, Any, Any]

# An edited message is of neither type, so an edited question is answered once.
_ASKED = (filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST) & ~filters.StatusUpdate.ALL


class Handlers:
    """The handlers of one application."""

    def __init__(self, app: App, desk: Desk, clock: Clock, patience: Patience) -> None:
        self._bot = app.bot
        self._desk = desk
        self._clock = clock
        self._sender = Sender(app.bot, patience)
        app.add_handler(MessageHandler(filters.StatusUpdate.MIGRATE, self._on_migration))
        app.add_handler(MessageHandler(_ASKED, self._on_message))
        app.add_handler(CallbackQueryHandler(self._on_press))
        app.add_handler(InlineQueryHandler(self._on_inline_query))
        app.add_handler(ChatMemberHandler(self._on_membership, ChatMemberHandler.MY_CHAT_MEMBER))
        app.add_error_handler(self._on_error)

    async def _on_message(self, update: Update, _context: Context) -> None:
        message = update.effective_message
        question = asked_by_message(message, self._bot.username) if message else None
        if message is None or question is None:
            return
        if is_stale(message, question, self._clock()):
            log.info("a question was dropped as too old", platform="telegram", asked=message.date.isoformat())
            return
        await self._answer(question)

    async def _on_press(self, update: Update, _context: Context) -> None:
        if query := update.callback_query:
            await self._answer(asked_by_press(query, self._bot.username))

    async def _on_inline_query(self, update: Update, _context: Context) -> None:
        if query := update.inline_query:
            hits = await self._search(query.from_user, query.query)
            await self._sender.make([found(query.id, hits, self._bot.username)])

    async def _on_migration(self, update: Update, _context: Context) -> None:
        """Move a group that became a supergroup to its new id. Telegram tells both groups; one of them is enough."""
        message = update.effective_message
        if message and message.migrate_to_chat_id:
            await self._desk.move(chat_key(message.chat.id), chat_key(message.migrate_to_chat_id))

    async def _on_membership(self, update: Update, _context: Context) -> None:
        """Offer a subscription to the person who let the bot post in a chat, if that person ever wrote to the bot."""
        change = update.my_chat_member
        if change is None or not may_post_now(change):
            return
        person = change.from_user
        card = self._desk.offer(change.chat.title or "", person.language_code)
        try:
            await self._sender.make(sent(Place(person.id), card, acting_in(change.chat.id)))
        except (Forbidden, BadRequest) as error:
            log.info("an offer was not delivered", platform="telegram", reason=str(error))

    async def _answer(self, question: Question) -> None:
        await self._sender.make(question.first)
        may_manage: bool | None = question.may_manage
        if question.admin_of is not None and question.by:
            may_manage = await _is_admin(self._bot, question.admin_of, int(question.by.id))
            question = replace(question, may_manage=bool(may_manage))
        card = self._desk.apology(question.locale) if may_manage is None else await self._card(question)
        await self._sender.make(question.calls(card) if card else question.unanswered)

    async def _card(self, question: Question) -> Card | None:
        """Return the answer; None if the question gets none."""
        request = question.request
        if request is None:
            return self._desk.too_old(question.locale)
        if question.is_refused:
            return self._desk.not_allowed(question.locale)
        title = None
        if question.acts_elsewhere:
            title = await _title_of(self._bot, int(request.chat.id))
            request = replace(request, title=title)
        try:
            return in_the_name_of(title, await self._desk.answer(request))
        except TooManyQuestions:
            return None
        except NewspegError as error:
            log.warning("no answer now", platform="telegram", command=request.invocation.command, reason=str(error))
        except Exception:
            log.exception("the desk failed", platform="telegram", command=request.invocation.command)
        return in_the_name_of(title, self._desk.apology(question.locale))

    async def _search(self, reader: User, text: str) -> list[Hit]:
        try:
            return await self._desk.search(chat_key(reader.id), text, reader.language_code)
        except Exception:
            log.exception("the desk failed to search", platform="telegram")
            return []

    async def _on_error(self, update: object, context: Context) -> None:
        """Record the failure of an update; a failure of the apology is one line in the log."""
        error = context.error
        assert error
        record(error)
        if not isinstance(update, Update) or not is_our_fault(error):
            return
        try:
            await self._sender.make(self._apologies(update))
        except Exception as second:  # noqa: BLE001 -- the failure itself is on record
            log.info("an apology was not delivered", platform="telegram", error=type(second).__name__)

    def _apologies(self, update: Update) -> list[Call]:
        """Return the calls that tell the person who asked; none if nobody asked the bot."""
        if searched := update.inline_query:
            return [found_nothing(searched.id)]
        if pressed := update.callback_query:
            words = self._words(pressed.from_user)
            if not self._sender.has_acknowledged(pressed.id):
                return [shown_in_words(pressed.id, words)]
            return [written(place_of(pressed.message), words)] if pressed.message else []
        message = update.message or update.channel_post
        if message and is_asked(message, self._bot.username):
            return [written(place_of(message), self._words(message.from_user))]
        return []

    def _words(self, reader: User | None) -> str:
        return alert(self._desk.apology(reader.language_code if reader else None))


async def _is_admin(bot: Bot, chat_id: int, user_id: int) -> bool | None:
    """True if the person administers the chat; None if Telegram does not tell."""
    try:
        member = await bot.get_chat_member(chat_id, user_id)
    except TelegramError as error:
        log.warning("cannot tell who administers a chat", platform="telegram", chat=chat_id, reason=str(error))
        return False if isinstance(error, BadRequest | Forbidden) else None
    return member.status in (ChatMemberStatus.ADMINISTRATOR, ChatMemberStatus.OWNER)


async def _title_of(bot: Bot, chat_id: int) -> str | None:
    """Return the title of a chat, if Telegram tells it."""
    try:
        return (await bot.get_chat(chat_id)).title
    except TelegramError as error:
        log.info("a chat's name cannot be had", platform="telegram", chat=chat_id, reason=str(error))
        return None
