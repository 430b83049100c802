"""Keeping each part alive by itself: one part's outage is its own."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.core.errors import PlatformUnavailable, SettingsError

log = structlog.get_logger()

FIRST_DELAY = 1.0
LONGEST_DELAY = 120.0  # Discord allows a thousand connections a day
_STEADY_AFTER = 60.0

Sleep = Callable[[float], Awaitable[None]]


async def supervise(name: str, run: Callable[[], Awaitable[None]], sleep: Sleep = asyncio.sleep) -> None:
    """Run a part until cancelled; when it ends, again, after 1 to 120 seconds. A wrong setting is raised."""
    clock = asyncio.get_running_loop().time
    delay = FIRST_DELAY
    while True:
        started = clock()
        try:
            await run()
        except SettingsError:
            raise
        except PlatformUnavailable as error:
            log.warning("part unavailable", part=name, reason=str(error), retry_in_s=delay)
        except Exception:
            log.exception("part failed", part=name, retry_in_s=delay)
        else:
            log.warning("part stopped by itself", part=name, retry_in_s=delay)
        if clock() - started > _STEADY_AFTER:
            delay = FIRST_DELAY
        await sleep(delay)
        delay = min(2 * delay, LONGEST_DELAY)
