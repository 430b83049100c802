"""The courier under a platform's limits: what is claimed when, and what becomes of it at a stop."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.posting.chats import ChatKey
from bot.core.posting.pacing import AHEAD_S, Pace, RateLimit, Room
from bot.core.stories.library import Library
from tests.delivery.house import A_WEEK_BEFORE, CHAT, EVENT, START, House
from tests.stories import harbour

PER_SECOND = 10.0
CHATS = [ChatKey("telegram", str(number)) for number in range(100, 160)]


class WatchedPace(Pace):
    """Keeps how long each turn was away, and when the last one came."""

    def __init__(self, per_second: float) -> None:
        super().__init__(per_second, room=lambda chat: Room(chat, (RateLimit(1, 1.0),)))
        self.turns: list[float] = []
        self.last = 0.0

    def turn(self, chat: str | None, now: float) -> float:
        self.turns.append(wait := super().turn(chat, now))
        self.last = now + wait
        return wait


@pytest.fixture
async def house(sqlite_engine: AsyncEngine) -> House:
    house = House(sqlite_engine, pace=WatchedPace(PER_SECOND))
    await house.fan_out.run()
    return house


async def subscribed(house: House, *chats: ChatKey) -> None:
    for chat in chats:
        await house.chats.subscribe(chat, "harbour", START)


async def test_a_broadcast_claims_what_is_near_and_uses_what_the_pace_allows(house: House) -> None:
    await subscribed(house, *CHATS)
    posts = await house.at(A_WEEK_BEFORE)
    assert {post.state for post in posts} == {"sent"}
    assert isinstance(house.pace, WatchedPace)
    assert len(house.pace.turns) == len(CHATS)
    assert max(house.pace.turns) <= AHEAD_S
    assert house.pace.last == pytest.approx(len(CHATS) / PER_SECOND, rel=0.1)


async def test_a_chat_that_rests_holds_up_no_other(house: House) -> None:
    house.library = Library([harbour(events=[{**EVENT, "id": each} for each in ("one", "two", "three")])])
    await subscribed(house, CHAT, *CHATS[:2])
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    await house.deliver()
    chats = [chat for chat, _, _ in house.messenger.sent]
    assert len(chats) == 9
    assert [set(chats[first : first + 3]) for first in (0, 3, 6)] == [{CHAT, *CHATS[:2]}] * 3
    assert house.ticks >= 2


async def test_what_was_claimed_and_not_called_is_given_back_at_a_stop(house: House) -> None:
    await subscribed(house, *CHATS[:5])
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.stands_still = True
    running = asyncio.create_task(house.courier.run())
    await house.messenger.waiting.wait()
    await house.napping(2)
    sending = await house.overview.posts(["sending", "sent"])
    assert len(sending) == 3
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running
    posts = await house.overview.posts()
    assert sorted(post.state for post in posts) == ["pending"] * 4 + ["sent"]
    assert len(house.messenger.sent) == 1
    assert {post.unknowns for post in posts} == {0}
    house.stands_still = False
    posts = await house.at(A_WEEK_BEFORE + timedelta(seconds=1))
    assert {post.state for post in posts} == {"sent"}
    assert len(house.messenger.sent) == 5
