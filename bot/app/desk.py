"""What the desk works with: the newsroom's folder, the log of edits, and whom a change reaches."""

import asyncio
from dataclasses import dataclass

from bot.core.editing.reach import Reach
from bot.core.editing.reaching import Ledger, Reaching
from bot.core.posting.overview import Overview
from bot.core.posting.posts import Post
from bot.core.posting.repairs import Snapshots
from bot.core.stories.library import Clock, Shelf
from bot.core.stories.story import Story
from bot.core.wording.language import Languages
from bot.platforms.terminal.rendering import render_plain
from bot.platforms.web.rehearse.audience import Subscribers

MOST_SUBSCRIBERS = 100_000
_ON_ITS_WAY = ("sending", "sent", "unknown")


@dataclass(frozen=True, slots=True)
class Readers:
    """The readers of the stories, as far as the ledger knows them."""

    overview: Overview
    snapshots: Snapshots
    subscribed: Subscribers
    shelf: Shelf
    languages: Languages
    clock: Clock

    async def reach(self, before: Story | None, after: Story | None) -> Reach:
        """Return whom a story reaches if it becomes another one; None stands for one that readers do not have."""
        del before  # what posts show is known from the posts
        if after is None:
            return Reach()
        posts = await self._posts(after.slug)
        shown = {version for each in posts for version in (each.version, each.repaired) if version}
        versions = {version: await self.snapshots.get(version) for version in shown}
        known = {version: story for version, story in versions.items() if story}
        ledger = Ledger(posts, known, await self.subscribed(MOST_SUBSCRIBERS))
        library, now = self.shelf(), self.clock()

        def found() -> Reach:
            return Reaching(after, library, ledger, self.languages, now).reach(render_plain)

        return await asyncio.to_thread(found)

    async def know(self, slug: str, version: str) -> bool:
        """True if a post that shows this version of a story went out, or may be going out now."""
        posts = await self._posts(slug)
        return any(
            version == each.repaired
            or (version == each.version and each.state in _ON_ITS_WAY)
            or (each.repair == "pending" and version != each.version)
            for each in posts
        )

    async def _posts(self, slug: str) -> list[Post]:
        return [each for each in await self.overview.posts() if each.story == slug]
