"""What breaks the Bot API's contract is found; what keeps it is not complained of."""

from typing import Any

import pytest

from tests.contracts import check_telegram
from tests.contracts.telegram import UPLOADED

SENT = {"chat_id": 1, "text": "hello"}
INLINE = {"inline_query_id": "1"}
BUTTON = {"text": "Who", "callback_data": "who"}


def keyboard(*buttons: Any) -> dict[str, Any]:
    return {"inline_keyboard": [list(buttons)]}


def article(**fields: Any) -> dict[str, Any]:
    content = {"message_text": "hello"}
    return {"results": [{"type": "article", "id": "1", "title": "A story", "input_message_content": content} | fields]}


@pytest.mark.parametrize(
    ("method", "params"),
    [
        ("sendMessage", SENT),
        ("sendMessage", {"chat_id": "@channel", "text": "👍" * 2048}),
        ("sendMessage", {"chat_id": 1, "text": "<b>&lt;</b>" * 4096, "parse_mode": "HTML"}),
        ("sendMessage", {**SENT, "reply_markup": keyboard(BUTTON, {"text": "There", "url": "https://example.org/"})}),
        ("sendMessage", {**SENT, "link_preview_options": {"is_disabled": True}, "reply_parameters": {"message_id": 4}}),
        ("sendDocument", {"chat_id": 1, "document": UPLOADED, "caption": "x" * 1024}),
        ("editMessageText", {"inline_message_id": "1", "text": "hello"}),
        ("editMessageText", {"chat_id": 1, "message_id": 2, "text": "hello", "reply_markup": keyboard()}),
        ("editMessageReplyMarkup", {"chat_id": 1, "message_id": 2}),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "", "show_alert": True}),
        ("answerInlineQuery", {**INLINE, **article(), "cache_time": 0, "is_personal": True}),
        ("setMyCommands", {"commands": [{"command": "who_1", "description": "Who"}], "scope": {"type": "default"}}),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat", "chat_id": 1}}),
        ("getUpdates", {"limit": 100, "allowed_updates": ["message", "callback_query"]}),
        ("getMe", None),
    ],
)
def test_what_keeps_the_contract_has_no_fault(method: str, params: dict[str, Any] | None) -> None:
    assert check_telegram(method, params) == []


@pytest.mark.parametrize(
    ("method", "params", "fault"),
    [
        ("sendMesage", SENT, "no method sendMesage"),
        ("sendMessage", {"chat_id": 1}, "'text' is a required property"),
        ("sendMessage", {**SENT, "colour": "red"}, "'colour' was unexpected"),
        ("sendMessage", {"chat_id": 1, "text": 5}, "$.text: 5 is not of type 'string'"),
        ("sendMessage", {"chat_id": 1, "text": ""}, "$.text: 0 characters once parsed, 1 to 4096"),
        ("sendMessage", {"chat_id": 1, "text": "x" * 4097}, "$.text: 4097 characters"),
        ("sendMessage", {"chat_id": 1, "text": "👍" * 2049}, "$.text: 4098 characters"),
        ("sendMessage", {"chat_id": 1, "text": "<b></b>", "parse_mode": "HTML"}, "$.text: 0 characters"),
        ("sendMessage", {"chat_id": 1, "text": "<b>x", "parse_mode": "HTML"}, "$.text: its markup is wrong"),
        ("sendMessage", {"chat_id": 1, "text": "AT&T", "parse_mode": "HTML"}, "$.text: its markup is wrong"),
        ("sendMessage", {**SENT, "parse_mode": "BBCode"}, "$.parse_mode: 'BBCode' is not one of"),
        ("sendMessage", {**SENT, "disable_notification": 1}, "$.disable_notification: 1 is not of type 'boolean'"),
        ("sendMessage", {**SENT, "reply_markup": {"keys": []}}, "$.reply_markup:"),
        (
            "sendMessage",
            {**SENT, "reply_markup": keyboard({"text": "Who"})},
            "$.reply_markup.inline_keyboard[0][0]",
        ),
        (
            "sendMessage",
            {**SENT, "reply_markup": keyboard({**BUTTON, "url": "https://example.org/"})},
            "$.reply_markup.inline_keyboard[0][0]",
        ),
        (
            "sendMessage",
            {**SENT, "reply_markup": keyboard({"text": "Who", "callback_data": "ž" * 33})},
            "$.reply_markup.inline_keyboard[0][0].callback_data: 66 bytes, 1 to 64 are allowed",
        ),
        (
            "sendMessage",
            {**SENT, "reply_markup": keyboard({**BUTTON, "style": "loud"})},
            "$.reply_markup.inline_keyboard[0][0].style: 'loud' is not one of",
        ),
        ("sendDocument", {"chat_id": 1, "document": {"file": "x"}}, "$.document:"),
        ("sendDocument", {"chat_id": 1, "document": UPLOADED, "caption": "x" * 1025}, "$.caption: 1025 characters"),
        ("editMessageText", {"message_id": 2, "text": "hello"}, "$: "),
        ("editMessageText", {"chat_id": 1, "text": "hello"}, "$: "),
        ("editMessageText", {"chat_id": 1, "message_id": 2}, "$: "),
        ("answerCallbackQuery", {"callback_query_id": "1", "text": "x" * 201}, "$.text: 201 characters, 0 to 200"),
        ("answerInlineQuery", {**INLINE, "results": article()["results"] * 51}, "$.results: "),
        ("answerInlineQuery", {**INLINE, **article(id="x" * 65)}, "$.results[0].id: 65 bytes"),
        ("answerInlineQuery", {**INLINE, **article(type="essay")}, "$.results[0]"),
        (
            "answerInlineQuery",
            {**INLINE, **article(input_message_content={"message_text": ""})},
            "$.results[0].input_message_content.message_text: 0 characters",
        ),
        ("setMyCommands", {"commands": [{"command": "Who", "description": "x"}]}, "$.commands[0].command: 'Who'"),
        ("setMyCommands", {"commands": [{"command": "who", "description": ""}]}, "$.commands[0].description: 0 ch"),
        ("setMyCommands", {"commands": [{"command": "w", "description": "x"}] * 101}, "$.commands: "),
        ("setMyCommands", {"commands": [], "scope": {"type": "chat"}}, "'chat_id' is a required property"),
        ("setMyCommands", {"commands": [], "scope": {"type": "nobody"}}, "$.scope"),
        ("getUpdates", {"limit": 101}, "$.limit: 101 is greater than the maximum of 100"),
        ("getUpdates", {"allowed_updates": ["messages"]}, "$.allowed_updates[0]: 'messages' is not one of"),
        ("setWebhook", {"url": "https://example.org/", "secret_token": "with blanks"}, "$.secret_token: 'with blanks'"),
    ],
)
def test_what_breaks_the_contract_is_found_at_its_place(method: str, params: dict[str, Any], fault: str) -> None:
    found = check_telegram(method, params)
    assert found
    assert fault in "\n".join(found)


def test_every_method_has_a_contract_that_asks_for_what_is_required() -> None:
    assert check_telegram("getMe", {}) == check_telegram("close", {}) == check_telegram("logOut", {}) == []
    assert len(check_telegram("sendPoll", {})) == 3
