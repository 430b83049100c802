"""What a reminder says: composed when it goes out, so that it is true at that moment; or why it no longer goes out."""

from datetime import datetime

from bot.core.answers.reminder import reminder
from bot.core.cards import Card
from bot.core.inquiry import Inquiry, ask
from bot.core.language import Language
from bot.core.leads import Lead
from bot.core.library import Library
from bot.core.planning import Planned, Timing, is_of_use
from bot.core.posts import Post, Step, is_late
from bot.core.requests import ChatSettings

TOO_LATE = "too late to be of use"


def compose(library: Library, planned: Planned, timing: Timing, language: Language, now: datetime) -> Card:
    """The card of a reminder, as of `now`."""
    story = planned.story
    inquiry = Inquiry(
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
        now=now,
    )
    return reminder(inquiry, planned, timing, late=is_late(planned, now))


def still_planned(library: Library, post: Post, now: datetime) -> Planned | Step:
    """The reminder that a post stands for, or the step that ends it: its plan changed, or it is of no use any more."""
    story = library.story(post.story)
    if story is None:
        return Step("withdrawn", "the story is no longer published")
    event = next((event for event in story.events if event.id == post.event), None)
    if event is None:
        return Step("withdrawn", "the story no longer names the event")
    if (event.revision, event.plan) != (post.revision, post.plan):
        return Step("withdrawn", f"the plan changed: {event.status} {event.start or ''}".rstrip())
    planned = Planned(post.due_at, story, event, Lead.parse(post.lead))
    return planned if is_of_use(planned, now) else Step("skipped", TOO_LATE)
