"""The chat platforms, each built when it has a token; its library is imported only then."""

import time
from collections.abc import Sequence

from bot.core.asking.desk import Desk
from bot.core.asking.platform import Platform
from bot.core.errors import SettingsError
from bot.core.posting.outcomes import Messenger
from bot.core.posting.pacing import Pace, Waited
from bot.core.stories.library import Clock
from bot.runtime.clock import system_clock
from bot.settings import Settings

PLATFORMS = ("telegram", "discord")
POSTS_PER_SECOND = {"telegram": 29.7, "discord": 45.0}
"""Of the 30 and 50 that the platforms take. On Telegram answers are among them, before posts."""


def must_have_tokens(only: Sequence[str], tokens: Sequence[str]) -> None:
    """What is asked for by name must be able to start."""
    for name in PLATFORMS:
        if name in only and name not in tokens:
            raise SettingsError(f"--only {name}: it needs NEWSPEG_{name.upper()}_TOKEN")
    if "worker" in only and not tokens:
        raise SettingsError("--only worker: it needs the token of a platform to send to")


def token_of(settings: Settings, part: str) -> str | None:
    """A platform's token, if there is one."""
    token = {"telegram": settings.telegram_token, "discord": settings.discord_token}[part]
    return token.get_secret_value() if token else None


def build_pace(platform: str, waited: Waited) -> Pace:
    """What a platform's limits allow."""
    if platform == "telegram":
        from bot.platforms.telegram import telegram_pace

        return telegram_pace(POSTS_PER_SECOND[platform], waited)
    from bot.platforms.discord import discord_pace

    return discord_pace(POSTS_PER_SECOND[platform], waited)


def build_platform(part: str, settings: Settings, desk: Desk, pace: Pace) -> Platform:
    """The part that answers on a platform."""
    token = token_of(settings, part)
    assert token
    if part == "telegram":
        from bot.platforms.telegram import TelegramPlatform

        return TelegramPlatform(desk, token, system_clock, settings.telegram_api_url, pace=pace)
    from bot.platforms.discord import DiscordPlatform

    return DiscordPlatform(desk, token, settings.discord_api_url)


def build_messenger(platform: str, settings: Settings, clock: Clock, pace: Pace) -> Messenger:
    """What posts and edits on a platform."""
    token = token_of(settings, platform)
    assert token
    if platform == "telegram":
        from bot.platforms.telegram import TelegramMessenger

        return TelegramMessenger(token, settings.telegram_api_url)
    from bot.platforms.discord import DiscordMessenger

    return DiscordMessenger(token, clock, settings.discord_api_url, spend=lambda: pace.spend(time.monotonic()))
