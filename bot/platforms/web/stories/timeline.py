"""Draws the timeline: all that the story dates, in order down an axis whose gaps grow with the time between.

A picture of many years and a few busy days can't be to scale; a gap grows by a step each time the days double.
"""

import datetime as dt
import textwrap
from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import log2

from bot.core.stories.dates import EdtfDate
from bot.core.stories.story import Story
from bot.core.wording.cards import plain
from bot.core.wording.language import Voice
from bot.core.wording.timeline import Dated, Kind, everything_dated

WIDTH = 360  # the narrowest screen: there a unit is a pixel
_TOP = 24
_DATE_HEIGHT = 17
_LINE_HEIGHT = 16
_GAP = 14
_STEP = 4
_LETTERS = 50
_MOST_LINES = 3
_LONG_GAP_DAYS = 365

_CHANGED = ("cancelled", "postponed", "rescheduled")


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated fact, quotation or event, in words."""

    what: Kind
    date: EdtfDate
    when: str
    text: str
    note: str = ""
    """The status of an event whose plan was changed."""
    mark: str = ""
    """What has changed about it; it stands after the text, and is never cut off."""

    @property
    def is_rough(self) -> bool:
        """True if its day is not known for certain."""
        return self.date.day is None or bool(self.date.doubt)

    @property
    def begins(self) -> dt.date:
        """The first day of its date; of a span that has no beginning, of its end."""
        return self.date.sort_key[0]

    @property
    def ends(self) -> dt.date:
        """The last day of its date; of a span without an end, of its beginning."""
        first, last = self.date.span or (None, self.date)
        known = last or first
        assert known is not None
        return known.last_day


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry at its place: `y` is the height of its date, in the units of the picture."""

    entry: TimelineEntry
    y: int
    texts: Sequence[str]
    far_from_last: bool
    bar: tuple[int, int] | None = None
    """The heights between which a span reaches; where it is open, as far as there is anything to see."""

    @property
    def lines(self) -> Sequence[tuple[int, str]]:
        """The lines of the text, each with its height in the picture."""
        return [(self.y + (number + 1) * _LINE_HEIGHT, line) for number, line in enumerate(self.texts)]


@dataclass(frozen=True, slots=True)
class Timeline:
    """The picture: its marks, its height and width, and the word and the height of the line for today."""

    marks: Sequence[Mark]
    height: int
    today: str
    today_y: int
    width: int = WIDTH


def entries(story: Story, voice: Voice) -> Sequence[TimelineEntry]:
    """Return everything that the story dates, the oldest first."""
    return [_entry(dated) for dated in everything_dated(voice, story)]


def _entry(dated: Dated) -> TimelineEntry:
    note = dated.event.status if dated.event and dated.event.status in _CHANGED else ""
    mark = f"({note})" if note else plain(dated.mark)
    return TimelineEntry(dated.kind, dated.date, plain((dated.when,)), plain(dated.text), note, mark)


def draw(dated: Sequence[TimelineEntry], today: dt.date, today_words: str) -> Timeline:
    """Draw these entries, and a line for today with its word."""
    marks: list[Mark] = []
    y, last, today_y = _TOP, None, None
    for entry in dated:
        days = max((entry.begins - last).days, 0) if last else 0
        y += round(_STEP * log2(1 + days))
        if today_y is None and entry.begins > today:
            today_y, y = y, y + _DATE_HEIGHT + _GAP
        mark = Mark(entry, y, _wrapped(entry), far_from_last=days > _LONG_GAP_DAYS)
        marks.append(mark)
        y += len(mark.texts) * _LINE_HEIGHT + _DATE_HEIGHT + _GAP
        last = entry.ends
    if today_y is None:
        today_y, y = y, y + _DATE_HEIGHT
    lowest = max([today_y, *(mark.y for mark in marks)])
    marks = [replace(mark, bar=_bar(mark, marks, lowest)) if mark.entry.date.span else mark for mark in marks]
    return Timeline(marks, y, today_words, today_y)


def _bar(mark: Mark, marks: Sequence[Mark], lowest: int) -> tuple[int, int]:
    first, last = mark.entry.date.span or (None, None)
    within = [each.y for each in marks if last and each.entry.begins <= last.last_day]
    return (mark.y if first else marks[0].y, max(within, default=mark.y) if last else lowest)


def _wrapped(entry: TimelineEntry) -> Sequence[str]:
    lines = textwrap.wrap(f"{entry.text} {entry.mark}", _LETTERS) or [""]
    if len(lines) <= _MOST_LINES:
        return lines
    mark = textwrap.wrap(entry.mark, _LETTERS)
    room = max(_MOST_LINES - len(mark), 1)
    return [*textwrap.wrap(entry.text, _LETTERS, max_lines=room, placeholder=" …"), *mark]
