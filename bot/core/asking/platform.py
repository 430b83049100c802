"""A platform: one object that says how it is reached, paced, asked, posted to and shown; and what its adapter decides.

An adapter decides in pure functions: what somebody did becomes a question, and the card that answers it becomes calls.
Its shell makes the calls with the platform's library; a page that draws the platform draws them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
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


class Renderer(Protocol):
    """Turns a card into one platform's payloads: plain dicts, one a message, each within the platform's limits."""

    def __call__(self, card: Card) -> Sequence[Payload]: ...


class Adapter(Protocol):
    """The part that answers on a platform."""

    @property
    def in_touch(self) -> bool:
        """Whether it reaches its platform now, as far as it knows; for while it runs."""

    async def run(self) -> None:
        """Serve until cancelled; then finish what was begun, and end as a cancelled task does.

        Raises BadToken when the platform refuses the token, PlatformUnavailable when it cannot be reached.
        """


@dataclass(frozen=True, slots=True)
class Call:
    """One call to a platform."""

    method: str
    """As the platform names it."""
    payload: Payload
    """What is shown by it."""
    address: Mapping[str, Any]
    """The chat, the message or the press that it is for; also fields of the call."""
    file: Attachment | None = None
    replaces: bool = False
    """Whether it takes the place of the message whose button was pressed."""
    ephemeral: bool = False
    """Whether only the reader sees it."""
    otherwise: "Call | None" = None
    """What is called in its place where the platform refuses it."""


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
    """What an adapter takes a deed for: a request, with all that decides what becomes of its answer."""

    @property
    def request(self) -> Request | None:
        """What the desk is asked; None if nobody can read it."""

    @property
    def locale(self) -> str | None:
        """The reader's own language, as the platform names it."""

    @property
    def reaches(self) -> bool:
        """Whether the asker's private chat is another one, where something may be written besides."""

    def calls(self, card: Card) -> Sequence[Call]:
        """What is called to answer with this card."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """The adapter's own decisions, for a page that draws the platform without knowing its library."""

    asked: Callable[[Deed, ChatKind, str | None], Question | None]
    """The question of a reader of this language, who may manage the chat; None if the bot stays silent."""
    posted: Callable[[Card, ChatKind], Call]
    """How a card is posted of the bot's own accord."""
    found: Callable[[Iterable[Hit]], Sequence[Payload]] | None = None
    """What a search in any chat offers, where the platform has that."""


@dataclass(frozen=True, slots=True)
class Access:
    """How the bot reaches a platform: its token, and the address of another server than the platform's own."""

    token: str
    api_url: str | None = None


@dataclass(frozen=True, slots=True)
class Platform:
    """All that the rest of Newspeg knows of a platform. It builds its parts on demand, as its library loads slowly."""

    name: str
    """In the settings, in keys of chats, and in addresses: `telegram` reads `NEWSPEG_TELEGRAM_TOKEN`."""
    title: str
    """In a text."""
    where_to_register: str
    """How an editor gets a token."""
    asked_by: Literal["line", "options"]
    """Whether a reader writes a line, or fills in the options of a command."""
    chats: Mapping[ChatKind, str]
    """The id of a chat of each kind, for what is only tried."""
    kind_of: Callable[[str], ChatKind]
    """Of which kind the chat of an id is."""
    per_second: float
    """How many posts the platform takes over all chats."""
    pace: Callable[[float, Waited], Pace]
    """Keeps to so many posts a second, and to all its other limits."""
    adapter: Callable[[Access, Desk, Pace], Adapter]
    messenger: Callable[[Access, Clock, Pace], Messenger]
    """The clock is the one that the ledger goes by."""
    likeness: Callable[[], Likeness]

    def setting(self, name: str) -> str:
        """The name of one of its settings in the environment."""
        return f"NEWSPEG_{self.name.upper()}_{name.upper()}"

    def chat(self, kind: ChatKind) -> ChatKey:
        """A chat of this kind, for what is only tried."""
        return ChatKey(self.name, self.chats[kind])
