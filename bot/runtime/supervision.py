"""Keeps each part alive by itself: one part's outage stops no other, and is shown while it lasts."""

import asyncio
import time
from collections.abc import Awaitable, Callable, Mapping
from typing import Literal

import structlog

from bot.core.errors import PlatformUnavailable, SettingsError
from bot.runtime.waiting import BackOff, Sleep, Ticks

log = structlog.get_logger()

FIRST_DELAY = 1.0
LONGEST_DELAY = 120.0  # Discord allows a thousand connections a day
_STEADY_AFTER = 60.0

BACK_AFTER_S = 10.0
"""The seconds that a part which failed has to run again until it counts as running."""

Condition = Literal["running", "reconnecting", "stopped"]


class Conditions:
    """The condition of each part."""

    def __init__(self, ticks: Ticks = time.monotonic) -> None:
        self._ticks = ticks
        self._conditions: dict[str, Condition] = {}
        self._back_at: dict[str, float] = {}
        self._in_touch: dict[str, Callable[[], bool]] = {}

    def watch(self, name: str, in_touch: Callable[[], bool]) -> None:
        """From now on count a part as running only while it is in touch with its platform."""
        self._in_touch[name] = in_touch

    def started(self, name: str) -> None:
        """Note that a part begins to run, for the first time or again."""
        if self._conditions.setdefault(name, "running") == "reconnecting":
            self._back_at[name] = self._ticks() + BACK_AFTER_S

    def failed(self, name: str) -> None:
        """Note that a part ended, and will begin again."""
        self._conditions[name] = "reconnecting"
        self._back_at.pop(name, None)

    def stopped(self, name: str) -> None:
        """Note that a part ended for good."""
        self._conditions[name] = "stopped"
        self._back_at.pop(name, None)

    def now(self) -> Mapping[str, Condition]:
        """Return the condition of each part, by name."""
        ticks = self._ticks()
        back = [name for name, at in self._back_at.items() if at <= ticks]
        running = [name for name, condition in self._conditions.items() if condition == "running"]
        cut_off = [name for name in (*running, *back) if name in self._in_touch and not self._in_touch[name]()]
        return {**self._conditions, **dict.fromkeys(back, "running"), **dict.fromkeys(cut_off, "reconnecting")}


async def supervise(
    name: str,
    run: Callable[[], Awaitable[None]],
    sleep: Sleep = asyncio.sleep,
    conditions: Conditions | None = None,
    ticks: Ticks = time.monotonic,
) -> None:
    """Run a part until cancelled; when it ends, run it again after 1 to 120 seconds. Raise a wrong setting."""
    conditions = conditions or Conditions()
    back_off = BackOff(FIRST_DELAY, LONGEST_DELAY)
    try:
        while True:
            started = ticks()
            conditions.started(name)
            ended = await _end_of(run)
            conditions.failed(name)
            if ticks() - started > _STEADY_AFTER:
                back_off.reset()
            delay = back_off.next()
            _report(name, ended, delay)
            await sleep(delay)
    finally:
        conditions.stopped(name)


async def _end_of(run: Callable[[], Awaitable[None]]) -> Exception | None:
    """Return the error that a part ended with; None if it ended without one."""
    try:
        await run()
    except SettingsError:
        raise
    except Exception as error:  # noqa: BLE001 -- the caller puts it on record
        return error
    return None


def _report(name: str, ended: Exception | None, delay: float) -> None:
    match ended:
        case None:
            log.warning("part stopped by itself", part=name, retry_in_s=delay)
        case PlatformUnavailable():
            log.warning("part unavailable", part=name, reason=str(ended), retry_in_s=delay)
        case _:
            log.error("part failed", part=name, retry_in_s=delay, exc_info=ended)
