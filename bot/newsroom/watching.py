"""When the story files change; the stream outlives the folder itself."""

from collections.abc import AsyncGenerator
from contextlib import aclosing
from pathlib import Path

import structlog
from watchfiles import awatch
from watchfiles._rust_notify import WatchfilesRustInternalError

log = structlog.get_logger(__name__)

_LOOK_MS = 1_000  # also without news, since a folder that was replaced sends none
_SETTLE_MS = 400  # an editor writes a file in several steps


async def content_changes(path: Path) -> AsyncGenerator[None, None]:
    """Something under `path` changed, or it came back after it was gone; endless.

    The first look of every watch counts as a change, for what was saved before the watch was in place.
    """
    seen = _identity(path)
    polling = False
    while True:
        try:
            fresh = True
            async with aclosing(_looks(path, polling)) as looks:
                async for changed in looks:
                    now = _identity(path)
                    if changed or fresh or now != seen:
                        yield
                    fresh = False
                    if now != seen:
                        seen = now
                        break
        except FileNotFoundError:
            continue  # it vanished just now: watch what is left
        except (OSError, WatchfilesRustInternalError) as error:
            if polling:
                raise
            log.warning("the system cannot watch the stories; they are polled", reason=str(error))
            polling = True


async def _looks(path: Path, polling: bool) -> AsyncGenerator[bool, None]:
    """Whether something changed, at every change and at least every second."""
    watched = _nearest_that_is(path)
    watch = awatch(
        watched,
        recursive=watched == path,
        force_polling=polling or None,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        debounce=_SETTLE_MS,
        ignore_permission_denied=True,
    )
    async with aclosing(watch):
        async for changes in watch:
            yield watched == path and bool(changes)


def _nearest_that_is(path: Path) -> Path:
    return next(place for place in (path, *path.absolute().parents) if place.exists())


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
