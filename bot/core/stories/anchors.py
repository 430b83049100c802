"""Ids of statements: each statement of a story has one, and its place on the story's page is called by it."""

import hashlib
from typing import assert_never

from bot.core.stories.event import Change, Event
from bot.core.stories.story import Entity, Fact, Quotation, Sentence, Story

Statement = Sentence | Entity | Fact | Quotation | Event

_DIGITS = 12


def statement_id(statement: Statement | Change, event: Event | None = None) -> str:
    """Return a statement's id, such as `fact-length`: of its own id, or else of a number made from its words.

    Its own id stays when its words change; the number stays while it keeps its words, wherever it stands in its list.
    Two events may change alike on one day: the event of a change tells their numbers apart.
    """
    match statement:
        case Sentence():
            return f"sentence-{statement.id or _number(statement.text)}"
        case Entity():
            return f"entity-{statement.id}"
        case Fact():
            return f"fact-{statement.id or _number(statement.text, *statement.said_by)}"
        case Quotation():
            return f"quotation-{statement.id or _number(statement.text, statement.said_by)}"
        case Event():
            return f"event-{statement.id}"
        case Change():
            whose = event.id if event else ""
            words = (whose, str(statement.changed), str(statement.plan), statement.note or "")
            return f"change-{statement.id or _number(*words)}"
        case _:
            assert_never(statement)


def page_path(story: Story, statement: Statement | Change | None = None) -> str:
    """Return the path of a story's page, or of one statement on it."""
    path = f"/stories/{story.slug}"
    if statement is None:
        return path
    event = _event_of(story, statement) if isinstance(statement, Change) else None
    return f"{path}#{statement_id(statement, event)}"


def _event_of(story: Story, change: Change) -> Event | None:
    return next((event for event in story.events if any(each is change for each in event.history)), None)


def _number(*words: str) -> str:
    """Return digits alone, as an id that an editor gives begins with a letter."""
    digest = hashlib.sha256("\n".join(words).encode(errors="replace")).hexdigest()
    return f"{int(digest, 16) % 10**_DIGITS:0{_DIGITS}}"
