"""What a post says: composed when it goes out, so that it is true at that moment; or why it no longer goes out."""

from datetime import datetime
from zoneinfo import ZoneInfo

from bot.core.answers.about import chat_lost
from bot.core.answers.events import is_past
from bot.core.answers.reminder import change_of_plan, correction, reminder, retraction
from bot.core.cards import Card
from bot.core.inquiry import Inquiry, ask
from bot.core.language import Language
from bot.core.leads import Lead
from bot.core.library import Library
from bot.core.outcomes import UPGRADED
from bot.core.planning import AWAITED, Planned, Timing, is_of_use
from bot.core.posts import CHANGE, CORRECTION, LOST, RETRACTION, Loss, Post, Step, is_late, is_overtaken
from bot.core.repairs import corrections_of
from bot.core.requests import ChatKey, ChatSettings
from bot.core.story import Event, Story

TOO_LATE = "too late to be of use"
NOT_PUBLISHED = "the story is no longer published"


def compose(library: Library, planned: Planned, timing: Timing, language: Language, now: datetime) -> Card:
    """The card of a reminder, as of `now`."""
    inquiry = _inquiry(library, planned.story, planned.event, timing, language, now)
    return reminder(inquiry, planned, timing, late=is_late(planned, now))


def compose_change(library: Library, post: Post, timing: Timing, language: Language, now: datetime) -> Card:
    """The card that tells of a change: of a plan, by a correction or retraction; of one that `still_planned` says."""
    if post.lead == RETRACTION:
        gone = library.retracted[post.story]
        return retraction(_inquiry(library, gone, None, timing, language, now), gone)
    story = library.story(post.story)
    assert story
    if post.lead.startswith(CORRECTION):
        corrected = story.correction(post.lead.removeprefix(CORRECTION))
        return correction(_inquiry(library, story, None, timing, language, now), story, corrected)
    event = story.event(post.event)
    return change_of_plan(_inquiry(library, story, event, timing, language, now), story, event)


def compose_loss(post: Post, loss: Loss, language: Language) -> Card:
    """The card that tells whoever subscribed a chat that it is lost."""
    # A reason may come after what was to be done in the chat.
    return chat_lost(language, lost_chat(post).id, loss.title, upgraded=loss.reason.endswith(UPGRADED))


def lost_chat(post: Post) -> ChatKey:
    """The chat that such a notice is about."""
    return ChatKey(post.chat.platform, post.lead.removeprefix(LOST))


def compose_again(library: Library, post: Post, was: Story, timing: Timing, language: Language) -> Card | None:
    """What a sent post would say now had it been posted from the newest version, as of the moment when it was sent.

    `was` is the version that it was posted from. None where the newest one has nothing to put in its place.
    """
    now = post.sent_at or post.due_at
    if retracted := library.retracted.get(post.story):
        return retraction(_inquiry(library, retracted, None, timing, language, now), retracted)
    found = library.find_event(post.story, post.event)
    if found is None:
        return None
    story, event = found
    inquiry = _inquiry(library, story, event, timing, language, now)
    mended = corrections_of(was, story, post.event, post.lead)
    if post.lead == CHANGE:
        return change_of_plan(inquiry, story, event, mended)
    planned = Planned(post.due_at, story, event, Lead.parse(post.lead))
    changed = is_overtaken(post.revision, post.plan, event)
    return reminder(inquiry, planned, timing, late=post.late, changed=changed, corrections=mended)


def _inquiry(  # noqa: PLR0913, PLR0917 -- what an inquiry is made of
    library: Library, story: Story, event: Event | None, timing: Timing, language: Language, now: datetime
) -> Inquiry:
    """What the desk would be asked at that moment from that chat."""
    about = event.id if event else ""
    zone = str(timing.zone(event)) if event else timing.timezone
    return Inquiry(
        ask("when", story, about),
        text=about,
        story=story,
        slug=story.slug,
        library=library,
        language=language,
        settings=ChatSettings(timezone=zone),
        now=now,
    )


def still_planned(library: Library, post: Post, now: datetime) -> Planned | Step | None:
    """The reminder that a post stands for, or the step that ends it: its plan changed, or it is of no use any more.

    None where it is the notice of a change that is still to be told.
    """
    if post.is_news:
        return _still_holds(library, post)
    story = library.story(post.story)
    event = story.find_event(post.event) if story else None
    if story is None or event is None:
        return Step("withdrawn", "the story no longer names the event" if story else NOT_PUBLISHED)
    if is_overtaken(post.revision, post.plan, event):
        return Step("withdrawn", f"the plan changed: {event.plan}")
    if post.lead == CHANGE:
        return Step("skipped", TOO_LATE) if is_past(event, now) else None
    if event.status not in AWAITED:
        return Step("withdrawn", f"the event is {event.status}")
    planned = Planned(post.due_at, story, event, Lead.parse(post.lead))
    return planned if is_of_use(planned, now) else Step("skipped", TOO_LATE)


def _still_holds(library: Library, post: Post) -> Step | None:
    """Whether what is told is still so."""
    if post.lead.startswith(LOST):
        return None
    if post.lead == RETRACTION:
        return None if post.story in library.retracted else Step("withdrawn", "the story is published again")
    story = library.story(post.story)
    if story is None:
        return Step("withdrawn", NOT_PUBLISHED)
    known = any(post.lead == CORRECTION + each.id for each in story.corrections)
    return None if known else Step("withdrawn", "the story no longer has the correction")


def is_quiet(library: Library, post: Post, settings: ChatSettings, now: datetime) -> bool:
    """Whether it is quiet hours in the chat, so that what goes out nevertheless goes out silently."""
    story, timing = library.story(post.story), Timing.of(settings)
    if story is None or timing.quiet is None:
        return False
    event = story.find_event(post.event)
    local = now.astimezone(timing.zone(event) if event else ZoneInfo(timing.timezone or "UTC"))
    return timing.quiet.after(local) != local
