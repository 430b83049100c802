"""A request: what was asked, from which chat, by whom."""

from collections.abc import Mapping
from dataclasses import dataclass

from bot.core.invocations import Invocation


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


@dataclass(frozen=True, slots=True)
class Request:
    """One question: the invocation, the chat it comes from, and what the platform knows of who asked."""

    invocation: Invocation
    chat: ChatKey
    locale: str | None = None
    """The reader's own language, as the platform names it."""
    may_manage: bool = True
    """Whether the reader may change the chat's settings; always so in a private chat."""
    can_post: bool = True
    """Whether the bot may post there of its own accord; not where a reader only brought it along."""
