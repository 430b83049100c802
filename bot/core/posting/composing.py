"""Composes a post when it goes out, so that it is true at that moment; or says why it no longer goes out."""

from datetime import datetime
from typing import assert_never
from zoneinfo import ZoneInfo

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.notice_cards import change_of_plan, chat_lost, correction, reminder, retraction
from bot.core.posting.notices import (
    ChatLost,
    Correction,
    OfPlan,
    PlanChange,
    Reminder,
    Retraction,
)
from bot.core.posting.outcomes import UPGRADED
from bot.core.posting.planning import Planned, Timing, is_of_use
from bot.core.posting.posts import Loss, Post, Step, is_late, plan_changed
from bot.core.posting.repairs import corrections_of
from bot.core.stories.event import Event
from bot.core.stories.library import Library
from bot.core.stories.plans import AWAITED, Plan
from bot.core.stories.story import Story
from bot.core.wording.cards import Card, Note
from bot.core.wording.events import is_past
from bot.core.wording.language import Language, Voice
from bot.core.wording.statements import dateline

TOO_LATE = "too late to be of use"
NOT_PUBLISHED = "the story is no longer published"


def compose(library: Library, planned: Planned, timing: Timing, language: Language, now: datetime) -> Card:
    """Return the card of a reminder, as of `now`."""
    voice = _voice(timing, planned.event, language, now)
    dated = _dateline(library, planned.story, voice)
    return reminder(voice, planned, timing, dated, late=is_late(planned, now))


def compose_change(
    library: Library, notice: PlanChange | Correction | Retraction, timing: Timing, language: Language, now: datetime
) -> Card:
    """Return the card that tells of a change, if `still_planned` says that the change still holds."""
    if isinstance(notice, Retraction):
        return retraction(language, library.retracted[notice.story])
    story = library.story(notice.story)
    assert story
    if isinstance(notice, Correction):
        voice = Voice(language, now, ZoneInfo(timing.timezone) if timing.timezone else None)
        return correction(voice, story, story.correction(notice.correction), _dateline(library, story, voice))
    event = story.event(notice.event)
    voice = _voice(timing, event, language, now)
    return change_of_plan(voice, story, event, _dateline(library, story, voice))


def compose_loss(notice: ChatLost, loss: Loss, language: Language) -> Card:
    """Return the card that tells the person who subscribed a chat that the chat is lost."""
    # Other words may stand before this reason.
    return chat_lost(language, notice.chat, loss.title, upgraded=loss.reason.endswith(UPGRADED))


def lost_chat(post: Post) -> ChatKey | None:
    """Return the chat whose loss a post tells of; None if it tells of something else."""
    return ChatKey(post.chat.platform, post.notice.chat) if isinstance(post.notice, ChatLost) else None


def compose_again(library: Library, post: Post, was: Story, timing: Timing, language: Language) -> Card | None:
    """Return the card that a sent post would show if it had been posted from the newest version at the same moment.

    `was` is the version that it was posted from. None if the newest one has nothing to put in its place.
    """
    now = post.sent_at or post.due_at
    if retracted := library.retracted.get(post.story):
        return retraction(language, retracted)
    notice = post.notice
    found = library.find_event(post.story, post.event)
    if found is None or not isinstance(notice, OfPlan):
        return None
    story, event = found
    voice = _voice(timing, event, language, now)
    dated = _dateline(library, story, voice)
    mended = corrections_of(was, story, notice)
    if isinstance(notice, PlanChange):
        return change_of_plan(voice, story, event, dated, mended)
    planned = Planned(post.due_at, story, event, notice.lead)
    changed = _has_changed(notice.plan, was.find_event(event.id), event)
    return reminder(voice, planned, timing, dated, late=post.late, changed=changed, corrections=mended)


def _has_changed(plan: Plan, was: Event | None, event: Event) -> bool:
    """True if the plan differs from the posted one, or differed in between."""
    since = event.history[was.revision :] if was else ()
    return not all(plan.holds(each) for each in (event.plan, *(change.plan for change in since)))


def _voice(timing: Timing, event: Event, language: Language, now: datetime) -> Voice:
    return Voice(language, now, timing.zone(event))


def _dateline(library: Library, story: Story, voice: Voice) -> Note:
    return dateline(voice, story, named=len(library.stories) > 1)


def still_planned(library: Library, post: Post, now: datetime) -> Planned | Step | None:
    """Return the reminder of a post, or the step that ends it: its plan changed, or it is of no use any more.

    Return None if the post tells of a change that the chat still has to be told of.
    """
    match post.notice:
        case ChatLost():
            return None
        case Retraction(slug):
            return None if slug in library.retracted else Step("withdrawn", "the story is published again")
        case Correction(slug, correction_id):
            return _still_corrected(library.story(slug), correction_id)
        case PlanChange() | Reminder():
            return _still_of_plan(library, post.notice, post.due_at, now)
        case _:
            assert_never(post.notice)


def _still_corrected(story: Story | None, correction_id: str) -> Step | None:
    if story is None:
        return Step("withdrawn", NOT_PUBLISHED)
    known = any(each.id == correction_id for each in story.corrections)
    return None if known else Step("withdrawn", "the story no longer has the correction")


def _still_of_plan(library: Library, notice: OfPlan, due_at: datetime, now: datetime) -> Planned | Step | None:
    story = library.story(notice.story)
    event = story.find_event(notice.event) if story else None
    if story is None or event is None:
        return Step("withdrawn", "the story no longer names the event" if story else NOT_PUBLISHED)
    if not notice.plan.holds(event.plan):
        return Step("withdrawn", plan_changed(event.plan))
    if isinstance(notice, PlanChange):
        return Step("skipped", TOO_LATE) if is_past(event, now) else None
    if event.status not in AWAITED:
        return Step("withdrawn", f"the event is {event.status}")
    planned = Planned(due_at, story, event, notice.lead)
    return planned if is_of_use(planned, now) else Step("skipped", TOO_LATE)


def is_quiet(library: Library, post: Post, settings: ChatSettings, now: datetime) -> bool:
    """True if the chat has quiet hours now: a post that goes out nevertheless is then silent."""
    story, timing = library.story(post.story), Timing.of(settings)
    if story is None or timing.quiet is None:
        return False
    event = story.find_event(post.event)
    local = now.astimezone(timing.zone(event) if event else ZoneInfo(timing.timezone or "UTC"))
    return timing.quiet.after(local) != local
