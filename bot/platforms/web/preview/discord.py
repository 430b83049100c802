"""Discord's pane: which calls the bot makes for what a reader does. The payloads are the adapter's own."""

from collections.abc import Mapping, Sequence

from bot.core.asking.command import AnyCommand
from bot.core.asking.commands import BY_NAME
from bot.core.asking.platform import Likeness, Look
from bot.core.asking.requests import Request
from bot.core.wording.cards import Card
from bot.core.wording.invocations import Invocation
from bot.platforms.web.preview.chats import CHATS, View
from bot.platforms.web.preview.steps import Step
from bot.platforms.web.preview.studio import Seat

_PERSON = CHATS["discord", "private"]


class DiscordPane:
    """Somebody who may manage a server's channel, and their direct messages."""

    def __init__(self, look: Look) -> None:
        self._look = look

    @property
    def _likeness(self) -> Likeness:
        return self._look()

    async def command(self, seat: Seat, command: AnyCommand, values: Mapping[str, str]) -> list[Step]:
        """A slash command with its options."""
        written: list[Step] = []
        card = await self._answer(seat, command.invocation(values), written)
        return [*self._sent(seat.view, card, ephemeral=command.private or card.private), *written]

    async def press(self, seat: Seat, custom_id: str, values: Sequence[str], *, ephemeral: bool) -> list[Step]:
        """A button or a list; only on a message that is the reader's alone does the answer take its place."""
        invocation = self._likeness.pressed(custom_id, values)
        if invocation is None:
            return self._sent(seat.view, seat.desk.too_old(seat.locale), ephemeral=True)
        written: list[Step] = []
        card = await self._answer(seat, invocation, written)
        edits = invocation.command in BY_NAME and (ephemeral or seat.view == "private")
        steps = self._sent(seat.view, card, ephemeral=ephemeral or not edits, edits=edits and card.attachment is None)
        return [*steps, *written]

    async def _answer(self, seat: Seat, invocation: Invocation, written: list[Step]) -> Card:
        """The card; what is written to the person besides, as that is another chat, goes to `written`."""

        async def write(card: Card) -> None:
            payload = self._likeness.as_one(self._likeness.private(card))
            written.append(Step("private", "createMessage", payload))

        reach = None if seat.view == "private" else write
        request = Request(invocation, CHATS["discord", seat.view], seat.locale, person=_PERSON, reach=reach)
        return await seat.desk.answer(request)

    def _sent(self, view: View, card: Card, *, ephemeral: bool, edits: bool = False) -> list[Step]:
        payloads = self._likeness.private(card) if view == "private" else self._likeness.shared(card)
        last = len(payloads) - 1
        return [
            Step(
                view,
                _call(number, edits=edits),
                payload,
                card.attachment if number == last else None,
                replaces=edits and number == 0,
                ephemeral=ephemeral,
            )
            for number, payload in enumerate(payloads)
        ]


def _call(number: int, *, edits: bool) -> str:
    if number:
        return "createFollowupMessage"
    return "updateMessage" if edits else "createInteractionResponse"
