"""Each visitor's own chats: what is chosen in the panes, kept for as long as the process lasts at most."""

from collections import OrderedDict
from collections.abc import Callable

from bot.core.posting.chats import ChatStore

MOST_VISITORS = 200


class VisitorsChats:
    """A store for each visitor; of too many, whoever was away for longest begins anew."""

    def __init__(self, new_store: Callable[[], ChatStore], most: int = MOST_VISITORS) -> None:
        self._new_store = new_store
        self._most = most
        self._stores: OrderedDict[str, ChatStore] = OrderedDict()

    def of(self, visitor: str) -> ChatStore:
        """What this visitor has chosen."""
        if visitor not in self._stores:
            self._stores[visitor] = self._new_store()
        self._stores.move_to_end(visitor)
        while len(self._stores) > self._most:
            self._stores.popitem(last=False)
        return self._stores[visitor]
