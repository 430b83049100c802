"""Subscribers: chats with their settings and subscriptions, and the posts that are planned for each of them."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import NamedTuple

from bot.core.posting.chats import EVERY_STORY, ChatKey, ChatSettings, PersonalReminder
from bot.core.posting.planning import Planned, Timing, plan, plan_event
from bot.core.stories.library import Library

_DEFAULTS = ChatSettings()
_EVER = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Subscriber:
    """A chat with its settings and subscriptions."""

    chat: ChatKey
    settings: ChatSettings = _DEFAULTS
    stories: tuple[str, ...] = (EVERY_STORY,)
    reminders: tuple[PersonalReminder, ...] = ()
    """The reminders of the person in a private chat."""


class Appointment(NamedTuple):
    """A planned post with the timing that it was planned by."""

    planned: Planned
    timing: Timing


def plan_for(library: Library, subscriber: Subscriber, since: datetime, until: datetime) -> list[Appointment]:
    """Plan a chat's posts from `since` on and before `until`, in order; each notice once, where it is due first."""
    once: dict[tuple[str, str, str], Appointment] = {}
    for each in sorted(_planned(library, subscriber, until), key=lambda each: each.planned.at):
        story, event, lead = each.planned.story, each.planned.event, each.planned.lead
        once.setdefault((story.slug, event.id, str(lead)), each)
    return [each for each in once.values() if each.planned.at >= since]


def _planned(library: Library, subscriber: Subscriber, until: datetime) -> Iterator[Appointment]:
    """Yield past posts too: a person's own reminder is not repeated when the subscription's quiet hours end."""
    timing = Timing.of(subscriber.settings)
    wanted = subscriber.stories
    stories = [each for each in library.stories if EVERY_STORY in wanted or each.slug in wanted]
    for planned in plan(stories, timing, _EVER, until):
        yield Appointment(planned, timing)
    for reminder in subscriber.reminders:
        found = library.find_event(reminder.story, reminder.event)
        timing = Timing.of(replace(subscriber.settings, leads=reminder.lead)).personal()
        for planned in plan_event(*found, timing, _EVER, until) if found else ():
            yield Appointment(planned, timing)
