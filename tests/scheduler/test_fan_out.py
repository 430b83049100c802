"""What is written when: through changed hours, clocks that step, and stories that come and go."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import StorageUnavailable
from bot.core.posting.audiences import EventKey
from bot.core.posting.chats import ChatKey, PersonalReminder
from bot.core.stories.library import Library
from bot.core.stories.plans import Plan
from bot.scheduler.fan_out import FanOut
from bot.storage.chats import SqlChatStore
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from tests.noticed import lead_of
from tests.stories import SEASONS, seasons

CHAT = ChatKey("telegram", "7")
START = datetime(2031, 3, 1, tzinfo=UTC)
# The spring market is on 31 March in Sarajevo, an hour ahead of UTC until the night before the 30th, then two.
A_WEEK_BEFORE = datetime(2031, 3, 24, 8, tzinfo=UTC)


@dataclass
class House:
    """The fan-out over a database, with the clock in hand."""

    engine: AsyncEngine
    now: datetime = START
    library: Library = field(default_factory=lambda: Library([seasons()]))

    def __post_init__(self) -> None:
        self.chats = SqlChatStore(self.engine)
        self.planning = SqlPlanningLedger(self.engine)
        self.overview = SqlOverview(self.engine)
        self.fan_out = FanOut(lambda: self.library, self.planning, lambda: self.now)

    async def at(self, now: datetime) -> datetime | None:
        """Look at this moment; when there will be more."""
        self.now = now
        return await self.fan_out.run()

    async def posts(self) -> list[tuple[str, str, datetime]]:
        return [(lead_of(post), post.state, post.due_at) for post in await self.overview.posts()]


@pytest.fixture
async def house(sqlite_engine: AsyncEngine) -> House:
    kept = House(sqlite_engine)
    await kept.at(START)
    await kept.chats.subscribe(CHAT, "seasons", START)
    return kept


async def test_it_says_when_there_will_be_more_and_writes_it_then(house: House) -> None:
    assert await house.at(START) == A_WEEK_BEFORE
    assert await house.at(A_WEEK_BEFORE - timedelta(milliseconds=1)) == A_WEEK_BEFORE
    assert await house.posts() == []
    assert await house.at(A_WEEK_BEFORE) == datetime(2031, 3, 30, 7, tzinfo=UTC)
    assert await house.posts() == [("P7D", "pending", A_WEEK_BEFORE)]


async def test_what_was_promised_before_the_first_look_of_all_is_kept(sqlite_engine: AsyncEngine) -> None:
    house = House(sqlite_engine)
    await house.chats.subscribe(CHAT, "seasons", START)
    await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert await house.posts() == [("P7D", "pending", A_WEEK_BEFORE)]


async def test_whoever_sends_is_called_while_the_rest_is_still_being_written(house: House) -> None:
    person = ChatKey("telegram", "8")
    await house.chats.remind(person, PersonalReminder("seasons", "spring", "P7D"), START)
    called = 0

    def call() -> None:
        nonlocal called
        called += 1

    fan_out = FanOut(lambda: house.library, house.planning, lambda: house.now, call)
    for house.now in (A_WEEK_BEFORE - timedelta(minutes=1), A_WEEK_BEFORE, A_WEEK_BEFORE + timedelta(minutes=1)):
        await fan_out.run()
    assert called == len(await house.posts()) == 2  # one notice to the chat that subscribed, one to the person


class _Counting(SqlPlanningLedger):
    """Counts how often it is looked through as a whole; the first time it cannot be read."""

    looks = 0

    async def plans(self) -> Mapping[EventKey, Plan]:
        self.looks += 1
        if self.looks == 1:
            raise StorageUnavailable("it is locked")
        return await super().plans()


async def test_plans_are_compared_with_the_whole_ledger_once_a_version_of_the_stories(house: House) -> None:
    ledger = _Counting(house.engine)
    fan_out = FanOut(lambda: house.library, ledger, lambda: house.now)
    with pytest.raises(StorageUnavailable):
        await fan_out.run()
    for house.now in (A_WEEK_BEFORE, A_WEEK_BEFORE + timedelta(minutes=1)):
        await fan_out.run()
    assert ledger.looks == 2
    first = {"changed": "2031-03-24", "start": "2031-03-31", "status": "scheduled"}
    spring = {**SEASONS["events"][0], "start": "2031-04-02", "history": [first]}
    house.library = Library([seasons(events=[spring, *SEASONS["events"][1:]])])
    await fan_out.run()
    assert ledger.looks == 3
    assert [post[1] for post in await house.posts()] == ["withdrawn"]


async def test_an_earlier_hour_chosen_after_it_loses_no_post(house: House) -> None:
    await house.chats.change(CHAT, {"posting_hour": "18:00"})
    ten = A_WEEK_BEFORE + timedelta(hours=1)
    assert await house.at(ten) == A_WEEK_BEFORE + timedelta(hours=9)
    assert await house.posts() == []
    await house.chats.change(CHAT, {"posting_hour": "09:00"})
    await house.at(ten)
    assert await house.posts() == [("P7D", "pending", A_WEEK_BEFORE)]
    assert not any(audience.moved for audience in await house.planning.audiences())


async def test_a_zone_further_east_loses_no_post(house: House) -> None:
    before = A_WEEK_BEFORE - timedelta(minutes=1)
    await house.at(before)
    await house.chats.change(CHAT, {"timezone": "Asia/Tokyo"})
    await house.at(before)
    assert await house.posts() == [("P7D", "pending", datetime(2031, 3, 24, 0, tzinfo=UTC))]


async def test_a_later_hour_posts_nothing_twice(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    await house.chats.change(CHAT, {"posting_hour": "18:00"})
    for hours in (0, 9, 24):
        await house.at(A_WEEK_BEFORE + timedelta(hours=hours))
    assert [lead for lead, _, _ in await house.posts()] == ["P7D"]


async def test_who_subscribed_after_it_was_due_is_not_posted_it_for_another_hour(house: House) -> None:
    other = ChatKey("telegram", "8")
    later = A_WEEK_BEFORE + timedelta(hours=2)
    await house.at(later)
    await house.chats.subscribe(other, "seasons", later)
    await house.chats.change(other, {"posting_hour": "08:00"})
    await house.at(later)
    assert {post.chat for post in await house.overview.posts()} == {CHAT}


async def test_a_personal_reminder_follows_its_persons_hour(house: House) -> None:
    person = ChatKey("telegram", "8")
    await house.chats.remind(person, PersonalReminder("seasons", "spring", "P7D"), START)
    await house.chats.change(person, {"posting_hour": "18:00", "quiet": "07:00-12:00"})
    await house.at(A_WEEK_BEFORE)
    await house.chats.change(person, {"posting_hour": "08:00"})
    await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    (post,) = [post for post in await house.overview.posts() if post.chat == person]
    assert post.due_at == A_WEEK_BEFORE - timedelta(hours=1)


async def test_a_clock_that_ran_ahead_and_stepped_back_loses_nothing(house: House) -> None:
    await house.at(START + timedelta(days=365))
    assert {state for _, state, _ in await house.posts()} == {"skipped"}
    assert await house.at(START + timedelta(days=1)) == A_WEEK_BEFORE
    assert await house.posts() == []
    await house.at(A_WEEK_BEFORE)
    assert await house.posts() == [("P7D", "pending", A_WEEK_BEFORE)]


async def test_a_clock_that_steps_back_by_an_hour_repeats_nothing(house: House) -> None:
    await house.at(A_WEEK_BEFORE + timedelta(minutes=1))
    await house.at(A_WEEK_BEFORE - timedelta(hours=1))
    await house.at(A_WEEK_BEFORE + timedelta(minutes=2))
    assert await house.posts() == [("P7D", "pending", A_WEEK_BEFORE)]


async def test_each_change_of_the_clocks_posts_once(house: House) -> None:
    for event, lead, at in (
        ("spring", "P1D", datetime(2031, 3, 30, 7, tzinfo=UTC)),
        ("autumn", "P1D", datetime(2031, 10, 26, 8, tzinfo=UTC)),
    ):
        for minutes in range(-150, 151, 30):
            await house.at(at + timedelta(minutes=minutes))
        found = [post.due_at for post in await house.overview.posts() if (post.event, lead_of(post)) == (event, lead)]
        assert found == [at]
