"""The title of a chat, so that the person who subscribed it is told by name that it is lost."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; it is empty for a chat that subscribed before, until it subscribes again."""
    op.add_column("chats", sa.Column("title", sa.Text))
