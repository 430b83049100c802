"""Translates python-telegram-bot's errors into the core's, or into a log line. A BadRequest is a NetworkError too."""

import re

import structlog
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.core.errors import BadToken, NewspegError, PlatformUnavailable
from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import (
    UPGRADED,
    Deleted,
    Gone,
    Moved,
    NotSent,
    Rejected,
    RetryLater,
    Sent,
    Unchangeable,
    Unknown,
)
from bot.platforms.telegram.sending import wait_asked
from bot.platforms.telegram.transport import NeverLeft

log = structlog.get_logger()

_MAX_REASON = 200


def refused() -> BadToken:
    """Return the error for a token that Telegram does not accept."""
    return BadToken("Telegram", "NEWSPEG_TELEGRAM_TOKEN")


def must_say_who_it_is(bot: Bot) -> None:
    """Raise TelegramError unless Telegram has told the bot's name, which links and commands hold."""
    if not isinstance(bot.username, str) or not bot.username:
        raise TelegramError("it does not say which bot this is")


def why_it_ended(error: TelegramError, token: str) -> NewspegError:
    """Return why the bot cannot start or go on; the text has no token in it, though the error may have."""
    if isinstance(error.__cause__, InvalidToken):
        error = error.__cause__
    if isinstance(error, InvalidToken) and error.__cause__ is None:  # else another server answered: a proxy, say
        return refused()
    return PlatformUnavailable(f"Telegram cannot be reached: {_one_line(error, token)}")


def record(error: Exception) -> None:
    """Log the failure of one update; an answer that Telegram did not take is one line."""
    if isinstance(error, Forbidden | BadRequest | ChatMigrated):
        log.info("an answer was refused", platform="telegram", reason=str(error))
    elif isinstance(error, RetryAfter):
        log.warning("an answer was dropped: too many at once", platform="telegram", reason=str(error))
    elif isinstance(error, TelegramError):
        log.warning("an answer may not have arrived", platform="telegram", reason=str(error))
    else:
        log.error("an update failed", platform="telegram", exc_info=error)


_UPGRADED = "upgraded to a supergroup"  # without a new id: python-telegram-bot has an error of its own for one

# Telegram's texts for a chat that the bot can no longer write to; it has no codes for them.
_GONE = (
    "chat not found",
    "user not found",
    "user is deactivated",
    "peer_id_invalid",
    "not enough rights",
    "have no rights",
    "chat_write_forbidden",
    "need administrator rights",
    "message thread not found",
    "topic_closed",
    "topic_deleted",
    "chat_restricted",
    "group chat was deactivated",
    _UPGRADED,
)

# Telegram's texts for an answer that came too late for its press or search.
_OVER = ("query is too old", "query_id_invalid")


def is_our_fault(error: Exception) -> bool:
    """True if the person who asked surely got no answer and can still be told so: the bot or its answer is at fault.

    False if Telegram no longer lets the bot answer there, asks it to wait, or may have taken the answer.
    """
    if isinstance(error, BadRequest):
        return not any(words in str(error).lower() for words in (*_GONE, *_OVER))
    if type(error) is NetworkError:  # the library's name for whatever fails while it makes a request
        cause = error.__cause__
        return cause is not None and not isinstance(cause, OSError | TelegramError)
    return not isinstance(error, TelegramError)


Outcome = RetryLater | Moved | Gone | Rejected | NotSent | Unknown


def outcome_of(error: Exception, token: str) -> Outcome:  # noqa: PLR0911 -- a table, a row each
    """Translate an error of sending a message; BadRequest comes before NetworkError, as it is one too.

    A proxy's answer, in a form that the library does not know, may give any error: the message may have arrived.
    """
    reason = _one_line(error, token)
    match error:
        case RetryAfter():
            return RetryLater(wait_asked(error).total_seconds(), reason)
        case ChatMigrated() | Forbidden() | BadRequest() if _is_elsewhere(error):
            return Gone(UPGRADED)
        case ChatMigrated():
            return Moved(ChatKey("telegram", str(error.new_chat_id)))
        case Forbidden():
            return Gone(reason)
        case BadRequest():
            return Gone(reason) if any(words in reason.lower() for words in _GONE) else Rejected(reason)
        case InvalidToken():
            return NotSent("Telegram does not accept the token")
        case _:
            return NotSent(reason) if isinstance(error, NeverLeft) else Unknown(reason)


def _is_elsewhere(error: TelegramError) -> bool:
    """True if a group has another id from now on, and the error does not name it."""
    if isinstance(error, ChatMigrated):
        return not isinstance(error.new_chat_id, int)
    return _UPGRADED in str(error).lower()


def outcome_of_edit(error: Exception, token: str, message_id: str) -> Outcome | Sent | Deleted | Unchangeable:
    """Translate an error of changing a message."""
    outcome = outcome_of(error, token)
    if not isinstance(outcome, Rejected):
        return outcome
    reason = outcome.reason
    if "message is not modified" in reason.lower():
        return Sent(message_id)
    if "message to edit not found" in reason.lower():
        return Deleted(reason)
    return Unchangeable(reason) if "message can't be edited" in reason.lower() else outcome


def outcome_of_opening(error: Exception, token: str) -> RetryLater | NotSent:
    """Translate an error of learning the bot's own name, for a message that waited for that."""
    outcome = outcome_of(error, token)
    if isinstance(outcome, RetryLater | NotSent):
        return outcome
    return NotSent(_one_line(error, token))


def _one_line(error: Exception, token: str) -> str:
    text = str(error) if isinstance(error, TelegramError) else repr(error)
    # Upper or lower case does not count: the library turns Telegram's text into small letters.
    return re.sub(re.escape(token), "…", " ".join(text.split()), flags=re.IGNORECASE)[:_MAX_REASON]
