"""The front desk: the one place where questions come in and cards go out."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.cards import Card
from bot.core.commands import Suggest
from bot.core.invocations import Invocation
from bot.core.ports import ChatStore, Clock, Languages, Shelf
from bot.core.requests import ChatKey, Request


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One value that a parameter may take, and how it reads in a list."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Hit:
    """One card that a search offers, with a line that says what is in it."""

    invocation: Invocation
    card: Card
    snippet: str


class Desk:
    """Answers requests from the library, and keeps what chats have chosen."""

    def __init__(self, shelf: Shelf, chats: ChatStore, clock: Clock, languages: Languages) -> None: ...

    async def answer(self, request: Request) -> Card:
        """The card for a request; whatever was asked, there is one."""

    async def suggest(
        self, chat: ChatKey, source: Suggest, typed: str, values: Mapping[str, str], locale: str | None = None
    ) -> list[Suggestion]:
        """At most 25 values for a parameter that is being typed; `values` are the command's other parameters so far."""

    async def search(self, chat: ChatKey, text: str, locale: str | None = None) -> list[Hit]:
        """At most 20 cards for a few words, the best first; for none, the story's own."""
