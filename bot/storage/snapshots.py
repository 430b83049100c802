"""Stores every version of a story that any reader was shown, in the database."""

import asyncio
from collections.abc import Iterable, Sequence
from typing import NamedTuple

import structlog
from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.stories.story import Story, restore_story
from bot.storage.database import insert, reading, writing
from bot.storage.tables import snapshots

log = structlog.get_logger()

_MOST_IN_MEMORY = 64


class UnreadableVersion(NamedTuple):
    """A version of a story that cannot be read."""

    story: str
    version: str


class SqlSnapshots:
    """The port Snapshots over a migrated database."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._read: dict[str, Story | None] = {}
        self._looked_at: dict[str, UnreadableVersion | None] = {}

    async def keep(self, stories: Iterable[Story]) -> None:
        """Keep these versions, unless they are kept already."""
        by_version = {story.version: story for story in stories}
        async with reading(self._engine) as connection:
            query = select(snapshots.c.version).where(snapshots.c.story.in_([s.slug for s in by_version.values()]))
            known = set((await connection.execute(query)).scalars())
        new = [story for version, story in by_version.items() if version not in known]
        if not new:
            return
        rows = [{"version": story.version, "story": story.slug, "body": story.snapshot} for story in new]
        async with writing(self._engine) as connection:
            await connection.execute(insert(snapshots).on_conflict_do_nothing(), rows)

    async def unreadable(self) -> Sequence[UnreadableVersion]:
        """Return the versions that cannot be read: posts that show them are not corrected. Each is looked at once."""
        async with reading(self._engine) as connection:
            kept = set((await connection.execute(select(snapshots.c.version))).scalars())
        new = sorted(kept - self._looked_at.keys())
        for start in range(0, len(new), _MOST_IN_MEMORY):
            these = new[start : start + _MOST_IN_MEMORY]
            async with reading(self._engine) as connection:
                rows = (await connection.execute(select(snapshots).where(snapshots.c.version.in_(these)))).all()
            found = await asyncio.to_thread(lambda: [_restored(row.version, row.body) is None for row in rows])  # noqa: B023 -- it is awaited at once
            self._looked_at.update(
                {
                    row.version: UnreadableVersion(row.story, row.version) if is_unreadable else None
                    for row, is_unreadable in zip(rows, found, strict=True)
                }
            )
        return [each for version, each in sorted(self._looked_at.items()) if each and version in kept]

    async def get(self, version: str) -> Story | None:
        """Return a version of a story; None if it is not kept, or this version of Newspeg cannot read it."""
        if version not in self._read:
            async with reading(self._engine) as connection:
                body = (
                    await connection.execute(select(snapshots.c.body).where(snapshots.c.version == version))
                ).scalar()
            if len(self._read) >= _MOST_IN_MEMORY:
                self._read.clear()
            self._read[version] = _restored(version, body) if body else None
        return self._read[version]


def _restored(version: str, body: str) -> Story | None:
    try:
        return restore_story(body)
    except ValueError:
        log.warning("a former version of a story cannot be read any more", version=version)
        return None
