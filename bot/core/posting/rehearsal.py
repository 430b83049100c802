"""A rehearsal: every post that would go out, with its card; it sends nothing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from bot.core.posting.chats import ChatKey
from bot.core.posting.composing import compose
from bot.core.posting.planning import Planned, Timing, plan
from bot.core.posting.subscribers import Appointment, Subscriber, plan_for
from bot.core.stories.library import Library
from bot.core.wording.cards import Card
from bot.core.wording.language import Language, Languages

_ANY = ChatKey("", "")
_LONGEST = timedelta(days=365)
_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Rehearsed:
    """One post: its due time on the chat's clock, its arrival in UTC, and its card at that moment."""

    planned: Planned
    local: datetime
    card: Card
    at: datetime
    late: bool = False
    silent: bool = False
    """True if it arrives in quiet hours."""
    waited: bool = False
    """True if quiet hours delayed it."""


def rehearse(
    library: Library, subscribers: Iterable[Subscriber], since: datetime, until: datetime, languages: Languages
) -> list[tuple[Subscriber, Rehearsed]]:
    """Return each chat's posts that are due from `since` on and before `until`, in the order in which they go out."""
    of_a_kind: dict[Subscriber, list[Rehearsed]] = {}
    posts: list[tuple[Subscriber, Rehearsed]] = []
    for subscriber in subscribers:
        kind = replace(subscriber, chat=_ANY)
        if kind not in of_a_kind:
            language = languages.get(subscriber.settings.language)
            of_a_kind[kind] = [
                _rehearsed(library, each, language) for each in plan_for(library, subscriber, since, until)
            ]
        posts += [(subscriber, post) for post in of_a_kind[kind]]
    return sorted(posts, key=lambda each: each[1].at)


def _rehearsed(library: Library, appointment: Appointment, language: Language) -> Rehearsed:
    planned, timing = appointment
    local = planned.at.astimezone(timing.zone(planned.event))
    return Rehearsed(planned, local, compose(library, planned, timing, language, planned.at), planned.at)


def usual_span(library: Library, now: datetime) -> tuple[datetime, datetime]:
    """Return the days from today to the day after the last post, at most a year; whole days, in UTC.

    If no post is to come, use the newest story's own calendar, from the day after the article.
    """
    since = _midnight(now)
    stories = library.stories
    if library.newest and not plan(stories, Timing(), since, since + _LONGEST):
        since, stories = _midnight(library.newest.date.bounds(UTC)[0]) + _DAY, (library.newest,)
    posts = plan(stories, Timing(), since, since + _LONGEST)
    return since, _midnight(posts[-1].at if posts else since) + _DAY


def _midnight(moment: datetime) -> datetime:
    return datetime.combine(moment.astimezone(UTC).date(), time(), UTC)
