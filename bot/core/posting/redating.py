"""Tries an event at another date, as if its story had said so from the beginning; no file is touched."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce
from typing import Any

from bot.core.stories.dates import EdtfDate
from bot.core.stories.library import Library
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import parse_story


@dataclass(frozen=True, slots=True)
class OtherDate:
    """An event, and the date at which it is tried."""

    story: str
    event: str
    start: EdtfDate


def redated(library: Library, dates: Iterable[OtherDate]) -> Library:
    """Return the library with these events at their other dates; an event that does not exist is passed over."""
    return reduce(_redated, dates, library)


def _redated(library: Library, other: OtherDate) -> Library:
    found = library.find_event(other.story, other.event)
    if found is None:
        return library
    story, event = found
    data: dict[str, Any] = json.loads(story.snapshot)
    status = event.status if event.status in AWAITED else "scheduled"
    change = {"start": str(other.start), "status": status}
    data["events"] = [{**each, **change} if each["id"] == event.id else each for each in data["events"]]
    return library.replacing(parse_story(data))
