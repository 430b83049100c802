"""Repairs on their way to one platform: sent posts are edited to say what their story says now.

An edit can be repeated, so a crash needs no lease here: what was not recorded is edited once more, to the same words.
"""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from bot.core.cards import Card
from bot.core.composing import compose_again
from bot.core.errors import StorageUnavailable
from bot.core.outcomes import EditOutcome, Unchangeable
from bot.core.planning import Timing
from bot.core.ports import ChatStore, Clock, Languages, Messenger, RepairLedger, Shelf, Snapshots
from bot.core.posts import Post
from bot.core.repairs import RepairStep, after_edit, replies
from bot.core.story import Story

log = structlog.get_logger()

AT_ONCE = 16
_LOOK_S = 5.0  # at the ledger, when nothing else calls

Turn = Callable[[str], Awaitable[None]]
"""Waits until a message may go to a chat."""


class Mender:
    """Edits the posts of one platform that are to be repaired."""

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
        """`written` is called as soon as there are posts to send: what is told in reply, or of a chat that was lost."""
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
        self._called = asyncio.Event()

    def call(self) -> None:
        """There may be something to repair."""
        self._called.set()

    async def run(self) -> None:
        """Repair until cancelled; then finish what is under way."""
        batch = None
        try:
            while True:
                self._called.clear()
                batch = asyncio.create_task(self.mend())
                if not await asyncio.shield(batch):
                    await self._wait()
        finally:
            if batch:
                await asyncio.wait([batch])
            await self._messenger.close()

    async def mend(self) -> int:
        """Repair a batch, and wait until that is done; how many posts it had."""
        try:
            posts = await self._repairs.to_repair(self._platform, self._clock(), AT_ONCE)
            await asyncio.gather(*(self._repair(post) for post in posts))
        except StorageUnavailable:  # which is on record; what was edited is edited again
            return 0
        return len(posts)

    async def _repair(self, post: Post) -> None:
        try:
            step = await self._edited(post)
        except StorageUnavailable:
            raise
        except Exception:
            log.exception("a post cannot be repaired", post=post.id)
            step = RepairStep("unreachable", f"{post.repair_reason}; it cannot be composed")
        await self._repairs.record_repair(post, step, self._clock())
        if step.replies or step.set_aside:
            self._written()
        log.info("repair", post=post.id, chat=post.chat.id, repair=step.repair, reason=step.reason)

    async def _edited(self, post: Post) -> RepairStep:
        library = self._shelf()
        posted, shown = await self._version(post.version), await self._version(post.repaired or post.version)
        story = library.story(post.story) or library.retracted.get(post.story)
        settings = await self._chats.load(post.chat)
        say = self._languages.get(settings.language)
        card = compose_again(library, post, posted, Timing.of(settings), say) if posted else None
        if card is None or shown is None or story is None:
            return RepairStep("unreachable", f"{post.repair_reason}; the story says nothing of it any more")
        told = replies(shown, story, post.event, post.lead)
        return after_edit(post, await self._outcome(post, card), story, told, self._clock())

    async def _outcome(self, post: Post, card: Card) -> EditOutcome:
        if post.message_id is None:
            return Unchangeable("its chat moved, and its message did not")
        await self._turn(post.chat.id)
        return await self._messenger.edit(post.chat, post.message_id, card)

    async def _version(self, version: str | None) -> Story | None:
        return await self._snapshots.get(version) if version else None

    async def _wait(self) -> None:
        try:
            async with asyncio.timeout(_LOOK_S):
                await self._called.wait()
        except TimeoutError:
            pass
