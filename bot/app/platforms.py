"""The chat platforms, and the check whether they can start. A new platform is one object, and one line here."""

from collections.abc import Mapping, Sequence

from bot.core.asking.platform import Access, Platform
from bot.core.errors import SettingsError
from bot.platforms.discord import DISCORD
from bot.platforms.telegram import TELEGRAM
from bot.settings import Settings

PLATFORMS: Sequence[Platform] = (TELEGRAM, DISCORD)
"""Every platform, in the order in which they are shown."""


def accesses(settings: Settings, platforms: Sequence[Platform]) -> Mapping[str, Access]:
    """Return, by name, how to reach each platform that has a token."""
    tokens = {each.name: settings.token(each.name) for each in platforms}
    return {name: Access(token, settings.api_url(name)) for name, token in tokens.items() if token}


def must_have_tokens(only: Sequence[str], platforms: Sequence[Platform], reached: Mapping[str, Access]) -> None:
    """Check that the parts that were asked for by name can start; SettingsError if a token is missing."""
    for each in platforms:
        if each.name in only and each.name not in reached:
            raise SettingsError(f"--only {each.name}: it needs {each.setting('token')}")
    if "worker" in only and not reached:
        raise SettingsError("--only worker: it needs the token of a platform to send to")
