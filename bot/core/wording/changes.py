"""Marks on what has changed: on a corrected fact, and on words that still tell the former date of an event."""

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.core.stories.contradictions import (
    contradicts_description,
    contradicts_fact,
    contradicts_role,
    contradicts_sentence,
)
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Sentence, Story
from bot.core.wording.cards import Block, Line, Moment, Paragraph
from bot.core.wording.language import Language

_MOST_NAMED = 3  # events beside one statement


def marked_fact(say: Language, story: Story, fact: Fact, line: Line) -> Line:
    """Add to a fact in words the day of its last correction, and the new plans that contradict it."""
    corrected = [each.date for each in story.corrections if fact.id and fact.id in each.facts]
    if corrected:
        line = say.line("{statement} (corrected on {day})", statement=line, day=say.date(corrected[-1]))
    return _with_new_plans(say, line, contradicts_fact(story, fact))


def marked_sentence(say: Language, story: Story, sentence: Sentence) -> Line:
    """Return a sentence of the summary with the new plans that contradict it."""
    return _with_new_plans(say, (sentence.text,), contradicts_sentence(story, sentence))


def marked_role(say: Language, story: Story, entity: Entity) -> Line:
    """Return an entity's role with the new plans that contradict it."""
    return _with_new_plans(say, (entity.role,), contradicts_role(story, entity))


def marked_description(say: Language, story: Story, event: Event) -> Line:
    """Return an event's description with the new plans that contradict it."""
    return _with_new_plans(say, (event.description,), contradicts_description(story, event))


def _with_new_plans(say: Language, line: Line, changed: Sequence[Event]) -> Line:
    if not changed:
        return line
    named = [
        say.line("{event}, {plan}", event=event.name, plan=new_plan(say, event)) for event in changed[:_MOST_NAMED]
    ]
    plans = named[0]
    for each in named[1:]:
        plans = say.line("{plans}; {plan}", plans=plans, plan=each)
    return say.line("{statement} (the plan has changed: {plans})", statement=line, plans=plans)


def new_plan(say: Language, event: Event) -> Line:
    """Return a changed plan in a few words: its new date, or what became of it."""
    if event.status == "cancelled":
        return say.line("cancelled")
    if event.status == "postponed" or event.start is None:
        return say.line("postponed")
    if event.start.moment is None:
        return (say.date(event.start),)
    zone, at = ZoneInfo(event.zone), event.start.moment
    return (Moment(at, say.time(at, zone), local=say.local_time(at, zone)),)


def retracted(say: Language, story: Story) -> list[Block]:
    """Say that the newsroom retracted a story, when and why as far as that is known, and repeat nothing of it."""
    known = story.retraction
    if known and known.date:
        text = say.line(
            "The newsroom has retracted the story “{headline}” ({date}).",
            headline=story.headline,
            date=say.date(known.date),
        )
    else:
        text = say.line("The newsroom has retracted the story “{headline}”.", headline=story.headline)
    if known and known.reason:
        return [Paragraph(text), Paragraph(say.line("The reason: {reason}", reason=known.reason))]
    return [Paragraph(text)]
