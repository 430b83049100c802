"""What is noted is written by a task of its own; no answer waits for it, or fails with it."""

import asyncio
from collections.abc import AsyncIterator, Collection, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from bot.core.asking.inquiry import Unanswered
from bot.core.asking.unanswered import Count, Kept
from bot.core.errors import StorageUnavailable
from bot.core.posting.chats import ChatKey
from bot.core.wording.cards import Card
from bot.metrics.unanswered import PAUSE_S, UnansweredQuestions
from tests.waiting import hang_guard

NOW = datetime(2031, 3, 2, 23, 59, tzinfo=UTC)
QUESTION = "Who pays for the lighthouse?"


@dataclass
class Book:
    """A store that stands as it is told, or cannot be used."""

    added: list[Count] = field(default_factory=list)
    expired: list[date] = field(default_factory=list)
    cleared: int = 0
    is_locked: bool = False
    is_full: bool = False
    steps: "asyncio.Queue[int]" = field(default_factory=asyncio.Queue)

    async def add(self, counts: Sequence[Count]) -> Collection[Count]:
        self.steps.put_nowait(len(counts))
        if self.is_locked:
            raise StorageUnavailable("locked")
        self.added += counts
        return counts if self.is_full else ()

    async def listed(self, today: date) -> Sequence[Kept]:
        raise NotImplementedError

    async def delete(self, question: int) -> bool:
        raise NotImplementedError

    async def expire(self, today: date) -> None:
        self.expired.append(today)

    async def clear(self) -> None:
        self.cleared += 1
        self.steps.put_nowait(0)


class Naps:
    """The pauses between two writes, which end at once, and those until the next look, which do not."""

    async def __call__(self, seconds: float) -> None:
        if seconds != PAUSE_S:
            await asyncio.Event().wait()


def ask(questions: UnansweredQuestions, *chats: int, question: str = QUESTION) -> None:
    for chat in chats:
        questions.note(Unanswered(Card("No", ()), question, "harbour"), ChatKey("test", str(chat)))


@asynccontextmanager
async def running(questions: UnansweredQuestions) -> AsyncIterator[None]:
    async with hang_guard():
        task = asyncio.create_task(questions.run())
        yield
        task.cancel()
        await asyncio.wait({task})


async def test_what_three_chats_asked_is_written_and_what_is_old_is_deleted() -> None:
    book = Book()
    questions = UnansweredQuestions(book, lambda: NOW, sleep=Naps())
    async with running(questions):
        assert await book.steps.get() == 0
        ask(questions, 1, 2)
        ask(questions, 3)
        assert await book.steps.get() == 1
        ask(questions, 3, 4)
        assert await book.steps.get() == 1
    assert [(count.wording, count.chats, count.day) for count in book.added] == [
        (QUESTION, 3, NOW.date()),
        (QUESTION, 1, NOW.date()),
    ]
    assert set(book.expired) == {NOW.date()}


async def test_what_cannot_be_written_is_dropped_and_the_task_goes_on() -> None:
    book = Book(is_locked=True)
    questions = UnansweredQuestions(book, lambda: NOW, sleep=Naps())
    ask(questions, 1, 2, 3)
    async with running(questions):
        assert await book.steps.get() == 1
        book.is_locked = False
        ask(questions, 1, 2, 3, question="Is there a zeppelin?")
        assert await book.steps.get() == 1
    assert [count.wording for count in book.added] == ["Is there a zeppelin?"]


async def test_what_found_no_room_is_written_whole_with_the_next_chat() -> None:
    book = Book(is_full=True)
    questions = UnansweredQuestions(book, lambda: NOW, sleep=Naps())
    ask(questions, 1, 2, 3)
    async with running(questions):
        assert await book.steps.get() == 1
        ask(questions, 4)
        assert await book.steps.get() == 1
    assert [count.chats for count in book.added] == [3, 4]


async def test_if_none_is_kept_none_is_remembered_and_those_that_were_are_deleted() -> None:
    book = Book()
    questions = UnansweredQuestions(book, lambda: NOW, kept=False, sleep=Naps())
    ask(questions, 1, 2, 3, 4)
    async with running(questions):
        await book.steps.get()
        ask(questions, 5)
    assert (book.added, book.cleared) == ([], 1)


async def test_a_stop_writes_what_waits_for_the_next_write() -> None:
    book = Book()

    async def forever(_: float) -> None:
        await asyncio.Event().wait()

    questions = UnansweredQuestions(book, lambda: NOW, sleep=forever)
    async with running(questions):
        await book.steps.get()
        ask(questions, 1, 2, 3)
    assert [count.chats for count in book.added] == [3]


async def test_a_stop_does_not_wait_for_the_pause() -> None:
    book = Book()

    async def forever(_: float) -> None:
        await asyncio.Event().wait()

    async with running(UnansweredQuestions(book, lambda: NOW, sleep=forever)):
        await book.steps.get()
