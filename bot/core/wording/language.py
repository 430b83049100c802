"""A reader's language: its catalogue of texts, and its dates in words; and a voice, which speaks it at a moment.

English is the source language. Texts stand as literals in `gettext`, `ngettext`, `line` and `N_`; those are the
keywords to extract catalogues by.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass, field
from gettext import NullTranslations
from string import Formatter
from typing import Protocol
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_skeleton, format_timedelta, get_timezone_location

from bot.core.stories.dates import EdtfDate, Precision
from bot.core.wording.cards import Line, Moment, Span

SOURCE_TAG = "en"
COUNTED_IN_DAYS = dt.timedelta(hours=36)
"""A countdown from this far ahead is in days; a shorter one is in hours and minutes."""


@dataclass(frozen=True, slots=True)
class Language:
    """One language to answer in; without a catalogue it is English."""

    tag: str = SOURCE_TAG
    translations: NullTranslations = field(default_factory=NullTranslations)

    @property
    def locale(self) -> Locale:
        """Babel's locale of the tag; for English the British one, with the day before the month."""
        return Locale.parse("en_GB" if self.tag == SOURCE_TAG else self.tag, sep="-" if "-" in self.tag else "_")

    def gettext(self, message: str) -> str:
        """Translate the text."""
        return self.translations.gettext(message)

    def ngettext(self, singular: str, plural: str, n: int) -> str:
        """Translate the text, in the form for `n`, which is filled in for {n}."""
        return self.translations.ngettext(singular, plural, n).format(n=n)

    def date(self, when: EdtfDate, zone: dt.tzinfo | None = None) -> str:
        """Return a date in words at its own precision, with its doubt; a known time is in `zone`, which is named."""
        if when.span:
            return self._span(*when.span)
        if when.doubt:
            return self._doubtful(when)
        match when.precision:
            case Precision.YEAR:
                return format_skeleton("y", when.first_day, locale=self.locale)
            case Precision.MONTH:
                return format_skeleton("yMMMM", when.first_day, locale=self.locale)
            case Precision.DAY:
                return self.day(when.first_day)
            case Precision.TIME:
                assert when.moment is not None
                return self.time(when.moment, zone)

    def _span(self, first: EdtfDate | None, last: EdtfDate | None) -> str:
        if first and last:
            return self.gettext("{first} to {last}").format(first=self.date(first), last=self.date(last))
        if first:
            return self.gettext("since {date}").format(date=self.date(first))
        assert last is not None
        return self.gettext("until {date}").format(date=self.date(last))

    def _doubtful(self, when: EdtfDate) -> str:
        date = self.date(when.undoubted)
        match when.doubt:
            case "?":
                return self.gettext("probably {date}").format(date=date)
            case "~":
                return self.gettext("about {date}").format(date=date)
            case _:
                return self.gettext("probably about {date}").format(date=date)

    def day(self, day: dt.date) -> str:
        """Return a day in words: 2 October 2022."""
        return format_date(day, "long", locale=self.locale)

    def time(self, at: dt.datetime, zone: dt.tzinfo | None = None) -> str:
        """Return a moment in words, with its zone's name: 4 May 2031 at 18:00 (Sarajevo)."""
        local = at.astimezone(zone) if zone else at
        return self.gettext("{day} at {time} ({zone})").format(
            day=self.day(local.date()), time=self._hour(local), zone=self.zone(local)
        )

    def moment(self, at: dt.datetime, zone: dt.tzinfo) -> Moment:
        """Return a moment to put into a line: a platform that can shows it in the reader's own zone."""
        return Moment(at, self.time(at, zone), local=self.local_time(at, zone))

    def dated(self, when: EdtfDate, zone: dt.tzinfo = dt.UTC) -> Span:
        """Return a date to put into a line: in words, or as a moment if its time is known."""
        return self.moment(when.moment, zone) if when.moment else self.date(when)

    def local_time(self, at: dt.datetime, zone: dt.tzinfo) -> str:
        """Return the time of day with its zone's name: 18:00 in Sarajevo."""
        local = at.astimezone(zone)
        return self.gettext("{time} in {zone}").format(time=self._hour(local), zone=self.zone(local))

    def zone(self, local: dt.datetime) -> str:
        """Return the name of a local time's zone: its city, or UTC."""
        if local.utcoffset() == dt.timedelta() and local.tzname() == "UTC":
            return "UTC"
        return str(get_timezone_location(local, locale=self.locale, return_city=True))

    def _hour(self, local: dt.datetime) -> str:
        return format_skeleton("Hm", local, tzinfo=local.tzinfo, locale=self.locale)

    def age(self, day: dt.date, today: dt.date) -> str:
        """Say how long ago, or how far ahead, a day lies, in its largest unit: 4 years ago."""
        if day == today:
            return self.gettext("today")
        return str(format_timedelta(day - today, granularity="day", add_direction=True, locale=self.locale))

    def days_until(self, day: dt.date, today: dt.date) -> str:
        """Count down in days while the number is easy to picture: in 11 days."""
        days = (day - today).days
        if days == 0:
            return self.gettext("today")
        if days == 1:
            return self.gettext("tomorrow")
        threshold = 9 if abs(days) <= 60 else 1  # count in weeks only from 9 weeks on
        return str(
            format_timedelta(
                dt.timedelta(days=days), granularity="day", threshold=threshold, add_direction=True, locale=self.locale
            )
        )

    def time_until(self, at: dt.datetime, now: dt.datetime, zone: dt.tzinfo) -> str:
        """Count down to a moment: in 3 hours; a moment further ahead is counted in days of the zone's calendar."""
        left = at - now
        if left >= COUNTED_IN_DAYS:
            return self.days_until(at.astimezone(zone).date(), now.astimezone(zone).date())
        return str(format_timedelta(left, granularity="minute", threshold=1.5, add_direction=True, locale=self.locale))

    def line(self, template: str, **values: Span | Line) -> Line:
        """Translate a template, and fill in spans for its {names}."""
        spans: list[Span] = []
        for literal, name, _, _ in Formatter().parse(self.gettext(template)):
            if literal:
                spans.append(literal)
            if name is not None:
                value = values[name]
                spans.extend(value if isinstance(value, tuple) else (value,))
        return tuple(spans)


@dataclass(frozen=True, slots=True)
class Voice:
    """The language, the moment and the time zone in which something is said."""

    language: Language
    now: dt.datetime
    """The present moment, in UTC."""
    zone: ZoneInfo | None = None
    """The time zone that a chat has chosen; without one, known times are said in their event's zone."""

    def today(self, zone: dt.tzinfo | None = None) -> dt.date:
        """Return today's date in a zone; without one in the reader's zone, or in UTC."""
        return self.now.astimezone(zone or self.zone or dt.UTC).date()


class Languages(Protocol):
    """Finds the language to answer in."""

    @property
    def tags(self) -> Sequence[str]:
        """BCP 47 tags of the languages that readers can choose, English first."""

    def get(self, *wanted: str | None) -> Language:
        """Return the first of the wanted languages that exists; otherwise English."""
