"""The real desk behind the real python-telegram-bot, over a Telegram that only records."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

import pytest
from telegram import Update

from bot.core.posting.chats import ChatKey, ChatSettings
from bot.platforms.telegram.adapter import TelegramAdapter
from bot.platforms.telegram.handlers import App
from bot.platforms.telegram.questions import chat_key
from bot.platforms.telegram.sending import Patience
from tests.asking import Asker
from tests.fakes.chats import WatchedStore
from tests.fakes.telegram import Call, FakeTelegram
from tests.fakes.telegram_api import NOW, TOKEN, Json
from tests.stories import harbour, synthetic

SENDING = ("sendMessage", "sendDocument", "editMessageText", "answerCallbackQuery", "answerInlineQuery")


class FragileStore(WatchedStore):
    """A store that can be broken."""

    broken = False

    def __init__(self) -> None:
        super().__init__()
        self.titles: dict[ChatKey, str | None] = {}

    async def subscribe(
        self, chat: ChatKey, story: str, now: datetime, by: ChatKey | None = None, title: str | None = None
    ) -> None:
        """As it should; what the chat is called is kept."""
        self.titles[chat] = title
        await super().subscribe(chat, story, now, by, title)

    async def load(self, chat: ChatKey) -> ChatSettings:
        """As it should, or not."""
        if self.broken:
            raise OSError(f"no disk for {chat.id}")
        return await super().load(chat)


@dataclass
class Bench:
    """One bot, to be fed with updates."""

    asker: Asker
    store: FragileStore
    telegram: FakeTelegram
    app: App
    naps: list[float] = field(default_factory=list)

    async def feed(self, *updates: Json) -> list[Call]:
        """What the bot sends in answer to these updates."""
        before = len(self.telegram.calls)
        for update in updates:
            await self.app.process_update(Update.de_json(update, self.app.bot))
        return [call for call in self.telegram.calls[before:] if call.method in SENDING]

    async def settings(self, chat: Json) -> ChatSettings:
        """What a chat has chosen."""
        return await self.store.load(chat_key(chat["id"]))


def buttons(call: Call) -> list[dict[str, Any]]:
    """All buttons of a message, in their order."""
    markup = call.params.get("reply_markup", {"inline_keyboard": []})
    return [button for row in markup["inline_keyboard"] for button in row]


@pytest.fixture
async def bench() -> AsyncIterator[Bench]:
    """On leaving it fails if a request broke Telegram's published contract."""
    telegram = FakeTelegram()
    store = FragileStore()
    asker = Asker(harbour(), synthetic(1), chats=store)
    naps: list[float] = []

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    platform = TelegramAdapter(asker.desk, TOKEN, lambda: NOW, request=telegram)
    app = platform.application(Patience(nap))
    await app.initialize()
    yield Bench(asker, store, telegram, app, naps)
    await app.shutdown()
    assert not telegram.breaches
