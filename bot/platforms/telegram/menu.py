"""The command menu that Telegram shows: made from the one list of commands, written only where it differs."""

from collections.abc import Iterable

import structlog
from telegram import (
    Bot,
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
)
from telegram.error import TelegramError

from bot.core.commands import COMMANDS, Command
from bot.core.language import Language

log = structlog.get_logger()

_FOR_READERS = [command for command in COMMANDS if not command.changes_chat]


async def register_menu(bot: Bot) -> None:
    """Bring the menu of every scope up to date. The bot does without, so a failure is logged and no more."""
    try:
        for scope, commands in (
            (BotCommandScopeAllPrivateChats(), COMMANDS),
            (BotCommandScopeAllGroupChats(), _FOR_READERS),
            (BotCommandScopeAllChatAdministrators(), COMMANDS),
        ):
            await _register(bot, scope, commands)
    except TelegramError as error:
        log.warning("the command menu was not registered", platform="telegram", reason=str(error))


async def _register(bot: Bot, scope: BotCommandScope, commands: Iterable[Command]) -> None:
    language = Language()
    wanted = tuple(BotCommand(command.name, language.gettext(command.description)) for command in commands)
    if await bot.get_my_commands(scope) != wanted:
        await bot.set_my_commands(wanted, scope)
