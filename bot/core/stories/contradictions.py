"""Finds statements that a change of plan contradicts: they still tell a date on which an event no longer takes place.

A statement tells a date if it names it as finely as the plan did, in the story's language, in words or in digits. Of a
statement that belongs to the event, less is enough: its month, its year, its weekday, its hour, or a distance in days.
"""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton

from bot.core.stories.datelines import Dateline
from bot.core.stories.dates import EdtfDate, Precision
from bot.core.stories.event import Event
from bot.core.stories.plans import Plan
from bot.core.stories.story import Entity, Fact, Sentence, Story

_GONE = ("postponed", "cancelled")
_KEPT = 4096
_VERBS = {3: "March", 5: "May"}
"""English months that are words of another kind, too."""


def _contradicted_by(
    story: Story, text: str, paragraphs: Collection[int] = (), about: Collection[str] = ()
) -> list[Event]:
    """Return the events whose plan has changed, and whose former date a statement of the story still tells.

    `paragraphs`: where the statement stands in the article; `about`: the ids of the events that it belongs to.
    """
    changed = story.changed_events
    if not changed:
        return []
    words = _Words(text, story.language, _read(text, story.language))
    return [
        event
        for event in changed
        if _still_tells(words, event, own=event.id in about, near=bool(set(event.paragraph) & set(paragraphs)))
    ]


def contradicts_fact(story: Story, fact: Fact) -> list[Event]:
    """Return the events whose change of plan contradicts a fact."""
    return _contradicted_by(story, fact.text, fact.paragraph, fact.events)


def contradicts_sentence(story: Story, sentence: Sentence) -> list[Event]:
    """Return the events whose change of plan contradicts a sentence of the summary."""
    return _contradicted_by(story, sentence.text, sentence.paragraph)


def contradicts_role(story: Story, entity: Entity) -> list[Event]:
    """Return the events whose change of plan contradicts an entity's role."""
    about = [event.id for event in story.changed_events if entity.id in event.about]
    return _contradicted_by(story, entity.role, entity.paragraph, about)


def contradicts_description(story: Story, event: Event) -> list[Event]:
    """Return the events whose change of plan contradicts an event's description."""
    return _contradicted_by(story, event.description, event.paragraph, [event.id])


def _still_tells(words: "_Words", event: Event, *, own: bool, near: bool) -> bool:
    now = None if event.status in _GONE else event.start
    return any(
        words.tell(former, now, own=own, near=near) and not words.tell_new(former, now)
        for former in _former_dates(event)
    )


def _former_dates(event: Event) -> Iterator[EdtfDate]:
    """Yield the dates on which the event was to be, and no longer is."""
    now = Plan("scheduled", event.plan.date) if event.status == "held" else event.plan
    for change in event.history:
        if change.start and not change.plan.holds(now):
            yield from (end for end in change.start.span or (change.start,) if end)
    if event.start and event.status in _GONE:
        yield event.start


@dataclass(frozen=True, slots=True)
class _Words:
    """A statement with the dates that stand in it."""

    text: str
    language: str
    dates: Dateline

    def tell(self, former: EdtfDate, now: EdtfDate | None, *, own: bool, near: bool) -> bool:
        """True if the words tell the former date, as far as it differs from the present one."""
        first, new = former.first_day, now.first_day if now else None
        if former.precision >= Precision.DAY and former.day != new:
            if self._name_day(first):
                return True
        elif former.precision is Precision.TIME and now and now.moment != former.moment:
            if self._name_day(first) and self._name_clock(former):
                return True
        elif former.precision is Precision.MONTH and (self._name_month(first) if own else self._tell_month(first)):
            return True
        return (own or near) and self._tell_part(former, now, own=own)

    def tell_new(self, former: EdtfDate, now: EdtfDate | None) -> bool:
        """True if the words tell the present date, and do more than to name a span that the former one lies in."""
        if now is None or now.first_day <= former.first_day <= now.last_day:
            return bool(now and now.moment and now.day == former.day and self._name_clock(now))
        if now.precision >= Precision.DAY:
            return self._name_day(now.first_day)
        return self.dates.states(now.undoubted)

    def _tell_part(self, former: EdtfDate, now: EdtfDate | None, *, own: bool) -> bool:
        first, new = former.first_day, now.first_day if now else None
        other_month = new is None or (first.year, first.month) != (new.year, new.month)
        if former.precision >= Precision.MONTH and other_month and self._tell_month(first):
            return True
        other_year = new is None or first.year != new.year
        if (own or former.precision is Precision.YEAR) and other_year and f"{first.year:04}" in self.dates.years:
            return True
        if not own:
            return False
        if former.moment and (now is None or now.moment != former.moment) and self._name_clock(former):
            return True
        if former.precision < Precision.DAY or former.day == new:
            return False
        return bool(self.dates.apart) or self._name_weekday(first, new)

    def _name_day(self, day: date) -> bool:
        wanted = EdtfDate.parse(day.isoformat())
        return self.dates.states(wanted) or bool(_in_digits(day, self.language).search(self.text))

    def _name_month(self, day: date) -> bool:
        if not self.dates.months & {(None, day.month), (day.year, day.month)}:
            return False
        verb = _VERBS.get(day.month)  # it is written small
        return not verb or bool(re.search(rf"\b{verb}\b", self.text)) or self.language.partition("-")[0] != "en"

    def _tell_month(self, day: date) -> bool:
        """True if the words name this month, and no day of it, which they would tell in its place."""
        has_day = any(month == day.month and year in (None, day.year) for year, month, _ in self.dates.days)
        return self._name_month(day) and not has_day

    def _name_clock(self, at: EdtfDate) -> bool:
        return at.moment is not None and (int(at.text[11:13]), int(at.text[14:16])) in self.dates.times

    def _name_weekday(self, day: date, new: date | None) -> bool:
        if new and new.weekday() == day.weekday():
            return False
        name = format_date(day, "EEEE", locale=_locale(self.language))
        return bool(re.search(rf"\b{re.escape(name)}\b", self.text, re.IGNORECASE))


@lru_cache(maxsize=_KEPT)
def _read(text: str, language: str) -> Dateline:
    return Dateline.of(text, language)


@lru_cache(maxsize=_KEPT)
def _in_digits(day: date, language: str) -> re.Pattern[str]:
    """Return a pattern of a day in digits, and as the language writes it."""
    locale = _locale(language)
    year, short = f"{day.year:04}", f"{day.year % 100:02}"
    as_written = [format_date(day, style, locale=locale) for style in ("long", "medium", "short")]
    without_year = re.escape(format_skeleton("MMMMd", day, locale=locale))
    of_no_other_year = rf"(?!\.?,?\s?(?!{year})\d{{4}})"
    forms = [
        f"{year}-{day.month:02}-{day.day:02}",
        rf"0?{day.day}\s?[./]\s?0?{day.month}\s?[./]\s?(?:{year}|{short})",
        rf"0?{day.month}/0?{day.day}/(?:{year}|{short})",
        *map(re.escape, as_written),
        without_year + of_no_other_year,
    ]
    if locale.language != "en":  # in English that is a number, or a time
        forms.append(rf"0?{day.day}\.\s?0?{day.month}\.{of_no_other_year}")
    return re.compile(rf"(?<![\d.])(?:{'|'.join(forms)})(?!\d)", re.IGNORECASE)


def _locale(language: str) -> Locale:
    try:
        return Locale.parse(language, sep="-")
    except (ValueError, UnknownLocaleError):
        return Locale.parse("en")
