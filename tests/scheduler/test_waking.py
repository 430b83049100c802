"""What wakes the bot: the start, a call, the next due moment; and that a database out of order stops nothing."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest

from bot.core.errors import StorageUnavailable
from bot.scheduler import waking
from bot.scheduler.waking import Waker
from tests.waiting import hang_guard

NOW = datetime(2031, 3, 1, tzinfo=UTC)


@pytest.fixture(autouse=True)
def no_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing else wakes it, however long a test takes."""
    monkeypatch.setattr(waking, "TICK_S", timedelta(days=1).total_seconds())


class Looker:
    """Looks as it is told, and counts."""

    def __init__(self, *answers: datetime | Exception | None) -> None:
        self.answers = list(answers)
        self.looks: asyncio.Queue[int] = asyncio.Queue()
        self.told = 0
        self.count = 0

    async def look(self) -> datetime | None:
        self.count += 1
        answer = self.answers.pop(0) if self.answers else None
        if isinstance(answer, Exception):
            raise answer
        return answer

    def notify(self) -> None:
        self.told += 1
        self.looks.put_nowait(self.count)


async def woken(looker: Looker, times: int, wake: bool = False) -> None:
    """Run a waker until it has looked so often."""
    waker = Waker([looker.look], lambda: NOW, looker.notify)
    running = asyncio.create_task(waker.run())
    try:
        async with hang_guard():
            for _ in range(times):
                await looker.looks.get()
                if wake:
                    waker.wake()
    finally:
        running.cancel()
        await asyncio.wait([running])


async def test_it_looks_at_its_start_and_tells_whoever_sends() -> None:
    looker = Looker()
    await woken(looker, 1)
    assert (looker.count, looker.told) == (1, 1)


async def test_it_looks_again_when_called() -> None:
    looker = Looker()
    await woken(looker, 3, wake=True)
    assert looker.count >= 3


async def test_it_looks_again_when_the_next_is_due() -> None:
    looker = Looker(NOW, NOW - timedelta(days=1), NOW + timedelta(milliseconds=1))
    await woken(looker, 4)
    assert looker.count == 4


async def test_a_database_that_cannot_be_used_is_asked_again_and_senders_are_called_all_the_same() -> None:
    looker = Looker(StorageUnavailable("locked"))
    await woken(looker, 2, wake=True)
    assert looker.told >= 2


async def test_the_nearest_of_several_moments_counts() -> None:
    first, second = Looker(NOW + timedelta(days=400)), Looker(NOW)
    waker = Waker([first.look, second.look], lambda: NOW, second.notify)
    running = asyncio.create_task(waker.run())
    async with hang_guard():
        for _ in range(2):
            await second.looks.get()
    running.cancel()
    await asyncio.wait([running])
    assert first.count == second.count == 2
