"""Repairs: edits the sent posts of one platform so that they say what their story says now.

An edit can be repeated, so a crash needs no lease here: an edit that was not recorded is made again, word for word.
"""

import asyncio
import time
from collections.abc import Awaitable, Callable

import structlog

from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatStore
from bot.core.posting.composing import compose_again
from bot.core.posting.outcomes import EditOutcome, Messenger, Unchangeable
from bot.core.posting.pacing import AHEAD_S, Pace
from bot.core.posting.planning import Timing
from bot.core.posting.posts import Post
from bot.core.posting.repairs import RepairLedger, RepairStep, Snapshots, after_edit, replies
from bot.core.stories.library import Clock, Shelf
from bot.core.stories.story import Story
from bot.core.wording.cards import Card
from bot.core.wording.language import Languages
from bot.runtime.loop import Loop
from bot.runtime.waiting import Sleep, Ticks, until_either

log = structlog.get_logger()

AT_ONCE = 16
_LOOK_S = 5.0  # between looks at the ledger, when nothing else calls

Turn = Callable[[], Awaitable[None]]
"""Waits until an edit may leave."""


class Repairer:
    """Edits the posts of one platform that need a repair."""

    def __init__(  # noqa: PLR0913 -- what it joins
        self,
        platform: str,
        messenger: Messenger,
        *,
        repairs: RepairLedger,
        snapshots: Snapshots,
        chats: ChatStore,
        shelf: Shelf,
        languages: Languages,
        clock: Clock,
        turn: Turn,
        written: Callable[[], None],
    ) -> None:
        """`written` is called as soon as there are posts to send: replies, or news of a lost chat."""
        self._platform = platform
        self._messenger = messenger
        self._repairs = repairs
        self._snapshots = snapshots
        self._chats = chats
        self._shelf = shelf
        self._languages = languages
        self._clock = clock
        self._turn = turn
        self._written = written
        self._loop = Loop(self._step)

    def call(self) -> None:
        """Look for repairs: there may be some."""
        self._loop.call()

    async def run(self) -> None:
        """Repair until cancelled; then finish the edits under way, and leave the others for the next start."""
        try:
            await self._loop.run()
        finally:
            await self._messenger.close()

    async def _step(self) -> float:
        return 0.0 if await self.repair() else _LOOK_S

    async def repair(self) -> int:
        """Repair a batch and wait for its end; return the number of posts whose result is recorded."""
        try:
            posts = await self._repairs.to_repair(self._platform, self._clock(), AT_ONCE)
        except StorageUnavailable:  # the storage has logged it
            return 0
        return sum(await asyncio.gather(*map(self._repair, posts)))

    async def _repair(self, post: Post) -> bool:
        try:
            step = await self._decided(post)
            if step:
                await self._repairs.record_repair(post, step, self._clock())
        except StorageUnavailable:  # the storage has logged it; these posts are edited again
            return False
        if step is None:
            return False
        if step.replies or step.set_aside:
            self._written()
        log.info("repair", post=post.id, chat=post.chat.id, repair=step.repair, reason=step.reason)
        return True

    async def _decided(self, post: Post) -> RepairStep | None:
        try:
            return await self._edited(post)
        except StorageUnavailable:
            raise
        except Exception:
            log.exception("a post cannot be repaired", post=post.id)
            return RepairStep("unreachable", f"{post.repair_reason}; it cannot be composed")

    async def _edited(self, post: Post) -> RepairStep | None:
        """Edit a post, and return the step that follows; None if a stop came before its turn."""
        library = self._shelf()
        posted, shown = await self._version(post.version), await self._version(post.repaired or post.version)
        story = library.story(post.story) or library.retracted.get(post.story)
        settings = await self._chats.load(post.chat)
        say = self._languages.get(settings.language)
        card = compose_again(library, post, posted, Timing.of(settings), say) if posted else None
        if card is None or shown is None or story is None:
            return RepairStep("unreachable", f"{post.repair_reason}; the story says nothing of it any more")
        outcome = await self._outcome(post, card)
        told = replies(shown, story, post.notice)
        return after_edit(post, outcome, story, told, self._clock()) if outcome else None

    async def _outcome(self, post: Post, card: Card) -> EditOutcome | None:
        if post.message_id is None:
            return Unchangeable("its chat moved, and its message did not")
        stopping = self._loop.stopping
        await until_either(stopping, self._turn())
        return None if stopping.is_set() else await self._messenger.edit(post.chat, post.message_id, card)

    async def _version(self, version: str | None) -> Story | None:
        return await self._snapshots.get(version) if version else None


class EditTurns:
    """A platform's pace, on a running clock."""

    def __init__(self, pace: Pace, ticks: Ticks = time.monotonic, sleep: Sleep = asyncio.sleep) -> None:
        self._pace = pace
        self._ticks = ticks
        self._sleep = sleep

    async def take(self) -> None:
        """Wait until an edit may leave, in any chat; it counts as made then."""
        while (wait := self._pace.wait(None, self._ticks())) > AHEAD_S:
            await self._sleep(wait - AHEAD_S / 2)
        await self._sleep(self._pace.turn(None, self._ticks()))
