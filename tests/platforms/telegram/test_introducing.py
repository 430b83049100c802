"""Whose token it is, as Telegram tells."""

from collections.abc import AsyncIterator

import pytest

from bot.core.asking.platform import Access
from bot.core.errors import BadToken, PlatformUnavailable
from bot.platforms.telegram import TELEGRAM
from tests.fakes.telegram_api import TOKEN, success
from tests.servers.telegram import TelegramServer


@pytest.fixture
async def server() -> AsyncIterator[TelegramServer]:
    async with TelegramServer() as server:
        yield server


async def test_telegram_names_the_bot(server: TelegramServer) -> None:
    assert (await TELEGRAM.introduce(Access(TOKEN, server.base_url))).startswith("@")


@pytest.mark.parametrize("token", [TOKEN + "x", "two words"])
async def test_a_token_that_telegram_refuses_is_not_shown(server: TelegramServer, token: str) -> None:
    with pytest.raises(BadToken) as caught:
        await TELEGRAM.introduce(Access(token, server.base_url))
    assert token not in str(caught.value)
    assert caught.value.__context__ is None


async def test_what_telegram_answers_may_be_unreadable(server: TelegramServer) -> None:
    server.will_answer("getMe", success({"id": 1}))
    with pytest.raises(PlatformUnavailable):
        await TELEGRAM.introduce(Access(TOKEN, server.base_url))
