"""The chat platforms that there are, and which of them can start. A new one is one object, and its line in here."""

from collections.abc import Mapping, Sequence

from bot.core.asking.platform import Access, Platform
from bot.core.errors import SettingsError
from bot.platforms.discord import DISCORD
from bot.platforms.telegram import TELEGRAM
from bot.settings import Settings

PLATFORMS: Sequence[Platform] = (TELEGRAM, DISCORD)
"""Every platform, in the order in which they are shown."""


def accesses(settings: Settings, platforms: Sequence[Platform]) -> Mapping[str, Access]:
    """How the platforms that have a token are reached, by name."""
    tokens = {each.name: settings.token(each.name) for each in platforms}
    return {name: Access(token, settings.api_url(name)) for name, token in tokens.items() if token}


def must_have_tokens(only: Sequence[str], platforms: Sequence[Platform], reached: Mapping[str, Access]) -> None:
    """What is asked for by name must be able to start."""
    for each in platforms:
        if each.name in only and each.name not in reached:
            raise SettingsError(f"--only {each.name}: it needs {each.setting('token')}")
    if "worker" in only and not reached:
        raise SettingsError("--only worker: it needs the token of a platform to send to")
