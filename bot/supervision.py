"""Keeping each part alive by itself: one part's outage is its own."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.core.errors import PlatformUnavailable, SettingsError
from bot.core.ports import Platform

log = structlog.get_logger()

FIRST_DELAY = 1.0
LONGEST_DELAY = 60.0
_STEADY_AFTER = 60.0

Sleep = Callable[[float], Awaitable[None]]


async def supervise(platform: Platform, sleep: Sleep = asyncio.sleep) -> None:
    """Run a platform until cancelled; when it fails, again, after 1 to 60 seconds. A wrong setting is raised."""
    clock = asyncio.get_running_loop().time
    delay = FIRST_DELAY
    while True:
        started = clock()
        try:
            await platform.run()
        except SettingsError:
            raise
        except PlatformUnavailable as error:
            log.warning("platform unavailable", platform=platform.name, reason=str(error), retry_in_s=delay)
        except Exception:
            log.exception("platform failed", platform=platform.name, retry_in_s=delay)
        else:
            log.warning("platform stopped by itself", platform=platform.name, retry_in_s=delay)
        if clock() - started > _STEADY_AFTER:
            delay = FIRST_DELAY
        await sleep(delay)
        delay = min(2 * delay, LONGEST_DELAY)
