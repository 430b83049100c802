"""The courier in a chat's quiet hours: what goes out silently, and what waits."""

from datetime import UTC, datetime, timedelta

from bot.core.posting.chats import PersonalReminder
from tests.delivery.house import A_WEEK_BEFORE, CHAT, OTHER, START, THE_DAY_BEFORE, House


async def test_what_goes_out_in_quiet_hours_goes_out_silently(house: House) -> None:
    await house.chats.change(CHAT, {"quiet": "18:00-08:00", "leads": "P1D,PT1H"})
    await house.at(THE_DAY_BEFORE)
    await house.at(datetime(2031, 5, 4, 15, tzinfo=UTC))
    assert house.messenger.silent == [False, True]


async def test_a_day_lead_that_comes_late_waits_for_the_end_of_quiet_hours_but_a_persons_own_does_not(
    house: House,
) -> None:
    for chat in (CHAT, OTHER):
        await house.chats.change(chat, {"quiet": "18:00-08:00"})
    await house.chats.remind(OTHER, PersonalReminder("harbour", "opening", "P7D"), START)
    at_night, in_the_morning = (datetime(2031, 4, *hour, tzinfo=UTC) for hour in ((27, 20), (28, 5)))
    posts = await house.at(at_night)
    assert [(post.chat, post.state, post.reason) for post in posts] == [
        (CHAT, "pending", "quiet hours"),
        (OTHER, "sent", ""),
    ]
    assert house.messenger.silent == [True]
    await house.at(in_the_morning - timedelta(seconds=1))
    assert len(house.messenger.sent) == 1
    posts = await house.at(in_the_morning)
    assert {(post.state, post.late) for post in posts} == {("sent", True)}
    assert house.messenger.silent == [True, False]


async def test_what_is_only_a_moment_late_does_not_wait_for_the_end_of_quiet_hours(house: House) -> None:
    await house.chats.change(CHAT, {"quiet": "09:01-12:00"})
    await house.fan_out.run()
    [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=5))
    assert (post.state, house.messenger.silent) == ("sent", [True])
