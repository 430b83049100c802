"""Subscriptions, the posts that they lead to, and how chats want them."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

_CHOICES = ("posting_hour", "quiet", "leads", "set_aside")


def upgrade() -> None:
    """Create the tables, and the new columns of chats."""
    for name in _CHOICES:
        op.add_column("chats", sa.Column(name, sa.Text))
    op.create_table(
        "subscriptions",
        sa.Column("platform", sa.Text, nullable=False),
        sa.Column("chat", sa.Text, nullable=False),
        sa.Column("story", sa.Text, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("platform", "chat", "story", name="pk_subscriptions"),
    )
    op.create_table(
        "posts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer, "sqlite"), nullable=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("platform", "chat", "story", "event")),
        sa.Column("revision", sa.Integer, nullable=False),
        sa.Column("lead", sa.Text, nullable=False),
        sa.Column("plan", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False, server_default=""),
        sa.Column("not_before", sa.BigInteger, nullable=False),
        sa.Column("worker", sa.Text),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("tried_at", sa.BigInteger),
        sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
        sa.Column("unknowns", sa.Integer, nullable=False, server_default="0"),
        sa.Column("late", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("message_id", sa.Text),
        sa.Column("sent_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_posts"),
        sa.UniqueConstraint("platform", "chat", "story", "event", "revision", "lead", name="uq_posts_notice"),
    )
    op.create_index("ix_posts_state", "posts", ["state", "platform", "not_before"])
    op.create_table(
        "marks",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_marks"),
    )
