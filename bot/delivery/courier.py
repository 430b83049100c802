"""One platform's courier: takes posts from the ledger, sends them at the platform's pace, records each outcome.

Intent, send, result: a post is claimed in the ledger before the call and written back after it, so that a crash between
the two leaves a claim whose lease runs out, and never a post that nobody knows of.
"""

import asyncio
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from datetime import datetime, timedelta
from functools import lru_cache
from typing import Any

import structlog

from bot.core.cards import Card
from bot.core.composing import compose, compose_change, is_quiet, still_planned
from bot.core.errors import StorageUnavailable
from bot.core.leads import Lead
from bot.core.library import Library
from bot.core.outcomes import Rejected, SendOutcome
from bot.core.planning import Planned, Timing
from bot.core.ports import ChatStore, Clock, Languages, Messenger, PostLedger, Shelf
from bot.core.posts import Post, Step, after, after_no_answer, is_late
from bot.core.requests import ChatSettings

log = structlog.get_logger()

LEASE = timedelta(seconds=60)
AT_ONCE = 16
_LOOK_S = 5.0  # at the ledger, when nothing else calls
_COMPOSE_AGAIN = timedelta(minutes=5)
_BATCH = 64
_CHAT_PAUSE_S = 1.0  # between two posts to one chat
_WRITE_AGAIN_S = 1.0

_Notice = tuple[str, str, str, datetime]
Sleep = Callable[[float], Awaitable[None]]


class Courier:
    """Delivers the posts of one platform. `per_second` leaves the platform's limit room for answers."""

    def __init__(  # noqa: PLR0913 -- what it joins
        self,
        platform: str,
        messenger: Messenger,
        *,
        ledger: PostLedger,
        chats: ChatStore,
        shelf: Shelf,
        languages: Languages,
        clock: Clock,
        worker: str,
        per_second: float,
        sleep: Sleep = asyncio.sleep,
    ) -> None:
        self._platform = platform
        self._messenger = messenger
        self._ledger = ledger
        self._chats = chats
        self._shelf = shelf
        self._languages = languages
        self._clock = clock
        self._worker = worker
        self._pause = 1 / per_second
        self._sleep = sleep
        self._called = asyncio.Event()
        self._busy: set[str] = set()
        self._under_way: set[asyncio.Task[None]] = set()
        self._resting: set[asyncio.Task[None]] = set()
        self._compose = lru_cache(maxsize=256)(self._composed)

    def call(self) -> None:
        """There may be posts."""
        self._called.set()

    async def run(self) -> None:
        """Deliver until cancelled; then finish what is under way."""
        try:
            while True:
                self._called.clear()
                if not await self._round():
                    await self._wait()
        finally:
            if self._under_way:
                await asyncio.wait(self._under_way)
            for rest in self._resting:
                rest.cancel()
            await self._messenger.close()

    async def deliver_due(self) -> None:
        """Send all that may go out now, and wait until it is done."""
        while await self._round() or self._under_way or self._resting:
            if tasks := self._under_way | self._resting:
                await asyncio.wait(tasks)

    async def _round(self) -> int:
        """Begin to send a batch; how many posts it had."""
        try:
            await self._recover()
            posts = await self._ledger.ready(self._platform, self._clock(), _BATCH, self._busy)
        except StorageUnavailable:  # which is on record; the next look tries again
            return 0
        for post in posts:
            if post.chat.id not in self._busy:
                await self._begin(post)
        return len(posts)

    async def _begin(self, post: Post) -> None:
        while len(self._under_way) >= AT_ONCE:
            await asyncio.wait(self._under_way, return_when=asyncio.FIRST_COMPLETED)
        self._busy.add(post.chat.id)
        self._start(self._deliver(post), self._under_way)
        await self._sleep(self._pause)

    @staticmethod
    def _start(work: Coroutine[Any, Any, None], tasks: set[asyncio.Task[None]]) -> None:
        task = asyncio.create_task(work)
        tasks.add(task)
        task.add_done_callback(tasks.discard)

    async def _deliver(self, post: Post) -> None:
        try:
            await self._send(post)
        except StorageUnavailable:
            pass  # nothing was sent: the claim is what failed
        except Exception:
            log.exception("a post failed", post=post.id)  # its lease runs out, and it is tried again
        finally:
            self._start(self._rest(post.chat.id), self._resting)

    async def _rest(self, chat: str) -> None:
        """Leave a chat alone for a moment, in nobody's place."""
        await self._sleep(_CHAT_PAUSE_S)
        self._busy.discard(chat)
        self._called.set()

    async def _send(self, post: Post) -> None:
        now = self._clock()
        planned = still_planned(self._shelf(), post, now)
        reply_to = post.reply_to
        if planned is None and not post.is_reply:
            reached = await self._ledger.last(post)
            reply_to = reached.message_id if reached else None
            if reached is None:
                planned = Step("withdrawn", "the reminder of the former plan did not arrive")
            elif reached.state == "sending":  # by a process that ended: what became of it is not known yet
                planned = Step("pending", not_before=now + LEASE)
        if isinstance(planned, Step):
            await self._record(post, planned)
            return
        settings = await self._chats.load(post.chat)
        try:
            card = self._card(post, planned, settings, now)  # before the claim, as what fails here was not sent
        except Exception:
            log.exception("a post cannot be composed", post=post.id)
            await self._record(post, Step("pending", "it cannot be composed", not_before=now + _COMPOSE_AGAIN))
            return
        silent = is_quiet(self._shelf(), post, settings, now)
        story = self._shelf().story(post.story)
        version = story.version if story else None
        if not await self._ledger.claim(post, self._worker, now, LEASE, version):
            return
        outcome = await self._found(post)
        if outcome is None or isinstance(outcome, Rejected):
            outcome = await self._messenger.send(post.chat, card, post.key, reply_to=reply_to, silent=silent)
        await self._record(post, self._step(post, planned, outcome))

    async def _found(self, post: Post) -> SendOutcome | None:
        """What became of an earlier attempt that got no answer, where that can be seen."""
        if not post.unknowns or post.tried_at is None:
            return None
        return await self._messenger.find(post.chat, post.key, post.tried_at)

    def _card(self, post: Post, planned: Planned | None, settings: ChatSettings, now: datetime) -> Card:
        if planned is None:
            say = self._languages.get(settings.language)
            return compose_change(self._shelf(), post, Timing.of(settings), say, now)
        notice = (post.story, post.event, post.lead, post.due_at)
        return self._compose(self._shelf(), notice, settings, now.replace(second=0, microsecond=0))

    def _composed(self, library: Library, notice: _Notice, settings: ChatSettings, now: datetime) -> Card:
        """The card of a notice; composed once for all chats that get the same at the same time."""
        slug, event_id, lead, due_at = notice
        story = library.story(slug)
        assert story
        planned = Planned(due_at, story, story.event(event_id), Lead.parse(lead))
        return compose(library, planned, Timing.of(settings), self._languages.get(settings.language), now)

    def _step(self, post: Post, planned: Planned | None, outcome: SendOutcome) -> Step:
        now = self._clock()
        step = after(post, outcome, now)
        if step.state == "unknown":
            log.error("a post may not have arrived; look at the chat", post=post.id, chat=post.chat.id)
        return replace(step, late=is_late(planned, now)) if planned and step.state == "sent" else step

    async def _record(self, post: Post, step: Step) -> None:
        """Write it down however long that takes: what was sent is known nowhere else."""
        while True:
            try:
                await self._ledger.record(post, step)
            except StorageUnavailable:
                await self._sleep(_WRITE_AGAIN_S)
            else:
                log.info("post", id=post.id, chat=post.chat.id, state=step.state, reason=step.reason or None)
                return

    async def _recover(self) -> None:
        """Take up what a process that ended left behind."""
        now = self._clock()
        for post in await self._ledger.expired(now):
            if post.chat.platform == self._platform and post.chat.id not in self._busy:
                await self._ledger.record(post, after_no_answer(post, "it ended while this was being sent", now))

    async def _wait(self) -> None:
        waits = {asyncio.create_task(self._called.wait()), asyncio.ensure_future(self._sleep(_LOOK_S))}
        try:
            await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for wait in waits:
                wait.cancel()
