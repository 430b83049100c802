"""What holds for a database of each kind: its URL, and its transactions."""

import asyncio
from pathlib import Path

import pytest
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError, StorageUnavailable
from bot.storage.database import beside, open_database, writing
from bot.storage.tables import marks


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("", "is not a database's URL"),
        ("newspeg.db", "is not a database's URL"),
        ("sqlite://", "names no file"),
        ("sqlite:///:memory:", "names no file"),
        ("sqlite://newspeg.db", "names no file"),
        ("sqlite:///no/such/folder/newspeg.db", "there is no folder “no/such/folder”"),
        ("sqlite:///bot", "“bot” is a folder: name a file in it"),
        ("mysql+aiomysql://me:s3cret@host/db", "begins with “mysql+aiomysql”, which is not supported"),
        ("postgres://me:s3cret@host/db", "begins with “postgres”, which is not supported"),
        ("postgresql://me:s3cret@host", "names no database"),
        ("postgresql://me:s3@cret@host/db", "more than one @: write %40 for each"),
        ("postgresql://me:s3cret@host:port/db", "is not a database's URL"),
    ],
)
def test_a_url_that_cannot_be_used_is_told_without_its_password(
    url: str, message: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bot").mkdir()
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=r"^NEWSPEG_DATABASE_URL") as caught:
        open_database(url)
    assert message in str(caught.value)
    assert "cret" not in str(caught.value)
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


@pytest.mark.parametrize(
    ("url", "other"),
    [
        ("sqlite:///newspeg.db", "sqlite:///newspeg.as-of.db"),
        ("sqlite:////var/lib.d/news", "sqlite:////var/lib.d/news.as-of"),
        ("postgresql://me:s%40@host/db", "postgresql://me:s%40@host/db?options=-c+search_path%3Dnewspeg_as_of"),
        (
            "postgresql://host/db?options=-c%20jit%3Doff",
            "postgresql://host/db?options=-c+jit%3Doff+-c+search_path%3Dnewspeg_as_of",
        ),
    ],
)
def test_another_clock_has_a_database_of_its_own(url: str, other: str) -> None:
    assert beside(url) == other


async def test_writers_take_turns(engine: AsyncEngine) -> None:
    async def count_one() -> None:
        async with writing(engine) as connection:
            counted = (await connection.execute(select(marks.c.value))).scalar_one()
            await connection.execute(update(marks).values(value=str(int(counted) + 1)))

    async with writing(engine) as connection:
        await connection.execute(insert(marks).values(name="count", value="0"))
    await asyncio.gather(*(count_one() for _ in range(20)))
    async with engine.connect() as connection:
        assert (await connection.execute(select(marks.c.value))).scalar() == "20"


async def test_a_transaction_that_fails_leaves_nothing(engine: AsyncEngine) -> None:
    async def write_twice() -> None:
        async with writing(engine) as connection:
            for _ in range(2):
                await connection.execute(insert(marks).values(name="a", value="1"))

    with pytest.raises(StorageUnavailable):
        await write_twice()
    async with engine.connect() as connection:
        assert (await connection.execute(select(marks))).all() == []
