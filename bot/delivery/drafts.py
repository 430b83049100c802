"""Drafts: a post composed and addressed just before it goes out, or the step that ends it unsent. It sends nothing."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

import structlog

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.composing import compose, compose_change, compose_loss, is_quiet, lost_chat, still_planned
from bot.core.posting.notices import ChatLost, OfPlan, PlanChange, Reminder
from bot.core.posting.planning import Planned, Timing, waits_until
from bot.core.posting.posts import LEASE, DeliveryLedger, Due, Loss, Post, Step, is_late, plan_changed
from bot.core.stories.library import Library, Shelf
from bot.core.wording.cards import Card
from bot.core.wording.language import Languages

log = structlog.get_logger()

_COMPOSE_AGAIN = timedelta(minutes=5)
_PLANNED_BY_THEN = timedelta(seconds=30)  # the planner looks at least that often


@dataclass(frozen=True, slots=True)
class Draft:
    """A message that is ready to be sent."""

    post: Post
    card: Card
    version: str | None
    """The version of the story."""
    silent: bool
    reply_to: str | None
    planned: Planned | None
    """The planned reminder; None if the post tells of a change."""


class Drafts:
    """Composes posts; each card is composed once for all chats that get the same one at the same time."""

    def __init__(self, ledger: DeliveryLedger, shelf: Shelf, languages: Languages) -> None:
        self._ledger = ledger
        self._shelf = shelf
        self._languages = languages
        self._compose = lru_cache(maxsize=256)(self._composed)

    async def of(self, batch: Sequence[Due], now: datetime) -> list[Draft | Step]:
        """Compose each post of a batch, as of now; return a draft, or the step that ends the post."""
        library = self._shelf()
        planned = [_waits_for_its_plan(library, due, now) or still_planned(library, due.post, now) for due in batch]
        told = [due.post for due, plan in zip(batch, planned, strict=True) if _is_told(due.post, plan)]
        reached = await self._ledger.last(told) if told else {}
        lost = {chat for due in batch if (chat := lost_chat(due.post))}
        losses = await self._ledger.losses(lost) if lost else {}
        return [self._draft(due, plan, reached, losses, now) for due, plan in zip(batch, planned, strict=True)]

    def _draft(
        self,
        due: Due,
        planned: Planned | Step | None,
        reached: Mapping[int, Post],
        losses: Mapping[ChatKey, Loss],
        now: datetime,
    ) -> Draft | Step:
        post, settings, is_personal, _ = due
        reply_to = post.reply_to
        if _is_told(post, planned):
            former = reached.get(post.id)
            if former is None:
                return Step("withdrawn", "the reminder of the former plan did not arrive")
            if former.state == "sending":  # a process that ended was sending it: its outcome is not known yet
                return Step("pending", not_before=now + LEASE)
            reply_to = former.message_id
        if isinstance(planned, Step):
            return planned
        held_up = planned and not is_personal and is_late(planned, now)
        if planned and held_up and (until := waits_until(planned, Timing.of(settings), now)):
            return Step("pending", "quiet hours", not_before=until)
        try:
            card = self._card(post, settings, losses, now)
        except Exception:
            log.exception("a post cannot be composed", post=post.id)
            return Step("pending", "it cannot be composed", not_before=now + _COMPOSE_AGAIN)
        story = self._shelf().story(post.story)
        silent = is_quiet(self._shelf(), post, settings, now)
        return Draft(post, card, story.version if story else None, silent, reply_to, planned)

    def _card(
        self,
        post: Post,
        settings: ChatSettings,
        losses: Mapping[ChatKey, Loss],
        now: datetime,
    ) -> Card:
        notice, say = post.notice, self._languages.get(settings.language)
        if isinstance(notice, ChatLost):
            lost = lost_chat(post)
            return compose_loss(notice, losses.get(lost, Loss()) if lost else Loss(), say)
        if isinstance(notice, Reminder):
            return self._compose(self._shelf(), notice, post.due_at, settings, now.replace(second=0, microsecond=0))
        return compose_change(self._shelf(), notice, Timing.of(settings), say, now)

    def _composed(
        self, library: Library, notice: Reminder, due_at: datetime, settings: ChatSettings, now: datetime
    ) -> Card:
        story = library.story(notice.story)
        assert story
        planned = Planned(due_at, story, story.event(notice.event), notice.lead)
        return compose(library, planned, Timing.of(settings), self._languages.get(settings.language), now)


def _waits_for_its_plan(library: Library, due: Due, now: datetime) -> Step | None:
    """Leave a post to the planner if its event has a new plan that the ledger does not have yet.

    The planner withdraws the post and writes its replacement at once; or the former plan is back by then.
    """
    notice = due.post.notice
    found = library.find_event(notice.story, notice.event) if isinstance(notice, OfPlan) else None
    if not isinstance(notice, OfPlan) or found is None or notice.plan.holds(found[1].plan):
        return None
    is_known = due.known is None or not notice.plan.holds(due.known)
    return None if is_known else Step("pending", plan_changed(found[1].plan), not_before=now + _PLANNED_BY_THEN)


def _is_told(post: Post, planned: Planned | Step | None) -> bool:
    """True if the post tells of a changed plan that still holds."""
    return planned is None and isinstance(post.notice, PlanChange)
