"""A rehearsal: every post that would go out, and what it would say, without sending any."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.core.cards import Card
from bot.core.composing import compose
from bot.core.language import Language
from bot.core.library import Library
from bot.core.planning import Planned, Timing, plan


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One post: when it is due, in UTC and on the chat's clock, and its card."""

    planned: Planned
    local: datetime
    card: Card


def rehearse(
    library: Library, timing: Timing, since: datetime, until: datetime, language: Language
) -> Iterator[Rehearsed]:
    """The posts that are due from `since` on and before `until`, in the order in which they go out."""
    for planned in plan(library.stories, timing, since, until):
        local = planned.at.astimezone(timing.zone(planned.event))
        yield Rehearsed(planned, local, compose(library, planned, timing, language, planned.at))


def sample_zone(library: Library) -> str | None:
    """The zone of a chat that stands for all: that of the first event of the newest story that has one."""
    return next((event.zone for story in library.stories for event in story.events), None)
