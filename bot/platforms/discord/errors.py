"""Translates discord.py's errors into outcomes. RateLimited is no HTTPException; work may be done before a 5xx."""

import math

import aiohttp
import discord

from bot.core.posting.outcomes import Deleted, Gone, NotSent, Rejected, RetryLater, Unchangeable, Unknown
from bot.platforms.discord.markdown import shorten

FAILURES = (discord.DiscordException, aiohttp.ClientError, OSError, TimeoutError)
"""The errors of a call that did not succeed."""

_MAX_REASON = 200

# https://docs.discord.com/developers/topics/opcodes-and-status-codes#json
_UNKNOWN_MESSAGE = 10008
_EDITED_TOO_OFTEN = 30046
_WRITTEN_BY_OTHERS = 50005
_NO_LONGER_OURS = {10003, 10004, 10013, 50001, 50007, 50013, 50278}  # channel, guild or user unknown, or no access
_EDITED_TOO_OFTEN_S = 3600.0
_TOO_MANY_S = 60.0

Outcome = RetryLater | Gone | Rejected | NotSent | Unknown | Deleted | Unchangeable


def outcome_of(error: Exception, token: str) -> Outcome:  # noqa: PLR0911 -- a table, a row each
    """Translate an error of sending a message."""
    reason = _one_line(error, token)
    match error:
        case discord.RateLimited():
            return RetryLater(error.retry_after, reason)
        case discord.LoginFailure() | aiohttp.ClientConnectorError():
            return NotSent(reason)
        case discord.HTTPException(status=401):  # the token was reset: no fault of the message
            return NotSent(reason)
        case discord.HTTPException(code=code) if code == _UNKNOWN_MESSAGE:
            return Deleted(reason)
        case discord.HTTPException(code=code) if code == _WRITTEN_BY_OTHERS:
            return Unchangeable(reason)
        case discord.HTTPException(code=code) if code == _EDITED_TOO_OFTEN:
            return RetryLater(_EDITED_TOO_OFTEN_S, reason)
        case discord.HTTPException(status=429):
            return RetryLater(_asked(error), reason)
        case discord.HTTPException(code=code) if code in _NO_LONGER_OURS or isinstance(error, discord.Forbidden):
            return Gone(reason)
        case discord.HTTPException(status=status) if status < 500:
            return Rejected(reason)
        case _:
            return Unknown(reason)


def _asked(error: discord.HTTPException) -> float:
    """Return the seconds that Discord asks to wait."""
    try:
        seconds = float(error.response.headers["Retry-After"])
    except (KeyError, ValueError):
        return _TOO_MANY_S
    return seconds if math.isfinite(seconds) and seconds >= 0 else _TOO_MANY_S


def _one_line(error: Exception, token: str) -> str:
    text = " ".join(f"{type(error).__name__}: {error}".split())
    return shorten(text.replace(token, "…") if token else text, _MAX_REASON)
