"""The studio of the newsroom page: every platform's likeness, over chats that are kept nowhere."""

from functools import cache

from bot.core.asking.platform import Likeness
from bot.core.stories.library import Clock, Shelf
from bot.core.wording.language import Languages
from bot.platforms.web.preview.chats import VisitorsChats
from bot.platforms.web.preview.studio import Studio
from bot.storage.memory import MemoryChatStore

USERNAME = "newspeg_bot"
"""What the bot is called in a preview; its real name is known only where Telegram is asked."""


def build_studio(shelf: Shelf, languages: Languages, clock: Clock) -> Studio:
    """Over these stories, as of this clock where a visitor sets none."""
    return Studio(shelf, languages, clock, VisitorsChats(MemoryChatStore), _telegram, _discord)


@cache
def _telegram() -> Likeness:
    from bot.platforms.telegram.likeness import telegram_likeness

    return telegram_likeness(USERNAME)


@cache
def _discord() -> Likeness:
    from bot.platforms.discord.likeness import discord_likeness

    return discord_likeness()
