"""The check behind `newspeg check`: all stories of a path, all problems, and one story against its article."""

from dataclasses import dataclass
from pathlib import Path

from bot.core.errors import Problem, SettingsError
from bot.core.stories.story import Story
from bot.newsroom.article import check_against_article
from bot.newsroom.folders import STORY_FILE, story_files
from bot.newsroom.newsroom import Newsroom


@dataclass(frozen=True, slots=True)
class Report:
    """The stories without a problem, by slug, and all problems, by file and line."""

    stories: tuple[Story, ...]
    problems: tuple[Problem, ...]


def check(path: Path, article: Path | None = None) -> Report:
    """Check a content folder, a story's folder or a story file; with an article the path must hold one story.

    Raises SettingsError if a path cannot be read, or more than one story is compared with the article.
    """
    newsroom = Newsroom(path)
    problems = newsroom.load()
    if article:
        problems += _compare(newsroom.stories, path, article)
    if not newsroom.stories and not problems:
        problems = [
            Problem(path / STORY_FILE, 1, "there is no story here: each has a folder of its own with this file")
        ]
    return Report(newsroom.stories, tuple(sorted(problems)))


def _compare(stories: tuple[Story, ...], path: Path, article: Path) -> list[Problem]:
    found = story_files(path)
    if len(found.files) != 1:
        holds = f"but “{path}” holds {len(found.files)}: give its folder"
        raise SettingsError(f"an article is compared with one story, {holds}")
    return check_against_article(stories[0], found.files[0], article) if stories else []


def describe(story: Story) -> str:
    """Describe a sound story in one line."""
    counts = (f"{len(getattr(story, kind))} {kind}" for kind in ("facts", "entities", "quotations", "events"))
    return f"{story.slug}: {story.headline} ({story.status}, {story.date}; {', '.join(counts)})"
