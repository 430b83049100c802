"""Who makes the bot an admin is offered a subscription in private, and must still be one to take it up."""

from typing import Any

import pytest

from bot.core.posting.chats import EVERY_STORY
from bot.platforms.telegram.questions import chat_key
from tests.fakes.telegram_api import (
    ADMIN,
    BLOCKED,
    CHANNEL,
    GROUP,
    MEMBER,
    NOW,
    OTHER_BOT,
    PRIVATE,
    READER,
    RIGHTS,
    Json,
    failure,
    pressed,
    update,
)
from tests.platforms.telegram.conftest import Bench, buttons

ME = {"id": 1, "is_bot": True, "first_name": "Newspeg", "username": "newspeg_bot"}
LEFT = {"status": "left", "user": ME}
MAY_POST = {"status": "administrator", "user": ME, **RIGHTS, "can_post_messages": True}
MAY_READ = {"status": "administrator", "user": ME, **RIGHTS, "can_post_messages": False}


def promoted(chat: Json = CHANNEL, old: Json = LEFT, new: Json = MAY_POST, by: Json = READER) -> Json:
    change: dict[str, Any] = {
        "chat": {**chat, "title": "The channel"},
        "from": by,
        "date": int(NOW.timestamp()),
        "old_chat_member": old,
        "new_chat_member": new,
    }
    return update(my_chat_member=change)


async def test_who_lets_the_bot_post_is_offered_a_subscription_in_private(bench: Bench) -> None:
    [offer] = await bench.feed(promoted())
    assert offer["chat_id"] == READER["id"]
    assert "You let me post in “The channel”." in offer["text"]
    assert [button["text"] for button in buttons(offer)] == ["Story 1", "Every story, those to come too"]
    bench.telegram.will_answer("getChatMember", ADMIN)
    _, answer = await bench.feed(pressed(buttons(offer)[0]["callback_data"], PRIVATE))
    assert "The channel: Subscribed" in answer["text"]  # as “this chat” would be the private one
    assert [button["text"] for button in buttons(answer)] == [
        "Settings",
        "Stop",
    ]  # “Upcoming” would tell of the private one
    assert await bench.store.subscriptions(chat_key(CHANNEL["id"])) == ("story-1",)
    assert bench.store.titles == {chat_key(CHANNEL["id"]): "The channel"}
    assert await bench.store.subscriptions(chat_key(PRIVATE["id"])) == ()


async def test_a_chat_whose_name_cannot_be_had_is_answered_for_without_it(bench: Bench) -> None:
    [offer] = await bench.feed(promoted())
    bench.telegram.will_answer("getChatMember", ADMIN)
    bench.telegram.will_answer("getChat", failure(400, "Bad Request: chat not found"))
    _, answer = await bench.feed(pressed(buttons(offer)[0]["callback_data"], PRIVATE))
    assert answer["text"].startswith("<b>Subscribed</b>")


async def test_every_story_can_be_had_in_a_group(bench: Bench) -> None:
    [offer] = await bench.feed(promoted(GROUP, new=MAY_READ))  # in a group who may read may write
    bench.telegram.will_answer("getChatMember", ADMIN)
    await bench.feed(pressed(buttons(offer)[1]["callback_data"], PRIVATE))
    assert await bench.store.subscriptions(chat_key(GROUP["id"])) == (EVERY_STORY,)


async def test_who_is_an_admin_no_more_changes_nothing(bench: Bench) -> None:
    [offer] = await bench.feed(promoted())
    bench.telegram.will_answer("getChatMember", MEMBER)
    _, refusal = await bench.feed(pressed(buttons(offer)[0]["callback_data"], PRIVATE))
    assert "Only for those who manage this chat" in refusal["text"]
    assert await bench.store.subscriptions(chat_key(CHANNEL["id"])) == ()


@pytest.mark.parametrize("data", ["in -100 facts", "in x subscribe", "in", "in -100", "in -1e9 subscribe"])
async def test_forged_data_is_refused(bench: Bench, data: str) -> None:
    [answer] = await bench.feed(pressed(data, GROUP))
    assert answer["text"].startswith("That button no longer works")


@pytest.mark.parametrize(
    "change",
    [
        promoted(new=MAY_READ),
        promoted(old=MAY_POST),
        promoted(new={"status": "member", "user": ME}),
        promoted(by=OTHER_BOT),
    ],
)
async def test_nobody_is_asked_without_need(bench: Bench, change: Json) -> None:
    assert await bench.feed(change) == []


async def test_who_never_wrote_to_the_bot_cannot_be_asked(bench: Bench) -> None:
    bench.telegram.will_answer("sendMessage", BLOCKED)
    assert len(await bench.feed(promoted())) == 1
