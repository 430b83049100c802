"""python-telegram-bot's errors, in the core's words or in a line of the log. Its BadRequest is also a NetworkError."""

from typing import Any

import structlog
from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, RetryAfter, TelegramError
from telegram.ext import CallbackContext

from bot.core.errors import BadToken, NewspegError, PlatformUnavailable

log = structlog.get_logger()

_MAX_REASON = 200


def refused() -> BadToken:
    """Telegram does not accept the token."""
    return BadToken("Telegram", "NEWSPEG_TELEGRAM_TOKEN")


def why_it_ended(error: TelegramError, token: str) -> NewspegError:
    """Why the bot cannot start or go on; the token is not in it, though it may be in the error."""
    if isinstance(error.__cause__, InvalidToken):
        error = error.__cause__
    if isinstance(error, InvalidToken) and error.__cause__ is None:  # else what answered was not Telegram: a proxy, say
        return refused()
    reason = " ".join(str(error).split()).replace(token, "…")[:_MAX_REASON]
    return PlatformUnavailable(f"Telegram cannot be reached: {reason}")


async def record(_update: object, context: CallbackContext[Any, Any, Any, Any]) -> None:
    """Log what went wrong with one update; an answer that Telegram did not take is one line."""
    error = context.error
    if isinstance(error, Forbidden | BadRequest | ChatMigrated):
        log.info("an answer was refused", platform="telegram", reason=str(error))
    elif isinstance(error, RetryAfter):
        log.warning("an answer was dropped: too many at once", platform="telegram", reason=str(error))
    elif isinstance(error, TelegramError):
        log.warning("an answer may not have arrived", platform="telegram", reason=str(error))
    else:
        log.error("an update failed", platform="telegram", exc_info=error)
