"""A stop takes ten seconds at most, whatever a part does."""

import asyncio

import pytest

from bot.app import running
from bot.platforms.discord import adapter, interactions
from bot.platforms.telegram import polling, sending
from bot.platforms.web import platform
from bot.runtime.supervision import Conditions
from tests.waiting import hang_guard

MOST_S = 10.0


async def test_a_part_that_does_not_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    begun, stop, over = asyncio.Event(), asyncio.Event(), asyncio.Event()
    told = 0

    async def stubborn() -> None:
        nonlocal told
        begun.set()
        while not over.is_set():
            try:
                await over.wait()
            except asyncio.CancelledError:
                told += 1

    monkeypatch.setattr(running, "DRAIN_S", 0)
    serving = asyncio.create_task(running._serve({"stubborn": stubborn}, stop, Conditions()))
    await begun.wait()
    stop.set()
    async with hang_guard():
        await serving
    assert told == 1
    over.set()


def test_what_the_parts_wait_for_fits_into_the_ten_seconds() -> None:
    assert running.DRAIN_S < MOST_S
    assert platform._DRAIN_S < running.DRAIN_S
    assert interactions._LONGEST_DRAIN + adapter._LONGEST_GOODBYE <= running.DRAIN_S
    assert sending._LAST_S + polling._CONFIRM_S <= running.DRAIN_S
