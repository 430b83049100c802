"""The newsroom: keeps the library in step with the story files, and checks them all for `newspeg check`."""

import asyncio
import hashlib
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import aclosing
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

import structlog

from bot.core.errors import Problem, SettingsError
from bot.core.stories.library import Library
from bot.core.stories.story import Story
from bot.newsroom.article import article_beside, check_against_article
from bot.newsroom.checking import Checked, check_bytes, slug_of, unreadable
from bot.newsroom.files import read_beneath, read_file
from bot.newsroom.folders import STORY_FILE, story_files
from bot.newsroom.source import MAX_BYTES
from bot.newsroom.warnings import Warn, warnings_about
from bot.newsroom.watching import content_changes

log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True)
class _Kept:
    """A file as it was checked last, so that only changed files are checked again."""

    digest: bytes
    checked: Checked


@dataclass(frozen=True, slots=True)
class _Reading:
    """One reading of the content folder, ready to replace the one before."""

    files: dict[Path, _Kept]
    stories: dict[str, Story]
    library: Library
    problems: list[Problem]


class Newsroom:
    """The stories of a content folder, of one story's folder, or of one story file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.library = Library(())
        self.problems: Mapping[str, Sequence[Problem]] = {}
        """The problems in the files as they were read last, by slug."""
        self._stories: dict[str, Story] = {}
        self._files: dict[Path, _Kept] = {}
        self._one_at_a_time = asyncio.Lock()

    @property
    def stories(self) -> tuple[Story, ...]:
        """All stories by slug, drafts and retracted ones too; of a broken file the last good version."""
        return tuple(story for _, story in sorted(self._stories.items()))

    @property
    def sound(self) -> Mapping[Path, Story]:
        """The stories whose files have no error, by file."""
        return {file: kept.checked.story for file, kept in self._files.items() if kept.checked.story}

    @property
    def drafts(self) -> frozenset[str]:
        """The slugs of the files that say that they are drafts, whether they have errors or not."""
        return frozenset(kept.checked.slug for kept in self._files.values() if kept.checked.draft)

    def load(self) -> list[Problem]:
        """Read every story and replace the library; a file with a problem keeps its last good version.

        Raises SettingsError if the folder cannot be read; the library then stays as it is.
        """
        return self._take(self._read())

    async def reload(self) -> list[Problem]:
        """`load`, with the reading and indexing done off the event loop."""
        return self._take(await asyncio.to_thread(self._read))

    async def reread(self) -> list[Problem]:
        """`reload`, and return only the problems that the reading before did not have."""
        known = {problem for problems in self.problems.values() for problem in problems}
        return [problem for problem in await self.reload() if problem not in known]

    async def watch(self, changed: Callable[[], Awaitable[None]]) -> None:
        """Reload at every change of the files, until cancelled; changes and problems are logged.

        `changed` is awaited when a story changed.
        """
        async with aclosing(content_changes(self.path)) as seen:
            async for _ in seen:
                await self.refresh(changed)

    async def refresh(self, changed: Callable[[], Awaitable[None]]) -> None:
        """Reload now, as `watch` does; whoever has saved a file need not wait until that is noticed."""
        async with self._one_at_a_time:
            before = self._stories
            try:
                problems = await self.reload()
            except SettingsError as error:
                log.error("stories stay as they were", reason=str(error))
                return
            for problem in problems:
                log.error("story problem", problem=str(problem))
            if differences := _differences(before, self._stories):
                await changed()
                log.info("stories changed", **differences)

    def _read(self) -> _Reading:
        found = story_files(self.path)
        kept = {file: _check(file, found.root, self._files.get(file)) for file in found.files}
        problems = sorted([*found.problems, *(problem for one in kept.values() for problem in one.checked.problems)])
        stories = self._last_good(problems)
        stories |= {one.checked.slug: one.checked.story for one in kept.values() if one.checked.story}
        library = self.library if stories == self._stories else Library(stories.values())
        return _Reading(kept, stories, library, problems)

    def _last_good(self, problems: Iterable[Problem]) -> dict[str, Story]:
        broken = {slug_of(problem.file) for problem in problems}
        return {slug: story for slug, story in self._stories.items() if slug in broken}

    def _take(self, reading: _Reading) -> list[Problem]:
        self._files, self._stories, self.library = reading.files, reading.stories, reading.library
        by_slug = groupby(reading.problems, key=lambda problem: slug_of(problem.file))
        self.problems = {slug: tuple(problems) for slug, problems in by_slug}
        return reading.problems


def _check(file: Path, root: Path, known: _Kept | None) -> _Kept:
    try:
        raw = read_beneath(root, file, MAX_BYTES)
    except OSError as error:
        return _Kept(b"", unreadable(file, f"cannot be read: {error.strerror}"))
    digest = hashlib.sha256(raw).digest()
    return known if known and known.digest == digest else _Kept(digest, check_bytes(raw, file))


def _differences(before: dict[str, Story], after: dict[str, Story]) -> dict[str, list[str]]:
    differences = {
        "added": sorted(after.keys() - before.keys()),
        "removed": sorted(before.keys() - after.keys()),
        "changed": sorted(slug for slug in after.keys() & before.keys() if after[slug] != before[slug]),
    }
    return {how: slugs for how, slugs in differences.items() if slugs}


@dataclass(frozen=True, slots=True)
class Report:
    """The stories without an error, by slug, and all problems, warnings too, by file and line."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


def check_stories(path: Path, article: Path | None = None, warn: Iterable[Warn] = ()) -> Report:
    """Check a content folder, a story's folder or a story file; with an article the path must hold one story.

    Without one, each story is compared with the article that is kept beside it, if there is one.
    `warn`: warnings beside the newsroom's own.

    Raises SettingsError if a path cannot be read, or more than one story is compared with the article.
    """
    newsroom = Newsroom(path)
    problems = newsroom.load()
    for file, story in newsroom.sound.items():
        problems += _warnings(file, story, warn)
        if not article and (beside := article_beside(file)):
            problems += check_against_article(story, file, beside)
    if article:
        problems += _compare(newsroom.stories, path, article)
    if not newsroom.stories and not problems:
        problems = [
            Problem(path / STORY_FILE, 1, "there is no story here: each has a folder of its own with this file")
        ]
    return Report(newsroom.stories, tuple(sorted(problems)))


def _warnings(file: Path, story: Story, warn: Iterable[Warn]) -> list[Problem]:
    try:
        return warnings_about(story, file, read_file(file, MAX_BYTES), warn)
    except OSError as error:
        raise SettingsError(f"cannot read the story “{file}” ({error.strerror})") from error


def _compare(stories: tuple[Story, ...], path: Path, article: Path) -> list[Problem]:
    found = story_files(path)
    if len(found.files) != 1:
        holds = f"but “{path}” holds {len(found.files)}: give its folder"
        raise SettingsError(f"an article is compared with one story, {holds}")
    return check_against_article(stories[0], found.files[0], article) if stories else []


def line_about(story: Story) -> str:
    """Describe a sound story in one line."""
    counts = (f"{len(getattr(story, kind))} {kind}" for kind in ("facts", "entities", "quotations", "events"))
    return f"{story.slug}: {story.headline} ({story.status}, {story.date}; {', '.join(counts)})"
