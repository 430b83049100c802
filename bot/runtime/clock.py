"""The clocks: the real one, and one that pretends to start at another moment."""

import time
from datetime import UTC, datetime, timedelta

from bot.core.errors import SettingsError
from bot.core.stories.dates import day_meant_by
from bot.core.stories.library import Clock


def system_clock() -> datetime:
    """Return the present moment, in UTC."""
    return datetime.now(UTC)


def moment_of(text: str) -> datetime:
    """Read a moment, in UTC unless it has an offset; SettingsError if the text is none."""
    try:
        moment = datetime.fromisoformat(text)
        return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
    except (ValueError, OverflowError):
        form = day_meant_by(text) or "2022-09-21T09:00, in UTC or with an offset"
        raise SettingsError(f"“{text}” is not a date and time: write {form}") from None


def clock_as_of(start: datetime) -> Clock:
    """Return a clock that starts at this moment and ticks on."""
    began = time.monotonic()
    return lambda: start + timedelta(seconds=time.monotonic() - began)
