"""Brings the database's schema to this version's at start."""

from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DatabaseError
from sqlalchemy.ext.asyncio import AsyncEngine

from bot.core.errors import SettingsError
from bot.storage import postgresql
from bot.storage.database import is_there, kind_of
from bot.storage.errors import SETTING, reason
from bot.storage.tables import REVISION


async def migrate(engine: AsyncEngine) -> str | None:
    """Apply the missing migrations in one transaction; of several processes one does it, the others wait.

    A SQLite file is copied before: there is no way back down. Returns the revision before; None of a new database.
    Raises SettingsError if the database cannot be reached, read or written, or is of a newer version of Newspeg.
    """
    try:
        async with kind_of(engine.url).writing(engine, patient=True) as connection:
            return await connection.run_sync(_upgrade)
    except DatabaseError as error:
        raise _unusable(engine, error) from error


async def is_ready(engine: AsyncEngine) -> bool:
    """True if the database exists with this version's schema; it is neither made nor upgraded.

    Raises SettingsError if it cannot be read, or is of another version of Newspeg.
    """
    if not is_there(engine):
        return False
    try:
        async with kind_of(engine.url).reading(engine) as connection:
            revision = await connection.run_sync(_revision)
    except DatabaseError as error:
        raise _unusable(engine, error) from error
    if revision not in (None, REVISION):
        raise SettingsError(
            f"the database “{engine.url.database}” is of another version of Newspeg (schema {revision}, where this one"
            f" has {REVISION}): `newspeg migrate` upgrades an older one"
        )
    return revision is not None


async def try_to_write(engine: AsyncEngine) -> None:
    """Take the lock for writing and give it back; SettingsError if that fails."""
    try:
        async with kind_of(engine.url).writing(engine, patient=False):
            pass
    except DatabaseError as error:
        raise _unusable(engine, error) from error


def _unusable(engine: AsyncEngine, error: DatabaseError) -> SettingsError:
    return SettingsError(f"the database “{engine.url.database}” that {SETTING} names cannot be used: {reason(error)}")


def _upgrade(connection: Connection) -> str | None:
    if connection.dialect.name == "postgresql":
        postgresql.create_schema(connection)
    revision = _revision(connection)
    if revision == REVISION:
        return revision
    from alembic import command  # noqa: PLC0415 -- slow to import, and not needed at most starts
    from alembic.config import Config  # noqa: PLC0415 -- as above
    from alembic.script import ScriptDirectory  # noqa: PLC0415 -- as above

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", "bot.storage:migrations")
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    if revision and revision not in known:
        raise SettingsError(
            f"the database “{connection.engine.url.database}” is of a newer version of Newspeg (schema {revision}; this"
            f" one knows {REVISION}): update Newspeg, or name another in {SETTING}"
        )
    if revision:
        kind_of(connection.engine.url).keep_copy(connection.engine.url, REVISION)
    command.upgrade(config, "head")
    return revision


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    revision = connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar()
    return str(revision) if revision else None
