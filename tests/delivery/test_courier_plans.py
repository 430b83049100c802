"""The courier when an event is moved, cancelled or held: what is withdrawn, and who is told."""

import asyncio
from collections import deque
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from bot.core.posting.outcomes import NotSent, Unknown
from bot.core.posting.posts import LEASE, REPEAT_AFTER
from bot.core.stories.library import Library
from tests.asking import text
from tests.delivery.house import A_WEEK_BEFORE, CHAT, EVENT, OTHER, START, THAT_MORNING, THE_DAY_BEFORE, House
from tests.noticed import lead_of, number_of
from tests.stories import harbour

MOVED = {"changed": "2031-04-28", "start": "2031-05-04T19:00+03:00", "status": "scheduled", "note": "Of the wind."}
MOVED_BACK = {"changed": "2031-04-29", "start": "2031-05-11T19:00+03:00", "status": "rescheduled"}
LATER = {"status": "rescheduled", "start": "2031-05-11T19:00+03:00", "history": [MOVED]}
BACK = {"status": "rescheduled", "history": [MOVED, MOVED_BACK]}


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"status": "cancelled"}, "the plan changed: cancelled"),
        ({"start": "2031-05-11T19:00+03:00"}, "the plan changed: scheduled 2031-05-11"),
    ],
)
async def test_a_pending_post_whose_plan_changed_is_withdrawn(
    house: House, changes: dict[str, Any], reason: str
) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(**changes)
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert post.state == "withdrawn"
    assert post.reason.startswith(reason)
    assert len(house.messenger.sent) == 1


async def test_who_was_reminded_is_told_of_a_new_date_once_in_reply(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    await house.chats.subscribe(OTHER, "harbour", A_WEEK_BEFORE)  # who got no reminder, and so is not told
    house.replan(**LATER)
    for minutes in (1, 2):
        posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert [(post.chat, lead_of(post), post.state) for post in posts] == [(CHAT, "P7D", "sent"), (CHAT, "", "sent")]
    said = text(house.messenger.sent[1][1])
    assert "11 May 2031 at 19:00 (Istanbul)" in said
    assert "before that it was planned for 4 May 2031 at 19:00 (Istanbul)" in said
    assert "Of the wind." in said
    assert house.messenger.replied == [None, posts[0].message_id]
    posts = await house.at(datetime(2031, 5, 4, 6, tzinfo=UTC))  # a week before the new date
    assert {(post.chat, lead_of(post), number_of(post)) for post in posts[2:]} == {(CHAT, "P7D", 1), (OTHER, "P7D", 1)}


async def test_a_date_that_moves_there_and_back(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.replan(**LATER)
    await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    house.replan(**BACK)
    await house.at(A_WEEK_BEFORE + timedelta(hours=2))
    assert "4 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[2][1])
    posts = await house.at(THE_DAY_BEFORE)
    assert [(lead_of(post), number_of(post)) for post in posts] == [("P7D", 0), ("", 1), ("", 2), ("P1D", 2)]
    assert {post.state for post in posts} == {"sent"}


async def test_a_date_that_moved_there_and_back_while_nobody_looked_is_no_news(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.replan(**BACK)
    posts = await house.at(THE_DAY_BEFORE)
    assert [(lead_of(post), number_of(post)) for post in posts] == [("P7D", 0), ("P1D", 0)]


async def test_a_change_that_was_taken_back_is_told_again_when_it_comes_again(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    for minutes, changes in enumerate((LATER, {}, LATER), 1):
        house.replan(**changes)
        posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert [lead_of(post) for post in posts] == ["P7D", "", "", ""]
    assert "11 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[3][1])
    house.replan(**LATER)
    assert await house.at(A_WEEK_BEFORE + timedelta(minutes=4)) == posts


async def test_each_of_several_changes_without_an_entry_is_a_message_of_its_own(house: House) -> None:
    """Discord takes two of one key, within minutes, for the same."""
    await house.at(A_WEEK_BEFORE)
    house.replan(start="2031-05-11T19:00+03:00")
    await house.at(A_WEEK_BEFORE + timedelta(minutes=1))
    house.replan(status="cancelled")
    posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=2))
    assert [lead_of(post) for post in posts] == ["P7D", "", ""]
    assert len({key for _, _, key in house.messenger.sent}) == 3


async def test_a_date_that_moves_without_an_entry_in_its_history_has_reminders_of_its_own(house: House) -> None:
    for due in (A_WEEK_BEFORE, THE_DAY_BEFORE):
        await house.at(due)
    a_week_later = {"start": "2031-05-11T19:00+03:00"}
    house.replan(**a_week_later)
    await house.at(THE_DAY_BEFORE + timedelta(hours=1))
    posts = await house.at(A_WEEK_BEFORE + timedelta(days=7))
    assert [lead_of(post) for post in posts] == ["P7D", "P1D", "", "P7D"]
    assert house.messenger.replied[2] == "2"
    house.replan()
    posts = await house.at(A_WEEK_BEFORE + timedelta(days=7, minutes=1))
    assert [lead_of(post) for post in posts] == ["P7D", "P1D", "", "P7D", ""]
    house.replan(**a_week_later)
    posts = await house.at(THE_DAY_BEFORE + timedelta(days=7))
    assert [lead_of(post) for post in posts][5:] == ["", "P1D"]
    assert {post.state for post in posts} == {"sent"}
    assert await house.at(THE_DAY_BEFORE + timedelta(days=7, hours=1)) == posts


async def test_a_cancellation_is_told_and_ends_the_reminders(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.replan(status="cancelled", history=[MOVED])
    posts = await house.at(THE_DAY_BEFORE)
    assert [lead_of(post) for post in posts] == ["P7D", ""]
    assert "cancelled; it had been planned for 4 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[1][1])
    assert await house.at(THAT_MORNING) == posts


async def test_a_reminder_that_did_not_arrive_is_not_taken_back(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(**LATER)
    posts = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "withdrawn")]


@pytest.mark.parametrize("history", [[MOVED], []])
async def test_a_reminder_that_could_not_leave_comes_with_the_new_time_of_the_same_day(
    house: House, history: list[dict[str, Any]]
) -> None:
    await house.chats.subscribe(OTHER, "harbour", START)
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(status="rescheduled", start="2031-05-04T21:00+03:00", history=history)
    posts = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    of_chat = [(lead_of(post), post.state) for post in posts if post.chat == CHAT]
    assert of_chat == [("P7D", "withdrawn"), ("P7D", "sent")]
    assert "4 May 2031 at 21:00 (Istanbul)" in text(house.messenger.sent[-1][1])
    of_other = [(lead_of(post), post.state) for post in posts if post.chat == OTHER]
    assert of_other == [("P7D", "sent"), ("", "sent")]
    assert {number_of(post) for post in posts[2:]} == {1}


async def test_the_news_of_a_change_comes_before_the_reminder_that_it_held_up(house: House) -> None:
    await house.at(A_WEEK_BEFORE)
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(THE_DAY_BEFORE)
    house.replan(status="rescheduled", start="2031-05-04T21:00+03:00", history=[MOVED])
    posts = await house.at(THE_DAY_BEFORE + timedelta(hours=1))
    assert sorted((lead_of(post), post.state) for post in posts) == [
        ("", "sent"), ("P1D", "sent"), ("P1D", "withdrawn"), ("P7D", "sent")
    ]  # fmt: skip
    said = [text(card) for _, card, _ in house.messenger.sent[-2:]]
    assert ["The plan has changed since you were reminded." in each for each in said] == [True, False]
    assert house.messenger.replied[-2:] == [posts[0].message_id, None]


async def test_what_comes_too_late_for_the_new_plan_as_well_is_not_written_for_it(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(status="rescheduled", start="2031-04-28T19:00+03:00", history=[MOVED])
    posts = await house.at(A_WEEK_BEFORE + timedelta(hours=2))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "withdrawn")]


async def test_who_may_have_got_one_is_told_too(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out"), NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.unknowns) == ("pending", 1)
    house.replan(**LATER)
    posts = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "withdrawn"), ("", "sent")]
    assert house.messenger.replied[-1] is None


async def test_who_was_getting_one_at_that_instant_is_told_too(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    house.messenger.proceed.clear()
    delivering = asyncio.create_task(house.deliver())
    await house.messenger.waiting.wait()
    house.replan(**LATER)
    await house.fan_out.run()
    house.messenger.proceed.set()
    await delivering
    posts = await house.at(A_WEEK_BEFORE + LEASE)
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "sent"), ("", "sent")]
    assert house.messenger.replied[-1] == posts[0].message_id


async def test_a_time_that_becomes_known_is_the_same_plan(house: House) -> None:
    house.replan(start="2031-05-04")
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan()
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert post.state == "sent"
    assert "4 May 2031 at 19:00 (Istanbul)" in text(house.messenger.sent[1][1])


async def test_of_an_event_that_took_place_nobody_is_reminded(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(status="held")
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert (post.state, post.reason) == ("withdrawn", "the event is held")


async def test_a_story_that_is_withdrawn_takes_its_posts_along(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.library = Library([harbour(status="retracted")])
    [post] = await house.at(A_WEEK_BEFORE + timedelta(hours=1))
    assert (post.state, post.reason) == ("withdrawn", "the story is no longer published")


@pytest.mark.parametrize("changes", [{"start": "2031-05-04"}, {"history": [MOVED, MOVED_BACK]}])
async def test_what_is_no_other_plan_is_no_news(house: House, changes: dict[str, Any]) -> None:
    """A day gets its time, with an entry in the history or without; a date was moved and moved back."""
    house.replan(**changes)
    await house.at(A_WEEK_BEFORE)
    for minutes, history in enumerate(([], [MOVED], [])):
        house.replan(history=history)
        posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "sent")]


async def test_a_day_that_gains_or_loses_a_doubt_is_the_same_plan(house: House) -> None:
    story = harbour(events=[{**EVENT, "start": "2031-05-04"}])
    day = story.events[0].start
    assert day
    doubtful = story.events[0].model_copy(update={"start": replace(day, text="2031-05-04?")})
    there, back = story, story.model_copy(update={"events": (doubtful,)})
    for minutes, version in enumerate((there, back, there, back)):
        house.library = Library([version])
        posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "sent")]


async def test_a_post_that_waits_while_its_event_moves_there_and_back_goes_out(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    for minutes, changes in enumerate((LATER, BACK), 1):
        house.replan(**changes)
        posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert [(lead_of(post), number_of(post), post.state) for post in posts] == [
        ("P7D", 0, "withdrawn"),
        ("P7D", 2, "sent"),
    ]


async def test_a_courier_leaves_a_post_whose_plan_changed_to_the_next_look(house: House) -> None:
    """It would else withdraw it before the planner could write what takes its place."""
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(start="2031-05-04T21:00+03:00")
    house.now = A_WEEK_BEFORE + timedelta(minutes=5)
    await house.deliver()
    [post] = await house.overview.posts()
    assert (post.state, post.reason) == ("pending", "the plan changed: scheduled 2031-05-04T21:00+03:00")
    posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=6))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "withdrawn"), ("P7D", "sent")]


async def test_a_plan_that_is_back_before_the_next_look_takes_nothing_along(house: House) -> None:
    house.messenger.answers[CHAT] = deque([NotSent("no network")])
    await house.at(A_WEEK_BEFORE)
    house.replan(**LATER)
    house.now = A_WEEK_BEFORE + timedelta(minutes=5)
    await house.deliver()
    house.replan(**BACK)
    posts = await house.at(A_WEEK_BEFORE + timedelta(minutes=6))
    assert [(lead_of(post), post.state) for post in posts] == [("P7D", "sent")]


@pytest.mark.parametrize(("was", "now"), [("2031-05-04", "2031-05-04?"), ("2031-05-04?", "2031-05-04")])
async def test_a_doubt_that_comes_or_goes_sends_tells_and_withdraws_nothing(house: House, was: str, now: str) -> None:
    house.replan(start=was)
    before = await house.at(A_WEEK_BEFORE)
    assert [(post.state, lead_of(post)) for post in before] == [("sent", "P7D")]
    assert ("probably 4 May 2031" in text(house.messenger.sent[0][1])) == was.endswith("?")
    house.replan(start=now)
    assert await house.at(A_WEEK_BEFORE + timedelta(hours=1)) == before
    posts = await house.at(THE_DAY_BEFORE)
    assert [(post.state, lead_of(post)) for post in posts] == [("sent", "P7D"), ("sent", "P1D")]
    assert number_of(posts[0]) == number_of(posts[1])
