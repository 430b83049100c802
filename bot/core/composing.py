"""What a reminder says: composed when it goes out, so that it is true at that moment; or why it no longer goes out."""

from datetime import datetime

from bot.core.answers.events import is_past
from bot.core.answers.reminder import change_of_plan, reminder
from bot.core.cards import Card
from bot.core.inquiry import Inquiry, ask
from bot.core.language import Language
from bot.core.leads import Lead
from bot.core.library import Library
from bot.core.planning import AWAITED, Planned, Timing, is_of_use
from bot.core.posts import CHANGE, Post, Step, is_late, is_overtaken
from bot.core.requests import ChatSettings
from bot.core.story import Event, Story

TOO_LATE = "too late to be of use"


def compose(library: Library, planned: Planned, timing: Timing, language: Language, now: datetime) -> Card:
    """The card of a reminder, as of `now`."""
    inquiry = _inquiry(library, planned.story, planned.event, str(timing.zone(planned.event)), language, now)
    return reminder(inquiry, planned, timing, late=is_late(planned, now))


def compose_change(library: Library, post: Post, timing: Timing, language: Language, now: datetime) -> Card:
    """The card that tells of a changed plan, as of `now`; the story must still have the event."""
    story = library.story(post.story)
    assert story
    event = story.event(post.event)
    return change_of_plan(_inquiry(library, story, event, str(timing.zone(event)), language, now), story, event)


def _inquiry(  # noqa: PLR0913, PLR0917 -- what an inquiry is made of
    library: Library, story: Story, event: Event, zone: str, language: Language, now: datetime
) -> Inquiry:
    """What the desk would be asked at that moment from that chat."""
    return Inquiry(
        invocation=ask("when", story, event.id),
        text=event.id,
        page=1,
        story=story,
        slug=story.slug,
        library=library,
        language=language,
        settings=ChatSettings(timezone=zone),
        may_manage=False,
        tags=(),
        now=now,
    )


def still_planned(library: Library, post: Post, now: datetime) -> Planned | Step | None:
    """The reminder that a post stands for, or the step that ends it: its plan changed, or it is of no use any more.

    None where it is the notice of a changed plan that is still to be told.
    """
    story = library.story(post.story)
    if story is None:
        return Step("withdrawn", "the story is no longer published")
    event = next((event for event in story.events if event.id == post.event), None)
    if event is None:
        return Step("withdrawn", "the story no longer names the event")
    if is_overtaken(post.revision, post.plan, event):
        return Step("withdrawn", f"the plan changed: {event.plan}")
    if post.lead == CHANGE:
        return Step("skipped", TOO_LATE) if is_past(event, now) else None
    if event.status not in AWAITED:
        return Step("withdrawn", f"the event is {event.status}")
    planned = Planned(post.due_at, story, event, Lead.parse(post.lead))
    return planned if is_of_use(planned, now) else Step("skipped", TOO_LATE)


def is_quiet(library: Library, post: Post, settings: ChatSettings, now: datetime) -> bool:
    """Whether it is quiet hours in the chat, so that what goes out nevertheless goes out silently."""
    story, timing = library.story(post.story), Timing.of(settings)
    if story is None or timing.quiet is None:
        return False
    local = now.astimezone(timing.zone(story.event(post.event)))
    return timing.quiet.after(local) != local
