"""Draws the timeline: all that the story dates, in order down an axis whose gaps grow with the time between.

A picture of many years and a few busy days can't be to scale; a gap grows by a step each time the days double.
"""

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from math import log2
from typing import Literal
from zoneinfo import ZoneInfo

from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.story import Story
from bot.core.wording.cards import plain
from bot.core.wording.language import Language
from bot.core.wording.statements import speech, statement

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

What = Literal["fact", "quotation", "event"]


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One dated fact, quotation or event, in words."""

    what: What
    date: EdtfDate
    when: str
    text: str
    note: str = ""
    """The status of an event whose plan was changed."""

    @property
    def is_rough(self) -> bool:
        """True if its day is not known."""
        return self.date.precision < Precision.DAY


@dataclass(frozen=True, slots=True)
class Mark:
    """An entry at its place: `y` is the height of its date, in the units of the picture."""

    entry: TimelineEntry
    y: int
    texts: Sequence[str]
    far_from_last: bool

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


def entries(story: Story, say: Language) -> Sequence[TimelineEntry]:
    """Return everything that the story dates, the oldest first."""
    return sorted(_entries(story, say), key=lambda entry: entry.date.sort_key)


def _entries(story: Story, say: Language) -> Iterator[TimelineEntry]:
    for fact in story.facts:
        if fact.date:
            yield TimelineEntry("fact", fact.date, say.date(fact.date), plain(statement(say, story, fact)))
    for quotation in story.quotations:
        if quotation.date:
            yield TimelineEntry(
                "quotation", quotation.date, say.date(quotation.date), plain(speech(say, story, quotation))
            )
    for event in story.events:
        former = next((change.start for change in reversed(event.history) if change.start), None)
        if date := event.start or former:
            when = say.date(date, ZoneInfo(event.zone))
            note = event.status if event.status in _CHANGED else ""
            yield TimelineEntry("event", date, when, event.name, note)


def draw(dated: Sequence[TimelineEntry], today: date, today_words: str) -> Timeline:
    """Draw these entries, and a line for today with its word."""
    marks: list[Mark] = []
    y, last, today_y = _TOP, None, None
    for entry in dated:
        days = max((entry.date.first_day - last).days, 0) if last else 0
        y += round(_STEP * log2(1 + days))
        if today_y is None and entry.date.first_day > today:
            today_y, y = y, y + _DATE_HEIGHT + _GAP
        mark = Mark(entry, y, _wrapped(entry), far_from_last=days > _LONG_GAP_DAYS)
        marks.append(mark)
        y += len(mark.texts) * _LINE_HEIGHT + _DATE_HEIGHT + _GAP
        last = entry.date.last_day
    if today_y is None:
        today_y, y = y, y + _DATE_HEIGHT
    return Timeline(marks, y, today_words, today_y)


def _wrapped(entry: TimelineEntry) -> Sequence[str]:
    text = f"{entry.text} ({entry.note})" if entry.note else entry.text
    return textwrap.wrap(text, _LETTERS, max_lines=_MOST_LINES, placeholder=" …") or [""]
