"""The adapter's life: start, poll, drain, stop; many updates at a time, but one after the other within a chat."""

import asyncio
import re
from collections.abc import Awaitable
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import TelegramError
from telegram.ext import ApplicationBuilder, BaseUpdateProcessor
from telegram.request import BaseRequest

from bot.core.asking.desk import Desk
from bot.core.errors import NewspegError
from bot.core.posting.pacing import Pace
from bot.core.stories.library import Clock
from bot.platforms.telegram.errors import must_say_who_it_is, refused, why_it_ended
from bot.platforms.telegram.handlers import App, Handlers
from bot.platforms.telegram.menu import register_menu
from bot.platforms.telegram.polling import Poller, UpdatesRequest
from bot.platforms.telegram.sending import Patience
from bot.platforms.telegram.transport import AiohttpRequest
from bot.runtime.waiting import Sleep

_AT_ONCE = 256  # updates; many, as one that waits out a flood limit keeps its place
_WAITING = 10_000  # of all chats; beyond, updates wait in arrival order
_CONNECTIONS = _AT_ONCE
TOKEN = re.compile(r"[!-~]+")
"""The form of a token; another text would break the request."""


class TelegramAdapter:
    """Telegram, by long polling."""

    def __init__(  # noqa: PLR0913 -- the last two are seams for tests
        self,
        desk: Desk,
        token: str,
        clock: Clock,
        base_url: str | None = None,
        *,
        pace: Pace | None = None,
        request: BaseRequest | None = None,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        """`base_url` ends in `/bot`; `pace` is for answers; `request` replaces HTTP; `clock` is in real time."""
        self._desk = desk
        self._token = token
        self._clock = clock
        self._base_url = base_url
        self._pace = pace
        self._request = request
        self._sleep = sleep
        self._poller: Poller | None = None

    @property
    def in_touch(self) -> bool:
        """True if the last try to fetch updates succeeded."""
        return self._poller is None or self._poller.in_touch

    async def run(self) -> None:
        """Serve until cancelled, finishing the answers under way; each call makes an application of its own.

        Raises BadToken when Telegram refuses the token, PlatformUnavailable when it cannot be reached at the start.
        """
        if not TOKEN.fullmatch(self._token):
            raise refused()
        # Raised here and not where it was caught: the library's errors carry the token.
        raise await self._serve()

    async def _serve(self) -> NewspegError:
        """Serve until it cannot go on, and return the reason."""
        patience = Patience(self._sleep, self._pace)
        app = self.application(patience)
        self._poller = poller = Poller(app.bot, app.update_queue, self._sleep)
        menu: asyncio.Task[None] | None = None
        try:
            await self._begin(app)
            await app.start()
            menu = asyncio.create_task(register_menu(app.bot, self._sleep))
            await poller.run()
        except TelegramError as error:
            return why_it_ended(error, self._token)
        finally:
            patience.end()
            if menu:
                menu.cancel()
            if app.running:
                await app.stop()
                await poller.confirm()
            await app.shutdown()
            await app.bot.shutdown()  # an application that failed earlier leaves its connections open
        raise AssertionError("polling ends only by an error")

    async def _begin(self, app: App) -> None:
        try:
            await app.initialize()
            await app.bot.delete_webhook()  # while there is one, Telegram lets nobody poll
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Telegram's
            raise TelegramError(f"its answer cannot be read ({type(error).__name__})") from None
        must_say_who_it_is(app.bot)

    def application(self, patience: Patience) -> App:
        """Build the application with its handlers, not yet started."""
        builder = ApplicationBuilder().token(self._token).updater(None).job_queue(None)
        builder = builder.concurrent_updates(InOrderWithinChat())
        if self._base_url:
            builder = builder.base_url(self._base_url)
            builder = builder.base_file_url(f"{self._base_url.removesuffix('/bot')}/file/bot")
        builder = builder.get_updates_request(self._request or UpdatesRequest(1))
        builder = builder.request(self._request or AiohttpRequest(_CONNECTIONS))
        app: App = builder.build()
        Handlers(app, self._desk, self._clock, patience)
        return app


class InOrderWithinChat(BaseUpdateProcessor):
    """Answers many chats at once; a chat that floods the bot waits for itself, and takes no other chat's place."""

    def __init__(self, at_once: int = _AT_ONCE) -> None:
        super().__init__(_WAITING)
        self._at_once = asyncio.Semaphore(at_once)
        # A lock lives as long as an update of its chat holds it or waits for it.
        self._locks: WeakValueDictionary[int, asyncio.Lock] = WeakValueDictionary()

    async def initialize(self) -> None:
        """Do nothing: there is nothing to prepare."""

    async def shutdown(self) -> None:
        """Do nothing: there is nothing to release."""

    async def do_process_update(self, update: object, coroutine: Awaitable[Any]) -> None:
        """Await the coroutine when its chat's turn has come."""
        lock = self._locks.setdefault(_whose(update), asyncio.Lock())  # asyncio's locks are first come, first served
        async with lock, self._at_once:
            await coroutine


def _whose(update: object) -> int:
    """Return the id of the chat, or of the reader in inline mode: the private chat has the same id."""
    if isinstance(update, Update):
        source = update.effective_chat or update.effective_user
        if source:
            return source.id
    return 0
