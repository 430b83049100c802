"""Updates as they come off the wire: one that cannot be read is skipped, and does not hold up those after it."""

import re
from typing import Any

import structlog
from telegram import Update
from telegram.error import TelegramError

from bot.platforms.telegram.transport import AiohttpRequest

log = structlog.get_logger()

_IDS = range(1, 1 << 31)  # as the Bot API numbers updates; one far above would silence the bot for good
_ID = re.compile(rb'(?<!\\)"update_id"\s*:\s*(\d{1,10})\b')  # within a text the quotation marks would be escaped


class UnreadableAnswer(TelegramError):
    """What came in place of updates: not one of them can be told by its number."""

    def __init__(self, payload: bytes) -> None:
        super().__init__("Invalid server response")
        seen = _ID.search(payload)
        number = int(seen[1]) if seen else 0
        self.first = number if number in _IDS else None
        """The number of the first update, as far as the bytes show one."""


class UpdatesRequest(AiohttpRequest):
    """Fetches updates. By itself python-telegram-bot would fail on the batch, for ever, and log what people wrote."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; an update that cannot be read is its number alone, which is all that is needed to get past it."""
        try:
            answer = AiohttpRequest.parse_json_payload(payload)
        except TelegramError:
            raise UnreadableAnswer(payload) from None
        if "result" in answer:
            updates = answer["result"]
            answer["result"] = readable = _readable_ones(updates) if isinstance(updates, list) else []
            if updates != [] and not readable:
                raise UnreadableAnswer(payload)
        return answer


def _readable_ones(updates: list[Any]) -> list[dict[str, Any]]:
    return [readable for each in updates if (readable := _readable(each))]


def _readable(update: Any) -> dict[str, Any] | None:
    """The update, or its number alone; None if it has none, so that the next one has to lead past it."""
    number = update.get("update_id") if isinstance(update, dict) else None
    if type(number) is not int or number not in _IDS:
        log.error("an update was skipped: it has no number", platform="telegram")
        return None
    try:
        _must_name_its_source(Update.de_json(update))
    except Exception as error:  # noqa: BLE001 -- whatever Telegram may send one day
        log.error(
            "an update was skipped: it cannot be read",
            platform="telegram",
            update=number,
            reason=type(error).__name__,
        )
        return {"update_id": number}
    return dict(update)


def _must_name_its_source(update: Update) -> None:
    """Raises TypeError where it does not say from which chat and whom it is; the library looks at no field's kind."""
    chat, person = update.effective_chat, update.effective_user
    for number in (chat.id if chat else 0, person.id if person else 0):
        if type(number) is not int:
            raise TypeError("an id that is no number")
    if person and not isinstance(person.language_code or "", str):
        raise TypeError("a language that is no text")
