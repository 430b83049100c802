"""Telegram's pane: which calls the bot makes for what a reader does. The payloads are the adapter's own."""

from collections.abc import Sequence

from bot.core.asking.commands import BY_NAME
from bot.core.asking.platform import Likeness, Look, Payload
from bot.core.asking.requests import Request
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from bot.platforms.web.preview.chats import CHATS, View
from bot.platforms.web.preview.steps import Step
from bot.platforms.web.preview.studio import Seat


class TelegramPane:
    """A reader in a private chat, and somebody who posts in a channel."""

    def __init__(self, look: Look) -> None:
        self._look = look

    @property
    def _likeness(self) -> Likeness:
        return self._look()

    async def say(self, seat: Seat, text: str) -> list[Step]:
        """A message: in private anything is a question, in a channel only the bot's commands."""
        invocation = Invocation.said(text) if seat.view == "private" else Invocation.typed(text)
        if invocation is None or (seat.view == "channel" and invocation.command not in BY_NAME):
            return []
        card = await _answer(seat, invocation)
        return [*_messages(seat.view, self._render(seat.view, card)), *_document(seat.view, card)]

    async def press(self, seat: Seat, data: str) -> list[Step]:
        """A button that asks: in private the card takes the message's place, in a channel it is shown over it."""
        invocation = self._likeness.pressed(data, ())
        if invocation is None or invocation.command not in BY_NAME:
            return [self._alert(seat.view, seat.desk.too_old(seat.locale))]
        card = await _answer(seat, invocation)
        if seat.view == "channel":
            return [self._alert(seat.view, card)]
        first, *rest = self._render(seat.view, card)
        edited = Step(seat.view, "editMessageText", first, replaces=True)
        return [edited, *_messages(seat.view, rest), *_document(seat.view, card)]

    async def search(self, seat: Seat, text: str) -> Sequence[Payload]:
        """The results of an inline query."""
        assert self._likeness.found
        return self._likeness.found(await seat.desk.search(CHATS["telegram", "private"], text, seat.locale))

    def _render(self, view: View, card: Card) -> Sequence[Payload]:
        return self._likeness.private(card) if view == "private" else self._likeness.shared(card)

    def _alert(self, view: View, card: Card) -> Step:
        assert self._likeness.alert
        return Step(view, "answerCallbackQuery", {"text": self._likeness.alert(card), "show_alert": True})


async def _answer(seat: Seat, invocation: Invocation) -> Card:
    """Nobody signs a channel's posts, so their author's language is not known there."""
    chat = CHATS["telegram", seat.view]
    if seat.view == "channel":
        return await seat.desk.answer(Request(invocation, chat))
    return await seat.desk.answer(Request(invocation, chat, seat.locale, person=chat))


def _messages(view: View, payloads: Sequence[Payload]) -> list[Step]:
    return [Step(view, "sendMessage", payload) for payload in payloads]


def _document(view: View, card: Card) -> list[Step]:
    return [Step(view, "sendDocument", {}, card.attachment)] if card.attachment else []
