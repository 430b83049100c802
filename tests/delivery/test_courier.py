"""From a subscription to a message: what goes out at which moment, once."""

import asyncio
from datetime import timedelta

import pytest
from sqlalchemy import text as sql

from bot.core.wording.cards import Card
from bot.storage.database import writing
from tests.asking import text
from tests.delivery.house import A_WEEK_BEFORE, THAT_MORNING, THE_DAY_BEFORE, House
from tests.noticed import lead_of
from tests.stories import harbour

OPENING = harbour().event("opening")


async def test_each_reminder_goes_out_once_at_its_moment(house: House) -> None:
    assert await house.fan_out.run() == A_WEEK_BEFORE
    assert await house.at(A_WEEK_BEFORE - timedelta(seconds=1)) == []
    for due in (A_WEEK_BEFORE, THE_DAY_BEFORE, THAT_MORNING):
        posts = await house.at(due)
        assert (posts[-1].state, posts[-1].due_at, posts[-1].sent_at, posts[-1].late) == ("sent", due, due, False)
        await house.at(due + timedelta(minutes=1))
    assert [lead_of(post) for post in posts] == ["P7D", "P1D", "P0D"]
    assert len(house.messenger.sent) == 3
    said = [text(card) for _, card, _ in house.messenger.sent]
    assert "in 7 days" in said[0]
    assert "tomorrow" in said[1]
    assert "today" in said[2]
    assert await house.fan_out.run() is None


async def test_what_was_missed_is_sent_late_or_recorded_as_skipped(house: House) -> None:
    posts = await house.at(THE_DAY_BEFORE + timedelta(hours=11))
    assert [(lead_of(post), post.state, post.late) for post in posts] == [
        ("P7D", "skipped", False),
        ("P1D", "sent", True),
    ]
    assert posts[0].reason == "too late to be of use"
    assert "This comes late: it was due on 3 May 2031 at 09:00 (Istanbul)." in text(house.messenger.sent[0][1])


async def test_nothing_is_posted_once_the_event_has_begun(house: House) -> None:
    assert OPENING.start
    assert OPENING.start.moment
    posts = await house.at(OPENING.start.moment)
    assert {post.state for post in posts} == {"skipped"}
    assert house.messenger.sent == []


async def test_what_cannot_be_composed_was_not_sent(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Card:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr("bot.delivery.drafts.Drafts._card", fail)
        [post] = await house.at(A_WEEK_BEFORE)
    assert (post.state, post.attempts, post.unknowns) == ("pending", 0, 0)
    [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=5))
    assert post.state == "sent"


async def test_a_paused_bot_posts_nothing(house: House) -> None:
    await house.overview.pause(paused=True)
    [post] = await house.at(A_WEEK_BEFORE)
    assert post.state == "pending"
    await house.overview.pause(paused=False)
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert (post.state, post.late) == ("sent", True)


async def test_a_clock_that_steps_back_posts_nothing_twice(house: House) -> None:
    await house.at(A_WEEK_BEFORE + timedelta(minutes=1))
    await house.at(A_WEEK_BEFORE - timedelta(days=1))
    posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=1))
    assert [post.state for post in posts] == ["sent"]
    assert len(house.messenger.sent) == 1


async def test_a_post_under_way_is_finished_and_written_down(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.messenger.proceed.clear()
    running = asyncio.create_task(house.courier.run())
    await house.messenger.waiting.wait()
    running.cancel()
    await asyncio.sleep(0)
    house.messenger.proceed.set()
    with pytest.raises(asyncio.CancelledError):
        await running
    [post] = await house.overview.posts()
    assert post.state == "sent"


async def test_a_result_is_written_as_soon_as_the_database_is_back(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.messenger.proceed.clear()
    delivering = asyncio.create_task(house.deliver())
    await house.messenger.waiting.wait()
    async with writing(house.engine) as connection:
        await connection.execute(sql("ALTER TABLE posts RENAME TO away"))
    before = len(house.naps)
    house.messenger.proceed.set()
    await house.napped(before + 3)
    async with writing(house.engine) as connection:
        await connection.execute(sql("ALTER TABLE away RENAME TO posts"))
    await delivering
    [post] = await house.overview.posts()
    assert post.state == "sent"
    assert len(house.messenger.sent) == 1
