"""Messages: which are questions, who may ask what, where the answer goes."""

from datetime import timedelta

import pytest

from bot.core.asking.allowance import Allowance, Rate
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.platforms.telegram.questions import chat_key
from tests.fakes.telegram_api import (
    ADMIN,
    ANONYMOUS,
    BAD_GATEWAY,
    BOT,
    CHANNEL,
    FORUM,
    GROUP,
    MEMBER,
    NOW,
    OTHER_BOT,
    OWNER,
    PRIVATE,
    READER,
    Json,
    failure,
    message,
    posted,
    pressed,
    said,
    update,
)
from tests.platforms.telegram.conftest import Bench, buttons
from tests.strategies import NASTY

PHOTO = [{"file_id": "f", "file_unique_id": "u", "width": 1, "height": 1}]
LATE = int((NOW - timedelta(minutes=11)).timestamp())


async def title(bench: Bench, *updates: Json) -> str:
    """The first line of the one message that is sent."""
    [call] = await bench.feed(*updates)
    assert call.method == "sendMessage"
    return str(call["text"]).partition("\n")[0]


@pytest.mark.parametrize("text", ["/who aydin", "/who@newspeg_BOT aydin", "aydin", "  /WHO Aydın  "])
async def test_in_a_private_chat_everything_is_a_question(bench: Bench, text: str) -> None:
    assert await title(bench, said(text)) == "<b>Leyla Aydın</b>"


async def test_an_answer_in_a_private_chat_can_be_pressed_on(bench: Bench) -> None:
    [call] = await bench.feed(said("/who aydin"))
    assert {"text": "Summary", "callback_data": "summary harbour/"} in buttons(call)
    assert "reply_parameters" not in call.params


async def test_what_is_not_text_gets_help(bench: Bench) -> None:
    sticker = {"file_id": "f", "file_unique_id": "u", "type": "regular", "width": 1, "height": 1}
    shown = {"sticker": sticker | {"is_animated": False, "is_video": False}}
    assert await title(bench, said(None, **shown)) == "<b>What I can do</b>"
    assert await bench.feed(said(None, GROUP, **shown)) == []


async def test_the_words_under_a_picture_count(bench: Bench) -> None:
    assert await title(bench, said(None, photo=PHOTO, caption="aydin")) == "<b>Leyla Aydın</b>"
    assert await title(bench, said(None, GROUP, photo=PHOTO, caption="/who aydin")) == "<b>Leyla Aydın</b>"
    assert await bench.feed(said(None, GROUP, photo=PHOTO, caption="aydin")) == []


@pytest.mark.parametrize("event", [{"new_chat_title": "News"}, {"pinned_message": message("A card")}])
async def test_events_of_a_chat_are_no_questions(bench: Bench, event: Json) -> None:
    assert await bench.feed(said(None, **event)) == []


@pytest.mark.parametrize("text", NASTY)
@pytest.mark.parametrize("before", ["", "/who ", "/start ", "/facts harbour/", "/settings ", "/nonsense "])
async def test_nasty_input_gets_a_short_card(bench: Bench, text: str, before: str) -> None:
    [call] = await bench.feed(said(before + text))
    assert call.method == "sendMessage"
    assert len(call["text"]) < 1500
    assert not bench.telegram.breaches


@pytest.mark.parametrize(
    "text", ["aydin", "/nonsense", "/who@other_bot aydin", "/start@other_bot", "so /who aydin", "@newspeg_bot aydin"]
)
async def test_in_a_group_what_is_not_for_the_bot_is_ignored(bench: Bench, text: str) -> None:
    assert await bench.feed(said(text, GROUP)) == []


async def test_in_a_group_a_reply_to_the_bot_is_a_question_and_is_answered_as_a_reply(bench: Bench) -> None:
    in_topic: Json = {"message_thread_id": 5, "is_topic_message": True}
    question = message("who is aydin?", FORUM, reply_to_message=message("A card", FORUM, BOT, **in_topic), **in_topic)
    [call] = await bench.feed(update(message=question))
    assert "Leyla Aydın" in call["text"]
    assert call["reply_parameters"]["message_id"] == question["message_id"]
    assert call["message_thread_id"] == 5
    in_private = message("aydin", reply_to_message=message("A card", sender=BOT))
    [call] = await bench.feed(update(message=in_private))
    assert "reply_parameters" not in call.params


OWN = message("A card", GROUP, BOT)
ELSEWHERE: Json = {
    "origin": {"type": "user", "date": 0, "sender_user": BOT},
    "chat": FORUM,
    "message_id": OWN["message_id"],
}


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        *(
            (text, {"reply_to_message": OWN})
            for text in ("/who@other_bot aydin", "/nonsense", " / aydin", "/нет", "\u200b")
        ),
        (None, {"reply_to_message": OWN, "caption": "aydin", "photo": PHOTO}),
        ("aydin", {"reply_to_message": OWN, "via_bot": OTHER_BOT}),
        ("aydin", {"reply_to_message": message("A card", GROUP, READER, via_bot=BOT)}),
        ("aydin", {"reply_to_message": message("A card", GROUP, {**BOT, "is_bot": False})}),
        ("aydin", {"reply_to_message": message("A card", GROUP, OTHER_BOT)}),
        ("aydin", {"reply_to_message": message("A card", FORUM, BOT)}),
        ("aydin", {"external_reply": ELSEWHERE}),
        ("aydin", {"external_reply": ELSEWHERE, "reply_to_message": OWN}),
    ],
)
async def test_other_replies_are_no_questions(bench: Bench, text: str | None, fields: Json) -> None:
    assert await bench.feed(said(text, GROUP, **fields)) == []


async def test_another_bots_command_is_ignored_in_a_private_chat_too(bench: Bench) -> None:
    assert await bench.feed(said("/who@other_bot aydin")) == []


async def test_in_a_group_commands_are_answered_as_replies(bench: Bench) -> None:
    question = message("/who@newspeg_bot aydin", GROUP)
    [call] = await bench.feed(update(message=question))
    assert call["chat_id"] == GROUP["id"]
    assert call["reply_parameters"]["message_id"] == question["message_id"]
    assert "message_thread_id" not in call.params
    assert buttons(call)
    assert all(button["url"].startswith("https://t.me/Newspeg_Bot?start=") for button in buttons(call))


async def test_an_unknown_command_is_answered_only_if_addressed(bench: Bench) -> None:
    assert await title(bench, said("/nonsense@newspeg_bot", GROUP)) == "<b>I do not know that command</b>"
    assert await title(bench, said("/nonsense")) == "<b>I do not know that command</b>"


async def test_the_answer_goes_to_the_topic(bench: Bench) -> None:
    [in_topic] = await bench.feed(said("/help", FORUM, message_thread_id=5, is_topic_message=True))
    assert in_topic["message_thread_id"] == 5
    [in_thread] = await bench.feed(said("/help", FORUM, message_thread_id=5))
    assert "message_thread_id" not in in_thread.params


async def test_a_topic_of_a_forum_is_a_chat_of_its_own(bench: Bench) -> None:
    topic, general = ChatKey("telegram", "-10070/5"), chat_key(FORUM["id"])
    for command in ("/story story-1", "/subscribe harbour"):
        bench.telegram.will_answer("getChatMember", ADMIN)
        await bench.feed(said(command, FORUM, message_thread_id=5, is_topic_message=True))
    assert await bench.store.load(topic) == ChatSettings(story="story-1")
    assert await bench.store.subscriptions(topic) == ("harbour",)
    assert await bench.settings(FORUM) == ChatSettings()
    assert await bench.store.subscriptions(general) == ()


async def test_a_channel_post_is_answered_in_the_channel(bench: Bench) -> None:
    [call] = await bench.feed(posted("/summary"))
    assert call["chat_id"] == CHANNEL["id"]
    assert "reply_parameters" not in call.params
    assert await bench.feed(posted("News of the day")) == []


async def test_bots_are_not_answered(bench: Bench) -> None:
    assert await bench.feed(said("/help", GROUP, OTHER_BOT)) == []
    assert await bench.feed(said("/help", via_bot=OTHER_BOT)) == []
    assert await bench.feed(said("/help", GROUP, None)) == []


async def test_a_channels_post_is_not_answered_again_in_its_discussion(bench: Bench) -> None:
    copy = said(
        "/help",
        FORUM,
        {"id": 777000, "is_bot": False, "first_name": "Telegram"},
        sender_chat=CHANNEL,
        is_automatic_forward=True,
    )
    assert await bench.feed(copy) == []


async def test_an_edited_question_is_answered_once(bench: Bench) -> None:
    question = message("/help")
    assert len(await bench.feed(update(message=question))) == 1
    assert await bench.feed(update(edited_message=question | {"edit_date": question["date"]})) == []
    post = message("/help", CHANNEL, None, sender_chat=CHANNEL)
    assert await bench.feed(update(edited_channel_post=post | {"edit_date": post["date"]})) == []


@pytest.mark.parametrize(
    ("payload", "heading"),
    [
        ("who-harbour_aydin", "Leyla Aydın"),
        ("facts-harbour_2", "The facts"),
        ("help", "What I can do"),
        ("forget-yes", "Newspeg, a news bot"),
        ("story-story-1", "Newspeg, a news bot"),
        ("settings-timezone__UTC", "Newspeg, a news bot"),
        ("nonsense-x", "Newspeg, a news bot"),
        ("WHO-x", "Newspeg, a news bot"),
        ("%%%", "Newspeg, a news bot"),
        ("", "Newspeg, a news bot"),
    ],
)
async def test_a_deep_link_only_reads(bench: Bench, payload: str, heading: str) -> None:
    assert heading in await title(bench, said(f"/start {payload}"))
    assert await bench.settings(PRIVATE) == ChatSettings()


async def test_every_deep_link_that_is_offered_leads_to_a_card(bench: Bench) -> None:
    [card] = await bench.feed(said("/summary", GROUP))
    links = [button["url"].partition("?start=")[2] for button in buttons(card) if "url" in button]
    assert len(links) > 3
    for link in links:
        assert "Newspeg, a news bot" not in await title(bench, said(f"/start {link}"))


async def test_a_group_that_becomes_a_supergroup_keeps_its_settings(bench: Bench) -> None:
    await bench.store.change(chat_key(GROUP["id"]), {"timezone": "Europe/Sarajevo"})
    assert await bench.feed(said(None, GROUP, migrate_to_chat_id=FORUM["id"])) == []
    assert await bench.feed(said(None, FORUM, migrate_from_chat_id=GROUP["id"])) == []
    assert await bench.settings(FORUM) == ChatSettings(timezone="Europe/Sarajevo")
    assert await bench.settings(GROUP) == ChatSettings()


async def test_late_questions_are_dropped_and_late_changes_are_not(bench: Bench) -> None:
    assert await bench.feed(said("/summary", date=LATE), said("aydin", date=LATE), posted("/help", date=LATE)) == []
    assert await title(bench, said("/story story-1", date=LATE)) == "<b>Chosen</b>"
    assert len(await bench.feed(said("/remind opening off", date=LATE))) == 1
    assert len(await bench.feed(said("/summary", date=LATE + 120))) == 1


@pytest.mark.parametrize(
    ("member", "may"),
    [
        (ADMIN, True),
        (OWNER, True),
        (MEMBER, False),
        (failure(400, "Bad Request: chat not found"), False),
        (TimeoutError(), False),
    ],
)
async def test_in_a_group_only_admins_change_the_chat(bench: Bench, member: tuple[int, bytes], may: bool) -> None:
    bench.telegram.will_answer("getChatMember", member)
    await bench.feed(said("/story story-1", GROUP))
    assert (await bench.settings(GROUP)).story == ("story-1" if may else None)


@pytest.mark.parametrize("answer", [TimeoutError(), BAD_GATEWAY])
async def test_an_admin_is_not_refused_when_telegram_does_not_tell(
    bench: Bench, answer: tuple[int, bytes] | Exception
) -> None:
    bench.telegram.will_answer("getChatMember", answer, answer, failure(400, "Bad Request: user not found"))
    assert await title(bench, said("/story story-1", GROUP)) == "<b>That did not work</b>"
    [alert] = await bench.feed(pressed("story story-1", GROUP))
    assert alert["text"].startswith("That did not work")
    assert await title(bench, said("/story story-1", GROUP)) == "<b>Only for those who manage this chat</b>"


async def test_telegram_is_not_asked_about_who_only_reads(bench: Bench) -> None:
    await bench.feed(said("/summary", GROUP), said("/story story-1"), posted("/story story-1"))
    assert bench.telegram.of("getChatMember") == []
    assert (await bench.settings(PRIVATE)).story == "story-1"
    assert (await bench.settings(CHANNEL)).story == "story-1"


async def test_an_anonymous_admin_may_and_another_channel_may_not(bench: Bench) -> None:
    await bench.feed(said("/story story-1", FORUM, ANONYMOUS, sender_chat=CHANNEL))
    assert await bench.settings(FORUM) == ChatSettings()
    await bench.feed(said("/story story-1", FORUM, ANONYMOUS, sender_chat=FORUM))
    assert await bench.settings(FORUM) == ChatSettings(story="story-1")
    assert bench.telegram.of("getChatMember") == []


async def test_the_readers_language_is_known(bench: Bench) -> None:
    [call] = await bench.feed(said("/help", sender=READER | {"language_code": "xx-YY"}))
    assert "What I can do" in call["text"]


async def test_a_file_follows_its_card(bench: Bench) -> None:
    [card, file] = await bench.feed(
        said("/calendar harbour/opening", FORUM, message_thread_id=5, is_topic_message=True)
    )
    assert (card.method, file.method) == ("sendMessage", "sendDocument")
    [(name, content, media_type)] = file.files.values()
    assert name.endswith(".ics")
    assert content.startswith(b"BEGIN:VCALENDAR")
    assert media_type == "text/calendar"
    assert file["message_thread_id"] == 5


async def test_who_asks_too_much_is_told_once(bench: Bench) -> None:
    bench.asker.allowance = Allowance(Rate(1, 0))
    assert await title(bench, said("aydin")) == "<b>Leyla Aydın</b>"
    assert await title(bench, said("aydin")) == "<b>One moment</b>"
    assert await bench.feed(said("aydin"), said("/summary", GROUP)) == []
    assert [call.params.keys() for call in await bench.feed(pressed("help"), pressed("help", GROUP))] == [
        {"callback_query_id"}
    ] * 2
