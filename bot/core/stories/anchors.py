"""Ids of statements: each statement of a story has one, and its place on the story's page is called by it."""

import hashlib
from typing import assert_never

from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Quotation, Sentence, Story

Statement = Sentence | Entity | Fact | Quotation | Event

_DIGITS = 12


def statement_id(statement: Statement) -> str:
    """Return a statement's id, such as `fact-length`: of its own id, or else of a number made from its words.

    It stays the same while the statement keeps its words, wherever it stands in its list.
    """
    match statement:
        case Sentence():
            return f"sentence-{_number(statement.text)}"
        case Entity():
            return f"entity-{statement.id}"
        case Fact():
            return f"fact-{statement.id or _number(statement.text, *statement.said_by)}"
        case Quotation():
            return f"quotation-{_number(statement.text, statement.said_by)}"
        case Event():
            return f"event-{statement.id}"
        case _:
            assert_never(statement)


def page_path(story: Story, statement: Statement | None = None) -> str:
    """Return the path of a story's page, or of one statement on it."""
    path = f"/stories/{story.slug}"
    return f"{path}#{statement_id(statement)}" if statement else path


def _number(*words: str) -> str:
    """Return digits alone, as an id that an editor gives begins with a letter."""
    digest = hashlib.sha256("\n".join(words).encode(errors="replace")).hexdigest()
    return f"{int(digest, 16) % 10**_DIGITS:0{_DIGITS}}"
