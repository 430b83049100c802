"""What is decided about an update, by literals: no bot, no loop, no network."""

from dataclasses import replace
from typing import Any

import pytest
from telegram import CallbackQuery, Message

from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Attachment, Card, Paragraph
from bot.platforms.telegram.questions import Question, asked_by_message, asked_by_press
from tests.fakes.telegram_api import CHANNEL, FORUM, GROUP, PRIVATE, READER, Json, posted, pressed, said

CARD = Card("Title", (Paragraph(("Text",)),), attachment=Attachment("a.ics", b"BEGIN"))
LONG = Card("Title", (Paragraph(("x " * 5000,)),))


def by_message(update: Json) -> Question:
    message: Any = Message.de_json(update.get("message") or update["channel_post"])
    question = asked_by_message(message, "Newspeg_Bot")
    assert question
    return question


def by_press(data: str, chat: Json = PRIVATE, **changed: Any) -> Question:
    query: Any = CallbackQuery.de_json({**pressed(data, chat)["callback_query"], **changed})
    return asked_by_press(query, "Newspeg_Bot")


def methods(question: Question, card: Card = CARD) -> list[str]:
    return [call.method for call in (*question.first, *question.calls(card))]


def test_a_message_is_answered_below() -> None:
    assert methods(by_message(said("/help"))) == ["sendMessage", "sendDocument"]
    assert by_message(said("/help")).request


def test_in_a_forum_only_the_first_message_is_a_reply() -> None:
    asked = said("/facts", FORUM, is_topic_message=True, message_thread_id=5)
    first, *others = by_message(asked).calls(LONG)
    assert first.address["reply_parameters"]["message_id"] == asked["message"]["message_id"]
    assert others
    for call in others:
        assert call.address == {"chat_id": FORUM["id"], "message_thread_id": 5}


def test_a_press_in_private_is_acknowledged_and_edits_or_else_sends() -> None:
    question = by_press("help")
    acknowledged, edit, document = (*question.first, *question.calls(CARD))
    assert (acknowledged.method, acknowledged.payload) == ("answerCallbackQuery", {})
    assert (edit.method, edit.replaces, document.method) == ("editMessageText", True, "sendDocument")
    assert edit.otherwise
    assert (edit.otherwise.method, edit.otherwise.payload) == ("sendMessage", edit.payload)


def test_what_cannot_be_edited_is_sent_at_once() -> None:
    gone = {"chat": PRIVATE, "message_id": 5, "date": 0}
    assert methods(by_press("help", message=gone)) == ["answerCallbackQuery", "sendMessage", "sendDocument"]


@pytest.mark.parametrize("chat", [GROUP, FORUM, CHANNEL])
def test_a_press_that_others_see_never_edits(chat: Json) -> None:
    for data in ("help", "subscribe harbour", "in -100 subscribe harbour", "nonsense!", ""):
        for may_manage in (False, True):
            question = replace(by_press(data, chat), may_manage=may_manage)
            assert not any(call.replaces for call in question.calls(CARD))


def test_only_a_change_needs_to_know_who_manages_the_chat() -> None:
    assert by_press("help", GROUP).admin_of is None
    assert by_press("subscribe harbour", GROUP).admin_of == GROUP["id"]
    assert by_message(said("/help", GROUP)).admin_of is None
    assert by_message(said("/subscribe", GROUP)).admin_of == GROUP["id"]
    assert by_message(posted("/subscribe")).may_manage


def test_who_manages_a_group_is_answered_in_it() -> None:
    question = by_press("subscribe harbour", GROUP)
    assert methods(question) == ["answerCallbackQuery"]
    assert methods(replace(question, may_manage=True)) == ["answerCallbackQuery", "sendMessage", "sendDocument"]


def test_a_button_for_another_chat_counts_in_private_alone() -> None:
    there = by_press("in -100 subscribe harbour")
    assert (there.chat, there.admin_of, there.is_refused) == (ChatKey("telegram", "-100"), -100, True)
    assert not replace(there, may_manage=True).is_refused
    for claimed in (by_press("in -100 subscribe harbour", GROUP), by_press("in 7 subscribe harbour")):
        assert claimed.request is None
        assert claimed.admin_of is None


def test_under_an_inline_card_it_only_reads() -> None:
    question = by_press("subscribe harbour", message=None)
    assert question.chat == ChatKey("telegram", str(READER["id"]))
    assert question.request
    assert question.request.only_reads
    assert methods(question) == ["answerCallbackQuery"]
