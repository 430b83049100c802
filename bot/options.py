"""Reads the options of the command line into values; SettingsError says which option is wrong."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, timedelta

from bot.core.errors import SettingsError
from bot.core.posting.chats import ChatSettings
from bot.core.posting.planning import leads_of, posting_hour_of, quiet_of, timezone_of
from bot.core.posting.redating import OtherDate
from bot.core.stories.dates import EdtfDate
from bot.runtime.clock import moment_of


def read_span(now: datetime, since: str | None, until: str | None) -> tuple[datetime, datetime]:
    """Read a span: from a moment, a day or now, through another or for a year. The end is exclusive."""
    start = moment_of(since) if since else now
    try:
        if until is None:
            return start, start + timedelta(days=365)
        end = moment_of(until) + (timedelta(days=1) if _is_day(until) else datetime.resolution)
    except OverflowError:
        raise SettingsError(f"“{until or since or f'{now:%Y-%m-%dT%H:%M}Z'}” is too far away") from None
    if end <= start:
        raise SettingsError(f"--to {until} is before the time to show begins ({start:%Y-%m-%dT%H:%M}Z): see --from")
    return start, end


def read_sample(timezone: str | None, hour: str | None, quiet: str | None, leads: str | None) -> ChatSettings:
    """Read the settings of a chat that is only rehearsed."""
    return ChatSettings(
        timezone=_read("timezone", timezone_of, timezone),
        posting_hour=_read("hour", posting_hour_of, hour),
        quiet=_read("quiet", quiet_of, quiet),
        leads=_read("leads", leads_of, leads),
    )


def read_other_date(text: str) -> OtherDate:
    """Read an event and the date at which it is tried: `dodik-in-moscow/match=2022-11-20`."""
    name, _, start = text.partition("=")
    story, slash, event = name.partition("/")
    if not slash or not event or not start:
        raise SettingsError(f"--event {text}: write a story, its event and a date, as dodik-in-moscow/match=2022-11-20")
    try:
        date = EdtfDate.parse(start)
    except ValueError as error:
        raise SettingsError(f"--event {text}: {error}") from None
    if date.span:
        raise SettingsError(f"--event {text}: an event has one date, and this is a span")
    return OtherDate(story, event, date)


def _read(option: str, stored: Callable[[str], str], text: str | None) -> str | None:
    try:
        return stored(text) if text else None
    except ValueError as error:
        raise SettingsError(f"--{option}: {error}") from None


def must_be_one_of(what: str, value: str | None, known: Sequence[str]) -> None:
    """Raise SettingsError for a value that is not among the known ones."""
    if value is not None and value not in known:
        raise SettingsError(f"there is no {what} “{value}”; choose from: {', '.join(known) or 'none'}")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True
