"""Who changed which story, and when: the log of edits, and the port that keeps it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Edit:
    """One saved change of a story file."""

    id: int
    at: datetime
    editor: str
    """The editor's name; empty where the page has no names."""
    story: str
    what: str
    """In words: “published”, “postponed match: …”."""
    before: str | None
    """The whole file as it was, to undo it; None of a new file."""
    after: str
    """The digest of the file as it became."""
    version: str | None = None
    """The version of the story that readers got by it; None of a draft."""
    undone: bool = False


class EditLog(Protocol):
    """The log of edits."""

    async def note(self, edit: Edit) -> Edit:
        """Keep an edit; its id is given by the log, and returned with it."""
        ...

    async def latest(self, most: int, story: str | None = None) -> Sequence[Edit]:
        """Return the newest edits, of one story or of all, newest first."""
        ...

    async def undo(self, edit_id: int) -> None:
        """Say that an edit is undone."""
        ...

    async def was_sent(self, edit: Edit) -> bool:
        """True if anything that readers got, or may be getting now, tells of the edit."""
        ...
