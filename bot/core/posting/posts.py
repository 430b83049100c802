"""A post: one notice to one chat, and its next state after each attempt. Pure: the ledger keeps it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Literal, NamedTuple, Protocol, get_args

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.core.posting.notices import Notice, columns_of
from bot.core.posting.outcomes import (
    FindOutcome,
    Gone,
    Moved,
    NotSent,
    NotThere,
    Rejected,
    Repeatable,
    RetryLater,
    SendOutcome,
    Sent,
)
from bot.core.posting.planning import Planned
from bot.core.stories.plans import Plan

State = Literal["pending", "sending", "sent", "failed", "unknown", "withdrawn", "skipped"]
STATES: tuple[State, ...] = get_args(State)

Repair = Literal["pending", "edited", "replied", "unreachable"]
REPAIRS: tuple[Repair, ...] = get_args(Repair)

REPEATS_AFTER_UNKNOWN = 1
"""The number of times that a post is tried again when nobody can tell if it arrived."""

REPEAT_AFTER = timedelta(seconds=30)
"""The wait before that: one fault, such as a proxy that cuts connections, must not stop both tries.

It is short: both calls end while Discord surely knows the nonce. A post that a process left behind has waited for
its lease already.
"""

LEASE = timedelta(seconds=60)
"""The time for which a post belongs to the process that claimed it for sending."""

PLAN_CHANGED = "the plan changed: "
"""The first words of the reason if another plan ends a post."""

_FIRST_DELAY, _LONGEST_DELAY = timedelta(seconds=2), timedelta(minutes=5)
_LATE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Post:
    """One post in the ledger."""

    id: int
    chat: ChatKey
    notice: Notice
    due_at: datetime
    state: State = "pending"
    reason: str = ""
    attempts: int = 0
    tried_at: datetime | None = None
    """The moment at which it was first about to be sent."""
    unknowns: int = 0
    """The tries that may have arrived without an answer; a post sent after one may stand in the chat twice."""
    late: bool = False
    message_id: str | None = None
    sent_at: datetime | None = None
    version: str | None = None
    """The story's version that it was posted from."""
    reply_to: str | None = None
    """The message that it answers."""
    repair: Repair | None = None
    """The state of its repair, if the story changed after it was sent."""
    repair_reason: str = ""
    repair_attempts: int = 0
    repaired: str | None = None
    """The story's version that it shows since it was repaired."""

    @property
    def story(self) -> str:
        """The slug of its story; empty if it is about none."""
        return columns_of(self.notice).story

    @property
    def event(self) -> str:
        """The id of its event; empty if it is about none."""
        return columns_of(self.notice).event

    @property
    def marks(self) -> list[str]:
        """Return notes on how it went out."""
        return [mark for mark, is_so in (("late", self.late), ("repeated", self.unknowns > 0)) if is_so]

    @property
    def key(self) -> str:
        """The key that names it for good, across attempts, restarts and upgrades.

        It holds the moment, as in former versions, whose posts have kept their numbers, and so their keys.
        """
        story, event, number, lead, _ = columns_of(self.notice)
        about = f"{story} {event} {number} {lead}"
        return f"{self.chat.platform} {self.chat.id} {about} {self.due_at.isoformat()}"


class Due(NamedTuple):
    """A post that may go out, with the settings of its chat that apply to it."""

    post: Post
    settings: ChatSettings
    is_personal: bool = False
    """True if a person asked for it: quiet hours do not delay it."""
    known: Plan | None = None
    """The plan of its event in the ledger."""


class Loss(NamedTuple):
    """A chat that was set aside: its title, if that is known, and the reason."""

    title: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A change for the ledger after an attempt: the new state, its reason, and when the post may be tried again."""

    state: State
    reason: str = ""
    not_before: datetime | None = None
    unknowns: int | None = None
    message_id: str | None = None
    sent_at: datetime | None = None
    late: bool | None = None
    moved_to: ChatKey | None = None
    set_aside: bool = False


def after(post: Post, outcome: SendOutcome, now: datetime) -> Step:  # noqa: PLR0911 -- a table, a row each
    """Return the next state of a post that was being sent."""
    match outcome:
        case Sent(message_id):
            return Step("sent", message_id=message_id, sent_at=now)
        case NotSent(reason):
            return Step("pending", reason, not_before=now + retry_delay(post.attempts))
        case RetryLater(seconds, reason):
            return Step("pending", reason, not_before=now + timedelta(seconds=seconds))
        case Moved(to):
            return Step("pending", f"the chat moved to {to.id}", not_before=now, moved_to=to)
        case Gone(reason):
            return Step("failed", reason, set_aside=True)
        case Rejected(reason):
            return Step("failed", reason)
        case _:
            return after_no_answer(post, outcome.reason, now, REPEAT_AFTER)


def after_no_answer(post: Post, reason: str, now: datetime, wait: timedelta = timedelta()) -> Step:
    """Return the next state of a post that may have arrived: pending and marked, so that the next attempt looks for it.

    It waits longer each time, and for `wait` at least.
    """
    delay = max(wait, retry_delay(post.unknowns)) if post.unknowns else wait
    return Step("pending", reason, not_before=now + delay, unknowns=post.unknowns + 1)


def after_look(post: Post, found: FindOutcome | None, now: datetime) -> Step | None:
    """Return the next state of a post that was looked for; None means that it is sent again.

    If nobody can tell, it is repeated once, and then an editor is told.
    """
    match found:
        case NotThere() | Repeatable():
            return None
        case None:
            return Step("unknown", post.reason) if post.unknowns > REPEATS_AFTER_UNKNOWN else None
        case _:
            return after(post, found, now)


def plan_changed(plan: Plan) -> str:
    """Return the reason to withdraw or repair a post whose event has this plan now."""
    return f"{PLAN_CHANGED}{plan}"


def is_late(planned: Planned, now: datetime) -> bool:
    """True if a post is so late that its card says so."""
    return now - planned.at > _LATE_AFTER


def retry_delay(attempts: int) -> timedelta:
    """Return how long to wait before another attempt: longer each time, up to a limit."""
    return min(_FIRST_DELAY * (1 << min(attempts, 10)), _LONGEST_DELAY)


class DeliveryLedger(Protocol):
    """Hands out posts to be sent, and keeps what became of them; StorageUnavailable where that cannot be done now."""

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Return posts that may go out now, the longest due first, none to busy chats; none while posting is paused."""

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """Return, by ids of these, the newest earlier post about the same event that reached the chat, or may have."""

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """Return the titles of chats that were set aside because the bot could not write to them, and the reasons."""

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these posts, by id, are about to be sent, each from a story version; return those that may be."""

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record, in one transaction, the new states of posts and their effects on chats; a sent post stays sent."""

    async def expired(self, now: datetime) -> Sequence[Post]:
        """Return the posts whose sender did not come back within its lease."""
