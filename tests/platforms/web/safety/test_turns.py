import asyncio
from dataclasses import dataclass
from functools import partial

from bot.platforms.web.safety.turns import Turns
from tests.platforms.web.sites import Seconds


@dataclass
class Somebody:
    """Who waits."""

    is_lost: bool = False


async def test_the_loop_turns_between_two_requests() -> None:
    turns, passed = Turns(), list[int]()

    async def ask(number: int) -> None:
        assert await turns.take(Somebody())
        passed.append(number)

    asking = [asyncio.create_task(ask(number)) for number in range(20)]
    most_at_once = before = 0
    while len(passed) < len(asking):
        await asyncio.sleep(0)
        most_at_once, before = max(most_at_once, len(passed) - before), len(passed)
    assert passed == list(range(20))
    assert most_at_once == 1


async def test_who_left_loses_its_turn() -> None:
    turns = Turns()
    lost, still_there = Somebody(is_lost=True), Somebody()
    taken = [asyncio.create_task(turns.take(each)) for each in (lost, lost, still_there)]
    assert await asyncio.gather(*taken) == [False, False, True]


async def test_what_takes_little_is_done_together() -> None:
    clock, done = Seconds(), list[int]()
    turns = Turns(2.0, clock)

    def do(number: int, seconds: float) -> None:
        done.append(number)
        clock.now += seconds

    for number, seconds in enumerate((0.5, 0.5, 5.0, 0.5, 3.0)):
        turns.queue(Somebody(), partial(do, number, seconds))
    after = []
    for _ in range(4):
        await asyncio.sleep(0)
        after.append(list(done))
    assert after == [[0, 1, 2], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4]]
