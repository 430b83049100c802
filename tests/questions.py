"""Questions about the tests' stories, each with the statements that answer it, from `tests/data/questions.yaml`."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import yaml

from bot.core.stories.story import Story
from tests.stories import ROOT, bundled, collapse, court, harbour, insolvency, leak, merger, recall, volcano

QUESTIONS = ROOT / "tests" / "data" / "questions.yaml"
KINDS = (
    "when",
    "where",
    "who",
    "what",
    "why",
    "how many",
    "how",
    "yes-no",
    "quote",
    "about",
    "keywords",
    "two",
    "follow-up",
)
REASONS = ("no_such_value", "after_the_story", "false_premise", "unknown_name", "other_subject")
LISTS = ("summary", "entities", "facts", "quotations", "events")


class Statement(NamedTuple):
    """The place of a statement in its story: `getattr(story, list)[number]`."""

    list: str
    number: int


@dataclass(frozen=True, slots=True)
class Question:
    """A question as a reader puts it."""

    story: str
    """The slug of the story that it is about."""
    kind: str
    text: str
    parts: tuple[frozenset[Statement], ...] = ()
    """For each thing that it asks the statements that answer it; empty if the story does not."""
    why: str | None = None
    """The reason for which nothing answers it."""
    after: str | None = None
    """The question before it."""

    @property
    def answers(self) -> frozenset[Statement]:
        """Every statement that is right to come first."""
        return frozenset[Statement]().union(*self.parts)


@cache
def stories() -> Mapping[str, Story]:
    """The stories that are asked about, by slug."""
    asked = (bundled(), court(), recall(), merger(), volcano(), insolvency(), leak(), collapse(), harbour())
    return {story.slug: story for story in asked}


@cache
def questions() -> Sequence[Question]:
    """All questions, in the order of the file; ValueError if a reference names no statement, or several."""
    entries = yaml.load(QUESTIONS.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)
    return [_question(**entry) for entry in entries]


def find_statement(story: Story, among: str, words: str) -> Statement:
    """Find the statement of a list that has this id, or the only one whose text begins with these words."""
    found = [number for number, item in enumerate(getattr(story, among)) if _is_called(item, words)]
    if among not in LISTS or len(found) != 1:
        raise ValueError(f"{story.slug}: {len(found)} statements are meant by {{{among}: {words}}}")
    return Statement(among, found[0])


def _question(
    *,
    story: str,
    kind: str,
    text: str,
    answers: Sequence[Mapping[str, str]],
    also: Sequence[Mapping[str, str]] = (),
    why: str | None = None,
    after: str | None = None,
) -> Question:
    parts = tuple(frozenset(_statements(stories()[story], each)) for each in (answers, also) if each)
    return Question(story, kind, text, parts, why, after)


def _statements(story: Story, references: Sequence[Mapping[str, str]]) -> Iterator[Statement]:
    for reference in references:
        [(among, words)] = reference.items()
        yield find_statement(story, among, words)


def _is_called(item: Any, words: str) -> bool:
    return words == getattr(item, "id", None) or getattr(item, "text", "").startswith(words)
