"""Chats: their keys, their settings and subscriptions, the quotas of these, and the store that keeps them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, Protocol

from bot.core.stories.story import Story


@dataclass(frozen=True, slots=True)
class ChatKey:
    """Names a chat: its platform, and its id there."""

    platform: str
    id: str


@dataclass(frozen=True, slots=True)
class ChatSettings:
    """The settings of a chat; None is the default."""

    language: str | None = None
    """BCP 47 tag."""
    timezone: str | None = None
    """IANA name."""
    story: str | None = None
    """Slug."""
    posting_hour: str | None = None
    """The hour at which day leads go out, on the chat's clock: `09:00`."""
    quiet: str | None = None
    """The quiet hours in which they wait: `22:00-07:00`."""
    leads: str | None = None
    """The times before an event at which reminders go out: `P7D,P1D`."""


EVERY_STORY = ""
"""Stands in place of a slug: a subscription to every story, also to those still to come."""


Changes = Mapping[str, str | None]
"""New values of a chat's settings, by the names of their fields."""


# All chats share the messages that a platform lets the bot send. Data that was stored before a quota stays and works,
# and can only shrink.
MOST_LEADS = 8
"""The most leads of a chat before each event."""
MOST_SUBSCRIPTIONS = 50
"""The most subscriptions of a chat; one to every story counts as one."""
MOST_REMINDERS = 100
"""The most reminders of a person; those of past events count until they are dropped."""


class PersonalReminder(NamedTuple):
    """A reminder that a person asked for: an event of a story, and how long before it (`P1D`)."""

    story: str
    event: str
    lead: str


def are_too_many_leads(chosen: str | None, stored: str | None) -> bool:
    """True if a chat may not choose these leads, `P7D,P1D`: they are too many, and not just some of its stored ones."""
    wanted, had = (set(leads.split(",")) if leads else set() for leads in (chosen, stored))
    return len(wanted) > MOST_LEADS and not wanted <= had


class ChatStore(Protocol):
    """Stores the settings and subscriptions of chats; StorageUnavailable if that cannot be done now.

    Raises QuotaReached if a change would exceed a quota, however many ask at the same time.
    """

    async def load(self, chat: ChatKey) -> ChatSettings:
        """Return the chat's settings; the defaults if it has none."""

    async def change(self, chat: ChatKey, changes: Changes) -> None:
        """Store these settings of the chat and leave the others as they are, whoever changes them at the same time.

        Raises QuotaReached for too many leads.
        """

    async def subscribe(
        self, chat: ChatKey, story: str, now: datetime, by: ChatKey | None = None, title: str | None = None
    ) -> None:
        """Subscribe the chat to a story, or to EVERY_STORY, for notices due after `now`; do nothing if it already is.

        Raises QuotaReached for one too many. `by`, who asked for it, is told in private if the chat is lost, by its
        newest `title`. A chat that was set aside because the bot could not write to it is taken up again.
        """

    async def unsubscribe(self, chat: ChatKey, story: str) -> None:
        """Drop the subscription to a story, or all for EVERY_STORY; withdraw the posts that have not gone out yet."""

    async def subscriptions(self, chat: ChatKey) -> tuple[str, ...]:
        """Return the slugs that the chat is subscribed to, sorted; EVERY_STORY may be among them."""

    async def is_set_aside(self, chat: ChatKey) -> bool:
        """True if the chat gets no posts until it asks again, because the bot could not write to it."""

    async def remind(self, person: ChatKey, reminder: PersonalReminder, now: datetime) -> None:
        """Store a person's reminder, if it is due after `now`; do nothing if it is stored already.

        Raises QuotaReached for one too many. A chat that was set aside, as posts failed there, is taken up again.
        """

    async def unremind(self, person: ChatKey, dropped: Collection[PersonalReminder]) -> None:
        """Drop reminders; withdraw their posts that have not gone out yet."""

    async def reminders(self, person: ChatKey) -> tuple[PersonalReminder, ...]:
        """Return a person's reminders, sorted."""

    async def see(self, chat: ChatKey, story: Story) -> None:
        """Record that the chat knows this version of the story now."""

    async def seen(self, chat: ChatKey, slug: str) -> Story | None:
        """Return the version of a story that the chat knows; None if it never asked, or that version cannot be read."""

    async def move(self, chat: ChatKey, to: ChatKey) -> None:
        """Move the stored data of a chat to its new id, unless that id has settings already."""

    async def forget(self, chat: ChatKey) -> None:
        """Erase everything that is stored about the chat; do nothing if there is nothing."""
