"""Translates the database's errors into the core's."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.core.errors import StorageUnavailable

log = structlog.get_logger()

SETTING = "NEWSPEG_DATABASE_URL"


@contextmanager
def translated() -> Iterator[None]:
    """Raise the database's errors as the core's; log each one here, as a question goes on without its settings."""
    try:
        yield
    except SQLAlchemyError as error:
        told = reason(error)
        log.error("the database cannot be used", reason=told)
        raise StorageUnavailable(f"the database cannot be used: {told}") from error


def reason(error: SQLAlchemyError) -> str:
    """Return the driver's words in one line, without the statement and the row that PostgreSQL adds."""
    told = error.orig if isinstance(error, DBAPIError) else error
    message = getattr(getattr(told, "diag", None), "message_primary", None)
    return " ".join(str(message or told).split())
