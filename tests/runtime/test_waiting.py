"""Waiting for the first of two."""

import asyncio

import pytest

from bot.runtime.waiting import until_either
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
