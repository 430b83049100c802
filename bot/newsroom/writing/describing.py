"""Reads a story file as an editor works on it: with its data, its problems and their places, and its article."""

from collections.abc import Sequence
from pathlib import Path

from bot.core.editing.manuscripts import Manuscript
from bot.core.editing.operations import Place
from bot.core.errors import Problem
from bot.newsroom.article import compare_with_article
from bot.newsroom.checking import check_bytes
from bot.newsroom.source import Source, read_source
from bot.newsroom.warnings import Warn, warnings_about
from bot.newsroom.writing.places import NAMES
from bot.newsroom.writing.saving import digest_of


def manuscript_of(
    file: Path, raw: bytes, article: Sequence[str], warn: Sequence[Warn] = (), *, is_writable: bool
) -> Manuscript:
    """Return the manuscript that a story file with these contents is."""
    checked, source = check_bytes(raw, file), read_source(raw)
    problems = [*checked.problems]
    if checked.story:
        problems += warnings_about(checked.story, file, raw, warn)
        problems += compare_with_article(checked.story, file, raw, article) if article else ()
    problems.sort()
    return Manuscript(
        slug=checked.slug,
        text=raw.decode("utf-8", "replace"),
        digest=digest_of(raw),
        data=dict(source.data or {}),
        story=checked.story,
        problems=tuple(problems),
        places=_places(problems, source),
        article=tuple(article),
        is_writable=is_writable,
    )


def _places(problems: Sequence[Problem], source: Source) -> tuple[Place | None, ...]:
    """Return for each problem the item, or the part of the story, that its line stands for."""
    by_line: dict[int, Place] = {}
    for place, line in source.lines.items():
        if place:
            by_line.setdefault(line, place[:2] if place[0] in NAMES else place[:1])
    return tuple(by_line.get(each.line) for each in problems)
