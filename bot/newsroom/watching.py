"""Watches the story files for changes; the stream outlives the folder itself.

All of it happens in a thread, as a look at a folder of another machine may hang.
"""

import asyncio
import threading
from collections.abc import AsyncGenerator, Generator, Iterator
from contextlib import closing
from pathlib import Path

import structlog
from watchfiles import watch
from watchfiles._rust_notify import WatchfilesRustInternalError

from bot.newsroom.folders import watched_places

log = structlog.get_logger(__name__)

_LOOK_MS = 1_000  # also without news: a folder that was replaced sends none
_SETTLE_MS = 400  # an editor writes a file in several steps


async def content_changes(path: Path) -> AsyncGenerator[None, None]:
    """Yield whenever something under `path` changed, or came back after it was gone; endless.

    The first look of every watch counts as a change, for files that were saved before the watch was in place.
    """
    stop = threading.Event()
    looks = _looks(path, stop)
    try:
        while (changed := await asyncio.to_thread(next, looks, None)) is not None:
            if changed:
                yield
    finally:
        stop.set()


def _looks(path: Path, stop: threading.Event) -> Iterator[bool]:
    """Yield at least every second: True if something changed."""
    seen = _identity(path)
    polling = False
    while not stop.is_set():
        places, fresh = watched_places(path), True
        try:
            with closing(_watch(places, polling, stop)) as watching:
                for changes in watching:
                    now = _identity(path)
                    yield bool(changes and now) or fresh or now != seen
                    fresh = False
                    if now != seen or (changes and watched_places(path) != places):
                        seen = now
                        break
        except FileNotFoundError:
            continue  # it vanished just now: watch the rest
        except (OSError, WatchfilesRustInternalError) as error:
            if polling:
                raise
            log.warning("the system cannot watch the stories; they are polled", reason=str(error))
            polling = True


def _watch(places: set[Path], polling: bool, stop: threading.Event) -> Generator[object, None, None]:
    return watch(
        *places,
        recursive=False,  # it would follow links, to the root of the machine
        force_polling=polling or None,
        rust_timeout=_LOOK_MS,
        yield_on_timeout=True,
        debounce=_SETTLE_MS,
        ignore_permission_denied=True,
        stop_event=stop,
    )


def _identity(path: Path) -> tuple[int, int] | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino
