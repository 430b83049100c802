"""Whether a request to Discord keeps its published contract."""

import copy
from typing import Any

from tests.contracts import check_discord

_WITH_BODY = ("POST", "PUT", "PATCH")


def breaches(method: str, path: str, body: Any) -> list[str]:
    """What is wrong with a request's body, or nothing."""
    if method not in _WITH_BODY:
        return []
    return [f"{method} {path}: {breach}" for breach in check_discord(method, path, _numbers_as_named(body))]


def _numbers_as_named(body: Any) -> Any:
    """discord.py gives some ids as numbers, and Discord takes them; the contract knows only strings."""
    body = copy.deepcopy(body)
    if isinstance(body, dict) and "recipient_id" in body:
        body["recipient_id"] = str(body["recipient_id"])
    if isinstance(body, dict) and (replied := body.get("message_reference")):
        replied.update({key: str(value) for key, value in replied.items() if key.endswith("_id")})
    data = body.get("data", body) if isinstance(body, dict) else {}
    for attachment in data.get("attachments") or []:
        attachment["id"] = str(attachment["id"])
    return body
