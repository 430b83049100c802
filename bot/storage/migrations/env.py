"""Alembic runs this file: it applies the migrations over the connection and in the transaction that it is given."""

from alembic import context

from bot.storage.tables import metadata


def apply() -> None:
    """Apply the migrations that Alembic was asked for."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=metadata,
        transactional_ddl=True,
        render_as_batch=True,
    )
    with context.begin_transaction():
        context.run_migrations()


if hasattr(context, "config"):  # only while Alembic runs this file
    apply()
