"""Warns an editor of what is valid in a story and yet not as it should be; the story is served all the same."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from textwrap import shorten

from bot.core.errors import Problem
from bot.core.stories.contradictions import (
    contradicts_description,
    contradicts_fact,
    contradicts_role,
    contradicts_sentence,
)
from bot.core.stories.event import Event
from bot.core.stories.story import Fact, Story
from bot.core.stories.words import asked, asks_for_something
from bot.newsroom.reviews import listed_reviews
from bot.newsroom.source import Fault, first_faults, read_source
from bot.newsroom.tree import Loc

MOST_KEY_FACTS = 5
_SHOWN = 60

Warn = Callable[[Story], Iterable[tuple[Loc, str]]]
"""Yields what a sound story should be warned of, each at its place in the file."""


def warnings_about(story: Story, file: Path, raw: bytes, warn: Iterable[Warn] = ()) -> list[Problem]:
    """Return the warnings about a sound story, whose file holds these bytes, its reviews too; `warn`: others."""
    source = read_source(raw)
    found = {Fault(source.line(loc), message) for each in (*WARNINGS, *warn) for loc, message in each(story)}
    found.update(listed_reviews(source))
    return [Problem(file, fault.line, fault.message, is_warning=True) for fault in first_faults(found)]


def _too_many_key_facts(story: Story) -> Iterator[tuple[Loc, str]]:
    places: dict[str, list[int]] = {}
    for index, fact in enumerate(story.facts):
        for entity in {*fact.about, *fact.said_by, *filter(None, [fact.via])} if fact.key else ():
            places.setdefault(entity, []).append(index)
    for entity, keys in places.items():
        if len(keys) > MOST_KEY_FACTS:
            message = f"“{entity}” has {len(keys)} facts with “key: true”; /who shows at most {MOST_KEY_FACTS}"
            yield ("facts", keys[MOST_KEY_FACTS], "key"), message


def _former_dates(story: Story) -> Iterator[tuple[Loc, str]]:
    """Yield each statement that still tells the former date of an event whose plan has changed."""
    for index, sentence in enumerate(story.summary):
        yield from _contradicted(("summary", index, "text"), contradicts_sentence(story, sentence))
    for index, entity in enumerate(story.entities):
        yield from _contradicted(("entities", index, "role"), contradicts_role(story, entity))
    for index, fact in enumerate(story.facts):
        yield from _contradicted(("facts", index, "text"), contradicts_fact(story, fact))
    for index, event in enumerate(story.events):
        yield from _contradicted(("events", index, "description"), contradicts_description(story, event))


def _contradicted(loc: Loc, events: Iterable[Event]) -> Iterator[tuple[Loc, str]]:
    for event in events:
        yield (
            loc,
            f"this tells a former date of “{event.id}”, whose plan has changed; readers are shown the new plan too",
        )


def _questions(story: Story) -> Iterator[tuple[Loc, str]]:
    """Yield each question that another statement claims already, or that asks for nothing."""
    claimed: dict[frozenset[str], tuple[Loc, Fact | Event]] = {}
    for place, statement in _with_questions(story):
        for index, question in enumerate(statement.questions):
            loc: Loc = (*place, "questions", index)
            if not asks_for_something(question):
                yield loc, f"“{question}” has no word that tells what is asked: name the matter, or delete the line"
                continue
            first, other = claimed.setdefault(asked(question), (place, statement))
            if first != place:
                yield loc, f"“{question}” is asked under {_named(other)} too: keep it where the better answer is"


def _with_questions(story: Story) -> Iterator[tuple[Loc, Fact | Event]]:
    yield from ((("facts", index), fact) for index, fact in enumerate(story.facts))
    yield from ((("events", index), event) for index, event in enumerate(story.events))


def _named(statement: Fact | Event) -> str:
    if isinstance(statement, Event):
        return f"the event “{statement.id}”"
    return f"the fact “{statement.id or shorten(statement.text, _SHOWN, placeholder=' …')}”"


WARNINGS: Sequence[Warn] = (_too_many_key_facts, _former_dates, _questions)
"""The warnings that need the story alone."""
