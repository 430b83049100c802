"""The tasks that need the stories and no database: asking about them in the terminal, and their schema."""

from collections.abc import Mapping
from typing import Any

from bot.core.asking.desk import Desk
from bot.core.errors import ContentError
from bot.core.stories.library import Clock
from bot.newsroom.newsroom import Newsroom
from bot.newsroom.schema import story_schema
from bot.options import must_be_one_of
from bot.platforms.terminal.chat import CHAT
from bot.runtime.catalogues import Catalogues
from bot.settings import Settings
from bot.storage.memory import MemoryChatStore


def open_newsroom(settings: Settings) -> Newsroom:
    """Open the newsroom with its stories read; ContentError carries everything that is wrong in them."""
    newsroom = Newsroom(settings.content)
    if problems := newsroom.load():
        raise ContentError(problems)
    return newsroom


async def terminal_desk(settings: Settings, clock: Clock, language: str | None, story: str | None) -> Desk:
    """Build the desk of a chat in the terminal; the chat's choices last as long as the desk.

    Raises SettingsError if there is no such language, or no story with such a slug.
    """
    newsroom = open_newsroom(settings)
    catalogues = Catalogues()
    must_be_one_of("language", language, catalogues.tags)
    must_be_one_of("story", story, [each.slug for each in newsroom.library.stories])
    chats = MemoryChatStore()
    await chats.change(CHAT, {"language": language, "story": story})
    return Desk(lambda: newsroom.library, chats, clock, catalogues)


def schema() -> Mapping[str, Any]:
    """Return the JSON Schema of story files."""
    return story_schema()
