"""The ledger with a look at what is written into it."""

from collections.abc import Sequence

from bot.core.posting.figures import Figures
from bot.core.posting.posts import Post, Step
from bot.storage.database import Database
from bot.storage.posts import SqlPostLedger


class ObservedLedger(SqlPostLedger):
    """A PostLedger that counts what becomes of posts, once it is written."""

    def __init__(self, engine: Database, figures: Figures) -> None:
        super().__init__(engine)
        self._figures = figures

    async def record(self, steps: Sequence[tuple[Post, Step]]) -> None:
        """Record what became of posts."""
        await super().record(steps)
        for post, step in steps:
            lag_s = (step.sent_at - post.due_at).total_seconds() if step.sent_at else None
            self._figures.recorded(post.chat.platform, step.state, lag_s)
