"""A rehearsal: every post that would go out, and what it would say, without sending any."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from bot.core.answers.reminder import reminder
from bot.core.cards import Card
from bot.core.inquiry import Inquiry, ask
from bot.core.language import Language
from bot.core.library import Library
from bot.core.planning import Planned, Timing, plan
from bot.core.requests import ChatSettings


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
        inquiry = _inquiry(library, planned, timing, language)
        local = planned.at.astimezone(timing.zone(planned.event))
        yield Rehearsed(planned, local, reminder(inquiry, planned, timing))


def sample_zone(library: Library) -> str | None:
    """The zone of a chat that stands for all: that of the first event of the newest story that has one."""
    return next((event.zone for story in library.stories for event in story.events), None)


def _inquiry(library: Library, planned: Planned, timing: Timing, language: Language) -> Inquiry:
    """What the desk would be asked at that moment from that chat."""
    story = planned.story
    return Inquiry(
        invocation=ask("when", story, planned.event.id),
        text=planned.event.id,
        page=1,
        story=story,
        slug=story.slug,
        library=library,
        language=language,
        settings=ChatSettings(timezone=str(timing.zone(planned.event))),
        may_manage=False,
        tags=(),
        now=planned.at,
    )
