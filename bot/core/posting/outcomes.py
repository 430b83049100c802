"""What became of a message that a platform was asked to post or to change: its library's errors, translated once."""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card


@dataclass(frozen=True, slots=True)
class Sent:
    """The platform has it, under this id."""

    message_id: str


@dataclass(frozen=True, slots=True)
class NotSent:
    """For certain it never left: no connection. Worth another try."""

    reason: str


@dataclass(frozen=True, slots=True)
class RetryLater:
    """The platform took nothing, and asks to wait so many seconds."""

    seconds: float
    reason: str


@dataclass(frozen=True, slots=True)
class Moved:
    """The chat goes by another id from now on."""

    to: ChatKey


@dataclass(frozen=True, slots=True)
class Gone:
    """The chat is no longer there for the bot: blocked, deleted, or without the right to post."""

    reason: str


UPGRADED = "the group became a supergroup, and nobody says which"
"""The reason where a chat is gone only under the id that was known."""


@dataclass(frozen=True, slots=True)
class Rejected:
    """The platform will never take this message."""

    reason: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """No answer came: it may have arrived, or not."""

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
    """It was looked for, and has not arrived."""


@dataclass(frozen=True, slots=True)
class Repeatable:
    """There is no need to look: the platform still knows its key, and a repeat makes no second message."""


SendOutcome = Sent | NotSent | RetryLater | Moved | Gone | Rejected | Unknown
FindOutcome = Sent | NotThere | Repeatable | NotSent | RetryLater | Moved | Gone | Rejected
EditOutcome = Sent | NotSent | RetryLater | Moved | Gone | Rejected | Unknown | Unchangeable | Deleted


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
