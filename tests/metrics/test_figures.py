from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

import pytest
from prometheus_client.parser import text_string_to_metric_families

from bot.core.asking.desk import Desk
from bot.core.asking.requests import Request
from bot.core.errors import Problem, StorageUnavailable
from bot.core.posting.notices import Retraction
from bot.core.posting.overview import Tally
from bot.core.posting.pacing import Pace
from bot.core.posting.posts import Post, Step
from bot.core.stories.library import Library
from bot.core.wording.invocations import Invocation
from bot.metrics.figures import Gathering, PrometheusFigures, version_of
from bot.runtime.catalogues import Catalogues
from bot.runtime.supervision import Conditions
from tests.asking import CHAT, Asker
from tests.stories import harbour, seasons

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)


class Book:
    """A ledger that stands as it is told, or cannot be read."""

    def __init__(self, tally: Tally | None) -> None:
        self.as_it_stands = tally

    async def tally(self, _: datetime) -> Tally:
        if self.as_it_stands is None:
            raise StorageUnavailable("locked")
        return self.as_it_stands


def read(text: bytes) -> dict[str, float]:
    """The samples, each by its name and labels."""
    return {
        " ".join([sample.name, *(f"{name}={value}" for name, value in sorted(sample.labels.items()))]): sample.value
        for family in text_string_to_metric_families(text.decode())
        for sample in family.samples
    }


async def test_answers_are_counted_and_timed_by_platform_and_command() -> None:
    figures, asker = PrometheusFigures(), Asker()
    desk = Desk(lambda: asker.library, asker.chats, lambda: NOW, Catalogues(), timed=figures.answering)
    for said in ("/summary", "/summary", "/who aydin", "/nonsense"):
        await desk.answer(Request(Invocation.said(said), CHAT))
    samples = read(figures.exposition())
    assert samples["newspeg_answer_seconds_count command=summary platform=test"] == 2
    assert samples["newspeg_answer_seconds_count command=who platform=test"] == 1
    assert samples["newspeg_answer_seconds_count command=unknown platform=test"] == 1
    assert samples["newspeg_answer_seconds_bucket command=summary le=+Inf platform=test"] == 2


async def test_an_answer_that_fails_counts_too() -> None:
    figures, asker = PrometheusFigures(), Asker()
    desk = Desk(lambda: asker.library, asker.chats, lambda: NOW, Catalogues(), timed=figures.answering)
    asker.library = None  # type: ignore[assignment] # so that the desk fails
    with pytest.raises(AttributeError):
        await desk.answer(Request(Invocation.said("/summary"), CHAT))
    assert read(figures.exposition())["newspeg_answer_seconds_count command=summary platform=test"] == 1


def test_waits_are_noted_and_stay_what_they_are() -> None:
    figures, plain = PrometheusFigures(), Pace(2.0)
    observed = Pace(2.0, waited=partial(figures.waited, "telegram"))
    assert [observed.turn("1", 0), observed.answer("1", 0)] == [plain.turn("1", 0), plain.answer("1", 0)]
    assert observed.wait("1", 0) == plain.wait("1", 0) > 0
    samples = read(figures.exposition())
    assert samples["newspeg_rate_limit_wait_seconds_count kind=post platform=telegram"] == 1
    assert samples["newspeg_rate_limit_wait_seconds_count kind=answer platform=telegram"] == 1


def test_what_becomes_of_posts_is_counted_and_how_late_they_were_sent() -> None:
    figures, post = PrometheusFigures(), Post(1, CHAT, Retraction("harbour"), NOW)
    figures.recorded(post, Step("sent", message_id="7", sent_at=NOW + timedelta(seconds=3)))
    figures.recorded(post, Step("failed", "blocked"))
    samples = read(figures.exposition())
    assert samples["newspeg_post_steps_total platform=test state=sent"] == 1
    assert samples["newspeg_post_steps_total platform=test state=failed"] == 1
    assert samples["newspeg_post_sent_lag_seconds_sum platform=test"] == 3


async def test_the_ledger_the_library_and_the_parts_are_looked_at_when_asked() -> None:
    tally = Tally(
        {("telegram", "sent"): 3, ("discord", "pending"): 1}, {"discord": NOW - timedelta(seconds=90)}, True, 2
    )
    now, conditions = [NOW], Conditions()
    failed = {"broken": [Problem(Path("x"), 1, "wrong")]}
    gathering = Gathering(Book(tally), lambda: now[0], lambda: failed, conditions)
    gathering.adopted(Library([harbour()]))
    conditions.started("telegram")
    conditions.started("discord")
    conditions.failed("discord")
    now[0] += timedelta(seconds=30)
    samples = read((await gathering.exposition())[0])
    assert samples["newspeg_posts platform=telegram state=sent"] == 3
    assert samples["newspeg_post_lag_seconds platform=telegram"] == 0
    assert samples["newspeg_post_lag_seconds platform=discord"] == 120
    assert samples["newspeg_posting_paused"] == 1
    assert samples["newspeg_snapshots_unreadable"] == 2
    assert samples[f"newspeg_library_info version={version_of(Library([harbour()]))}"] == 1
    assert samples["newspeg_library_age_seconds"] == 30
    assert samples["newspeg_library_stories"] == 1
    assert samples["newspeg_content_failed"] == 1
    assert samples["newspeg_part_up part=telegram"] == 1
    assert samples["newspeg_part_up part=discord"] == 0


async def test_what_is_no_longer_so_is_no_longer_shown() -> None:
    book = Book(Tally({("telegram", "pending"): 1}))
    gathering = Gathering(book, lambda: NOW, dict, Conditions())
    gathering.adopted(Library([harbour()]))
    await gathering.exposition()
    book.as_it_stands = None
    gathering.adopted(Library([harbour(), seasons()]))
    samples = read((await gathering.exposition())[0])
    assert samples["newspeg_ledger_up"] == 0
    assert not any(name.startswith("newspeg_posts ") for name in samples)
    assert sum(name.startswith("newspeg_library_info") for name in samples) == 1


def test_a_library_has_another_version_when_a_story_says_something_else() -> None:
    one = version_of(Library([harbour(), seasons()]))
    assert one == version_of(Library([seasons(), harbour()]))
    assert one != version_of(Library([harbour(headline="Another"), seasons()]))
