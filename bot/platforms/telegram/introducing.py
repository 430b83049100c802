"""Asks Telegram whose token it is."""

from telegram import Bot
from telegram.error import TelegramError

from bot.core.asking.platform import Access
from bot.core.errors import NewspegError
from bot.platforms.telegram.adapter import TOKEN
from bot.platforms.telegram.errors import must_say_who_it_is, refused, why_it_ended
from bot.platforms.telegram.messenger import PUBLIC_URL
from bot.platforms.telegram.transport import AiohttpRequest

_CONNECTIONS = 2


async def introduce(access: Access) -> str:
    """Return the bot's name; BadToken if Telegram refuses the token, PlatformUnavailable if it cannot be reached."""
    if not TOKEN.fullmatch(access.token):
        raise refused()
    # Raised here and not where it was caught: the library's errors carry the token.
    outcome = await _asked(access)
    if isinstance(outcome, NewspegError):
        raise outcome
    return outcome


async def _asked(access: Access) -> str | NewspegError:
    bot = Bot(
        access.token,
        request=AiohttpRequest(_CONNECTIONS),
        get_updates_request=AiohttpRequest(1),
        base_url=access.api_url or PUBLIC_URL,
    )
    try:
        await bot.initialize()
        must_say_who_it_is(bot)
        return f"@{bot.username}"
    except TelegramError as error:
        return why_it_ended(error, access.token)
    except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Telegram's
        unreadable = TelegramError(f"its answer cannot be read ({type(error).__name__})")
        return why_it_ended(unreadable, access.token)
    finally:
        await bot.shutdown()
