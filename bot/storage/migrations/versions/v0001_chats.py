"""Chats and their settings."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Create the table of chats."""
    op.create_table(
        "chats",
        sa.Column("platform", sa.Text, nullable=False),
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("timezone", sa.Text),
        sa.Column("story", sa.Text),
        sa.PrimaryKeyConstraint("platform", "id", name="pk_chats"),
    )
