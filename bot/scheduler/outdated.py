"""Finds posts that no longer agree with their story, and has them repaired or withdrawn."""

import structlog

from bot.core.posting.composing import NOT_PUBLISHED
from bot.core.posting.notices import columns_of
from bot.core.posting.repairs import RepairLedger, Shown, Snapshots, why_outdated
from bot.core.stories.library import Clock, Library, Shelf
from bot.core.stories.story import Story

log = structlog.get_logger()


class Outdated:
    """Compares posts with the newest version; may run at any time and any number of times.

    All posts are compared once per version of the stories, after that only new ones, as the ledger grows.
    """

    def __init__(self, shelf: Shelf, repairs: RepairLedger, snapshots: Snapshots, clock: Clock) -> None:
        self._shelf = shelf
        self._repairs = repairs
        self._snapshots = snapshots
        self._clock = clock
        self._compared: tuple[Library | None, int] = (None, 0)
        """The stories of the last comparison, and the change of the ledger that it reached."""

    async def look(self) -> None:
        """Withdraw the pending posts of retracted stories, and ask for the repair of outdated posts."""
        library = self._shelf()
        for slug in library.retracted:
            if count := await self._repairs.withdraw(slug, NOT_PUBLISHED):
                log.info("posts are withdrawn", story=slug, reason=NOT_PUBLISHED, chats=count)
        newest = {story.slug: story for story in (*library.stories, *library.retracted.values())}
        with_these, since = self._compared
        shown, until = await self._repairs.shown(since if library is with_these else 0)
        for each in shown:
            story = newest.get(columns_of(each.notice).story)
            if story and story.version != each.version:
                await self._compare(each, story)
        self._compared = (library, until)

    async def _compare(self, shown: Shown, story: Story) -> None:
        was = await self._snapshots.get(shown.version)
        reason = why_outdated(was, story, shown.notice) if was else None
        if reason and (count := await self._repairs.ask(shown, reason, self._clock())):
            about = columns_of(shown.notice)
            log.info("posts are to be repaired", notice=f"{about.story}/{about.event}", reason=reason, chats=count)
