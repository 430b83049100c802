"""A third platform: a list that collects messages. Nothing of Newspeg knows it before it is handed in."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from pydantic import SecretStr

from bot.core.asking.commands import BY_NAME
from bot.core.asking.desk import Desk
from bot.core.asking.platform import (
    Access,
    Adapter,
    Call,
    ChatKind,
    Chosen,
    Deed,
    Likeness,
    Payload,
    Platform,
    Pressed,
    Said,
)
from bot.core.asking.requests import Request
from bot.core.posting.chats import ChatKey
from bot.core.posting.outcomes import EditOutcome, Messenger, SendOutcome, Sent
from bot.core.posting.pacing import Pace
from bot.core.stories.library import Clock
from bot.core.wording.cards import Card, Paragraph, plain
from bot.core.wording.invocations import Invocation
from bot.settings import Settings

CHAT = ChatKey("toy", "me")


class ToySettings(Settings):
    """The settings, with those of the toy."""

    toy_token: SecretStr | None = None
    toy_api_url: str | None = None


def shown(card: Card) -> Payload:
    """A card as the toy has it: its title and all its text."""
    said = [plain(block.text) for block in card.blocks if isinstance(block, Paragraph) or hasattr(block, "text")]
    return {"words": "\n".join([card.title, *said])}


@dataclass(frozen=True, slots=True)
class Question:
    """Everything is asked in one chat, of one person."""

    invocation: Invocation | None
    locale: str | None = None
    reaches: bool = False

    @property
    def request(self) -> Request | None:
        return Request(self.invocation, CHAT, person=CHAT) if self.invocation else None

    def calls(self, card: Card) -> Sequence[Call]:
        return [Call("append", shown(card), {})]


def asked(deed: Deed, _kind: ChatKind = "private", _locale: str | None = None) -> Question | None:
    """The toy's one decision: words ask, buttons ask what is on them."""
    match deed:
        case Said(text):
            return Question(Invocation.said(text))
        case Pressed(data):
            pressed = Invocation.pressed(data)
            return Question(pressed if pressed and pressed.command in BY_NAME else None)
        case Chosen():
            return None


@dataclass
class Toy:
    """The outside world: what is said to the bot, and what it appends and changes."""

    said: "asyncio.Queue[str]" = field(default_factory=asyncio.Queue)
    calls: "asyncio.Queue[Call]" = field(default_factory=asyncio.Queue)
    messages: list[str] = field(default_factory=list)

    def make(self, call: Call) -> str:
        """Append a message, or change one; its number."""
        number = int(call.address.get("number", len(self.messages)))
        self.messages[number : number + 1] = [call.payload["words"]]
        self.calls.put_nowait(call)
        return str(number)

    async def next(self) -> tuple[str, str]:
        """The next thing that the bot does, and its words."""
        call = await self.calls.get()
        return call.method, str(call.payload["words"])

    @property
    def platform(self) -> Platform:
        """All that Newspeg is told of it."""
        return Platform(
            name="toy",
            title="Toy",
            where_to_register="make one up",
            asked_by="line",
            chats={"private": CHAT.id, "channel": "all"},
            kind_of=lambda chat: "private" if chat == CHAT.id else "channel",
            per_second=100.0,
            pace=lambda per_second, waited: Pace(per_second, waited=waited),
            adapter=self._adapter,
            messenger=self._messenger,
            introduce=self._introduce,
            likeness=lambda: Likeness(asked, lambda card, _: Call("append", shown(card), {})),
            fits=lambda _: True,
        )

    def _adapter(self, access: Access, desk: Desk, _pace: Pace) -> Adapter:
        assert access.token == "wooden"
        return ToyAdapter(self, desk)

    async def _introduce(self, access: Access) -> str:
        return f"a {access.token} toy"

    def _messenger(self, _access: Access, _clock: Clock, _pace: Pace) -> Messenger:
        return ToyMessenger(self)


@dataclass
class ToyAdapter:
    """The shell: it hears, asks the desk, and makes the calls."""

    toy: Toy
    desk: Desk
    in_touch: bool = True

    async def run(self) -> None:
        while True:
            question = asked(Said(await self.toy.said.get()))
            if question and question.request:
                for call in question.calls(await self.desk.answer(question.request)):
                    self.toy.make(call)


@dataclass
class ToyMessenger:
    """The port Messenger."""

    toy: Toy

    async def send(
        self, chat: ChatKey, card: Card, key: str, *, reply_to: str | None = None, silent: bool = False
    ) -> SendOutcome:
        assert (chat, bool(key), silent) == (CHAT, True, False)
        return Sent(self.toy.make(Call("reply" if reply_to else "append", shown(card), {})))

    async def find(self, chat: ChatKey, key: str, since: datetime) -> None:
        """Nobody can tell."""

    async def edit(self, chat: ChatKey, message_id: str, card: Card) -> EditOutcome:
        assert chat == CHAT
        return Sent(self.toy.make(Call("edit", shown(card), {"number": message_id})))

    async def close(self) -> None:
        """Nothing to release."""
