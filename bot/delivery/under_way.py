"""Posts under way: one task each, and never two for one chat, so that posts arrive in order."""

import asyncio
from collections.abc import Callable, Collection, Coroutine
from typing import Any

import structlog

from bot.core.errors import StorageUnavailable
from bot.core.posting.posts import Post

log = structlog.get_logger()


class UnderWay:
    """Runs the tasks of posts. Each task calls `call_ended` when its platform has answered."""

    def __init__(self, enough: int, call: Callable[[], None]) -> None:
        """`call` is called when no more than `enough` calls still wait for their platform."""
        self._enough = enough
        self._call = call
        self._tasks: dict[int, asyncio.Task[None]] = {}
        self._calling: set[int] = set()
        self._chats: set[str] = set()

    def __contains__(self, post: Post) -> bool:
        return post.id in self._tasks

    def __bool__(self) -> bool:
        return bool(self._tasks)

    @property
    def chats(self) -> Collection[str]:
        """The chats that are taken."""
        return self._chats

    @property
    def is_full(self) -> bool:
        """True if more than enough calls have no answer yet."""
        return len(self._calling) > self._enough

    def take(self, post: Post) -> None:
        """Take the post's chat, which is free, before its task starts."""
        self._chats.add(post.chat.id)

    def let_go(self, post: Post) -> None:
        """Free the chat."""
        self._chats.discard(post.chat.id)

    def start(self, post: Post, work: Coroutine[Any, Any, None]) -> None:
        """Start this task for a post; its chat is taken until the task ends."""
        self.take(post)
        self._calling.add(post.id)
        self._tasks[post.id] = asyncio.create_task(self._finish(post, work))

    def call_ended(self, post: Post) -> None:
        """Note that the platform has answered; the rest of the task concerns the ledger."""
        self._calling.discard(post.id)
        if len(self._calling) == self._enough:
            self._call()

    async def wait(self) -> None:
        """Wait until all tasks have ended."""
        if self._tasks:
            await asyncio.wait(self._tasks.values())

    async def _finish(self, post: Post, work: Coroutine[Any, Any, None]) -> None:
        try:
            await work
        except StorageUnavailable:
            pass  # nothing was sent: the claim failed
        except Exception:
            log.exception("a post failed", post=post.id)  # its lease runs out, and it is tried again
        finally:
            self.let_go(post)
            del self._tasks[post.id]
            self.call_ended(post)
