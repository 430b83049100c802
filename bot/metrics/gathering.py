"""Gathers the figures of a service when they are asked for."""

import hashlib
from collections.abc import Callable, Collection, Mapping

from bot.core.errors import StorageUnavailable
from bot.core.posting.overview import Census
from bot.core.stories.library import Clock, Library
from bot.metrics.prometheus import CONTENT_TYPE, PrometheusFigures
from bot.runtime.supervision import Conditions

_VERSION_LENGTH = 12


class Gathering:
    """Knows the source of each figure."""

    def __init__(
        self, census: Census, clock: Clock, failed: Callable[[], Collection[str]], conditions: Conditions
    ) -> None:
        """`failed` returns the slugs of the stories whose files could not be loaded."""
        self.figures = PrometheusFigures()
        self.conditions = conditions
        self._census = census
        self._clock = clock
        self._failed = failed
        self._library = Library(())
        self._version = ""
        self._since = clock()

    def adopted(self, library: Library) -> None:
        """Note that these stories are shown from now on."""
        self._library, self._version, self._since = library, version_of(library), self._clock()

    def health(self) -> Mapping[str, str]:
        """Return the condition of each part."""
        return self.conditions.now()

    async def exposition(self) -> tuple[bytes, str]:
        """Return all figures as text, and its media type."""
        now = self._clock()
        try:
            self.figures.set_ledger(await self._census.tally(now), now)
        except StorageUnavailable:
            self.figures.set_ledger(None, now)
        age = (now - self._since).total_seconds()
        self.figures.set_library(self._version, age, len(self._library.stories), len(self._failed()))
        self.figures.set_parts(self.conditions.now())
        return self.figures.exposition(), CONTENT_TYPE


def version_of(library: Library) -> str:
    """Return a name for the present versions of the published stories."""
    digest = hashlib.sha256()
    for story in sorted(library.stories, key=lambda each: each.slug):
        digest.update(f"{story.slug} {story.version}\n".encode())
    return digest.hexdigest()[:_VERSION_LENGTH]
