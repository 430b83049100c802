"""What the desk works with: ports of the core, a clock, and who may work at it."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import date

from starlette.requests import HTTPConnection

from bot.core.editing.log import EditLog
from bot.core.editing.manuscripts import Manuscripts
from bot.core.editing.reach import Reach
from bot.core.stories.dates import EdtfDate
from bot.core.stories.library import Clock
from bot.core.stories.story import Story
from bot.core.wording.language import Languages
from bot.platforms.web.desk.presence import Presence

EditorOf = Callable[[HTTPConnection], str | None]
"""Returns the name of the editor who sends a request: empty where the page has no names, None of anybody else."""

FindReach = Callable[[Story | None, Story | None], Awaitable[Reach]]
"""Returns whom a story reaches if it becomes another one; None stands for a story that readers do not have."""

ReadDate = Callable[[str, date, str, str], EdtfDate | None]
"""Reads a date as it was typed, by the present day, a time zone and a language; None if it is not understood."""


Former = Callable[[str], Awaitable[Story | None]]
"""Returns a version of a story that readers had; None if it is not kept."""


async def _nothing() -> None:
    """Wait until the file is noticed."""


@dataclass(frozen=True, slots=True)
class Tools:
    """All that the desk works with."""

    manuscripts: Manuscripts
    log: EditLog
    find_reach: FindReach
    read_date: ReadDate
    languages: Languages
    clock: Clock
    editor_of: EditorOf
    former: Former
    saved: Callable[[], Awaitable[None]] = _nothing
    """Called after a change of a story that readers have, so that they get it at once."""
    presence: Presence = field(default_factory=Presence)

    async def drafted(self, request: HTTPConnection, slug: str) -> Story | None:
        """Return a story as it stands at the desk, for an editor's preview; None while it has errors."""
        found = None if self.editor_of(request) is None else await self.manuscripts.read(slug)
        return found.story if found else None
