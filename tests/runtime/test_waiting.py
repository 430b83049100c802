"""Waiting for the first of two; and ever longer."""

import asyncio

import pytest

from bot.runtime.waiting import BackOff, until_either
from tests.waiting import hang_guard


async def nothing() -> None:
    """Over at once."""


async def test_the_other_ends_it_while_the_event_is_not_there() -> None:
    event = asyncio.Event()
    async with hang_guard():
        await until_either(event, nothing())
    assert not event.is_set()


async def test_the_event_ends_it_and_the_other() -> None:
    event, other = asyncio.Event(), asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(until_either(event, other))
    await asyncio.sleep(0)
    assert not waiting.done()
    event.set()
    async with hang_guard():
        await waiting
    assert other.cancelled()


async def test_whoever_stops_waiting_stops_the_other() -> None:
    other = asyncio.get_running_loop().create_future()
    waiting = asyncio.create_task(until_either(asyncio.Event(), other))
    await asyncio.sleep(0)
    waiting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting
    assert other.cancelled()


async def test_the_others_fault_is_told() -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await until_either(asyncio.Event(), fail())


def test_pauses_double_up_to_the_longest_and_begin_anew_after_a_success() -> None:
    back_off = BackOff(1.0, 5.0)
    assert [back_off.next() for _ in range(5)] == [1, 2, 4, 5, 5]
    back_off.reset()
    assert [back_off.next() for _ in range(2)] == [1, 2]


def test_a_pause_is_as_long_as_was_asked_and_the_next_one_does_not_grow_from_that() -> None:
    back_off = BackOff(1.0, 50.0)
    assert [back_off.next(asked) for asked in (0.0, 40.0, 0.5, 0.0)] == [1, 40, 4, 8]


def test_after_more_than_the_longest_was_asked_for_the_longest_follows() -> None:
    back_off = BackOff(1.0, 5.0)
    assert [back_off.next(asked) for asked in (0.0, 60.0, 0.0)] == [1, 60, 5]
