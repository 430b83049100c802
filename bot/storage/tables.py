"""The tables, as they are after the newest migration."""

from sqlalchemy import Column, MetaData, Table, Text

REVISION = "0001"
"""The newest migration."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
    }
)

chats = Table(
    "chats",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("id", Text, primary_key=True),
    Column("language", Text),
    Column("timezone", Text),
    Column("story", Text),
)
