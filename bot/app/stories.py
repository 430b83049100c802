"""The tasks that need the stories and no database: asking about them in the terminal, and their schema."""

import asyncio
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.app.advice import chooser_of
from bot.core.asking.desk import Desk
from bot.core.errors import ContentError, SettingsError
from bot.core.stories.library import Clock, Library
from bot.newsroom.newsroom import Newsroom
from bot.newsroom.schema import story_schema
from bot.newsroom.skeleton import begin_story
from bot.options import must_be_one_of
from bot.platforms.terminal.chat import CHAT, Reread
from bot.runtime.catalogues import Catalogues
from bot.settings import Settings
from bot.storage.memory import MemoryChatStore


def open_newsroom(settings: Settings) -> Newsroom:
    """Open the newsroom with its stories read; ContentError carries everything that is wrong in them.

    A draft may have errors: it is not served, and its author sees them in a check.
    """
    newsroom = Newsroom(settings.content)
    newsroom.load()
    problems = [each for slug, found in newsroom.problems.items() if slug not in newsroom.drafts for each in found]
    if problems:
        raise ContentError(problems)
    return newsroom


async def terminal_desk(
    settings: Settings, clock: Clock, language: str | None, story: str | None, *, pretends: bool = False
) -> tuple[Desk, Reread]:
    """Build the desk of a chat in the terminal, and what reads its stories again; choices last as long as the desk.

    If the clock pretends that it is another day, stories from the future of that day are hidden.
    Raises SettingsError if there is no such language, or no story with such a slug.
    """
    newsroom = open_newsroom(settings)
    catalogues = Catalogues()

    def shelf() -> Library:
        return newsroom.library.until(clock().date()) if pretends else newsroom.library

    must_be_one_of("language", language, catalogues.tags)
    if story not in shelf().retracted:  # it may be chosen: its answers say that it was retracted
        must_be_one_of("story", story, [each.slug for each in shelf().stories])
    chats = MemoryChatStore()
    await chats.change(CHAT, {"language": language, "story": story})

    async def reread() -> Sequence[str]:
        try:
            return [f"{problem} (answers stay as they were)" for problem in await newsroom.reread()]
        except SettingsError as error:
            return [str(error)]

    chooser = await asyncio.to_thread(chooser_of, settings)
    return Desk(shelf, chats, clock, catalogues, page=settings.web_url, chooser=chooser), reread


def begin(settings: Settings, slug: str) -> Path:
    """Begin a story in the content folder, and return its file; nothing that is there is changed."""
    return begin_story(settings.content, slug)


def schema() -> Mapping[str, Any]:
    """Return the JSON Schema of story files."""
    return story_schema()
