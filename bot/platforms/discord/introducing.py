"""Asks Discord whose token it is."""

import discord

from bot.core.asking.platform import Access
from bot.core.errors import NewspegError, PlatformUnavailable
from bot.platforms.discord import gateway
from bot.platforms.discord.adapter import TOKEN, log_in, unavailable
from bot.platforms.discord.errors import FAILURES


async def introduce(access: Access) -> str:
    """Return the bot's name; BadToken if Discord refuses the token, PlatformUnavailable if it cannot be reached."""
    if not TOKEN.fullmatch(access.token):
        raise gateway.refused()
    if access.api_url:
        await gateway.use(access.api_url, access.token)
    # Raised here and not where it was caught: the library's errors carry the request, and that the token.
    outcome = await _asked(access.token)
    if isinstance(outcome, NewspegError):
        raise outcome
    return outcome


async def _asked(token: str) -> str | NewspegError:
    client = discord.Client(intents=discord.Intents.none())
    try:
        await log_in(client, token)
        return str(client.user) if client.user else PlatformUnavailable("Discord does not say which bot this is")
    except discord.LoginFailure:
        return gateway.refused()
    except FAILURES as error:
        return unavailable(error, token)
    finally:
        await client.close()
