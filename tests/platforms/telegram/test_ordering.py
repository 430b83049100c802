"""Updates of one chat wait for one another, those of different chats do not, and nothing is remembered of them."""

import asyncio
import gc

import pytest
from telegram import Update

from bot.platforms.telegram.adapter import InOrderWithinChat
from tests.fakes.telegram_api import GROUP, PRIVATE, Json, pressed, said, searched


class Work:
    """Jobs that begin when it is their turn, and end when they are let."""

    def __init__(self, at_once: int = 64) -> None:
        self.processor = InOrderWithinChat(at_once)
        self.begun: list[str] = []
        self.ends: dict[str, asyncio.Event] = {}

    def start(self, name: str, update: object) -> asyncio.Task[None]:
        self.ends[name] = asyncio.Event()
        return asyncio.create_task(self.processor.process_update(update, self._job(name)))

    async def _job(self, name: str) -> None:
        self.begun.append(name)
        await self.ends[name].wait()


def parsed(update: Json) -> Update:
    return Update.de_json(update)


async def settle() -> None:
    """Let every task go as far as it can."""
    for _ in range(20):
        await asyncio.sleep(0)


async def test_in_order_within_a_chat_and_at_once_between_chats() -> None:
    work = Work()
    tasks = [
        work.start("a1", parsed(said("x", PRIVATE))),
        work.start("a2", parsed(pressed("help", PRIVATE))),
        work.start("a3", parsed(searched("x"))),
        work.start("b1", parsed(said("x", GROUP))),
        work.start("other", object()),
    ]
    await settle()
    assert work.begun == ["a1", "b1", "other"]
    for name in ("a1", "a2"):
        work.ends[name].set()
    await settle()
    assert work.begun == ["a1", "b1", "other", "a2", "a3"]
    for event in work.ends.values():
        event.set()
    await asyncio.gather(*tasks)


async def test_a_flood_from_one_chat_does_not_take_the_others_places() -> None:
    work = Work(at_once=2)
    tasks = [work.start(f"flood {number}", parsed(said("x", PRIVATE))) for number in range(300)]
    tasks.append(work.start("other", parsed(said("x", GROUP))))
    await settle()
    assert work.begun == ["flood 0", "other"]
    for event in work.ends.values():
        event.set()
    await asyncio.gather(*tasks)
    assert work.begun[2:] == [f"flood {number}" for number in range(1, 300)]


async def test_a_failure_lets_the_next_one_in() -> None:
    async def fail() -> None:
        raise ZeroDivisionError

    work = Work()
    processor, update = work.processor, parsed(said("x"))
    failing = asyncio.create_task(processor.process_update(update, fail()))
    following = work.start("next", update)
    work.ends["next"].set()
    with pytest.raises(ZeroDivisionError):
        await failing
    await following
    assert work.begun == ["next"]


async def test_no_chat_is_remembered() -> None:
    work = Work()
    tasks = [work.start(f"{number}", parsed(said("x", {"id": number, "type": "private"}))) for number in range(50)]
    await settle()
    for event in work.ends.values():
        event.set()
    await asyncio.gather(*tasks)
    tasks.clear()
    gc.collect()
    assert len(work.processor._locks) == 0
