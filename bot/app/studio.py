"""The studio of the newsroom page: every platform's likeness, over chats that are kept nowhere."""

from collections.abc import Sequence

from bot.app.platforms import PLATFORMS
from bot.core.asking.platform import Platform
from bot.core.stories.library import Clock, Shelf
from bot.core.wording.language import Languages
from bot.platforms.web.preview.studio import Studio, VisitorsChats
from bot.storage.memory import MemoryChatStore


def build_studio(shelf: Shelf, languages: Languages, clock: Clock, platforms: Sequence[Platform] = PLATFORMS) -> Studio:
    """Build the studio over these stories; it goes by this clock if a visitor sets none."""
    return Studio(shelf, languages, clock, VisitorsChats(MemoryChatStore), tuple(platforms))
