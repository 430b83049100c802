"""Keeps the log of edits in memory, until the process ends."""

from collections import deque
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.core.editing.log import Edit

MOST_EDITS = 500
"""The oldest give way; each holds a whole file."""


class MemoryEditLog:
    """An EditLog; `is_known` tells if readers know a version of a story, by its slug."""

    def __init__(self, is_known: Callable[[str, str], Awaitable[bool]]) -> None:
        self._is_known = is_known
        self._edits: deque[Edit] = deque(maxlen=MOST_EDITS)
        self._last = 0

    async def note(self, edit: Edit) -> Edit:
        """Keep an edit, and return it with its id."""
        self._last += 1
        self._edits.append(replace(edit, id=self._last))
        return self._edits[-1]

    async def latest(self, most: int, story: str | None = None) -> Sequence[Edit]:
        """Return the newest edits, of one story or of all, newest first."""
        return [each for each in reversed(self._edits) if story in (None, each.story)][:most]

    async def undo(self, edit_id: int) -> None:
        """Say that an edit is undone."""
        for index, each in enumerate(self._edits):
            if each.id == edit_id:
                self._edits[index] = replace(each, undone=True)

    async def was_sent(self, edit: Edit) -> bool:
        """True if anything that readers got, or may be getting now, tells of the edit."""
        return edit.version is not None and await self._is_known(edit.story, edit.version)
