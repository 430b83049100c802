"""Plans have their own numbers, which no post's number ever changes; posts that may be under way keep their keys."""

from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_KEYED = (
    "SELECT id, platform, chat, story, event, number, lead, due_at FROM posts"
    " WHERE state IN ('pending', 'sending', 'unknown')"
)
# The plan of an event's newest post is the one that was last looked at.
_KNOWN = (
    "INSERT INTO plans (story, event, number, plan) SELECT story, event, number, plan FROM posts"
    " WHERE id IN (SELECT max(id) FROM posts WHERE event <> '' GROUP BY story, event)"
)


def upgrade() -> None:
    """Number plans by the numbers that their posts have, and keep the keys by which posts may be on their way."""
    op.execute("ALTER TABLE posts RENAME COLUMN revision TO number")
    op.add_column("posts", sa.Column("former_key", sa.Text))
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
    connection = op.get_bind()
    keys = [{"post": row.id, "key": _key(row)} for row in connection.execute(sa.text(_KEYED))]
    if keys:
        connection.execute(sa.text("UPDATE posts SET former_key = :key WHERE id = :post"), keys)


def _key(row: sa.Row[tuple[object, ...]]) -> str:
    """Return the key as it was before this migration."""
    due_at = datetime.fromtimestamp(row.due_at / 1000, UTC).isoformat()
    return f"{row.platform} {row.chat} {row.story} {row.event} {row.number} {row.lead} {due_at}"
