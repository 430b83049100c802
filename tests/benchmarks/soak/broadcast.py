"""One notice to many Telegram chats at once, while readers ask; what the servers saw of it."""

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import count
from math import inf
from pathlib import Path

from tests.benchmarks.soak.book import Accepted, Address
from tests.benchmarks.soak.newspeg import Newspeg
from tests.benchmarks.soak.seeding import subscribe, write_story
from tests.benchmarks.soak.servers import Record, Servers
from tests.benchmarks.soak.waiting import until
from tests.fakes.telegram_api import said
from tests.running import NEWSPEG

STARTS_WITHIN = timedelta(seconds=8)
_LEAD, _LEAD_TEXT = timedelta(hours=1), "PT1H"
_READERS = 2 * 10**9
_IN_THE_SUMMARY = "It was built in three years"
_ANSWERED_WITHIN_S = 20.0


@dataclass(frozen=True)
class Seen:
    """What the servers saw: the posts, and how long each reader waited."""

    posts: Sequence[Accepted]
    answers: Sequence[Accepted]
    waits: Sequence[float]
    """Seconds; infinite where no answer came."""
    refused: Sequence[float]
    """Seconds after the first post."""
    processor_ms: float
    """What a post costs the service."""

    @property
    def seconds(self) -> float:
        """From the first post to the last."""
        return self.posts[-1].at - self.posts[0].at

    @property
    def posts_per_second(self) -> float:
        """Over that time."""
        return (len(self.posts) - 1) / self.seconds

    @property
    def messages_per_second(self) -> float:
        """With the answers of that time."""
        first, last = self.posts[0].at, self.posts[-1].at
        answers = sum(first <= answer.at <= last for answer in self.answers)
        return (len(self.posts) - 1 + answers) / self.seconds


class Broadcast:
    """A database of chats, a story whose notice is due within seconds, and the service."""

    def __init__(self, folder: Path, servers: Servers, chats: int) -> None:
        folder.mkdir()
        self._folder = folder
        self._servers = servers
        self._chats: list[Address] = [("telegram", str(10**8 + n)) for n in range(chats)]
        self._numbers = count(1)
        url = f"sqlite:///{folder}/newspeg.db"
        self._url = url
        settings = {**servers.telegram_settings, "content": "content", "database_url": url}
        self.newspeg = Newspeg(folder, settings)

    async def run(self, within_s: float, readers_per_second: float = 0.0, command: Sequence[str] = NEWSPEG) -> Seen:
        """Send it to all; TimeoutError if that takes longer."""
        await subscribe(self._url, self._chats, datetime.now(UTC))
        due = (datetime.now(UTC) + STARTS_WITHIN).replace(microsecond=0)  # as the story says it
        write_story(self._folder, [(due + _LEAD).isoformat(timespec="seconds")], _LEAD_TEXT)
        await self._servers.forget()
        async with self.newspeg.running(command=command) as service:
            digest = await self._first_answer() if readers_per_second else ""
            await asyncio.sleep((due - datetime.now(UTC)).total_seconds())
            used = service.processor_s
            async with self._readers(readers_per_second):
                await until(self._all_arrived, within_s)
            used = service.processor_s - used
            with suppress(TimeoutError):
                await until(self._all_answered, _ANSWERED_WITHIN_S)
            await service.stop()
        return self._seen(await self._servers.read(), digest, used)

    async def _all_arrived(self) -> bool:
        """Whether each chat has its post; looked at only once there are enough messages, as it takes a while."""
        if await self._servers.count() < len(self._chats):
            return False
        return {message.address for message in (await self._servers.read()).accepted}.issuperset(self._chats)

    async def _all_answered(self) -> bool:
        record = await self._servers.read()
        return {message.chat for message in record.accepted}.issuperset(record.asked)

    async def _answered(self) -> bool:
        return await self._servers.count() > 0

    async def _first_answer(self) -> str:
        """Ask before the broadcast; the digest of an answer that is one."""
        await self._ask()
        await until(self._answered, _ANSWERED_WITHIN_S)
        answer = await self._servers.last_message()
        assert _IN_THE_SUMMARY in answer["text"], answer
        return (await self._servers.read()).accepted[-1].digest

    async def _ask(self) -> None:
        reader = _READERS + next(self._numbers)
        chat = {"id": reader, "type": "private", "first_name": "Reader"}
        sender = {"id": reader, "is_bot": False, "first_name": "Reader", "language_code": "en"}
        await self._servers.feed(said("/summary", chat, sender, date=int(time.time())))

    @asynccontextmanager
    async def _readers(self, per_second: float) -> AsyncIterator[None]:
        """Somebody asks so often meanwhile."""
        asking = asyncio.create_task(self._keep_asking(per_second))
        try:
            yield
        finally:
            asking.cancel()
            with suppress(asyncio.CancelledError):
                await asking

    async def _keep_asking(self, per_second: float) -> None:
        while per_second:
            await self._ask()
            await asyncio.sleep(1 / per_second)

    def _seen(self, record: Record, digest: str, used: float) -> Seen:
        wanted = {chat for _, chat in self._chats}
        posts = [message for message in record.accepted if message.chat in wanted]
        answers = [message for message in record.accepted if message.digest == digest and message.chat in record.asked]
        at = {answer.chat: answer.at for answer in reversed(answers)}  # the first of each
        first = posts[0].at
        waits = [at.get(chat, inf) - since for chat, since in record.asked.items() if since >= first]
        return Seen(posts, answers, waits, [each.at - first for each in record.refused], used / len(posts) * 1000)
