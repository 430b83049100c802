"""The service as several processes over one PostgreSQL."""

import signal
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.core.posting.chats import EVERY_STORY, ChatKey
from bot.storage.chats import SqlChatStore
from bot.storage.database import beside, open_database
from bot.storage.overview import SqlOverview
from bot.storage.planning import SqlPlanningLedger
from bot.storage.schema import migrate
from tests.running import ended, said_in_log, started
from tests.servers.telegram import TelegramServer

CHATS = [ChatKey("telegram", str(number)) for number in range(1, 9)]
DUE = datetime(2022, 9, 25, 7, tzinfo=UTC)  # the election's first reminder


async def test_what_one_process_plans_another_sends(postgresql_url: str, tmp_path: Path) -> None:
    await subscribe_all(beside(postgresql_url))
    async with AsyncExitStack() as stack, TelegramServer() as telegram:
        settings = {
            "telegram_token": telegram.token,
            "telegram_api_url": telegram.base_url,
            "database_url": postgresql_url,
            "as_of": (DUE + timedelta(minutes=1)).isoformat(),
        }
        processes = [
            await stack.enter_async_context(started(tmp_path, "--only", part, **settings))
            for part in ("scheduler", "worker")
        ]
        await telegram.asked("sendMessage", len(CHATS))
        for process in processes:
            assert process.stderr
            await said_in_log(process.stderr, "serving")
            process.send_signal(signal.SIGTERM)
        for process in processes:
            code, printed = await ended(process)
            assert code == 0, printed
        told = telegram.ledger.matching(lambda received: received.method == "sendMessage")
        assert sorted(str(message["chat_id"]) for message in told) == [chat.id for chat in CHATS]
    engine = open_database(beside(postgresql_url))
    posts = await SqlOverview(engine).posts()
    await engine.dispose()
    assert [(post.state, post.attempts) for post in posts] == [("sent", 1)] * len(CHATS)


async def subscribe_all(url: str) -> None:
    """A database in which every chat has subscribed, and all was planned until shortly before the reminder."""
    engine = open_database(url)
    await migrate(engine)
    for chat in CHATS:
        await SqlChatStore(engine).subscribe(chat, EVERY_STORY, DUE - timedelta(days=1))
    await SqlPlanningLedger(engine).has_planned(DUE - timedelta(minutes=1))
    await engine.dispose()
