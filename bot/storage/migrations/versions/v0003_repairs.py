"""The content and the repair of each post, every version of the stories, and personal reminders."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Create the tables, and the new columns."""
    op.add_column("chats", sa.Column("moved", sa.Boolean, nullable=False, server_default=sa.false()))
    op.add_column("subscriptions", sa.Column("by", sa.Text))
    for name in ("version", "repaired", "reply_to", "repair", "repair_reason"):
        op.add_column("posts", sa.Column(name, sa.Text))
    op.add_column("posts", sa.Column("repair_at", sa.BigInteger))
    op.add_column("posts", sa.Column("repair_attempts", sa.Integer, nullable=False, server_default="0"))
    op.create_index("ix_posts_repair", "posts", ["repair", "platform", "repair_at"])
    op.create_table(
        "snapshots",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("version", "story", "body")),
        sa.PrimaryKeyConstraint("version", name="pk_snapshots"),
    )
    op.create_table(
        "reminders",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("platform", "chat", "story", "event", "lead")),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("platform", "chat", "story", "event", "lead", name="pk_reminders"),
    )
    op.create_index("ix_reminders_story", "reminders", ["story", "event", "lead"])
    op.create_table(
        "seen",
        *(sa.Column(name, sa.Text, nullable=False) for name in ("platform", "chat", "story", "version")),
        sa.PrimaryKeyConstraint("platform", "chat", "story", name="pk_seen"),
    )
