"""Steps: what a pane does with an answer, one call to its platform each, as the page draws it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from bot.core.asking.platform import Payload
from bot.core.wording.cards import Attachment
from bot.platforms.web.preview.chats import View


@dataclass(frozen=True, slots=True)
class Step:
    """One call to the platform, with the payload that it would be sent."""

    view: View
    call: str
    payload: Payload
    file: Attachment | None = None
    replaces: bool = False
    """It takes the place of the pressed message."""
    ephemeral: bool = False
    """Only the reader sees it."""

    def as_json(self) -> Mapping[str, Any]:
        """For the page."""
        return {
            "view": self.view,
            "call": self.call,
            "payload": self.payload,
            "file": _file(self.file) if self.file else None,
            "replaces": self.replaces,
            "ephemeral": self.ephemeral,
        }


def _file(attachment: Attachment) -> Mapping[str, Any]:
    content = attachment.content.decode(errors="replace")
    return {"name": attachment.filename, "size": len(attachment.content), "content": content}
