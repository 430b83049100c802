"""A platform's pane: the calls that its adapter decides on for what a reader does, each a step that the page draws."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.core.asking.platform import Call, ChatKind, Deed, Likeness, Payload, Platform, Question
from bot.core.wording.cards import Attachment, Card
from bot.platforms.web.preview.studio import Seat


@dataclass(frozen=True, slots=True)
class Step:
    """One call to the platform, in one of the visitor's chats."""

    view: ChatKind
    call: Call

    def as_json(self) -> Mapping[str, Any]:
        """For the page."""
        return {
            "view": self.view,
            "call": self.call.method,
            "payload": self.call.payload,
            "file": _file(self.call.file) if self.call.file else None,
            "replaces": self.call.replaces,
            "ephemeral": self.call.ephemeral,
        }


async def steps_after(likeness: Likeness, seat: Seat, deed: Deed) -> list[Step]:
    """What the bot does after a reader's deed; nothing where it stays silent."""
    question = likeness.asked(deed, seat.view, seat.locale)
    if question is None:
        return []
    written: list[Step] = []
    card = await _answer(likeness, seat, question, written)
    return [*(Step(seat.view, call) for call in question.calls(card)), *written]


async def results_of(platform: Platform, likeness: Likeness, seat: Seat, text: str) -> Sequence[Payload]:
    """What a search in any chat finds; nothing where the platform has none."""
    if likeness.found is None:
        return []
    return likeness.found(await seat.desk.search(platform.chat("private"), text, seat.locale))


async def _answer(likeness: Likeness, seat: Seat, question: Question, written: list[Step]) -> Card:
    """The card; what is written to the person besides, as that is another chat, goes to `written`."""

    async def write(card: Card) -> None:
        written.append(Step("private", likeness.posted(card, "private")))

    request = question.request
    if request is None:
        return seat.desk.too_old(question.locale)
    return await seat.desk.answer(replace(request, reach=write) if question.reaches else request)


def _file(attachment: Attachment) -> Mapping[str, Any]:
    content = attachment.content.decode(errors="replace")
    return {"name": attachment.filename, "size": len(attachment.content), "content": content}
