"""A trial: shows one chat's posts when events are switched, or the bot is down for a while. It sends and keeps nothing.

It goes by what live posts go by: the same planning, composing and repairs. A switched event has its new plan in a
library of its own; no story's file knows of it.
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import reduce
from typing import Any, Literal
from zoneinfo import ZoneInfo

from bot.core.posting.composing import TOO_LATE, compose, compose_again, compose_change, is_quiet, still_planned
from bot.core.posting.notices import PlanChange, Reminder
from bot.core.posting.planning import Planned, Timing, due, waits_until
from bot.core.posting.posts import Post, Step, is_late
from bot.core.posting.rehearsal import Rehearsed
from bot.core.posting.repairs import why_outdated
from bot.core.posting.subscribers import Appointment, Subscriber, plan_for
from bot.core.stories.event import Event
from bot.core.stories.library import Library
from bot.core.stories.plans import AWAITED
from bot.core.stories.story import parse_story
from bot.core.wording.cards import Card
from bot.core.wording.language import Language

Switched = Literal["postponed", "cancelled"]


@dataclass(frozen=True, slots=True)
class Switch:
    """An event that is postponed or cancelled, and the moment at which the newsroom says so."""

    story: str
    event: str
    status: Switched
    at: datetime


@dataclass(frozen=True, slots=True)
class Outage:
    """The time in which the bot is down; posts that fall due then go out at its end, if they are of use then."""

    since: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Dropped:
    """A post that does not arrive: its due time on the chat's clock, the moment and the reason of the decision."""

    planned: Planned
    local: datetime
    at: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Edited:
    """A post that has arrived, and the card that replaces it."""

    post: Rehearsed
    card: Card
    reason: str


@dataclass(frozen=True, slots=True)
class Changed:
    """The effects of a switched event on a chat: reminders withdrawn; if it got one, a notice and edited posts."""

    switch: Switch
    at: datetime
    withdrawn: tuple[Dropped, ...]
    told: Card | None
    edited: tuple[Edited, ...]


Happening = Rehearsed | Dropped | Changed


class Trial:
    """One chat's trial; of several switches of an event the last one counts."""

    def __init__(
        self,
        library: Library,
        subscriber: Subscriber,
        language: Language,
        switches: Sequence[Switch] = (),
        outage: Outage | None = None,
    ) -> None:
        each_once = {(switch.story, switch.event): switch for switch in switches if can_switch(library, switch)}
        self._switches = sorted(each_once.values(), key=lambda switch: switch.at)
        self._library = library
        self._libraries = [switched(library, self._switches[:count]) for count in range(len(self._switches) + 1)]
        self._subscriber = subscriber
        self._timing = Timing.of(subscriber.settings)
        self._language = language
        self._outage = outage

    def run(self, since: datetime, until: datetime) -> list[Happening]:
        """Return all that happens to posts due from `since` on and before `until`, in order."""
        outcomes = [self._outcome(each) for each in plan_for(self._library, self._subscriber, since, until)]
        arrived = [each for each in outcomes if isinstance(each, Rehearsed)]
        dropped = [each for each in outcomes if isinstance(each, Dropped)]
        too_late = [each for each in dropped if each.reason == TOO_LATE]
        withdrawn = [each for each in dropped if each.reason != TOO_LATE]
        changed = [self._changed(switch, arrived, withdrawn) for switch in self._switches]
        return sorted([*arrived, *too_late, *changed], key=lambda each: each.at)

    def _outcome(self, appointment: Appointment) -> Rehearsed | Dropped:
        planned, timing = appointment
        at = self._up(planned.at)
        held_up = waits_until(planned, timing, at) if is_late(planned, at) else None
        at = held_up or at
        local = planned.at.astimezone(timing.zone(planned.event))
        library, post = self._library_at(at), self._post(planned)
        still = still_planned(library, post, at)
        if not isinstance(still, Planned):
            return Dropped(planned, local, at, still.reason if still else TOO_LATE)
        return Rehearsed(
            planned,
            local,
            compose(library, still, timing, self._language, at),
            at,
            late=is_late(planned, at),
            silent=is_quiet(library, post, self._subscriber.settings, at),
            waited=held_up is not None or due(planned.event, planned.lead, replace(timing, quiet=None)) != planned.at,
        )

    def _changed(self, switch: Switch, arrived: Sequence[Rehearsed], withdrawn: Sequence[Dropped]) -> Changed:
        at = self._up(switch.at)
        library = self._library_at(at)
        shown = [each for each in arrived if _is_about(each.planned, switch) and each.at < at]
        return Changed(
            switch,
            at,
            tuple(each for each in withdrawn if _is_about(each.planned, switch)),
            self._told(shown[-1], library, at) if shown else None,
            tuple(edit for each in shown if (edit := self._edited(each, library))),
        )

    def _told(self, shown: Rehearsed, library: Library, at: datetime) -> Card | None:
        story = library.story(shown.planned.story.slug)
        assert story
        event = story.event(shown.planned.event.id)
        notice = PlanChange(story.slug, event.id, 1, event.plan)
        if isinstance(still_planned(library, replace(self._post(shown.planned), notice=notice), at), Step):
            return None
        return compose_change(library, notice, self._timing, self._language, at)

    def _edited(self, shown: Rehearsed, library: Library) -> Edited | None:
        was = shown.planned.story
        story = library.story(was.slug)
        assert story
        post = replace(self._post(shown.planned), sent_at=shown.at, late=shown.late)
        reason = why_outdated(was, story, post.notice)
        card = compose_again(library, post, was, self._timing, self._language)
        return Edited(shown, card, reason) if card and reason else None

    def _post(self, planned: Planned) -> Post:
        """Make the post that the ledger would have."""
        event = planned.event
        notice = Reminder(planned.story.slug, event.id, 0, event.plan, planned.lead)
        return Post(0, self._subscriber.chat, notice, planned.at)

    def _library_at(self, moment: datetime) -> Library:
        return self._libraries[sum(switch.at <= moment for switch in self._switches)]

    def _up(self, moment: datetime) -> datetime:
        """Return the moment itself, or the end of the outage around it."""
        outage = self._outage
        return outage.until if outage and outage.since <= moment < outage.until else moment


def _is_about(planned: Planned, switch: Switch) -> bool:
    return (planned.story.slug, planned.event.id) == (switch.story, switch.event)


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
