"""A number for every change of a post."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the column, and an index to find the newest."""
    op.add_column("posts", sa.Column("changed", sa.BigInteger, nullable=False, server_default="0"))
    op.create_index("ix_posts_changed", "posts", ["changed"])
