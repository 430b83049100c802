"""Questions that readers asked and no story could answer."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Make the table; it has no column for who asked."""
    op.create_table(
        "unanswered",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), primary_key=True),
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("wording", sa.Text, nullable=False),
        sa.Column("chats", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.UniqueConstraint("story", "words", name="uq_unanswered_key"),
    )
