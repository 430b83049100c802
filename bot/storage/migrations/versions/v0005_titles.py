"""What a chat is called, so that who subscribed it can be told by name that it is lost."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the column; of chats that subscribed before it stays empty until they do so again."""
    op.add_column("chats", sa.Column("title", sa.Text))
