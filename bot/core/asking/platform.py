"""A platform: one object with its parts, its pace, its limits and its look; and the decisions of its adapter.

An adapter decides in pure functions: a reader's deed becomes a question, and the card that answers it becomes calls.
Its shell makes the calls with the platform's library; a page that draws the platform draws them.
"""

from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal, Protocol

from bot.core.asking.command import AnyCommand
from bot.core.asking.desk import Desk, Hit
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import Messenger
from bot.core.posting.pacing import Pace, Waited
from bot.core.stories.library import Clock
from bot.core.wording.cards import Attachment, Card

Payload = dict[str, Any]
"""The fields of one call, as they stand in its JSON."""

ChatKind = Literal["private", "channel"]
"""A chat with one person, or one of several people."""


class Adapter(Protocol):
    """The part that answers readers on a platform."""

    @property
    def in_touch(self) -> bool:
        """True if the adapter reaches its platform now, as far as it knows; to be asked while it runs."""

    async def run(self) -> None:
        """Serve until cancelled; then finish the work that was begun, and end as a cancelled task does.

        Raises BadToken when the platform refuses the token, PlatformUnavailable when it cannot be reached.
        """


@dataclass(frozen=True, slots=True)
class Call:
    """One call to a platform."""

    method: str
    """The method's name in the platform's API."""
    payload: Payload
    """The content that the call shows."""
    address: Mapping[str, Any]
    """The chat, the message or the press that the call is for; these are fields of the call too."""
    file: Attachment | None = None
    replaces: bool = False
    """True if it replaces the message whose button was pressed."""
    ephemeral: bool = False
    """True if only the reader sees it."""
    otherwise: "Call | None" = None
    """The call to make if the platform refuses this one."""


@dataclass(frozen=True, slots=True)
class Said:
    """A reader wrote a message."""

    text: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """A reader chose a command, and filled in its options."""

    command: AnyCommand
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Pressed:
    """A reader pressed a button or chose from a list, on a message that perhaps only they see."""

    data: str
    values: Sequence[str] = ()
    ephemeral: bool = False


Deed = Said | Chosen | Pressed


class Question(Protocol):
    """The question that a deed asks: a request, with everything that decides how its answer is given."""

    @property
    def request(self) -> Request | None:
        """The request for the desk; None if nobody can read the question."""

    @property
    def locale(self) -> str | None:
        """The reader's own language, as the platform names it."""

    @property
    def reaches(self) -> bool:
        """True if the asker has a private chat other than this one, and the bot can write there too."""

    def calls(self, card: Card) -> Sequence[Call]:
        """Return the calls that answer with this card."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The adapter's own decisions, for a page that draws the platform without knowing its library."""

    asked: Callable[[Deed, ChatKind, str | None], Question | None]
    """Turns a deed of a reader with this language, who may manage the chat, into a question; None: stay silent."""
    posted: Callable[[Card, ChatKind], Call]
    """Turns a card into the call that posts it unasked."""
    found: Callable[[Iterable[Hit]], Sequence[Payload]] | None = None
    """Turns the hits of a search in any chat into payloads; None if the platform has no such search."""


@dataclass(frozen=True, slots=True)
class Access:
    """The way to a platform: the bot's token, and the address of a server to use in place of the platform's own."""

    token: str
    api_url: str | None = None


@dataclass(frozen=True, slots=True)
class Platform:
    """All that the rest of Newspeg knows of a platform. It builds its parts on demand, as its library loads slowly."""

    name: str
    """The name in settings, in keys of chats and in addresses: `telegram` reads `NEWSPEG_TELEGRAM_TOKEN`."""
    title: str
    """The name in a text."""
    where_to_register: str
    """Tells an editor where to get a token."""
    asked_by: Literal["line", "options"]
    """`line`: readers write a line; `options`: they fill in the options of a command."""
    chats: Mapping[ChatKind, str]
    """The id of a chat of each kind, for trials."""
    kind_of: Callable[[str], ChatKind]
    """Returns the kind of the chat with this id."""
    per_second: float
    """The number of posts that the platform takes a second, over all chats."""
    pace: Callable[[float, Waited], Pace]
    """Makes a pace of so many posts a second that keeps all other limits of the platform too."""
    adapter: Callable[[Access, Desk, Pace], Adapter]
    messenger: Callable[[Access, Clock, Pace], Messenger]
    """Makes the messenger; its clock must be the ledger's."""
    introduce: Callable[[Access], Awaitable[str]]
    """Asks the platform for the bot's name; raises BadToken or PlatformUnavailable."""
    likeness: Callable[[], Likeness]
    fits: Callable[[Card], bool]
    """True if one message holds the whole card."""

    def setting(self, name: str) -> str:
        """Return the name of one of its settings in the environment."""
        return f"NEWSPEG_{self.name.upper()}_{name.upper()}"

    def chat(self, kind: ChatKind) -> ChatKey:
        """Return a chat of this kind, for trials."""
        return ChatKey(self.name, self.chats[kind])
