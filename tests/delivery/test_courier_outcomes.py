"""The courier after each answer that a platform may give, or none: what is sent again, where to, and when."""

from collections import deque
from datetime import timedelta

import pytest

from bot.core.posting.chats import EVERY_STORY, ChatKey
from bot.core.posting.outcomes import (
    UPGRADED,
    FindOutcome,
    Gone,
    Moved,
    NotSent,
    NotThere,
    Rejected,
    Repeatable,
    RetryLater,
    SendOutcome,
    Sent,
    Unknown,
)
from bot.core.posting.posts import LEASE, REPEAT_AFTER, Step
from tests.asking import text
from tests.delivery.house import A_WEEK_BEFORE, CHAT, OTHER, START, THE_DAY_BEFORE, House
from tests.noticed import lead_of


@pytest.mark.parametrize(
    ("outcome", "wait"),
    [(NotSent("no network"), timedelta(minutes=5)), (RetryLater(43_838, "flood"), timedelta(seconds=43_838))],
)
async def test_what_did_not_go_out_is_tried_again(house: House, outcome: SendOutcome, wait: timedelta) -> None:
    house.messenger.answers[CHAT] = deque([outcome])
    [post] = await house.at(A_WEEK_BEFORE)
    assert post.state == "pending"
    assert post.reason in (outcome.reason if isinstance(outcome, NotSent | RetryLater) else "")
    [post] = await house.at(A_WEEK_BEFORE + wait)
    assert post.state == "sent"


async def test_one_chat_in_flood_control_does_not_hold_up_the_others(house: House) -> None:
    await house.chats.subscribe(OTHER, EVERY_STORY, START)
    house.messenger.answers[CHAT] = deque([RetryLater(43_838, "flood")])
    posts = await house.at(A_WEEK_BEFORE)
    assert {post.chat: post.state for post in posts} == {CHAT: "pending", OTHER: "sent"}


async def test_a_chat_that_blocked_the_bot_is_not_written_to_again(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Gone("blocked")])
    [post] = await house.at(A_WEEK_BEFORE)
    assert (post.state, post.reason) == ("failed", "blocked")
    assert await house.at(THE_DAY_BEFORE) == [post]


async def test_who_subscribed_a_chat_hears_once_that_it_is_lost(house: House) -> None:
    group, person = ChatKey("telegram", "-5"), OTHER
    await house.chats.subscribe(group, "harbour", START, person, "Old")
    await house.chats.subscribe(group, "harbour", START, person, "<b>The Editors</b> {chat}")
    await house.chats.subscribe(group, "harbour", START, person)
    house.messenger.answers[group] = deque([Gone("not enough rights to send text messages to the chat")])
    await house.at(A_WEEK_BEFORE)
    posts = await house.at(THE_DAY_BEFORE)
    told = [card for chat, card, _ in house.messenger.sent if chat == person]
    assert [card.title for card in told] == ["A chat is lost"]
    assert "I may no longer post in “<b>The Editors</b> {chat}”" in text(told[0])
    assert [(lead_of(post), post.state) for post in posts if post.chat != CHAT] == [
        ("P7D", "failed"),
        ("lost:-5", "sent"),
    ]


async def test_a_lost_chat_without_a_title_goes_by_its_number(house: House) -> None:
    group, person = ChatKey("telegram", "-5"), OTHER
    await house.chats.subscribe(group, "harbour", START, person)
    house.messenger.answers[group] = deque([Gone("kicked")])
    await house.at(A_WEEK_BEFORE)
    [told] = [card for chat, card, _ in house.messenger.sent if chat == person]
    assert "I may no longer post in a chat whose name I do not know (its number is -5)" in text(told)


async def test_a_lost_chat_that_was_erased_meanwhile_is_not_named(house: House) -> None:
    group, person = ChatKey("telegram", "-5"), OTHER
    await house.chats.subscribe(group, "harbour", START, person, "The Editors")
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    [post] = [each for each in await house.overview.posts() if each.chat == group]
    await house.delivery.record([(post, Step("failed", "kicked", set_aside=True))])
    await house.chats.forget(group)
    await house.at(A_WEEK_BEFORE)
    [told] = [card for chat, card, _ in house.messenger.sent if chat == person]
    assert "Editors" not in text(told)


async def test_who_subscribed_a_group_that_became_a_supergroup_hears_what_to_do(house: House) -> None:
    group, person = ChatKey("telegram", "-5"), OTHER
    await house.chats.subscribe(group, "harbour", START, person, "The Editors")
    house.messenger.answers[group] = deque([Gone(UPGRADED)])
    posts = await house.at(A_WEEK_BEFORE)
    [told] = [card for chat, card, _ in house.messenger.sent if chat == person]
    assert "reminders in “The Editors”. It has become a supergroup" in text(told)
    assert "send /subscribe in the new group" in text(told)
    assert [post.state for post in posts if post.chat == group] == ["failed"]
    assert await house.chats.is_set_aside(group)


async def test_a_rejected_post_leaves_the_subscription(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Rejected("bad")])
    await house.at(A_WEEK_BEFORE)
    posts = await house.at(THE_DAY_BEFORE)
    assert [post.state for post in posts] == ["failed", "sent"]


async def test_a_group_that_moved_gets_it_under_its_new_id(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Moved(OTHER)])
    [post] = await house.at(A_WEEK_BEFORE)
    assert (post.chat, post.state) == (OTHER, "sent")
    assert [chat for chat, _, _ in house.messenger.sent] == [CHAT, OTHER]
    assert await house.chats.subscriptions(OTHER) == ("harbour",)


async def test_without_an_answer_it_is_tried_once_more_under_the_same_key(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    [post] = await house.at(A_WEEK_BEFORE)
    assert (post.state, post.unknowns) == ("pending", 1)
    await house.at(A_WEEK_BEFORE + REPEAT_AFTER - timedelta(seconds=1))
    assert len(house.messenger.sent) == 1
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.unknowns) == ("sent", 1)
    [(_, _, first), (_, _, second)] = house.messenger.sent
    assert first == second


async def test_what_is_found_in_the_channel_is_not_sent_again(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    house.messenger.found = Sent("99")
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.message_id, post.unknowns) == ("sent", "99", 1)
    [(_, _, key)] = house.messenger.sent
    assert house.messenger.looked == [(CHAT, key, A_WEEK_BEFORE)]


async def test_what_is_not_found_in_the_channel_is_sent(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    house.messenger.found = NotThere()
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert post.state == "sent"
    assert len(house.messenger.sent) == 2


@pytest.mark.parametrize("found", [Repeatable(), NotThere()])
async def test_where_a_repeat_makes_no_second_message_it_is_tried_until_it_arrives(
    house: House, found: FindOutcome
) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")] * 5)
    house.messenger.found = found
    for minutes in range(6):
        [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=minutes))
    assert (post.state, post.unknowns, len(house.messenger.sent)) == ("sent", 5, 6)


async def test_while_nobody_can_look_it_is_not_sent_again(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out")])
    house.messenger.found = RetryLater(600, "busy")
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.reason, len(house.messenger.sent)) == ("pending", "busy", 1)
    house.messenger.found = Sent("99")
    [post] = await house.at(A_WEEK_BEFORE + timedelta(minutes=11))
    assert (post.state, post.message_id, len(house.messenger.sent)) == ("sent", "99", 1)


async def test_without_an_answer_twice_an_editor_is_told(house: House) -> None:
    house.messenger.answers[CHAT] = deque([Unknown("time-out"), Unknown("time-out")])
    await house.at(A_WEEK_BEFORE)
    [post] = await house.at(A_WEEK_BEFORE + REPEAT_AFTER)
    assert (post.state, post.unknowns) == ("pending", 2)
    [post] = await house.at(A_WEEK_BEFORE + 2 * REPEAT_AFTER)
    assert (post.state, post.reason) == ("unknown", "time-out")
    assert await house.at(A_WEEK_BEFORE + timedelta(hours=1)) == [post]


async def test_what_a_killed_process_left_behind_is_taken_up_when_its_lease_is_over(house: House) -> None:
    house.now = A_WEEK_BEFORE
    await house.fan_out.run()
    [post] = await house.overview.posts()
    assert await house.delivery.claim({post.id: None}, "killed", A_WEEK_BEFORE, LEASE)
    [post] = await house.at(A_WEEK_BEFORE + LEASE - timedelta(seconds=1))
    assert post.state == "sending"
    [post] = await house.at(A_WEEK_BEFORE + LEASE)
    assert (post.state, post.unknowns) == ("sent", 1)
    assert [step.state for _, step in house.recorded] == ["pending", "sent"]
