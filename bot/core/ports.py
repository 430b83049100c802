"""What the core needs from outside, and what the outside may be asked for; implemented elsewhere, wired in `app`."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, NamedTuple, Protocol

from bot.core.cards import Card
from bot.core.language import Language
from bot.core.library import Library
from bot.core.outcomes import EditOutcome, FindOutcome, SendOutcome
from bot.core.overview import Entry, News, Page, Sought
from bot.core.planning import Planned
from bot.core.posts import Loss, Post, State, Step
from bot.core.repairs import RepairStep, Shown
from bot.core.requests import Changes, ChatKey, ChatSettings, Reminder
from bot.core.story import Event, Story

Clock = Callable[[], datetime]
"""The present moment, in UTC."""

Shelf = Callable[[], Library]
"""The library as it is now; it is replaced as a whole when content changes."""


class ChatStore(Protocol):
    """Keeps what chats have chosen and subscribed to; StorageUnavailable where that cannot be done now."""

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are, whoever changes them at the same time."""

    async def subscribe(
        self, chat: ChatKey, story: str, now: datetime, by: ChatKey | None = None, title: str | None = None
    ) -> None:
        """Post the notices of a story, or of EVERY_STORY, that are due after `now`; nothing changes if it does already.

        Who asked for it, `by`, is told in private if the chat is lost, by its `title`, of which the newest counts. A
        chat that was set aside, as it could not be written to, is taken up again.
        """

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Post no more of that story, or nothing at all for EVERY_STORY; what has not gone out yet is withdrawn."""

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """The slugs that the chat has subscribed to, sorted; EVERY_STORY may be among them."""

    async def is_set_aside(self, chat: ChatKey) -> bool:
        """Whether nothing is posted to the chat until it asks for it again, as it could not be written to."""

    async def remind(self, person: ChatKey, reminder: Reminder, now: datetime) -> None:
        """Remind a person, if that is due after `now`; nothing changes if it is stored already.

        A chat that was set aside, as it could not be written to, is taken up again.
        """

    async def unremind(self, person: ChatKey, dropped: Collection[Reminder]) -> None:
        """Drop reminders; what has not gone out yet is withdrawn."""

    async def reminders(self, person: ChatKey) -> tuple[Reminder, ...]:
        """What a person will be reminded of, sorted."""

    async def see(self, chat: ChatKey, story: Story) -> None:
        """The chat knows this version of the story now."""

    async def seen(self, chat: ChatKey, slug: str) -> Story | None:
        """The version of a story that the chat knows; None if it never asked, or that one cannot be read any more."""

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """The chat has another id now: what is stored goes with it, unless it has settings under that one already."""

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is stored about the chat; nothing happens if nothing is."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Chats that get the same posts at the same time.

    They subscribed to the same story, or to every one; or somebody asked there to be reminded of the same event.
    """

    story: str
    settings: ChatSettings
    """Only what decides when something is posted: zone, posting hour, quiet hours, leads."""
    event: str = ""
    """Of personal reminders the event; of subscriptions nothing."""
    moved: bool = False
    """They chose another hour, or zone, so what they were promised for later may have been due already."""


class Told(NamedTuple):
    """A plan that chats were told of, or are being told."""

    story: str
    event: str
    revision: int
    plan: str


class Due(NamedTuple):
    """A post that may go out, and what its chat has chosen for what is posted there."""

    post: Post
    settings: ChatSettings
    is_personal: bool = False
    """Whether a person asked for it, so that quiet hours do not hold it up."""


class PostLedger(Protocol):
    """Keeps every post and what became of it; StorageUnavailable where that cannot be done now."""

    async def audiences(self) -> Sequence[Audience]:
        """Each kind of subscription and of personal reminder there is, once; not for chats that were set aside."""

    async def planned_until(self) -> datetime | None:
        """Up to when posts have been written."""

    async def write(self, planned: Planned, audience: Audience, *, state: State, reason: str, now: datetime) -> int:
        """Write the post for every chat of the audience that subscribed before it was due and has none; how many."""

    async def has_planned(self, until: datetime, moved: Collection[Audience] = ()) -> None:
        """All that was due until then is written, also for these audiences, which are at their hour now."""

    async def stepped_back(self, now: datetime) -> None:
        """The clock ran ahead until `now`: what it took for too late, and is not even due, was never written."""

    async def told(self) -> Sequence[Told]:
        """Each plan that stands in a post which went out, is going out or is to go out."""

    async def change_plan(
        self,
        story: Story,
        event: Event,
        overtaken: Collection[Told],
        now: datetime,
        due: Collection[tuple[Planned, Audience]] = (),
    ) -> int:
        """In one transaction: withdraw the posts of these plans, and write one of the change to whoever got the latest.

        `due`: what of the new plan is due already; it is written for those whose post of that lead is withdrawn here
        and cannot have arrived. How many will be told of the change.
        """

    async def last(self, told: Collection[Post]) -> Mapping[int, Post]:
        """By the ids of these: the newest earlier post about the same event that reached the chat, or may have."""

    async def losses(self, lost: Collection[ChatKey]) -> Mapping[ChatKey, Loss]:
        """What is known of chats that were set aside, as they could not be written to."""

    async def ready(self, platform: str, now: datetime, limit: int, busy: Collection[str]) -> Sequence[Due]:
        """Posts that may go out now, the longest due first, none to a busy chat; none while posting is paused."""

    async def claim(
        self, wanted: Mapping[int, str | None], worker: str, now: datetime, lease: timedelta
    ) -> Collection[int]:
        """Record that these ids are about to be sent, each from a version of its story; which may still be."""

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record, in one transaction, what became of posts and what that means for their chats; sent is sent."""

    async def expired(self, now: datetime) -> Sequence[Post]:
        """Posts whose sender did not come back within its lease."""

    async def posts(self, states: Collection[State] = ()) -> Sequence[Post]:
        """All posts, or those in some states, by the moment they were due."""

    async def pause(self, *, paused: bool) -> None:
        """Stop all posting, or release it; kept over a restart."""

    async def paused(self) -> bool:
        """Whether posting is stopped."""


class Overview(Protocol):
    """The ledger as an editor looks at it; StorageUnavailable where that cannot be done now."""

    async def page(self, sought: Sought, before: int | None, limit: int) -> Page:
        """The newest of those that are sought, or the newest before the post of an id."""

    async def news(self, since: int, most: int) -> News:
        """What was written since a change, unless it is more than that; one look that costs little."""

    async def entry(self, post: int) -> Entry | None:
        """The post of an id."""

    async def retry(self, post: int, now: datetime) -> bool:
        """Have it tried again, if it failed, was skipped, or may not have arrived, and its chat still wants it."""

    async def withdraw(self, post: int) -> bool:
        """Withdraw it, if nobody has begun to send it; False if it is too late for that."""


class Snapshots(Protocol):
    """Keeps every version of a story that anybody was shown; StorageUnavailable where that cannot be done now."""

    async def keep(self, stories: Iterable[Story]) -> None:
        """Keep these versions, unless they are kept already."""

    async def get(self, version: str) -> Story | None:
        """The story as it was; None if it is not kept, or this version of Newspeg cannot read it."""


class RepairLedger(Protocol):
    """Keeps what became of sent posts when their story changed; StorageUnavailable where that cannot be done now."""

    async def shown(self, since: int) -> tuple[Sequence[Shown], int]:
        """What posts show that went out and can still be reached, the oldest first; of those written since a change.

        And the change up to which that is, to go on from; 0 is the beginning.
        """

    async def ask(self, shown: Shown, reason: str, now: datetime) -> int:
        """Have the posts that show this repaired, but for those that are being repaired anyway; how many."""

    async def withdraw(self, story: str, reason: str) -> int:
        """Withdraw what a story has pending, but for what is told of its retraction; how many."""

    async def to_repair(self, platform: str, now: datetime, limit: int) -> Sequence[Post]:
        """Posts to be repaired now, one a chat, the longest waiting first; none while posting is paused."""

    async def record_repair(self, post: Post, step: RepairStep, now: datetime) -> None:
        """In one transaction: record what became of it, and write what is told in reply."""


class Languages(Protocol):
    """The catalogues there are."""

    @property
    def tags(self) -> Sequence[str]:
        """BCP 47 tags of the languages that readers can choose, English first."""

    def get(self, *wanted: str | None) -> Language:
        """The first of the wanted languages that there is; English otherwise."""


class Renderer(Protocol):
    """Turns a card into one platform's payloads: plain dicts, one a message, each within the platform's limits."""

    def __call__(self, card: Card) -> Sequence[Mapping[str, Any]]: ...


class Messenger(Protocol):
    """A platform's way to post of the bot's own accord. Its calls never raise for what a platform or network does."""

    async def send(
        self, chat: ChatKey, card: Card, key: str, *, reply_to: str | None = None, silent: bool = False
    ) -> SendOutcome:
        """Post a card as one message. `key` names it for good: where the platform can, a repeat makes no second one."""

    async def find(self, chat: ChatKey, key: str, since: datetime) -> FindOutcome | None:
        """Whether a post of this key that began to be sent at `since` is there: Sent if it is.

        None where nobody can tell, so that a repeat may be a second message.
        """

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        """Put a card in the place of a message of ours; one that shows it already counts as Sent."""

    async def close(self) -> None:
        """Release the connections."""


class Platform(Protocol):
    """One platform's adapter."""

    name: str

    @property
    def in_touch(self) -> bool:
        """Whether it reaches its platform now, as far as it knows; for while it runs."""

    async def run(self) -> None:
        """Serve until cancelled; then finish what was begun, and end as a cancelled task does.

        Raises BadToken when the platform refuses the token, PlatformUnavailable when it cannot be reached.
        """
