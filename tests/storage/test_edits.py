"""What the log of edits does, over each kind of database."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.editing.log import Edit, EditLog
from bot.storage import edits as module
from bot.storage.edits import SqlEditLog

AT = datetime(2031, 3, 2, 12, 0, tzinfo=UTC)


async def readers_know(slug: str, version: str) -> bool:
    return (slug, version) == ("harbour", "v1")


@pytest.fixture
def log(engine: AsyncEngine) -> EditLog:
    return SqlEditLog(engine, readers_know)


def edit(number: int = 0, story: str = "harbour", version: str | None = None) -> Edit:
    before = None if number == 0 else f"status: draft # {number}"
    return Edit(
        0, AT + timedelta(minutes=number), "ana", story, f"change {number}", before, f"digest {number}", version
    )


async def test_edits_are_kept_whole_and_listed_newest_first(log: EditLog) -> None:
    first = await log.note(edit())
    second = await log.note(edit(1, version="v1"))
    await log.note(edit(2, story="seasons"))

    assert await log.latest(5, "harbour") == [second, first]
    assert [each.what for each in await log.latest(2)] == ["change 2", "change 1"]
    assert second.id > first.id


async def test_an_edit_that_is_undone_stays_in_the_log(log: EditLog) -> None:
    kept = await log.note(edit())
    await log.undo(kept.id)

    (found,) = await log.latest(5)
    assert found.undone


async def test_an_edit_was_sent_if_readers_know_its_version(log: EditLog) -> None:
    assert await log.was_sent(edit(1, version="v1"))
    assert not await log.was_sent(edit(1, version="v2"))
    assert not await log.was_sent(edit(1))


async def test_the_oldest_give_way(log: EditLog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_EDITS", 3)
    for number in range(5):
        await log.note(edit(number))

    assert [each.what for each in await log.latest(10)] == ["change 4", "change 3", "change 2"]
