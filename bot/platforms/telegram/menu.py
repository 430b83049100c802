"""Registers Telegram's command menu: made from the one list of commands, written only where it differs."""

import asyncio
from collections.abc import Iterable
from functools import partial

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import BadRequest, Forbidden, InvalidToken, RetryAfter, TelegramError

from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import COMMANDS
from bot.core.wording.language import Language
from bot.platforms.telegram.sending import wait_asked
from bot.runtime.waiting import Sleep, keep_trying

log = structlog.get_logger()

_FOR_READERS = [command for command in COMMANDS if not command.for_managers]


async def register_menu(bot: Bot, sleep: Sleep = asyncio.sleep) -> None:
    """Bring the menu of every scope up to date, later if need be, as the bot can do without; stop if it is refused."""
    attempt = partial(_attempt, bot)
    await keep_trying(attempt, sleep, await attempt())


async def _attempt(bot: Bot) -> float | None:
    """Return None if the menu is done, or refused for good; else the seconds that Telegram asks to wait."""
    try:
        for scope, commands in (
            (BotCommandScopeAllPrivateChats(), COMMANDS),
            (BotCommandScopeAllGroupChats(), _FOR_READERS),
            (BotCommandScopeAllChatAdministrators(), COMMANDS),
        ):
            await _register(bot, scope, commands)
    except Exception as error:  # noqa: BLE001 -- the library fails in many ways on an answer that is not Telegram's
        reason = str(error) if isinstance(error, TelegramError) else type(error).__name__
        # A refusal that has a cause was an answer that could not be read: it was not Telegram's.
        for_good = isinstance(error, BadRequest | Forbidden | InvalidToken) and error.__cause__ is None
        log.warning("the command menu was not registered", platform="telegram", reason=reason, for_good=for_good)
        if for_good:
            return None
        return wait_asked(error).total_seconds() if isinstance(error, RetryAfter) else 0.0
    return None


async def _register(bot: Bot, scope: BotCommandScope, commands: Iterable[AnyCommand]) -> None:
    language = Language()
    wanted = tuple(BotCommand(command.name, language.gettext(command.description)) for command in commands)
    if await bot.get_my_commands(scope) != wanted:
        await bot.set_my_commands(wanted, scope)
