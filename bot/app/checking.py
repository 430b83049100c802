"""The check of story files, with what only their posts and answers show."""

from pathlib import Path

from bot.app.fitting import too_long_for
from bot.app.platforms import PLATFORMS
from bot.core.errors import Problem
from bot.newsroom.newsroom import check_stories, line_about


def check(path: Path, article: Path | None = None) -> tuple[list[str], list[Problem]]:
    """Return a line for each story that is sound, and every problem; a sound story may have warnings."""
    report = check_stories(path, article, [too_long_for(PLATFORMS)])
    return [line_about(story) for story in report.stories], list(report.problems)
