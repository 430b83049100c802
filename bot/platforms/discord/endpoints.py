"""Points discord.py at another API server than Discord's own; the one place that touches the library's addresses."""

import aiohttp
import yarl
from discord.gateway import DiscordWebSocket
from discord.http import Route

from bot.core.errors import BadToken, PlatformUnavailable

_TIMEOUT = aiohttp.ClientTimeout(total=10)


async def use(api_url: str, token: str) -> None:
    """Send discord.py's requests to `api_url` (`http://host:port/api/v10`), its socket where that server says.

    Raises BadToken when the server refuses the token, PlatformUnavailable when it does not answer as it should.
    """
    Route.BASE = api_url.rstrip("/")
    # discord.py dials a fixed address and never asks.
    DiscordWebSocket.DEFAULT_GATEWAY = yarl.URL(await _gateway(token))


async def _gateway(token: str) -> str:
    url = f"{Route.BASE}/gateway/bot"
    try:
        async with (
            aiohttp.ClientSession(timeout=_TIMEOUT, headers={"Authorization": f"Bot {token}"}) as session,
            session.get(url) as response,
        ):
            status, answer = response.status, await response.json() if response.ok else {}
    except (aiohttp.ClientError, OSError, TimeoutError, ValueError) as error:
        problem = f"{url} does not answer: {type(error).__name__}"
    else:
        if status == 401:
            raise refused()
        if isinstance(answer, dict) and answer.get("url"):
            return str(answer["url"])
        problem = f"{url} answers {status} and names no gateway"
    raise PlatformUnavailable(problem)


def refused() -> BadToken:
    """The error for a token that Discord does not take."""
    return BadToken("Discord", "NEWSPEG_DISCORD_TOKEN")
