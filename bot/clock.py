"""The clocks there are: the real one, and one that pretends to start at another moment."""

import time
from datetime import UTC, datetime, timedelta

from bot.core.errors import SettingsError
from bot.core.ports import Clock


def system_clock() -> datetime:
    """The present moment, in UTC."""
    return datetime.now(UTC)


def clock_as_of(text: str) -> Clock:
    """A clock that starts at this moment, in UTC unless it has an offset, and ticks on."""
    try:
        start = datetime.fromisoformat(text)
    except ValueError:
        raise SettingsError(f"“{text}” is no moment: write 2022-09-21T09:00, in UTC or with an offset") from None
    start = start if start.tzinfo else start.replace(tzinfo=UTC)
    began = time.monotonic()
    return lambda: start.astimezone(UTC) + timedelta(seconds=time.monotonic() - began)
