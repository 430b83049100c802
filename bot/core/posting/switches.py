"""Switches: change an event's plan for a trial, in a library of its own; no story's file is touched."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import reduce
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.core.stories.library import Library
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import Event, parse_story

Switched = Literal["postponed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Switch:
    """An event that is postponed or cancelled, and the moment at which the newsroom says so."""

    story: str
    event: str
    status: Switched
    at: datetime


def switched(library: Library, switches: Iterable[Switch]) -> Library:
    """Return the library after these switches; an event that cannot be switched stays as it is."""
    return reduce(_switched, switches, library)


def can_switch(library: Library, switch: Switch) -> bool:
    """True if the event exists and is still to come."""
    story = library.story(switch.story)
    event = story.find_event(switch.event) if story else None
    return event is not None and event.status in AWAITED


def _switched(library: Library, switch: Switch) -> Library:
    if not can_switch(library, switch):
        return library
    story = library.story(switch.story)
    assert story
    event = story.event(switch.event)
    data: dict[str, Any] = json.loads(story.snapshot)
    data["events"] = [_changed(each, event, switch) if each["id"] == event.id else each for each in data["events"]]
    return library.replacing(parse_story(data))


def _changed(data: dict[str, Any], event: Event, switch: Switch) -> dict[str, Any]:
    """Change the event. A postponed one has no date until there is a new one; the former date stands in its history."""
    day = switch.at.astimezone(ZoneInfo(event.zone)).date()
    known = max([day, *(change.changed.sort_key[0] for change in event.history)])
    former = {"changed": known.isoformat(), "start": data.get("start"), "status": data["status"]}
    start = data.get("start") if switch.status == "cancelled" else None
    return {**data, "status": switch.status, "start": start, "history": [*data.get("history", ()), former]}
