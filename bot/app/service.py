"""The service: all the parts that `run` starts, over one database."""

import asyncio
import os
import socket
from collections.abc import Awaitable, Callable, Sequence
from functools import partial

from bot.app.desk import Readers
from bot.app.drafting import drafter_of
from bot.app.fitting import too_long_for
from bot.app.page import Sources, build_page
from bot.app.platforms import PLATFORMS, accesses
from bot.core.asking.allowance import Allowance
from bot.core.asking.desk import Desk
from bot.core.asking.platform import Adapter, Platform
from bot.core.asking.questions.advice import Chooser
from bot.core.asking.questions.index import prepare
from bot.core.errors import StorageUnavailable
from bot.core.posting.outcomes import Messenger
from bot.core.posting.pacing import Pace
from bot.core.stories.library import Clock, Library
from bot.delivery.courier import Courier
from bot.delivery.drafts import Drafts
from bot.delivery.repairing import EditTurns, Repairer
from bot.metrics.figures import Gathering
from bot.metrics.unanswered import UnansweredQuestions
from bot.newsroom.newsroom import Newsroom
from bot.newsroom.writing.manuscripts import FolderManuscripts
from bot.platforms.web.platform import WebPlatform
from bot.runtime.catalogues import Catalogues
from bot.runtime.memory import settle
from bot.runtime.supervision import Conditions
from bot.scheduler.fan_out import FanOut
from bot.scheduler.outdated import Outdated
from bot.scheduler.waking import Waker
from bot.settings import Settings
from bot.storage.chats import SqlChatStore, SqlSubscribers
from bot.storage.database import Database
from bot.storage.delivery import SqlDeliveryLedger
from bot.storage.edits import SqlEditLog
from bot.storage.overview import SqlCensus, SqlOverview
from bot.storage.planning import SqlPlanningLedger
from bot.storage.repairs import SqlRepairLedger
from bot.storage.schema import migrate
from bot.storage.snapshots import SqlSnapshots
from bot.storage.unanswered import SqlUnanswered

ADOPT_AGAIN_S = 1.0
SHOWN_WITHIN_S = 3.0

Run = Callable[[], Awaitable[None]]


class Service:
    """All the parts that `run` starts, over one database."""

    def __init__(  # noqa: PLR0913 -- what it joins
        self,
        settings: Settings,
        newsroom: Newsroom,
        engine: Database,
        clock: Clock,
        platforms: Sequence[Platform] = PLATFORMS,
        *,
        chooser: Chooser | None = None,
    ) -> None:
        """`platforms` are all that exist; those that have a token are served. `chooser` gives their desks advice."""
        self.platforms = platforms
        self.reached = accesses(settings, platforms)
        self._settings = settings
        self._newsroom = newsroom
        self._engine = engine
        self._library = Library(())
        self._clock = clock
        self._chooser = chooser
        self._languages = Catalogues()
        self.conditions = Conditions()
        self._gathering = Gathering(SqlCensus(engine), clock, lambda: self._newsroom.problems, self.conditions)
        self._ledger = SqlDeliveryLedger(engine)
        self._chats = SqlChatStore(engine)
        self._repairs = SqlRepairLedger(engine)
        self._snapshots = SqlSnapshots(engine)
        # Whoever pretends another day tries something out; that is no reader.
        are_kept = settings.unanswered and not settings.as_of
        self._unanswered = UnansweredQuestions(SqlUnanswered(engine), clock, kept=are_kept)
        self._paces: dict[str, Pace] = {}
        self._waker: Waker | None = None

    @property
    def library(self) -> Library:
        """The stories that are shown."""
        return self._library

    async def begin(self) -> None:
        """Upgrade the database and show the stories; if the database is locked, wait until it is free."""
        await migrate(self._engine)
        await self.adopt()

    async def adopt(self) -> None:
        """Keep the newest stories, then show them: a version that was shown must be known when it changes."""
        library = self._newsroom.library
        await self._snapshots.keep((*library.stories, *library.retracted.values()))
        await asyncio.to_thread(prepare, library.stories)
        self._library = library
        await asyncio.to_thread(settle)
        self._gathering.adopted(library)
        self._look_again()

    def adapter(self, platform: Platform) -> Adapter:
        """Build the part that answers on a platform."""
        desk = Desk(
            self._shelf,
            self._chats,
            self._clock,
            self._languages,
            page=self._settings.web_url,
            chooser=self._chooser,
            changed=self._look_again,
            unanswered=self._unanswered.note,
            timed=self._gathering.figures.answering,
            admit=Allowance().admit,
        )
        adapter = platform.adapter(self.reached[platform.name], desk, self._pace(platform))
        self.conditions.watch(platform.name, lambda: adapter.in_touch)
        return adapter

    def page(self) -> WebPlatform:
        """Build the page."""
        overview, subscribed = SqlOverview(self._engine), SqlSubscribers(self._engine).first
        readers = Readers(overview, self._snapshots, subscribed, self._shelf, self._languages, self._clock)
        sources = Sources(
            shelf=self._shelf,
            languages=self._languages,
            clock=self._clock,
            problems=lambda: self._newsroom.problems,
            subscribed=subscribed,
            overview=overview,
            census=SqlCensus(self._engine),
            unanswered=SqlUnanswered(self._engine),
            changed=self._look_again,
            health=self._gathering.health,
            exposition=self._gathering.exposition,
            manuscripts=FolderManuscripts(
                self._settings.content, drafter_of(self._settings, self._clock), [too_long_for(self.platforms)]
            ),
            edits=SqlEditLog(self._engine, readers.know),
            find_reach=readers.reach,
            former=self._snapshots.get,
            saved=self._take_up_soon,
        )
        return build_page(self._settings, sources, self.platforms)

    def parts(self, names: Sequence[str]) -> dict[str, Run]:
        """Build the parts that answer, that keep what they could not, that write due posts, and that send them."""
        served = [each for each in self.platforms if each.name in self.reached]
        workers: dict[str, Courier | Repairer] = {}
        if "worker" in names:
            couriers = [(each, self._courier(each)) for each in served]
            workers |= {f"worker for {each.name}": courier for each, courier in couriers}
            workers |= {f"repairs for {each.name}": self._repairer(each, courier.call) for each, courier in couriers}

        def call_all() -> None:
            for worker in workers.values():
                worker.call()

        parts: dict[str, Run] = {name: worker.run for name, worker in workers.items()}
        if "scheduler" in names:
            fan_out = FanOut(self._shelf, SqlPlanningLedger(self._engine), self._clock, call_all)
            outdated = Outdated(self._shelf, self._repairs, self._snapshots, self._clock)
            self._waker = Waker([outdated.look, fan_out.run], self._clock, call_all)
            parts["scheduler"] = self._waker.run
        answering = {each.name: self.adapter(each).run for each in served if each.name in names}
        if answering or "scheduler" in names:
            parts["unanswered"] = self._unanswered.run
        return parts | answering

    async def watch(self) -> None:
        """Show the stories again whenever an editor saves one."""
        await self._newsroom.watch(self._adopt_whatever_it_takes)

    async def _take_up_soon(self) -> None:
        """Show what the page has saved; if that takes long, it goes on by itself."""
        showing = asyncio.ensure_future(self._newsroom.refresh(self._adopt_whatever_it_takes))
        await asyncio.wait({showing}, timeout=SHOWN_WITHIN_S)

    async def _adopt_whatever_it_takes(self) -> None:
        while True:
            try:
                return await self.adopt()
            except StorageUnavailable:  # the storage has logged it
                await asyncio.sleep(ADOPT_AGAIN_S)

    def _shelf(self) -> Library:
        """Return the stories to ask; where the clock pretends, without those from its future."""
        return self._library.until(self._clock().date()) if self._settings.as_of else self._library

    def _look_again(self) -> None:
        """Wake the scheduler: the next due moment may have changed."""
        if self._waker:
            self._waker.wake()

    def _courier(self, platform: Platform) -> Courier:
        return Courier(
            platform.name,
            self._messenger(platform),
            ledger=self._ledger,
            drafts=Drafts(self._ledger, self._shelf, self._languages),
            pace=self._pace(platform),
            clock=self._clock,
            worker=f"{socket.gethostname()}:{os.getpid()}",
            recorded=self._gathering.figures.recorded,
        )

    def _repairer(self, platform: Platform, written: Callable[[], None]) -> Repairer:
        return Repairer(
            platform.name,
            self._messenger(platform),
            repairs=self._repairs,
            snapshots=self._snapshots,
            chats=self._chats,
            shelf=self._shelf,
            languages=self._languages,
            clock=self._clock,
            turn=EditTurns(self._pace(platform)).take,
            written=written,
        )

    def _messenger(self, platform: Platform) -> Messenger:
        return platform.messenger(self.reached[platform.name], self._clock, self._pace(platform))

    def _pace(self, platform: Platform) -> Pace:
        """Return the pace that all who write to a platform share."""
        if platform.name not in self._paces:
            waited = partial(self._gathering.figures.waited, platform.name)
            self._paces[platform.name] = platform.pace(platform.per_second, waited)
        return self._paces[platform.name]
