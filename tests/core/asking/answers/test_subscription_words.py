"""What the answers about posts say in the rarer cases: quiet hours, changed clocks, several stories, lost storage."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.core.errors import StorageUnavailable
from tests.asking import CHAT, Asker, Unreadable, text, texts
from tests.stories import HARBOUR, harbour, synthetic


async def test_a_post_that_quiet_hours_move_is_named_by_its_new_day() -> None:
    asker = Asker(synthetic(1))
    for typed in ("hour 23", "quiet 22-7", "leads 2 days", "timezone UTC"):
        await asker.ask(f"/settings {typed}")
    assert "3 May 2031 at 07:00 (UTC): Event, the day before" in text(await asker.ask("/subscribe"))


async def test_in_the_evening_it_is_not_that_morning() -> None:
    asker = Asker(synthetic(1))
    await asker.ask("/settings hour 18")
    await asker.ask("/settings leads morning")
    assert "4 May 2031 at 18:00 (UTC): Event, that day" in text(await asker.ask("/subscribe"))


async def test_the_clocks_change_and_the_hour_stays() -> None:
    events = [{**HARBOUR["events"][0], "zone": "Europe/Sarajevo", "start": "2031-03-31T20:00+02:00"}]
    asker = Asker(harbour(events=events, facts=HARBOUR["facts"][1:2]))
    said = texts(await asker.ask("/subscribe"))
    assert "24 March 2031 at 09:00 (Sarajevo): Opening of the bridge, 7 days before" in said
    assert "31 March 2031 at 09:00 (Sarajevo): Opening of the bridge, that morning" in said


async def test_what_is_due_at_this_moment_comes_no_more() -> None:
    asker = Asker(synthetic(1), now=datetime(2031, 5, 3, 9, tzinfo=ZoneInfo("UTC")))
    said = text(await asker.ask("/subscribe"))
    assert "the day before" not in said
    assert "that morning" in said


async def test_several_stories_are_named() -> None:
    asker = Asker(synthetic(1), synthetic(2))
    await asker.ask("/subscribe all")
    said = text(await asker.ask("/upcoming"))
    assert "Event, 7 days before (Story 1)" in said
    assert "Event, 7 days before (Story 2)" in said


async def test_at_most_ten_posts_are_listed() -> None:
    asker = Asker(*(synthetic(number) for number in range(4)))
    await asker.ask("/subscribe all")
    card = await asker.ask("/upcoming")
    assert sum("Event," in line for line in texts(card)) == 10
    assert "And 2 more." in texts(card)


async def test_a_deep_link_to_what_is_upcoming_knows_the_subscriptions() -> None:
    asker = Asker()
    await asker.ask("/subscribe")
    assert await asker.ask("/start upcoming") == await asker.ask("/upcoming")


async def test_where_the_bot_is_no_member_it_says_so() -> None:
    asker = Asker()
    assert "not been added here" in text(await asker.ask("/subscribe all", can_post=False))
    assert await asker.chats.subscriptions(CHAT) == ()


async def test_without_any_story_there_is_none_to_name() -> None:
    assert (await Asker(harbour(status="draft")).ask("/subscribe nope")).title == "No story yet"


@pytest.mark.parametrize("typed", ["/subscribe", "/unsubscribe", "/upcoming", "/start upcoming"])
async def test_no_times_are_told_while_the_chats_own_are_unknown(typed: str) -> None:
    with pytest.raises(StorageUnavailable):
        await Asker(chats=Unreadable()).ask(typed)
