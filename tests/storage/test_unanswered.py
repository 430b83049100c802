"""What a store of unanswered questions does, over each kind of database."""

import asyncio
from collections.abc import Collection, Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.asking.unanswered import DAYS_KEPT, LEAST_CHATS, MOST_KEPT, Count, Key, UnansweredStore
from bot.core.errors import StorageUnavailable
from bot.storage.database import open_database
from bot.storage.unanswered import SqlUnanswered
from tests.storage.books import files_with

TODAY = date(2031, 3, 2)
KEY = Key("harbour", "lighthous pai who?")
WORDING = "Who pays for the lighthouse?"


@pytest.fixture
def store(engine: AsyncEngine) -> UnansweredStore:
    return SqlUnanswered(engine)


def count(chats: int = LEAST_CHATS, key: Key = KEY, wording: str = WORDING, day: date = TODAY) -> Count:
    return Count(key, wording, chats, day)


async def shown(store: UnansweredStore, today: date = TODAY) -> list[tuple[str, str, int]]:
    return [(each.story, each.wording, each.chats) for each in await store.listed(today)]


async def test_nothing_is_kept_at_first(store: UnansweredStore) -> None:
    assert await store.add([]) == ()
    assert await shown(store) == []


async def test_counts_add_up_under_the_first_wording(store: UnansweredStore) -> None:
    assert not await store.add([count(3)])
    assert not await store.add([count(1, wording="so who pays for the lighthouse"), count(2)])
    assert await shown(store) == [("harbour", WORDING, 6)]


async def test_a_new_question_needs_three_chats(store: UnansweredStore) -> None:
    other = Key("harbour", "zeppelin")
    few = count(LEAST_CHATS - 1)
    assert await store.add([few, count(LEAST_CHATS, other, "zeppelin?")]) == [few]
    assert await shown(store) == [("harbour", "zeppelin?", 3)]


async def test_one_question_of_two_stories_is_two(store: UnansweredStore) -> None:
    await store.add([count(3), count(4, Key("seasons", KEY.words))])
    assert await shown(store) == [("seasons", WORDING, 4), ("harbour", WORDING, 3)]


async def test_it_is_kept_for_thirty_days_after_it_was_last_asked(store: UnansweredStore) -> None:
    await store.add([count(day=TODAY - timedelta(days=20))])
    await store.add([count(0)])
    await store.add([count(0, day=TODAY - timedelta(days=1))])  # of a process that is late
    last = TODAY + timedelta(days=DAYS_KEPT)
    await store.expire(last)
    assert await shown(store, last) == [("harbour", WORDING, 3)]
    assert await shown(store, last + timedelta(days=1)) == []
    await store.expire(last + timedelta(days=1))
    assert await shown(store) == []


async def test_an_editor_deletes_one_for_good(store: UnansweredStore) -> None:
    await store.add([count(5), count(3, Key("harbour", "zeppelin"), "zeppelin?")])
    [most, _] = await store.listed(TODAY)
    assert await store.delete(most.id)
    assert not await store.delete(most.id)
    assert await shown(store) == [("harbour", "zeppelin?", 3)]
    assert await store.add([count(1)]) == [count(1)]
    assert len(await shown(store)) == 1


async def test_the_least_asked_go_when_there_are_too_many(store: UnansweredStore) -> None:
    keys = [Key("harbour", f"word{number}") for number in range(MOST_KEPT)]
    await store.add([count(4 if number else 3, key) for number, key in enumerate(keys)])
    assert await store.add([count(3)]) == [count(3)]  # no more than the least
    assert await store.add([count(5)]) == []
    found = await store.listed(TODAY)
    assert (len(found), found[0].wording, found[0].chats) == (MOST_KEPT, WORDING, 5)
    assert await store.add([count(1, keys[0])]) == [count(1, keys[0])]


async def test_all_are_deleted_if_none_is_to_be_kept(store: UnansweredStore) -> None:
    await store.add([count()])
    await store.clear()
    await store.clear()
    assert await shown(store) == []


async def test_several_processes_add_to_one_row(store: UnansweredStore, engine: AsyncEngine) -> None:
    stores = [store, *(SqlUnanswered(engine) for _ in range(3))]
    results: Sequence[Collection[Count]] = await asyncio.gather(*(each.add([count(3)]) for each in stores))
    assert not any(results)
    assert await shown(store) == [("harbour", WORDING, 12)]


async def test_what_is_deleted_is_in_no_file_any_more(sqlite_engine: AsyncEngine, tmp_path: Path) -> None:
    store = SqlUnanswered(sqlite_engine)
    await store.add([count()])
    assert files_with(WORDING.encode(), tmp_path)
    [kept] = await store.listed(TODAY)
    await store.delete(kept.id)
    assert files_with(WORDING.encode(), tmp_path) == []


async def test_a_database_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    engine = open_database(f"sqlite:///{tmp_path}/empty.db")
    store = SqlUnanswered(engine)
    for use in (store.add([count()]), store.listed(TODAY), store.delete(1), store.expire(TODAY), store.clear()):
        with pytest.raises(StorageUnavailable):
            await use
    await engine.dispose()
