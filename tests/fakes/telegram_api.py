"""What Telegram sends: the updates that people cause, and the results of the methods that the bot calls."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import count
from typing import Any

Json = dict[str, Any]

TOKEN = "123456789:AAE-test-token-that-nobody-may-ever-see"
NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)

BOT: Json = {"id": 123456789, "is_bot": True, "first_name": "Newspeg", "username": "Newspeg_Bot"}
READER: Json = {"id": 7, "is_bot": False, "first_name": "Reader", "language_code": "en"}
OTHER_BOT: Json = {"id": 8, "is_bot": True, "first_name": "Robot", "username": "robot"}
ANONYMOUS: Json = {"id": 1087968824, "is_bot": True, "first_name": "Group", "username": "GroupAnonymousBot"}

PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Reader"}
GROUP: Json = {"id": -70, "type": "group", "title": "Editors"}
FORUM: Json = {"id": -10070, "type": "supergroup", "title": "Forum", "is_forum": True}
CHANNEL: Json = {"id": -10090, "type": "channel", "title": "News"}

_ids = count(1000)


def message(text: str | None, chat: Json = PRIVATE, sender: Json | None = READER, **fields: Any) -> Json:
    """A message; without text, one that shows something else by its fields."""
    content = {"text": text} if text is not None else {}
    author = {"from": sender} if sender else {}
    return {"message_id": next(_ids), "date": int(NOW.timestamp()), "chat": chat, **author, **content, **fields}


def update(**content: Json) -> Json:
    """An update with one of the kinds of content."""
    return {"update_id": next(_ids), **content}


def said(text: str | None, chat: Json = PRIVATE, sender: Json | None = READER, **fields: Any) -> Json:
    """The update of a new message."""
    return update(message=message(text, chat, sender, **fields))


def posted(text: str, **fields: Any) -> Json:
    """The update of a post in the channel."""
    return update(channel_post=message(text, CHANNEL, None, sender_chat=CHANNEL, **fields))


def pressed(data: str | None, chat: Json = PRIVATE, sender: Json = READER, **fields: Any) -> Json:
    """The update of a press on a button under a message of the bot."""
    where = {} if "inline_message_id" in fields else {"message": message("A card", chat, BOT)}
    content = {"data": data} if data is not None else {"game_short_name": "game"}
    query = {"id": str(next(_ids)), "from": sender, "chat_instance": "1", **where, **content, **fields}
    return update(callback_query=query)


def searched(text: str, sender: Json = READER) -> Json:
    """The update of an inline query."""
    return update(inline_query={"id": str(next(_ids)), "from": sender, "query": text, "offset": ""})


_GIFTS = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
_RESULTS: Json = {
    "getMe": BOT,
    "getUpdates": [],
    "getMyCommands": [],
    "getChatMember": {"status": "member", "user": READER},
    "getChat": {
        **CHANNEL,
        "title": "The channel",
        "accent_color_id": 0,
        "max_reaction_count": 1,
        "accepted_gift_types": dict.fromkeys(_GIFTS, False),
    },
}


def result(method: str, params: Mapping[str, Any]) -> Any:
    """What a method returns when all goes well."""
    match method:
        case "sendMessage" | "editMessageText":
            return message(str(params["text"]), {"id": int(params["chat_id"]), "type": "private"}, BOT)
        case "sendDocument":
            document = {"file_id": "f", "file_unique_id": "u"}
            return message(None, {"id": int(params["chat_id"]), "type": "private"}, BOT, document=document)
        case _:
            return _RESULTS.get(method, True)


def success(value: Any) -> tuple[int, bytes]:
    """An answer of the Bot API with a result."""
    return 200, json.dumps({"ok": True, "result": value}).encode()


def failure(code: int, description: str, **parameters: Any) -> tuple[int, bytes]:
    """An answer of the Bot API with an error."""
    body: Json = {"ok": False, "error_code": code, "description": description}
    return code, json.dumps(body | ({"parameters": parameters} if parameters else {})).encode()


# What an administrator may do, all of it refused; the Bot API always names them all.
RIGHTS = dict.fromkeys(
    (
        "can_be_edited",
        "is_anonymous",
        "can_manage_chat",
        "can_delete_messages",
        "can_manage_video_chats",
        "can_restrict_members",
        "can_promote_members",
        "can_change_info",
        "can_invite_users",
        "can_post_stories",
        "can_edit_stories",
        "can_delete_stories",
    ),
    False,
)
ADMIN = success({"status": "administrator", "user": READER, **RIGHTS})
OWNER = success({"status": "creator", "user": READER, "is_anonymous": False})
MEMBER = success({"status": "member", "user": READER})
BLOCKED = failure(403, "Forbidden: bot was blocked by the user")
UNAUTHORIZED = failure(401, "Unauthorized")
BAD_GATEWAY = (502, b"<html>502 Bad Gateway</html>")
NOT_MODIFIED = failure(
    400,
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as"
    " a current content and reply markup of the message",
)
TOO_OLD_TO_EDIT = failure(400, "Bad Request: message can't be edited")
NOT_THERE_TO_EDIT = failure(400, "Bad Request: message to edit not found")
QUERY_TOO_OLD = failure(400, "Bad Request: query is too old and response timeout expired or query ID is invalid")


def too_many_requests(seconds: int) -> tuple[int, bytes]:
    """An answer of the Bot API that asks to wait."""
    return failure(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)
