"""A request: what was asked, from which chat, by whom."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation

MAX_TITLE = 128


def bounded(title: str | None) -> str | None:
    """A chat's title as it is kept: on one line, of what can be seen, and no longer than most platforms allow."""
    seen = "".join(each if each.isprintable() else " " for each in title or "")
    return " ".join(seen.split())[:MAX_TITLE].rstrip() or None


Reach = Callable[[Card], Awaitable[str | None]]
"""Sends a person a card in the private chat, at once; why that cannot be done, if so."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question: the invocation, the chat it comes from, and what the platform knows of who asked."""

    invocation: Invocation
    chat: ChatKey
    locale: str | None = None
    """The reader's own language, as the platform names it."""
    may_manage: bool = True
    """Whether the reader may change the chat's settings; always so in a private chat."""
    only_reads: bool = False
    """Whether nothing may change by it: somebody else may have written it, or others in the chat see no answer."""
    can_post: bool = True
    """Whether the bot may post there of its own accord; not where a reader only brought it along."""
    lacks: tuple[str, ...] = ()
    """Which permissions it lacks for that where it was added, in the platform's own words."""
    by: ChatKey | None = None
    """The private chat of the one who asks, where that is known, though the bot may not be allowed to write there."""
    person: ChatKey | None = None
    """The private chat of the one who asks, if the bot may write to it."""
    reach: Reach | None = None
    """How to write there, where it is not the chat in which the answer appears."""
    title: str | None = None
    """What the chat is called, as its platform has it: anybody's words, of any length."""
