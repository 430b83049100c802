"""A request: the question, its chat, and the person who asks."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation

MAX_TITLE = 128


def bounded(title: str | None) -> str | None:
    """Return a chat's title in one line of visible characters, no longer than most platforms allow."""
    seen = "".join(each if each.isprintable() else " " for each in title or "")
    return " ".join(seen.split())[:MAX_TITLE].rstrip() or None


Reach = Callable[[Card], Awaitable[str | None]]
"""Sends a person a card in the private chat at once; returns why that failed, or None."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question: the invocation, its chat, and what the platform knows of the person who asks."""

    invocation: Invocation
    chat: ChatKey
    locale: str | None = None
    """The reader's own language, as the platform names it."""
    may_manage: bool = True
    """True if the reader may change the chat's settings; always so in a private chat."""
    only_reads: bool = False
    """True if it may change nothing: somebody else may have written it, or others in the chat see no answer."""
    can_post: bool = True
    """True if the bot may post in the chat unasked; False if a reader only brought the bot along."""
    lacks: tuple[str, ...] = ()
    """The permissions for that which the bot lacks in a chat that it was added to, in the platform's own words."""
    by: ChatKey | None = None
    """The private chat of the one who asks, if it is known; the bot may not be allowed to write there."""
    person: ChatKey | None = None
    """The private chat of the one who asks, if the bot may write to it."""
    reach: Reach | None = None
    """Writes to that chat, if it is not the chat in which the answer appears."""
    title: str | None = None
    """The chat's title on its platform: anybody's words, of any length."""
