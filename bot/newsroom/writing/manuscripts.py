"""The story files of a content folder as editors work on them; where the folder cannot be written, in memory."""

import asyncio
import os
import re
from collections import OrderedDict
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from bot.core.editing.manuscripts import ChangedMeanwhile, Manuscript, NotSaved
from bot.core.editing.operations import Operation
from bot.core.errors import NewspegError, SettingsError
from bot.core.stories.dates import EdtfDate
from bot.core.stories.fields import SLUG_LENGTH, SLUG_PATTERN
from bot.newsroom.article import ARTICLE_FILE, paragraphs_of
from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.dating import readings
from bot.newsroom.drafting.drafter import Drafted
from bot.newsroom.drafting.drafting import Draft
from bot.newsroom.files import read_beneath
from bot.newsroom.folders import STORY_FILE, story_files
from bot.newsroom.source import MAX_BYTES
from bot.newsroom.warnings import Warn
from bot.newsroom.writing.applying import applied
from bot.newsroom.writing.describing import manuscript_of
from bot.newsroom.writing.places import item_at, listed
from bot.newsroom.writing.saving import OtherDigest, digest_of, reason_of, replace_file

MOST_IN_MEMORY = 50
MOST_TEXTS = 50
_BESIDE = (ARTICLE_FILE, ".gitignore")


class Drafts(Protocol):
    """Makes drafts of articles, and saves them into the content folder."""

    async def made(self, given: bytes | None = None, *, is_html: bool | None = None, url: str | None = None) -> Draft:
        """Return a draft, unsaved."""
        ...

    async def save(self, made: Draft) -> Drafted:
        """Save a draft into a folder of its own."""
        ...


@dataclass(frozen=True, slots=True)
class _Contents:
    raw: bytes
    article: bytes


class FolderManuscripts:
    """All story files of a content folder, drafts too."""

    def __init__(self, content: Path, drafts: Drafts, warn: Sequence[Warn] = ()) -> None:
        self._content = content
        self._drafts = drafts
        self._warn = warn
        self._in_memory: dict[str, _Contents] = {}
        self._read: dict[str, tuple[_Contents, Manuscript]] = {}
        self._writing = asyncio.Lock()
        self._texts: OrderedDict[str, str] = OrderedDict()
        """The texts that were read last, by digest: a change may have been made for one that is gone by now."""

    async def listed(self) -> Sequence[Manuscript]:
        """Return all of them, drafts first; what cannot be read at all is left out."""
        return await asyncio.to_thread(self._listed)

    async def read(self, slug: str) -> Manuscript | None:
        """Return one as it stands now, or None."""
        return await asyncio.to_thread(self._current, slug)

    async def draft(self, article: str, *, is_html: bool = False, url: str | None = None) -> Manuscript:
        """Draft from an article, which is fetched if only its address is given."""
        given = article.encode("utf-8", "replace") if article.strip() else None
        made = await self._drafts.made(given, is_html=is_html if given else None, url=url)
        async with self._writing:
            if os.access(self._content, os.W_OK):
                try:
                    slug = (await self._drafts.save(made)).file.parent.name
                except SettingsError as error:
                    raise NotSaved(f"The draft is not saved: {error}") from error
            else:
                slug = await asyncio.to_thread(self._free_slug, made.slug)
                self._remember(slug, _Contents(made.text.encode(), made.article_text.encode()))
            return await self._needed(slug)

    async def changed(self, slug: str, digest: str, operations: Sequence[Operation]) -> Manuscript:
        """Return it with these changes, unsaved; ChangedMeanwhile if the digest is not that of the file."""
        current = await self._needed(slug)
        if current.digest != digest:
            base = self._texts.get(digest, current.text)
            try:
                yours = await asyncio.to_thread(applied, base, operations, current.article)
            except NewspegError:
                yours = base
            raise ChangedMeanwhile(current, yours)
        if digest_of(current.text.encode("utf-8", "replace")) != digest:
            raise NewspegError("The file is not UTF-8: save it as UTF-8 in an editor first.")
        text = await asyncio.to_thread(applied, current.text, operations, current.article)
        return await self.read_as(slug, text)

    async def read_as(self, slug: str, text: str) -> Manuscript:
        """Return the manuscript that this text for the whole file would be, unsaved."""
        current = await self._needed(slug)
        return await asyncio.to_thread(self._as, current, text)

    async def save(self, slug: str, digest: str, text: str) -> Manuscript:
        """Put a text in the place of the one with this digest; ChangedMeanwhile or NotSaved if that is not done."""
        async with self._writing:
            current = await self._needed(slug)
            if current.digest != digest:
                raise ChangedMeanwhile(current, text)
            if slug in self._in_memory or not current.is_writable:
                article = "\n\n".join(current.article)
                self._remember(slug, _Contents(text.encode("utf-8", "replace")[: MAX_BYTES + 1], article.encode()))
                return await self._needed(slug)
            try:
                await asyncio.to_thread(replace_file, self._content, self._file(slug), text, digest)
            except OtherDigest:
                raise ChangedMeanwhile(await self._needed(slug), text) from None
            return await self._needed(slug)

    async def discard(self, slug: str, digest: str) -> None:
        """Delete a draft, its article and its folder; ChangedMeanwhile or NotSaved if that is not done."""
        async with self._writing:
            current = await self._needed(slug)
            if current.digest != digest:
                raise ChangedMeanwhile(current, current.text)
            if current.data.get("status") != "draft":
                raise NewspegError("Only a draft is discarded: retract what readers have seen.")
            if self._in_memory.pop(slug, None) is not None:
                return
            await asyncio.to_thread(self._delete, self._file(slug).parent)

    async def alternatives(self, slug: str, place: Sequence[str | int]) -> Sequence[str]:
        """Return what else a date at this place may be, by the words of its paragraphs; likeliest first."""
        current = await self._needed(slug)
        return await asyncio.to_thread(_alternatives, current, place)

    async def _needed(self, slug: str) -> Manuscript:
        found = await self.read(slug)
        if found is None:
            raise NewspegError("There is no such story: it may have been discarded or renamed.")
        return found

    def _listed(self) -> list[Manuscript]:
        try:
            slugs = {file.parent.name for file in story_files(self._content).files}
        except SettingsError:
            slugs = set()
        found = [each for slug in sorted(slugs | self._in_memory.keys()) if (each := self._current(slug))]
        return sorted(found, key=lambda each: (each.data.get("status") != "draft", each.slug))

    def _current(self, slug: str) -> Manuscript | None:
        if not _is_slug(slug):
            return None
        contents = self._in_memory.get(slug)
        is_writable = contents is None and os.access(self._content / slug, os.W_OK)
        contents = contents or self._on_disk(slug)
        if contents is None:
            self._read.pop(slug, None)
            return None
        known = self._read.get(slug)
        if not known or known[0] != contents:
            article = _paragraphs(contents.article)
            made = manuscript_of(self._file(slug), contents.raw, article, self._warn, is_writable=is_writable)
            known = self._read[slug] = (contents, made)
            self._texts[made.digest] = made.text
            while len(self._texts) > MOST_TEXTS:
                self._texts.popitem(last=False)
        return replace(known[1], is_writable=is_writable)

    def _as(self, current: Manuscript, text: str) -> Manuscript:
        file, raw = self._file(current.slug), text.encode("utf-8", "replace")
        return manuscript_of(file, raw, current.article, self._warn, is_writable=current.is_writable)

    def _on_disk(self, slug: str) -> _Contents | None:
        file = self._file(slug)
        try:
            raw = read_beneath(self._content, file, MAX_BYTES)
        except OSError:
            return None
        try:
            article = read_beneath(self._content, file.with_name(ARTICLE_FILE), MAX_BYTES)
        except OSError:
            article = b""
        return _Contents(raw, article if len(article) <= MAX_BYTES else b"")

    def _remember(self, slug: str, contents: _Contents) -> None:
        if slug not in self._in_memory and len(self._in_memory) >= MOST_IN_MEMORY:
            raise NotSaved(
                f"It is not saved: the folder can only be read here, and {MOST_IN_MEMORY} stories are kept in memory"
                " already. Take their files, and discard them."
            )
        if len(contents.raw) > MAX_BYTES:
            raise NotSaved(f"It is not saved: the text has more than {MAX_BYTES:,} bytes, and a story is far smaller.")
        self._in_memory[slug] = contents

    def _free_slug(self, slug: str) -> str:
        number, found = 1, slug
        while self._current(found):
            number += 1
            found = f"{slug[: SLUG_LENGTH - len(str(number)) - 1].rstrip('-')}-{number}"
        return found

    def _delete(self, folder: Path) -> None:
        try:
            for name in (STORY_FILE, *_BESIDE):
                with suppress(FileNotFoundError):
                    (folder / name).unlink()
        except OSError as error:
            raise NotSaved(f"It is not discarded: {reason_of(error)}.") from error
        with suppress(OSError):  # it holds something else, which stays
            folder.rmdir()

    def _file(self, slug: str) -> Path:
        return self._content / slug / STORY_FILE


def _is_slug(slug: str) -> bool:
    return len(slug) <= SLUG_LENGTH and bool(re.fullmatch(SLUG_PATTERN, slug))


def _paragraphs(raw: bytes) -> tuple[str, ...]:
    try:
        return tuple(paragraphs_of(raw.decode("utf-8-sig"))) if raw else ()
    except UnicodeDecodeError:
        return ()


def _alternatives(current: Manuscript, place: Sequence[str | int]) -> Sequence[str]:
    if not place or not isinstance(place[-1], str):
        return ()
    item = item_at(current.data, place[:-1])
    value = item.get(place[-1], "")
    paragraphs = {int(each) for each in listed(item.get("paragraph")) if str(each).isdecimal()}
    try:
        published = EdtfDate.parse(str(current.data.get("date"))).first_day
    except ValueError:
        return ()
    article = Article(current.article, str(current.data.get("language", "en")))
    zone = str(item["zone"]) if item.get("zone") else None
    return [str(each) for each in readings(article, published, paragraphs, str(value), zone)] if current.article else ()
