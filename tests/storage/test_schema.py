"""The schema is made by migrations, once, whoever comes first."""

import asyncio
import importlib.resources
import logging
import sys
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError
from bot.core.requests import ChatKey, ChatSettings
from bot.storage.chats import SqlChatStore
from bot.storage.database import for_writing, open_database
from bot.storage.schema import migrate
from bot.storage.tables import REVISION, metadata


@pytest.fixture
async def engine(tmp_path: Path) -> AsyncIterator[AsyncEngine]:
    """An engine over a file that does not exist yet."""
    opened = open_database(f"sqlite:///{tmp_path}/newspeg.db")
    yield opened
    await opened.dispose()


def differences(connection: Connection) -> list[Any]:
    """What the tables in the code and those in the database do not share."""
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_an_empty_database_gets_the_tables_that_the_code_knows(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.run_sync(lambda sync: set(inspect(sync).get_table_names())) == {
            "alembic_version",
            *metadata.tables,
        }


async def test_migrating_again_changes_nothing(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with for_writing(engine).begin() as connection:
        await connection.execute(text("INSERT INTO chats (platform, id) VALUES ('a', '1')"))
    await migrate(engine)
    async with engine.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM chats"))).scalar() == 1


def test_the_newest_migration_is_the_one_that_the_tables_name() -> None:
    folder = importlib.resources.files("bot.storage") / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [REVISION]


async def test_a_database_of_a_newer_version_is_left_alone(engine: AsyncEngine) -> None:
    await migrate(engine)
    async with for_writing(engine).begin() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SettingsError, match=r"newer version of Newspeg \(schema 9999; this one knows 0003\)"):
        await migrate(engine)


async def test_a_file_that_is_no_database_is_left_alone(engine: AsyncEngine, tmp_path: Path) -> None:
    (tmp_path / "newspeg.db").write_text("a letter to the editor, which is longer than a header " * 20)
    with pytest.raises(SettingsError, match="NEWSPEG_DATABASE_URL names cannot be used: file is not a database"):
        await migrate(engine)
    assert (tmp_path / "newspeg.db").read_text().startswith("a letter")


async def test_several_processes_may_start_at_once(tmp_path: Path) -> None:
    program = (
        "import asyncio, sys\n"
        "from bot.storage.database import open_database\n"
        "from bot.storage.schema import migrate\n"
        "async def main():\n"
        "    engine = open_database(sys.argv[1])\n"
        "    await migrate(engine)\n"
        "    await engine.dispose()\n"
        "asyncio.run(main())\n"
    )
    url = f"sqlite:///{tmp_path}/newspeg.db"
    processes = [await asyncio.create_subprocess_exec(sys.executable, "-c", program, url) for _ in range(3)]
    assert [await process.wait() for process in processes] == [0, 0, 0]


async def test_migrating_leaves_logging_as_it_is(engine: AsyncEngine) -> None:
    before = (logging.root.level, list(logging.root.handlers), logging.getLogger("bot").disabled)
    await migrate(engine)
    assert (logging.root.level, list(logging.root.handlers), logging.getLogger("bot").disabled) == before


async def test_what_chats_chose_before_there_were_posts_is_kept(engine: AsyncEngine) -> None:
    def as_it_was(connection: Connection) -> None:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "bot.storage:migrations")
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO chats (platform, id, timezone) VALUES ('telegram', '7', 'Asia/Tokyo')"))

    async with for_writing(engine).begin() as connection:
        await connection.run_sync(as_it_was)
    await migrate(engine)
    assert await SqlChatStore(engine).load(ChatKey("telegram", "7")) == ChatSettings(timezone="Asia/Tokyo")
    async with engine.connect() as connection:
        assert await connection.run_sync(differences) == []
