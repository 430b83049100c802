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
from bot.core.wording.language import Language, Voice

_MOST_NAMED = 3  # events beside one statement


def marks_of_fact(voice: Voice, story: Story, fact: Fact) -> Line:
    """Return the marks of a fact: the day of its last correction, and the new plans that contradict it."""
    say = voice.language
    corrected = [each.date for each in story.corrections if fact.id and fact.id in each.facts]
    mark = say.line("(corrected on {day})", day=say.date(corrected[-1])) if corrected else ()
    return with_mark(mark, _new_plans(voice, contradicts_fact(story, fact)))


def marked_fact(voice: Voice, story: Story, fact: Fact, line: Line) -> Line:
    """Add its marks to a fact in words."""
    return with_mark(line, marks_of_fact(voice, story, fact))


def marked_sentence(voice: Voice, story: Story, sentence: Sentence) -> Line:
    """Return a sentence of the summary with the new plans that contradict it."""
    return with_mark((sentence.text,), _new_plans(voice, contradicts_sentence(story, sentence)))


def marked_role(voice: Voice, story: Story, entity: Entity) -> Line:
    """Return an entity's role with the new plans that contradict it."""
    return with_mark((entity.role,), _new_plans(voice, contradicts_role(story, entity)))


def marked_description(voice: Voice, story: Story, event: Event) -> Line:
    """Return an event's description with the new plans that contradict it."""
    return with_mark((event.description,), _new_plans(voice, contradicts_description(story, event)))


def with_mark(line: Line, mark: Line) -> Line:
    """Return a line with a mark after it, if there is one."""
    return (*line, " ", *mark) if line and mark else line or mark


def _new_plans(voice: Voice, changed: Sequence[Event]) -> Line:
    if not changed:
        return ()
    say = voice.language
    named = [
        say.line("{event}, {plan}", event=event.name, plan=_new_plan(voice, event)) for event in changed[:_MOST_NAMED]
    ]
    plans = named[0]
    for each in named[1:]:
        plans = say.line("{plans}; {plan}", plans=plans, plan=each)
    return say.line("(the plan has changed: {plans})", plans=plans)


def _new_plan(voice: Voice, event: Event) -> Line:
    """Return a changed plan in a few words: its new date, or what became of it."""
    say = voice.language
    if event.status == "cancelled":
        return say.line("cancelled")
    if event.status == "postponed" or event.start is None:
        return say.line("postponed")
    if event.start.moment is None:
        return (say.date(event.start),)
    zone, at = voice.zone or ZoneInfo(event.zone), event.start.moment
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
