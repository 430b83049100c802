"""Finds the chats to rehearse for: the visitor's own and the subscribed ones, or else one sample chat."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.core.asking.platform import ChatKind, Platform
from bot.core.posting.chats import ChatKey, ChatSettings, ChatStore
from bot.core.posting.subscribers import Subscriber

Subscribers = Callable[[int], Awaitable[Sequence[Subscriber]]]
"""Returns the subscribed chats, up to a number."""

MOST_CHATS = 10_000
_SAMPLE = ChatKey("sample", "sample")
_VIEWS = {"private": "your private chat", "channel": "your channel"}


@dataclass(frozen=True, slots=True)
class Listener:
    """A chat to rehearse for, with its name on the page; `pane` names its platform if it is the visitor's own."""

    name: str
    subscriber: Subscriber
    pane: str | None = None
    view: ChatKind = "channel"


async def listeners(
    platforms: Sequence[Platform], own: ChatStore, subscribed: Subscribers, sample: ChatSettings
) -> list[Listener]:
    """Return all chats to rehearse for; several that get the same posts at the same times stand as one."""
    found = [*await _own(platforms, own), *_of_each_kind(platforms, await subscribed(MOST_CHATS))]
    return found or [Listener("sample chat", Subscriber(_SAMPLE, sample))]


async def _own(platforms: Sequence[Platform], store: ChatStore) -> list[Listener]:
    """Return the visitor's chats that have subscriptions or reminders."""
    found = []
    for platform, view in ((each, view) for each in platforms for view in each.chats):
        chat = platform.chat(view)
        stories, reminders = await store.subscriptions(chat), await store.reminders(chat)
        if stories or reminders:
            subscriber = Subscriber(chat, await store.load(chat), stories, reminders)
            found.append(Listener(f"{platform.title}: {_VIEWS[view]}", subscriber, platform.name, view))
    return found


def _of_each_kind(platforms: Sequence[Platform], subscribers: Sequence[Subscriber]) -> list[Listener]:
    known = {platform.name: platform for platform in platforms}
    kinds: dict[object, list[Subscriber]] = {}
    for each in subscribers:
        kinds.setdefault((each.settings, each.stories, each.reminders), []).append(each)
    return [_listener(known.get(alike[0].chat.platform), alike) for alike in kinds.values()]


def _listener(platform: Platform | None, alike: Sequence[Subscriber]) -> Listener:
    """Return the first of several chats that get the same; a chat of an unknown platform counts as a channel."""
    chat = alike[0].chat
    name = f"{platform.title if platform else chat.platform} {chat.id}"
    more = f" and {len(alike) - 1:,} more" if len(alike) > 1 else ""
    return Listener(name + more, alike[0], view=platform.kind_of(chat.id) if platform else "channel")
