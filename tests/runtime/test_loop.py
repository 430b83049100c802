"""A loop: what begins a step, and how it ends."""

import asyncio
from collections import deque

import pytest

from bot.runtime.loop import Loop
from tests.waiting import hang_guard


class Work:
    """Steps that come to these pauses, then to one without end; each may be held up."""

    def __init__(self, *pauses: float) -> None:
        self.pauses = deque(pauses)
        self.naps: list[float] = []
        self.begun: asyncio.Queue[int] = asyncio.Queue()
        self.count = 0
        self.ended = 0
        self.proceed = asyncio.Event()
        self.proceed.set()
        self.loop = Loop(self.step, self.nap)

    async def step(self) -> float:
        self.count += 1
        self.begun.put_nowait(self.count)
        await self.proceed.wait()
        self.ended += 1
        return self.pauses.popleft() if self.pauses else 1e9

    async def nap(self, seconds: float) -> None:
        self.naps.append(seconds)
        if seconds == 1e9:
            await asyncio.Event().wait()

    async def begins(self, number: int) -> None:
        """Wait until that step has begun."""
        async with hang_guard():
            while await self.begun.get() < number:
                pass


async def stopped(running: asyncio.Task[None]) -> None:
    """Wait until it has ended, as it was told to."""
    async with hang_guard():
        with pytest.raises(asyncio.CancelledError):
            await running


async def test_it_steps_at_its_start_at_once_and_after_a_pause() -> None:
    work = Work(0.0, 5.0)
    running = asyncio.create_task(work.loop.run())
    await work.begins(3)
    assert work.naps == [5.0]
    running.cancel()
    await stopped(running)


async def test_a_call_cuts_a_pause_short() -> None:
    work = Work()
    running = asyncio.create_task(work.loop.run())
    for number in (1, 2, 3):
        await work.begins(number)
        work.loop.call()
    await work.begins(4)
    running.cancel()
    await stopped(running)


async def test_a_call_during_a_step_brings_one_more() -> None:
    work = Work()
    work.proceed.clear()
    running = asyncio.create_task(work.loop.run())
    await work.begins(1)
    work.loop.call()
    work.proceed.set()
    await work.begins(2)
    running.cancel()
    await stopped(running)


async def test_a_stop_lets_the_step_under_way_end_and_begins_no_other() -> None:
    work = Work(0.0)
    work.proceed.clear()
    running = asyncio.create_task(work.loop.run())
    await work.begins(1)
    assert not work.loop.stopping.is_set()
    running.cancel()
    async with hang_guard():
        await work.loop.stopping.wait()
    assert not running.done()
    work.proceed.set()
    await stopped(running)
    assert (work.count, work.ended) == (1, 1)


async def test_it_can_run_again_while_the_last_run_is_at_its_last_step() -> None:
    work = Work()
    work.proceed.clear()
    first = asyncio.create_task(work.loop.run())
    await work.begins(1)
    first.cancel()
    second = asyncio.create_task(work.loop.run())
    await work.begins(2)
    work.proceed.set()
    await stopped(first)
    assert not second.done()
    second.cancel()
    await stopped(second)


async def test_a_fault_ends_it() -> None:
    async def fail() -> float:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await Loop(fail).run()
