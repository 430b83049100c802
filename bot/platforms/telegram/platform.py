"""The adapter's life: start, poll, drain, stop; and its library's errors in the core's words."""

import asyncio
import re

from telegram.error import TelegramError
from telegram.ext import ApplicationBuilder
from telegram.request import BaseRequest

from bot.core.asking.desk import Desk
from bot.core.errors import NewspegError
from bot.core.posting.pacing import Pace
from bot.core.stories.library import Clock
from bot.platforms.telegram.errors import must_say_who_it_is, refused, why_it_ended
from bot.platforms.telegram.handlers import App, Handlers
from bot.platforms.telegram.menu import register_menu
from bot.platforms.telegram.ordering import InOrderWithinChat
from bot.platforms.telegram.parsing import UpdatesRequest
from bot.platforms.telegram.patience import Patience
from bot.platforms.telegram.polling import Poller
from bot.platforms.telegram.questions import PLATFORM
from bot.platforms.telegram.transport import AiohttpRequest
from bot.runtime.waiting import Sleep

_CONNECTIONS = 256  # one for each update that is handled at once
_TOKEN = re.compile(r"[!-~]+")


class TelegramPlatform:
    """Telegram, by long polling."""

    name = PLATFORM

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
        """`base_url` ends in `/bot`; `pace`: what answers keep to; `request` takes HTTP's place; `clock`: real time."""
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
        """Whether Telegram answered last."""
        return self._poller is None or self._poller.in_touch

    async def run(self) -> None:
        """Serve until cancelled, finishing the answers under way; each call begins with an application of its own.

        Raises BadToken when Telegram refuses the token, PlatformUnavailable when it cannot be reached at the start.
        """
        if not _TOKEN.fullmatch(self._token):
            raise refused()
        # Raised here and not where it was caught: the library's errors carry the token.
        raise await self._serve()

    async def _serve(self) -> NewspegError:
        """Serve until it cannot go on; then the reason."""
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
            await app.bot.shutdown()  # an application that did not get as far leaves its connections open
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
        """The application with its handlers, not yet started."""
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
