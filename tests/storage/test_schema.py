"""The schema is made by migrations, once, whoever comes first."""

import asyncio
import importlib.resources
import logging
import sys
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
from bot.core.posting.chats import ChatKey, ChatSettings
from bot.storage.chats import SqlChatStore
from bot.storage.database import is_there, writing
from bot.storage.schema import is_ready, migrate
from bot.storage.tables import REVISION, metadata


def differences(connection: Connection) -> list[Any]:
    """What the tables in the code and those in the database do not share."""
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_an_empty_database_gets_the_tables_that_the_code_knows(blank: AsyncEngine) -> None:
    await migrate(blank)
    async with blank.connect() as connection:
        assert await connection.run_sync(differences) == []
        assert await connection.run_sync(lambda sync: set(inspect(sync).get_table_names())) == {
            "alembic_version",
            *metadata.tables,
        }


async def test_migrating_again_changes_nothing(blank: AsyncEngine) -> None:
    await migrate(blank)
    async with writing(blank) as connection:
        await connection.execute(text("INSERT INTO chats (platform, id) VALUES ('a', '1')"))
    await migrate(blank)
    async with blank.connect() as connection:
        assert (await connection.execute(text("SELECT count(*) FROM chats"))).scalar() == 1


def test_the_newest_migration_is_the_one_that_the_tables_name() -> None:
    folder = importlib.resources.files("bot.storage") / "migrations"
    assert ScriptDirectory(str(folder)).get_heads() == [REVISION]


async def test_a_database_of_a_newer_version_is_left_alone(blank: AsyncEngine) -> None:
    await migrate(blank)
    async with writing(blank) as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SettingsError, match=rf"newer version of Newspeg \(schema 9999; this one knows {REVISION}\)"):
        await migrate(blank)


async def test_a_look_neither_makes_a_database_nor_upgrades_it(blank: AsyncEngine) -> None:
    assert not await is_ready(blank)
    assert blank.dialect.name != "sqlite" or not is_there(blank)
    await migrate(blank)
    assert await is_ready(blank)
    async with writing(blank) as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    with pytest.raises(SettingsError, match=rf"schema 0001, where this one has {REVISION}\): `newspeg migrate`"):
        await is_ready(blank)


async def test_several_processes_may_start_at_once(url: str) -> None:
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
    processes = [await asyncio.create_subprocess_exec(sys.executable, "-c", program, url) for _ in range(3)]
    assert [await process.wait() for process in processes] == [0, 0, 0]


async def test_migrating_leaves_logging_as_it_is(blank: AsyncEngine) -> None:
    before = (logging.root.level, list(logging.root.handlers), logging.getLogger("bot").disabled)
    await migrate(blank)
    assert (logging.root.level, list(logging.root.handlers), logging.getLogger("bot").disabled) == before


async def test_what_chats_chose_before_there_were_posts_is_kept(blank: AsyncEngine) -> None:
    def as_it_was(connection: Connection) -> None:
        config = Config(attributes={"connection": connection})
        config.set_main_option("script_location", "bot.storage:migrations")
        command.upgrade(config, "0001")
        connection.execute(text("INSERT INTO chats (platform, id, timezone) VALUES ('telegram', '7', 'Asia/Tokyo')"))

    async with writing(blank) as connection:
        await connection.run_sync(as_it_was)
    await migrate(blank)
    assert await SqlChatStore(blank).load(ChatKey("telegram", "7")) == ChatSettings(timezone="Asia/Tokyo")
    async with blank.connect() as connection:
        assert await connection.run_sync(differences) == []
