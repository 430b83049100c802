"""One platform's courier: takes posts from the ledger, sends them at the platform's pace, records each outcome.

Intent, send, result: posts are claimed in the ledger just before their calls and written back after them, so that a
crash between the two leaves a claim whose lease runs out, and never a post that nobody knows of.
"""

import asyncio
import time
from collections.abc import Collection, Sequence
from dataclasses import replace

import structlog

from bot.core.errors import StorageUnavailable
from bot.core.posting.outcomes import Messenger, SendOutcome
from bot.core.posting.pacing import AHEAD_S, Pace
from bot.core.posting.posts import LEASE, DeliveryLedger, Due, Post, Step, after, after_look, after_no_answer, is_late
from bot.core.stories.library import Clock
from bot.delivery.drafts import Draft, Drafts
from bot.delivery.under_way import UnderWay
from bot.delivery.write_back import Recorded, WriteBack
from bot.runtime.loop import Loop
from bot.runtime.waiting import Sleep, Ticks, until_either

log = structlog.get_logger()

AT_ONCE = 64
BATCH = 128  # fewer rounds for more posts: without a limit, faster than 64
LOOK_S = 5.0  # between looks at the ledger, when nothing else calls
_AGAIN_S = 1.0
LATEST_S = LEASE.total_seconds() / 4  # to begin a call after its turn: the lease must last for the call


class Courier:
    """Delivers the posts of one platform."""

    def __init__(  # noqa: PLR0913 -- what it joins
        self,
        platform: str,
        messenger: Messenger,
        *,
        ledger: DeliveryLedger,
        drafts: Drafts,
        pace: Pace,
        clock: Clock,
        worker: str,
        recorded: Recorded = lambda _post, _step: None,
        ticks: Ticks = time.monotonic,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._platform = platform
        self._messenger = messenger
        self._ledger = ledger
        self._drafts = drafts
        self._pace = pace
        self._clock = clock
        self._worker = worker
        self._ticks = ticks
        self._sleep = sleep
        self._written = WriteBack(ledger, recorded, sleep)
        self._loop = Loop(self._round, sleep)
        self._under_way = UnderWay(BATCH, self.call)
        self._calls = asyncio.Semaphore(AT_ONCE)
        self._held: dict[str, float] = {}  # by chat: it takes no post before that tick
        self._recovered_at = -LOOK_S

    def call(self) -> None:
        """Look for posts: there may be some."""
        self._loop.call()

    async def run(self) -> None:
        """Deliver posts until cancelled; then finish the posts under way, and give back the other claimed ones."""
        try:
            await self._loop.run()  # a claim that is cut short might have been taken
        finally:
            await self._under_way.wait()
            await self._messenger.close()

    async def _round(self) -> float:
        """Begin to send the posts that may leave next; return the seconds until there may be more."""
        if self._under_way.is_full:
            return LOOK_S  # or when fewer calls are under way
        ticks, under_way = self._ticks(), tuple(self._under_way.chats)
        self._held = {chat: until for chat, until in self._held.items() if until > ticks}
        try:
            few = int(min(BATCH, self._pace.most_ahead))
            busy = {*self._held, *under_way}
            batch = await self._ledger.ready(self._platform, self._clock(), few, busy)
            if (not batch or ticks >= self._recovered_at + LOOK_S) and await self._recover():
                return 0.0
            if batch:
                return await self._begin(batch)
        except StorageUnavailable:  # the storage has logged it
            return _AGAIN_S
        soon = [2 * AHEAD_S] if under_way else []
        return min([*soon, *(until - ticks for until in self._held.values())], default=LOOK_S)

    async def _begin(self, batch: Sequence[Due]) -> float:
        """Start what the posts of a batch need; return the seconds until the next ones may leave."""
        drafts = []
        free = [due for due in batch if self._is_free(due.post)]
        for due, draft in zip(free, await self._drafts.of(free, self._clock()), strict=True):
            if not isinstance(draft, Step):
                drafts.append(draft)
            elif self._is_free(due.post):
                self._under_way.start(due.post, self._written.write(due.post, draft))
        wait = 0.0
        leaving: list[tuple[Draft, float]] = []
        for draft in drafts:
            if not self._is_free(draft.post):
                continue
            wait = max(0.0, self._pace.wait(draft.post.chat.id, self._ticks()) - AHEAD_S / 2)
            if wait > AHEAD_S / 2:
                break
            self._under_way.take(draft.post)
            at = self._ticks() + self._pace.turn(draft.post.chat.id, self._ticks())
            if draft.post.unknowns:
                self._under_way.start(draft.post, self._send_again(draft, at))
            else:
                leaving.append((draft, at))
        await self._claim(leaving)
        return wait

    async def _claim(self, leaving: Sequence[tuple[Draft, float]]) -> None:
        """Claim posts just before they leave, and start those that no other process took."""
        wanted = {draft.post.id: draft.version for draft, _ in leaving}
        claimed: Collection[int] = ()
        try:
            if wanted:
                claimed = await self._ledger.claim(wanted, self._worker, self._clock(), LEASE)
        finally:
            for draft, at in leaving:
                if draft.post.id in claimed:
                    self._under_way.start(draft.post, self._send(draft, at))
                else:
                    self._under_way.let_go(draft.post)

    async def _send_again(self, draft: Draft, at: float) -> None:
        """Look for posts that may have arrived, before they are sent once more."""
        post = draft.post
        assert post.tried_at
        await self._come_to(at)
        found = await self._messenger.find(post.chat, post.key, post.tried_at)
        step = after_look(post, found, self._clock())
        if step:
            await self._record(draft, step)
        elif await self._ledger.claim({post.id: draft.version}, self._worker, self._clock(), LEASE):
            await self._send(draft, self._ticks())

    async def _send(self, draft: Draft, at: float) -> None:
        """Send a claimed post when its turn comes; at a stop, or if all calls take too long, give it back."""
        post = draft.post
        await self._come_to(at)
        async with self._calls:
            given_back = self._loop.stopping.is_set() or self._ticks() > at + LATEST_S
            outcome = None if given_back else await self._call(draft)
        if outcome is None:
            await self._written.write(post, Step("pending"))
        else:
            self._under_way.call_ended(post)
            await self._record(draft, after(post, outcome, self._clock()))

    async def _call(self, draft: Draft) -> SendOutcome:
        post = draft.post
        return await self._messenger.send(post.chat, draft.card, post.key, reply_to=draft.reply_to, silent=draft.silent)

    async def _record(self, draft: Draft, step: Step) -> None:
        if step.state == "unknown":
            log.error("a post may not have arrived; look at the chat", post=draft.post.id, chat=draft.post.chat.id)
        if step.state == "sent" and draft.planned:
            step = replace(step, late=is_late(draft.planned, self._clock()))
        await self._written.write(draft.post, step)
        if step.state == "pending":
            self.call()

    async def _recover(self) -> bool:
        """Take up the posts that a dead process left behind; return whether there were any."""
        self._recovered_at = self._ticks()
        now = self._clock()
        expired = [post for post in await self._ledger.expired(now) if post.chat.platform == self._platform]
        steps = [
            (post, after_no_answer(post, "it ended while this was being sent", now))
            for post in expired
            if post not in self._under_way
        ]
        if steps:
            await self._written.record(steps)
        return bool(steps)

    def _is_free(self, post: Post) -> bool:
        """True if the post's chat takes a post now; if not, the ledger is not asked for its posts until it does."""
        chat, ticks = post.chat.id, self._ticks()
        rest = max(self._pace.rest(chat, ticks), 2 * AHEAD_S if chat in self._under_way.chats else 0.0)
        if rest > AHEAD_S:
            self._held[chat] = ticks + rest
        return rest <= AHEAD_S

    async def _come_to(self, at: float) -> None:
        """Wait for a moment, or for a stop."""
        if (wait := at - self._ticks()) > 0:
            await until_either(self._loop.stopping, self._sleep(wait))
