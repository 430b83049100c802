"""A post: one notice to one chat, and how its state goes on after each attempt. Pure: the ledger keeps it."""

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
"""How often a post is tried again when nobody can tell whether it arrived."""

REPEAT_AFTER = timedelta(seconds=30)
"""How long it waits before that: what cuts connections, a proxy say, would else take both tries within a second.

Short enough that both calls end while Discord surely knows the nonce; a post that a process left behind has waited for
its lease already.
"""

LEASE = timedelta(seconds=60)
"""How long a post that is being sent is left to whoever claimed it."""

PLAN_CHANGED = "the plan changed: "
"""How the reason begins where another plan ends a post."""

_FIRST_DELAY, _LONGEST_DELAY = timedelta(seconds=2), timedelta(minutes=5)
_LATE_AFTER = timedelta(minutes=10)


@dataclass(frozen=True, slots=True)
class Post:
    """One post as the ledger has it."""

    id: int
    chat: ChatKey
    notice: Notice
    due_at: datetime
    state: State = "pending"
    reason: str = ""
    attempts: int = 0
    tried_at: datetime | None = None
    """When it was first about to be sent."""
    unknowns: int = 0
    """How often it may have arrived without an answer; a post that was sent after that may stand there twice."""
    late: bool = False
    message_id: str | None = None
    sent_at: datetime | None = None
    version: str | None = None
    """The version of the story that it was posted from."""
    reply_to: str | None = None
    """The message that it answers."""
    repair: Repair | None = None
    """What became of it after it was sent, where the story changed."""
    repair_reason: str = ""
    repair_attempts: int = 0
    repaired: str | None = None
    """The version of the story that it shows since it was repaired."""
    former_key: str | None = None
    """Its key, where it has had another one since before plans had numbers."""

    @property
    def story(self) -> str:
        """The slug of the story that it is about; empty if none."""
        return columns_of(self.notice).story

    @property
    def event(self) -> str:
        """The id of the event that it is about; empty if none."""
        return columns_of(self.notice).event

    @property
    def marks(self) -> list[str]:
        """What is to be known of how it went out."""
        return [mark for mark, is_so in (("late", self.late), ("repeated", self.unknowns > 0)) if is_so]

    @property
    def key(self) -> str:
        """Names it for good, across attempts and restarts."""
        story, event, number, lead, _ = columns_of(self.notice)
        return self.former_key or f"{self.chat.platform} {self.chat.id} {story} {event} {number} {lead}"


class Due(NamedTuple):
    """A post that may go out, and what its chat has chosen for what is posted there."""

    post: Post
    settings: ChatSettings
    is_personal: bool = False
    """Whether a person asked for it, so that quiet hours do not hold it up."""
    known: Plan | None = None
    """The plan of its event that the ledger goes by."""


class Loss(NamedTuple):
    """A chat that was set aside: its title, as far as that is known, and why."""

    title: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """What the ledger writes after an attempt: the new state and why; when it may be tried again."""

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
    """The next state of a post that was being sent."""
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
    """The next state of a post that may have arrived: pending and marked, as the next attempt begins with a look.

    It waits longer each time, and for `wait` at least.
    """
    delay = max(wait, retry_delay(post.unknowns)) if post.unknowns else wait
    return Step("pending", reason, not_before=now + delay, unknowns=post.unknowns + 1)


def after_look(post: Post, found: FindOutcome | None, now: datetime) -> Step | None:
    """The next state of a post that may have arrived, once it was looked for; None: it is sent again.

    Where nobody can tell, it is repeated once, and then an editor is told.
    """
    match found:
        case NotThere() | Repeatable():
            return None
        case None:
            return Step("unknown", post.reason) if post.unknowns > REPEATS_AFTER_UNKNOWN else None
        case _:
            return after(post, found, now)


def plan_changed(plan: Plan) -> str:
    """Why a post is withdrawn, or repaired, whose event has this plan now."""
    return f"{PLAN_CHANGED}{plan}"


def is_late(planned: Planned, now: datetime) -> bool:
    """Whether a post is so late that it says so."""
    return now - planned.at > _LATE_AFTER


def retry_delay(attempts: int) -> timedelta:
    """How long to wait before another attempt: longer each time, and never very long."""
    return min(_FIRST_DELAY * (1 << min(attempts, 10)), _LONGEST_DELAY)


class DeliveryLedger(Protocol):
    """Hands out posts to be sent, and keeps what became of them; StorageUnavailable where that cannot be done now."""

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Posts that may go out now, the longest due first, none to a busy chat; none while posting is paused."""

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """By the ids of these: the newest earlier post about the same event that reached the chat, or may have."""

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """What is known of chats that were set aside, as they could not be written to."""

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these ids are about to be sent, each from a version of its story; which may still be."""

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record, in one transaction, what became of posts and what that means for their chats; sent is sent."""

    async def expired(self, now: datetime) -> Sequence[Post]:
        """Posts whose sender did not come back within its lease."""
