"""Answers keep to their chat's pace, and wait when they are asked to; not longer than the service runs."""

import asyncio
from datetime import timedelta

import pytest
from telegram.error import RetryAfter

from bot.core.posting.pacing import Pace, RateLimit, Room
from bot.platforms.telegram import telegram_pace
from bot.platforms.telegram.sending import LONGEST_WAIT, Patience


class Waiting:
    """A sleep that takes no time, or that does not end."""

    def __init__(self, *, ends: bool = True) -> None:
        self.naps: list[float] = []
        self.begun = asyncio.Event()
        self._ends = ends

    async def __call__(self, seconds: float) -> None:
        self.naps.append(seconds)
        self.begun.set()
        if not self._ends:
            await asyncio.Event().wait()

    def end(self) -> None:
        """Those that begin from now on take no time."""
        self._ends = True


def paced() -> Pace:
    return Pace(room=lambda chat: Room(chat, answers=(RateLimit(2, 10.0),)))


async def said() -> str:
    return "said"


async def test_an_answer_waits_for_its_chats_turn_alone() -> None:
    waiting = Waiting()
    patience = Patience(waiting, paced(), lambda: 0.0)
    for chat in (1, 1, 1, 2):
        assert await patience.say(chat, said) == "said"
    assert waiting.naps == [10]


async def test_at_a_stop_what_waits_for_its_turn_is_dropped() -> None:
    waiting = Waiting(ends=False)
    patience = Patience(waiting, paced(), lambda: 0.0)
    for _ in range(2):
        await patience.say(1, said)
    late = asyncio.create_task(patience.say(1, said))
    await waiting.begun.wait()
    patience.end()
    with pytest.raises(RetryAfter):
        await late
    assert await patience.say(2, said) == "said"


async def test_at_a_stop_what_comes_within_moments_is_still_said() -> None:
    waiting = Waiting(ends=False)
    patience = Patience(waiting, Pace(room=lambda chat: Room(chat, answers=(RateLimit(1, 1.0),))), lambda: 0.0)
    await patience.say(1, said)
    soon, late = (asyncio.create_task(patience.say(1, said)) for _ in range(2))
    await waiting.begun.wait()
    waiting.end()
    patience.end()
    assert await soon == "said"
    assert await late == "said"
    assert await patience.say(1, said) == "said"
    with pytest.raises(RetryAfter):
        await patience.say(1, said)


@pytest.mark.parametrize("asked", [timedelta(seconds=3), LONGEST_WAIT + timedelta(seconds=1)])
async def test_a_wait_that_telegram_asks_for_is_kept_if_it_is_short(asked: timedelta) -> None:
    waiting, refusals = Waiting(), [RetryAfter(asked)]

    async def refused_once() -> str:
        if refusals:
            raise refusals.pop()
        return "said"

    patience = Patience(waiting)
    if asked > LONGEST_WAIT:
        with pytest.raises(RetryAfter):
            await patience.say(1, refused_once)
        assert waiting.naps == []
    else:
        assert await patience.say(1, refused_once) == "said"
        assert waiting.naps == [3]


async def test_answers_and_posts_share_telegrams_limits() -> None:
    pace, waiting = telegram_pace(29.7), Waiting()
    patience = Patience(waiting, pace, lambda: 0.0)
    for _ in range(20):
        await patience.say(-100, said)
    assert waiting.naps == pytest.approx([3.1 * (number // 3) for number in range(3, 20)])
    assert pace.rest("-100/5", 0.0) > 40
    assert pace.rest("-200", 0.0) == 0
    assert pace.wait("-200", 0.0) > 0
