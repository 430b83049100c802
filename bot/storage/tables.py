"""The tables, as they are after the newest migration."""

from datetime import UTC, datetime

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Date,
    Dialect,
    FromClause,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    false,
    func,
    text,
)

REVISION = "0008"
"""The newest migration."""

# SQLite counts its rows by itself only in an INTEGER, which there holds 64 bits.
RowId = BigInteger().with_variant(Integer, "sqlite")

ERASED = "posts erased"
"""The name of a mark: the change by which posts were last deleted."""

NEXT_CHANGE = text(
    "(SELECT coalesce(max(number), 0) + 1 FROM (SELECT max(changed) AS number FROM posts"  # noqa: S608 -- a constant
    f" UNION ALL SELECT CAST(value AS bigint) FROM marks WHERE name = '{ERASED}') AS numbers)"
)
"""The number that a statement gives to the posts that it writes; higher than any before, erased ones too."""


class Instant(TypeDecorator[datetime]):
    """A moment as milliseconds since 1970, which every database keeps and compares alike."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:  # noqa: ARG002 -- the interface
        """Convert a moment for the database."""
        return None if value is None else round(value.timestamp() * 1000)

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:  # noqa: ARG002 -- as above
        """Convert a moment from the database, in UTC."""
        return None if value is None else datetime.fromtimestamp(value / 1000, UTC)


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
    Column("posting_hour", Text),
    Column("quiet", Text),
    Column("leads", Text),
    Column("set_aside", Text),  # why nothing is posted there any more
    Column("moved", Boolean, nullable=False, server_default=false()),  # to another hour: due posts may be past
    Column("title", Text),  # on its platform, when it subscribed
)

subscriptions = Table(
    "subscriptions",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("since", Instant, nullable=False),
    Column("by", Text),  # who asked for it, and hears of it if the bot may no longer post
)

reminders = Table(
    "reminders",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("lead", Text, primary_key=True),
    Column("since", Instant, nullable=False),
    Index("ix_reminders_story", "story", "event", "lead"),
)

snapshots = Table(
    "snapshots",
    metadata,
    Column("version", Text, primary_key=True),
    Column("story", Text, nullable=False),
    Column("body", Text, nullable=False),
)

seen = Table(
    "seen",
    metadata,
    Column("platform", Text, primary_key=True),
    Column("chat", Text, primary_key=True),
    Column("story", Text, primary_key=True),
    Column("version", Text, nullable=False),
)

posts = Table(
    "posts",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("platform", Text, nullable=False),
    Column("chat", Text, nullable=False),
    Column("story", Text, nullable=False),
    Column("event", Text, nullable=False),
    Column("number", Integer, nullable=False),  # of the event's plan; of the times that a chat was lost
    Column("lead", Text, nullable=False),
    Column("plan", Text, nullable=False),
    Column("due_at", Instant, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text, nullable=False, server_default=""),
    Column("not_before", Instant, nullable=False),
    Column("worker", Text),
    Column("lease_until", Instant),
    Column("tried_at", Instant),
    Column("attempts", Integer, nullable=False, server_default="0"),
    Column("unknowns", Integer, nullable=False, server_default="0"),
    Column("late", Boolean, nullable=False, server_default=false()),
    Column("message_id", Text),
    Column("sent_at", Instant),
    Column("version", Text),  # of the story, as it was posted
    Column("reply_to", Text),
    Column("repair", Text),
    Column("repair_reason", Text),
    Column("repair_at", Instant),  # not before
    Column("repair_attempts", Integer, nullable=False, server_default="0"),
    Column("repaired", Text),  # the version of the story that it shows since
    Column("changed", BigInteger, nullable=False, server_default="0", default=NEXT_CHANGE, onupdate=NEXT_CHANGE),
    UniqueConstraint("platform", "chat", "story", "event", "number", "lead", name="uq_posts_notice"),
    Index("ix_posts_state", "state", "platform", "not_before"),
    Index("ix_posts_repair", "repair", "platform", "repair_at"),
    Index("ix_posts_changed", "changed"),
)

plans = Table(
    "plans",
    metadata,
    Column("story", Text, primary_key=True),
    Column("event", Text, primary_key=True),
    Column("number", Integer, nullable=False),
    Column("plan", Text, nullable=False),
)

unanswered = Table(
    "unanswered",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("story", Text, nullable=False),
    Column("words", Text, nullable=False),  # by which two questions are the same
    Column("wording", Text, nullable=False),
    Column("chats", Integer, nullable=False),  # how many asked it
    Column("day", Date, nullable=False),  # on which it was last asked
    UniqueConstraint("story", "words", name="uq_unanswered_key"),
)

edits = Table(
    "edits",
    metadata,
    Column("id", RowId, primary_key=True),
    Column("at", Instant, nullable=False),
    Column("editor", Text, nullable=False),
    Column("story", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("before", Text),  # the whole file; none of a new one
    Column("after", Text, nullable=False),  # the digest of the file
    Column("version", Text),  # of the story, that readers got by it
    Column("undone", Boolean, nullable=False, server_default=false()),
)

marks = Table("marks", metadata, Column("name", Text, primary_key=True), Column("value", Text, nullable=False))


def by_other_means(table: FromClause) -> ColumnElement[str]:
    """Return the state of posts that are found by their ids or chats: SQLite would else search by the state."""
    return func.coalesce(table.c.state, "")
