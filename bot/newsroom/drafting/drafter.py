"""Turns what an editor gives, a text, a page or its address, into a draft in a folder of its own."""

import asyncio
import os
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol

from bot.core.errors import NoArticle, SettingsError
from bot.core.stories.fields import SLUG_LENGTH
from bot.newsroom.article import ARTICLE_FILE
from bot.newsroom.drafting.drafting import Draft, draft
from bot.newsroom.drafting.fetching import Fetcher
from bot.newsroom.drafting.reading import read_article
from bot.newsroom.folders import STORY_FILE
from bot.newsroom.wording import folder_problem

_KEPT_IN_GIT = f"# The article is the newsroom's own, so it may be kept with the story.\n!{ARTICLE_FILE}\n"
_MOST_ALIKE = 100


class Refine(Protocol):
    """Makes more of a draft that rules made; returns it as it was if that fails."""

    async def __call__(self, made: Draft) -> Draft:
        """Return the refined draft."""
        ...


@dataclass(frozen=True, slots=True)
class Drafted:
    """A draft that is saved."""

    file: Path
    """The story file."""
    draft: Draft


class Drafter:
    """Drafts into a content folder."""

    def __init__(
        self, content: Path, today: Callable[[], date], fetcher: Fetcher, refine: Refine | None = None
    ) -> None:
        self._content = content
        self._today = today
        self._fetcher = fetcher
        self._refine = refine

    async def made(
        self, given: bytes | None = None, *, is_html: bool | None = None, url: str | None = None, own: bool = False
    ) -> Draft:
        """Return a draft of a text or a page, or of what stands at an address; nothing is saved.

        `is_html`: None if that is to be told from what was given. `own`: it is the newsroom's own article.
        """
        if given is None:
            if not url:
                raise NoArticle("there is no text in this: an article has words")
            fetched = await self._fetcher.fetch(url)
            given, is_html, url = fetched.raw, fetched.is_html, fetched.url
        made = await asyncio.to_thread(_drafted, given, is_html, url, self._today(), own)
        return await self._refine(made) if self._refine else made

    async def save(self, made: Draft, folder: Path | None = None) -> Drafted:
        """Save a draft into a new or empty folder: this one, or the first free one of the content named after it."""
        return Drafted(await asyncio.to_thread(save_draft, made, folder or self._free_folder(made)), made)

    def folder_of(self, made: Draft) -> Path:
        """Return the folder in the content that is named after a draft's headline, whether it is free or not."""
        return self._content / made.slug

    def _free_folder(self, made: Draft) -> Path:
        slugs = [made.slug, *(_numbered(made.slug, number) for number in range(2, _MOST_ALIKE))]
        return next(
            (self._content / slug for slug in slugs if _is_free(self._content / slug)), self._content / made.slug
        )


def _numbered(slug: str, number: int) -> str:
    return f"{slug[: SLUG_LENGTH - len(str(number)) - 1].rstrip('-')}-{number}"


def _drafted(given: bytes, is_html: bool | None, url: str | None, today: date, own: bool) -> Draft:
    return draft(read_article(given, is_html=is_html, url=url), today, own=own)


def _is_free(folder: Path) -> bool:
    return not os.path.lexists(folder) or (folder.is_dir() and not any(folder.iterdir()))


def save_draft(made: Draft, folder: Path) -> Path:
    """Write a draft and its article into a new or empty folder, and return the story file; its mode is the folder's.

    Raises SettingsError if the folder is none, holds something, or cannot be written; then nothing is left behind.
    """
    if problem := folder_problem(folder.absolute().name):
        raise SettingsError(problem)
    files = {folder / ARTICLE_FILE: made.article_text, folder / STORY_FILE: made.text}
    if made.data["credit"].get("own"):
        files = {folder / ".gitignore": _KEPT_IN_GIT, **files}
    begun: list[Path] = []
    try:
        if not _is_free(folder):
            raise SettingsError(f"“{folder}” is there already, and stays as it is: name a new or empty folder with -o")
        is_new = not folder.exists()
        folder.mkdir(parents=True, exist_ok=True)
        for file, text in files.items():
            with file.open("x", encoding="utf-8", newline="\n") as written:
                begun.append(file)
                written.write(text)
            file.chmod(folder.stat().st_mode & 0o666)
    except OSError as error:
        for file in begun:
            with suppress(OSError):
                file.unlink()
        with suppress(OSError):
            if is_new:
                folder.rmdir()
        raise SettingsError(f"“{folder}” cannot be written: {error.strerror}") from error
    return folder / STORY_FILE
