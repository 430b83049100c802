"""The chats that are posted to: half on each platform, some of which refuse the bot or go by another id by now."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from tests.benchmarks.soak.book import Address

_EVERY_GROUP = 5
_EVERY_CLOSED = 97
_EVERY_MOVED = 25


@dataclass(frozen=True)
class Chats:
    """Chats as they subscribed."""

    subscribed: Sequence[Address]
    closed: frozenset[Address]
    """They refuse the bot."""
    moved: Mapping[str, str]
    """Telegram's groups with another id since, and that id."""

    @classmethod
    def make(cls, count: int) -> Self:
        """So many, the same each time."""
        each = range(count // 2)
        telegram = [("telegram", str(-(10**12) - n if n % _EVERY_GROUP == 0 else 10**8 + n)) for n in each]
        subscribed = [*telegram, *(("discord", str(3 * 10**17 + n)) for n in each)]
        closed = frozenset(subscribed[7::_EVERY_CLOSED])
        groups = [chat for _, chat in telegram if chat.startswith("-")]
        there = (chat for chat in groups[3::_EVERY_MOVED] if ("telegram", chat) not in closed)
        return cls(subscribed, closed, {chat: str(int(chat) - 10**11) for chat in there})

    @property
    def now(self) -> set[Address]:
        """As they go by now."""
        return {self.newest(address) for address in self.subscribed}

    def newest(self, address: Address) -> Address:
        """What a chat goes by now."""
        platform, chat = address
        return platform, self.moved.get(chat, chat)

    def count(self, times: Counter[Address]) -> Counter[Address]:
        """The same counts, by what the chats go by now."""
        return Counter(self.newest(address) for address in times.elements())
