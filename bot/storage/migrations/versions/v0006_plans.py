"""Plans have numbers of their own. Posts keep theirs, and so the keys by which they may be on their way."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

# The plan of an event's newest post is the one that was last looked at.
_KNOWN = (
    "INSERT INTO plans (story, event, number, plan) SELECT story, event, number, plan FROM posts"
    " WHERE id IN (SELECT max(id) FROM posts WHERE event <> '' GROUP BY story, event)"
)


def upgrade() -> None:
    """Number each plan by the number that its newest post has."""
    op.execute("ALTER TABLE posts RENAME COLUMN revision TO number")
    op.create_table(
        "plans",
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("story", "event", name="pk_plans"),
    )
    op.execute(_KNOWN)
    op.execute("UPDATE posts SET changed = 1 WHERE changed = 0")  # from before 0004: else no look would find them
