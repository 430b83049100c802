import asyncio
from collections.abc import Coroutine
from dataclasses import dataclass
from typing import Any

import pytest

from bot.platforms.web.safety.turns import MOST_S, SHARE, Spending, Turns
from tests.platforms.web.sites import Seconds


@dataclass
class Somebody:
    """Who waits."""

    is_lost: bool = False


class Crowd:
    """Many who want the same done, which takes so many seconds, on a clock that moves only then."""

    def __init__(self, each_s: float) -> None:
        self.clock = Seconds()
        self.turns = Turns(self.clock)
        self.passed: list[int] = []
        self._each_s = each_s

    async def ask(self, number: int) -> None:
        assert await self.turns.take(Somebody())
        await Spending(self.turns, self._do(number))

    async def _do(self, number: int) -> None:
        self.passed.append(number)
        self.clock.now += self._each_s

    async def most_at_once(self, many: int) -> int:
        """How many were done while the loop turned once."""
        asking = [asyncio.create_task(self.ask(number)) for number in range(many)]
        most = before = 0
        while len(self.passed) < len(asking):
            await asyncio.sleep(0)
            most, before = max(most, len(self.passed) - before), len(self.passed)
        await asyncio.gather(*asking)
        return most


@pytest.mark.parametrize(("each_s", "at_once"), [(MOST_S * 2, 1), (MOST_S, 2), (MOST_S / 5, 9), (0.0, 100)])
async def test_at_once_is_done_what_takes_a_moment(each_s: float, at_once: int) -> None:
    crowd = Crowd(each_s)
    assert await crowd.most_at_once(100) <= at_once
    assert crowd.passed == list(range(100))


async def test_beyond_its_share_one_is_done_each_time_that_the_loop_turns() -> None:
    crowd = Crowd(MOST_S)
    await crowd.most_at_once(10)
    crowd.passed.clear()
    assert await crowd.most_at_once(10) == 1


async def test_what_was_not_asked_for_a_while_is_free_again() -> None:
    crowd = Crowd(MOST_S * 3)
    await crowd.ask(1)
    assert not crowd.turns.is_free
    crowd.clock.now += MOST_S / SHARE
    assert not crowd.turns.is_free
    crowd.clock.now += 0.001
    assert crowd.turns.is_free


async def test_only_what_is_done_before_the_first_wait_counts() -> None:
    clock = Seconds()
    turns = Turns(clock)

    async def wait_long() -> None:
        clock.now += MOST_S / 2
        await asyncio.sleep(0)
        clock.now += 100 * MOST_S

    await Spending(turns, wait_long())
    assert turns.is_free


async def test_an_error_and_an_end_reach_what_waits() -> None:
    turns, ended = Turns(Seconds()), list[str]()

    async def wait() -> None:
        try:
            await asyncio.Event().wait()
        except asyncio.CancelledError:
            ended.append("cancelled")
            await asyncio.sleep(0)
            raise

    async def fail() -> None:
        await asyncio.sleep(0)
        raise LookupError

    async def spend(what: Coroutine[Any, Any, None]) -> None:
        await Spending(turns, what)

    waiting = asyncio.create_task(spend(wait()))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert ended == ["cancelled"]
    with pytest.raises(LookupError):
        await spend(fail())


async def test_who_left_loses_its_turn() -> None:
    turns = Turns(Seconds())
    lost, still_there = Somebody(is_lost=True), Somebody()
    taken = [asyncio.create_task(turns.take(each)) for each in (lost, lost, still_there)]
    assert await asyncio.gather(*taken) == [False, False, True]


async def test_who_gave_up_holds_up_nobody() -> None:
    turns = Turns(Seconds())
    gives_up = asyncio.create_task(turns.take(Somebody()))
    waits = asyncio.create_task(turns.take(Somebody()))
    await asyncio.sleep(0)
    gives_up.cancel()
    assert await waits
