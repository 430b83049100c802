"""Repairs: compares the content of a sent post with its story now. Pure: the ledger keeps the results.

A post is compared with the version that it was posted from, so a change while the bot was down is found too. Only
a changed plan, an entry under `corrections` and a retraction count; a mended typo is silent.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import NamedTuple, Protocol

from bot.core.posting import notices
from bot.core.posting.chats import ChatKey
from bot.core.posting.notice_cards import facts_of
from bot.core.posting.outcomes import Deleted, EditOutcome, Gone, Moved, Rejected, RetryLater, Sent, Unchangeable
from bot.core.posting.posts import Post, Repair, plan_changed, retry_delay
from bot.core.stories.story import Correction, Fact, Story


class Shown(NamedTuple):
    """The content of posts that went out: a notice, from one version of its story."""

    notice: notices.Notice
    version: str


@dataclass(frozen=True, slots=True)
class RepairStep:
    """A change for the ledger after an attempt: the state of the repair, its reason, and when it may be tried again."""

    repair: Repair
    reason: str
    not_before: datetime | None = None
    repaired: str | None = None
    replies: tuple[notices.Notice, ...] = ()
    """The notices to post in reply."""
    moved_to: ChatKey | None = None
    set_aside: bool = False


def why_outdated(was: Story, story: Story, notice: notices.Notice) -> str | None:
    """Return the reason to repair a post that shows one version of a story for another; None if the post may stay."""
    if isinstance(notice, notices.ChatLost):
        return None
    if story.status != was.status:
        return {"retracted": "the story was retracted", "published": "the story is published again"}.get(story.status)
    if story.status != "published" or not isinstance(notice, notices.OfPlan):
        return None
    before, event = was.find_event(notice.event), story.find_event(notice.event)
    if before is None or event is None:
        return None
    if not before.plan.holds(event.plan):
        return plan_changed(event.plan)
    corrections = corrections_of(was, story, notice)
    return f"corrected: {', '.join(each.id for each in corrections)}" if corrections else None


def corrections_of(was: Story, story: Story, notice: notices.Notice) -> list[Correction]:
    """Return the corrections between two versions of the story that touch the content of a post about an event."""
    event = was.find_event(notice.event) if isinstance(notice, notices.OfPlan) else None
    if event is None:
        return []
    known = {each.id for each in was.corrections}
    facts = facts_of(was, event) if isinstance(notice, notices.Reminder) else []
    return [
        each
        for each in story.corrections
        if each.id not in known and (event.id in each.events or any(_mends(each, fact, was, story) for fact in facts))
    ]


def replies(was: Story, story: Story, notice: notices.Notice) -> tuple[notices.Notice, ...]:
    """Return the replies to a post that cannot be edited any more; a changed plan has a notice of its own."""
    if story.status == "retracted":
        return (notices.Retraction(story.slug),)
    return tuple(notices.Correction(story.slug, each.id) for each in corrections_of(was, story, notice))


def after_edit(  # noqa: PLR0911 -- a table, a row each
    post: Post, outcome: EditOutcome, story: Story, told: Sequence[notices.Notice], now: datetime
) -> RepairStep:
    """Return the result of a repair: edited; told in reply, but never to a message that was deleted; or tried again."""
    why = post.repair_reason
    match outcome:
        case Sent():
            return RepairStep("edited", why, repaired=story.version)
        case Unchangeable():
            return RepairStep("replied", why, repaired=story.version, replies=tuple(told))
        case Deleted():
            return RepairStep("unreachable", f"{why}; the message was deleted")
        case Gone(reason):
            return RepairStep("unreachable", f"{why}; {reason}", set_aside=True)
        case Rejected(reason):
            return RepairStep("unreachable", f"{why}; {reason}")
        case Moved(to):
            return RepairStep("pending", why, not_before=now, moved_to=to)
        case RetryLater(seconds):
            return RepairStep("pending", why, not_before=now + timedelta(seconds=seconds))
        case _:  # an edit that may have arrived can be repeated
            return RepairStep("pending", why, not_before=now + retry_delay(post.repair_attempts))


def _mends(correction: Correction, fact: Fact, was: Story, story: Story) -> bool:
    """True if the correction names a fact; a fact that got its id only for this is known by its former text."""
    if fact.id:
        return fact.id in correction.facts
    old_ids = {each.id for each in was.facts}
    gone = all(each.text != fact.text for each in story.facts)
    return gone and any(named not in old_ids for named in correction.facts)


class Snapshots(Protocol):
    """Keeps every version of a story that any reader was shown; StorageUnavailable if that cannot be done now."""

    async def keep(self, stories: Iterable[Story]) -> None:
        """Keep these versions, unless they are kept already."""

    async def get(self, version: str) -> Story | None:
        """Return a version of a story; None if it is not kept, or this version of Newspeg cannot read it."""


class RepairLedger(Protocol):
    """Keeps the repairs of sent posts whose story changed; StorageUnavailable if that cannot be done now."""

    async def shown(self, since: int) -> tuple[Sequence[Shown], int]:
        """Return the contents of sent posts, written since a change, that can still be reached, the oldest first.

        Return also the newest change among them, to go on from; 0 is the beginning.
        """

    async def ask(self, shown: Shown, reason: str, now: datetime) -> int:
        """Ask for the repair of the posts that show this, except those under repair already; return how many."""

    async def withdraw(self, story: str, reason: str) -> int:
        """Withdraw the pending posts of a story, except those about its retraction; return how many."""

    async def to_repair(self, platform: str, now: datetime, limit: int) -> Sequence[Post]:
        """Return posts to repair now, one per chat, the longest waiting first; none while posting is paused."""

    async def record_repair(self, post: Post, step: RepairStep, now: datetime) -> None:
        """In one transaction: record the result of a repair, and write the replies."""
