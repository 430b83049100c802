"""The database's errors, in the core's words."""

from collections.abc import Iterator
from contextlib import contextmanager

import structlog
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from bot.core.errors import StorageUnavailable

log = structlog.get_logger()


@contextmanager
def translated() -> Iterator[None]:
    """The database's errors in the core's words; each is on record here, as a question goes on without its settings."""
    try:
        yield
    except SQLAlchemyError as error:
        reason = str(error.orig) if isinstance(error, DBAPIError) else str(error)
        log.error("the database cannot be used", reason=reason)
        raise StorageUnavailable(f"the database cannot be used: {reason}") from error
