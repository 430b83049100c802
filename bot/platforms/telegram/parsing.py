"""Updates as they come off the wire: one that cannot be read is skipped, and does not hold up those after it."""

from typing import Any

import structlog
from telegram import Update
from telegram.error import TelegramError

from bot.platforms.telegram.transport import AiohttpRequest

log = structlog.get_logger()


class UpdatesRequest(AiohttpRequest):
    """Fetches updates. By itself python-telegram-bot would fail on the batch, for ever, and log what people wrote."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """The answer; an update that cannot be read is its number alone, which is all that is needed to get past it."""
        answer: Any = AiohttpRequest.parse_json_payload(payload)
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        if isinstance(answer.get("result"), list):
            answer["result"] = [_readable(update) for update in answer["result"]]
        return answer


def _readable(update: Any) -> Any:
    try:
        Update.de_json(update)
    except Exception as error:  # noqa: BLE001 -- whatever Telegram may send one day
        number = update["update_id"]
        log.error("an update was skipped: it cannot be read", platform="telegram", update=number, reason=repr(error))
        return {"update_id": number}
    return update
