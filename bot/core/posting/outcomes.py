"""Outcomes of a call to post or edit a message: each platform translates its library's errors into these, once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has the message, under this id."""

    message_id: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """The message never left, for certain: there was no connection. Another try may help."""

    reason: str


@dataclass(frozen=True, slots=True)
class RetryLater:
    """The platform took nothing, and asks the bot to wait so many seconds."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat has another id from now on."""

    to: ChatKey


@dataclass(frozen=True, slots=True)
class Gone:
    """The bot has lost the chat: it is blocked or deleted, or the bot has no right to post."""

    reason: str


UPGRADED = "the group became a supergroup, and nobody says which"
"""The reason if a group became a supergroup, and its new id is not known."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """The platform will never take this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer came: the message may have arrived, or not."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unchangeable:
    """The message is there, and the platform no longer lets it be edited."""

    reason: str


@dataclass(frozen=True, slots=True)
class Deleted:
    """The message is no longer there."""

    reason: str


@dataclass(frozen=True, slots=True)
class NotThere:
    """The bot looked for the message, and it has not arrived."""


@dataclass(frozen=True, slots=True)
class Repeatable:
    """The bot need not look: the platform still knows the message's key, and a repeat makes no second message."""


SendOutcome = Sent | NotSent | RetryLater | Moved | Gone | Rejected | Unknown
FindOutcome = Sent | NotThere | Repeatable | NotSent | RetryLater | Moved | Gone | Rejected
EditOutcome = Sent | NotSent | RetryLater | Moved | Gone | Rejected | Unknown | Unchangeable | Deleted


class Messenger(Protocol):
    """A platform's way to post unasked. Its calls never raise an error of the platform or the network."""

    async def send(
        self, chat: ChatKey, card: Card, key: str, *, reply_to: str | None = None, silent: bool = False
    ) -> SendOutcome:
        """Post a card as one message. `key` names it for good: where the platform can, a repeat makes no second one."""

    async def find(self, chat: ChatKey, key: str, since: datetime) -> FindOutcome | None:
        """Look for a post with this key that began to be sent at `since`; return Sent if it is there.

        Return None if that cannot be known, so that a repeat may be a second message.
        """

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        """Replace one of the bot's messages by a card; a message that shows the card already counts as Sent."""

    async def close(self) -> None:
        """Release the connections."""
