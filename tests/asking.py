"""Asking the real desk, as a platform would, with the clock and the library given."""

from collections.abc import Sequence
from datetime import UTC, datetime
from math import inf

from bot.core.asking.allowance import Allowance, Rate, Verdict
from bot.core.asking.desk import Desk
from bot.core.asking.questions.advice import Chooser
from bot.core.asking.requests import Reach, Request
from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatKey, ChatSettings, ChatStore
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.core.wording.cards import Block, Card, Heading, Item, Note, Paragraph, Quote, plain
from bot.core.wording.invocations import Invocation
from bot.core.wording.language import Languages
from bot.runtime.catalogues import Catalogues
from bot.storage.memory import MemoryChatStore
from tests.stories import harbour

NOW = datetime(2031, 3, 2, 9, tzinfo=UTC)
CHAT = ChatKey("test", "1")
_UNBOUNDED = Rate(inf, 0)


class Unreadable(MemoryChatStore):
    """A store from which no settings can be read."""

    async def load(self, chat: ChatKey) -> ChatSettings:
        raise StorageUnavailable(chat.id)


class Asker:
    """One chat with one desk."""

    def __init__(
        self,
        *stories: Story,
        now: datetime = NOW,
        chats: ChatStore | None = None,
        languages: Languages | None = None,
        chat: ChatKey = CHAT,
        page: str | None = None,
        allowance: Allowance | None = None,
        chooser: Chooser | None = None,
    ) -> None:
        self.allowance = allowance or Allowance(_UNBOUNDED, _UNBOUNDED)
        self.library = Library(stories or [harbour()])
        self.chats = chats or MemoryChatStore()
        self.now = now
        self.chat = chat
        self.person: ChatKey | None = chat
        self.reach: Reach | None = None
        self.changes: list[datetime] = []
        """When what is posted may have changed."""
        self.unanswered: list[tuple[str, str, ChatKey]] = []
        """The stories that did not say what was asked, the questions, and the chats."""
        self.desk = Desk(
            lambda: self.library,
            self.chats,
            lambda: self.now,
            languages or Catalogues(),
            page=page,
            chooser=chooser,
            changed=lambda: self.changes.append(self.now),
            admit=self._admit,
            unanswered=lambda asked, chat: self.unanswered.append((asked.story, asked.question, chat)),
        )

    def _admit(self, request: Request, now: datetime) -> Verdict:
        return self.allowance.admit(request, now)

    async def ask(self, text: str, may_manage: bool = True, locale: str | None = None, can_post: bool = True) -> Card:
        """The card for a message."""
        return await self.press(Invocation.said(text), may_manage, locale, can_post)

    async def press(
        self, invocation: Invocation, may_manage: bool = True, locale: str | None = None, can_post: bool = True
    ) -> Card:
        """The card for an invocation."""
        request = Request(
            invocation,
            self.chat,
            locale,
            can_post=can_post,
            may_manage=may_manage,
            person=self.person,
            reach=self.reach,
        )
        return await self.desk.answer(request)


def texts(card: Card) -> list[str]:
    """The card's blocks as plain text."""
    return [_text(block) for block in card.blocks]


def text(card: Card) -> str:
    """All that the card says, in one string."""
    return "\n".join([card.title, *texts(card)])


def labels(card: Card) -> Sequence[str]:
    """What its buttons read."""
    return [button.label for button in card.buttons]


def _text(block: Block) -> str:
    match block:
        case Quote():
            return f"“{block.words}” {plain(block.attribution)} [{block.citation}]"
        case Paragraph() | Item():
            return plain(block.text) + (f" [{block.citation}]" if block.citation else "")
        case Heading() | Note():
            return plain(block.text)
