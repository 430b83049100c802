"""Chats: their keys, what they have chosen and subscribed to, and the store that keeps it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.core.stories.story import Story


@dataclass(frozen=True, slots=True)
class ChatKey:
    """Which chat: the platform's name and its id of the chat."""

    platform: str
    id: str


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """What a chat has chosen; None is the default."""

    language: str | None = None
    """BCP 47 tag."""
    timezone: str | None = None
    """IANA name."""
    story: str | None = None
    """Slug."""
    posting_hour: str | None = None
    """When day leads go out, on the chat's clock: `09:00`."""
    quiet: str | None = None
    """When they wait: `22:00-07:00`."""
    leads: str | None = None
    """How long before an event: `P7D,P1D`."""


EVERY_STORY = ""
"""In place of a slug: a subscription to every story, those to come too."""


Changes = Mapping[str, str | None]
"""New values of a chat's settings, by the names of their fields."""


class PersonalReminder(NamedTuple):
    """What a person wants to be reminded of: an event of a story, and how long before (`P1D`)."""

    story: str
    event: str
    lead: str


class ChatStore(Protocol):
    """Keeps what chats have chosen and subscribed to; StorageUnavailable where that cannot be done now.

    QuotaReached where that would be more than `quotas` allows, however many ask at the same time.
    """

    async def load(self, chat: ChatKey) -> ChatSettings:
        """The chat's settings; the defaults if it has none."""

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Set these settings of the chat and leave the others as they are, whoever changes them at the same time.

        QuotaReached for too many leads.
        """

    async def subscribe(
        self, chat: ChatKey, story: str, now: datetime, by: ChatKey | None = None, title: str | None = None
    ) -> None:
        """Post the notices of a story, or of EVERY_STORY, that are due after `now`; nothing changes if it does already.

        QuotaReached for one too many. Who asked for it, `by`, is told in private if the chat is lost, by its `title`,
        of which the newest counts. A chat that was set aside, as it could not be written to, is taken up again.
        """

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Post no more of that story, or nothing at all for EVERY_STORY; what has not gone out yet is withdrawn."""

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """The slugs that the chat has subscribed to, sorted; EVERY_STORY may be among them."""

    async def is_set_aside(self, chat: ChatKey) -> bool:
        """Whether nothing is posted to the chat until it asks for it again, as it could not be written to."""

    async def remind(self, person: ChatKey, reminder: PersonalReminder, now: datetime) -> None:
        """Remind a person, if that is due after `now`; nothing changes if it is stored already.

        QuotaReached for one too many. A chat that was set aside, as it could not be written to, is taken up again.
        """

    async def unremind(self, person: ChatKey, dropped: Collection[PersonalReminder]) -> None:
        """Drop reminders; what has not gone out yet is withdrawn."""

    async def reminders(self, person: ChatKey) -> tuple[PersonalReminder, ...]:
        """What a person will be reminded of, sorted."""

    async def see(self, chat: ChatKey, story: Story) -> None:
        """The chat knows this version of the story now."""

    async def seen(self, chat: ChatKey, slug: str) -> Story | None:
        """The version of a story that the chat knows; None if it never asked, or that one cannot be read any more."""

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """The chat has another id now: what is stored goes with it, unless it has settings under that one already."""

    async def forget(self, chat: ChatKey) -> None:
        """Erase all that is stored about the chat; nothing happens if nothing is."""
