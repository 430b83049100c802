"""Who is rehearsed: the visitor's own chats, and those that subscribed; one sample chat where there is none."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.core.posting.chats import ChatKey, ChatSettings, ChatStore
from bot.core.posting.subscribers import Subscriber
from bot.platforms.web.preview.chats import CHATS, Platform, View

Subscribers = Callable[[int], Awaitable[Sequence[Subscriber]]]
"""The chats that subscribed, up to so many."""

MOST_CHATS = 10_000
_SAMPLE = ChatKey("sample", "sample")
_VIEWS = {"private": "your private chat", "channel": "your channel"}


@dataclass(frozen=True, slots=True)
class Listener:
    """A chat that is rehearsed, and what it is called; `pane` and `view` if it is one of the visitor's own."""

    name: str
    subscriber: Subscriber
    pane: Platform | None = None
    view: View = "channel"


async def listeners(own: ChatStore, subscribed: Subscribers, sample: ChatSettings) -> list[Listener]:
    """All of them; of chats that get the same at the same time, one."""
    found = [*await _own(own), *_of_each_kind(await subscribed(MOST_CHATS))]
    return found or [Listener("sample chat", Subscriber(_SAMPLE, sample))]


async def _own(store: ChatStore) -> list[Listener]:
    """Those of the visitor's chats that will be posted to."""
    found = []
    for (pane, view), chat in CHATS.items():
        stories, reminders = await store.subscriptions(chat), await store.reminders(chat)
        if stories or reminders:
            subscriber = Subscriber(chat, await store.load(chat), stories, reminders)
            found.append(Listener(f"{pane.title()}: {_VIEWS[view]}", subscriber, pane, view))
    return found


def _of_each_kind(subscribers: Sequence[Subscriber]) -> list[Listener]:
    kinds: dict[object, list[Subscriber]] = {}
    for each in subscribers:
        kinds.setdefault((each.settings, each.stories, each.reminders), []).append(each)
    return [Listener(_name(alike), alike[0], view=_view(alike[0].chat)) for alike in kinds.values()]


def _name(alike: Sequence[Subscriber]) -> str:
    chat = alike[0].chat
    name = f"{chat.platform.title()} {chat.id}"
    return f"{name} and {len(alike) - 1:,} more" if len(alike) > 1 else name


def _view(chat: ChatKey) -> View:
    """A person's own chat, by the ids that the platforms give them."""
    is_person = chat.id.startswith("user:") if chat.platform == "discord" else not chat.id.startswith("-")
    return "private" if is_person else "channel"
