"""The figures of this process for Prometheus; figures that no event counts are set just before they are read."""

import hashlib
from collections.abc import Callable, Collection, Mapping
from contextlib import AbstractContextManager
from datetime import datetime

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.exposition import CONTENT_TYPE_PLAIN_0_0_4, generate_latest

from bot.core.asking.commands import BY_NAME
from bot.core.asking.requests import Request
from bot.core.errors import StorageUnavailable
from bot.core.posting.overview import Census, Tally
from bot.core.posting.pacing import Outgoing
from bot.core.posting.posts import Post, Step
from bot.core.stories.library import Clock, Library
from bot.runtime.supervision import Conditions

_ANSWER_S = (0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5)
_WAIT_S = (0.01, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 15.0, 60.0)
_VERSION_LENGTH = 12
_LAG_S = (1.0, 2.5, 5.0, 15.0, 30.0, 60.0, 300.0, 900.0, 3600.0, 21_600.0, 86_400.0)


class PrometheusFigures:
    """Takes note of events and conditions. No caller waits for it."""

    def __init__(self) -> None:
        self._registry = registry = CollectorRegistry()
        ProcessCollector(registry=registry)
        self._answers = Histogram(
            "newspeg_answer_seconds",
            "How long an answer took to be made",
            ["platform", "command"],
            buckets=_ANSWER_S,
            registry=registry,
        )
        self._waits = Histogram(
            "newspeg_rate_limit_wait_seconds",
            "How long a message waits for its turn under the platform's limits, from when its place was taken",
            ["platform", "kind"],
            buckets=_WAIT_S,
            registry=registry,
        )
        self._steps = Counter(
            "newspeg_post_steps",
            "States that posts went on to; pending: given back, to be tried again",
            ["platform", "state"],
            registry=registry,
        )
        self._sent_lag = Histogram(
            "newspeg_post_sent_lag_seconds",
            "How long after it was due a post was sent",
            ["platform"],
            buckets=_LAG_S,
            registry=registry,
        )
        self._posts = Gauge("newspeg_posts", "Posts in the ledger", ["platform", "state"], registry=registry)
        self._lag = Gauge(
            "newspeg_post_lag_seconds",
            "How long the post that waits longest is due, and not sent",
            ["platform"],
            registry=registry,
        )
        self._paused = Gauge("newspeg_posting_paused", "1 while all posting is stopped", registry=registry)
        self._unreadable = Gauge(
            "newspeg_snapshots_unreadable",
            "Versions of stories that cannot be read, so that posts that show them are not corrected",
            registry=registry,
        )
        self._ledger_up = Gauge("newspeg_ledger_up", "1 while the ledger can be read", registry=registry)
        self._library = Gauge("newspeg_library_info", "1 for the stories as shown", ["version"], registry=registry)
        self._library_age = Gauge("newspeg_library_age_seconds", "Since they last changed", registry=registry)
        self._stories = Gauge("newspeg_library_stories", "Published stories", registry=registry)
        self._failed = Gauge("newspeg_content_failed", "Story files that could not be loaded", registry=registry)
        self._parts = Gauge("newspeg_part_up", "1 while a part runs", ["part"], registry=registry)

    def answering(self, request: Request) -> AbstractContextManager[object]:
        """Time how long a question takes until its answer or its failure."""
        command = request.invocation.command
        return self._answers.labels(request.chat.platform, command if command in BY_NAME else "unknown").time()

    def waited(self, platform: str, kind: Outgoing, seconds: float) -> None:
        """Note how long a message has to wait under the platform's limits, from when it got its place."""
        self._waits.labels(platform, kind).observe(seconds)

    def recorded(self, post: Post, step: Step) -> None:
        """Note that a post went on to a state, after a try or in place of one."""
        platform = post.chat.platform
        self._steps.labels(platform, step.state).inc()
        if step.sent_at:
            self._sent_lag.labels(platform).observe((step.sent_at - post.due_at).total_seconds())

    def set_ledger(self, tally: Tally | None, now: datetime) -> None:
        """Set the state of the ledger; None while it cannot be read, which drops the last known figures."""
        self._ledger_up.set(tally is not None)
        self._posts.clear()
        self._lag.clear()
        if tally is None:
            return
        self._paused.set(tally.paused)
        self._unreadable.set(tally.unreadable)
        for (platform, state), count in tally.posts.items():
            self._posts.labels(platform, state).set(count)
            self._lag.labels(platform).set(0)
        for platform, since in tally.waiting_since.items():
            self._lag.labels(platform).set(max((now - since).total_seconds(), 0))

    def set_library(self, version: str, age_s: float, stories: int, failed: int) -> None:
        """Set which stories are shown, since when, how many, and how many files could not be loaded."""
        self._library.clear()
        self._library.labels(version).set(1)
        self._library_age.set(age_s)
        self._stories.set(stories)
        self._failed.set(failed)

    def set_parts(self, conditions: Mapping[str, str]) -> None:
        """Set the condition of each part."""
        for name, condition in conditions.items():
            self._parts.labels(name).set(condition == "running")

    def exposition(self) -> bytes:
        """Return all figures as text, in the format that Prometheus reads."""
        return generate_latest(self._registry)


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
        return self.figures.exposition(), CONTENT_TYPE_PLAIN_0_0_4


def version_of(library: Library) -> str:
    """Return a name for the present versions of the published stories."""
    digest = hashlib.sha256()
    for story in sorted(library.stories, key=lambda each: each.slug):
        digest.update(f"{story.slug} {story.version}\n".encode())
    return digest.hexdigest()[:_VERSION_LENGTH]
