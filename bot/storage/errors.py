"""The database's errors, in the core's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.core.errors import StorageUnavailable

log = structlog.get_logger()

SETTING = "NEWSPEG_DATABASE_URL"


@contextmanager
def translated() -> Iterator[None]:
    """The database's errors in the core's words; each is on record here, as a question goes on without its settings."""
    try:
        yield
    except SQLAlchemyError as error:
        told = reason(error)
        log.error("the database cannot be used", reason=told)
        raise StorageUnavailable(f"the database cannot be used: {told}") from error


def reason(error: SQLAlchemyError) -> str:
    """The driver's own words in one line, less the statement and the row that PostgreSQL adds to them."""
    told = error.orig if isinstance(error, DBAPIError) else error
    message = getattr(getattr(told, "diag", None), "message_primary", None)
    return " ".join(str(message or told).split())
