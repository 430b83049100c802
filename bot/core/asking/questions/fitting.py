"""Tells how surely a statement gives the kind of answer that a question asks for."""

from collections.abc import Mapping

from bot.core.asking.questions.english import statements as patterns
from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.reading import Question
from bot.core.asking.questions.synonyms import groups_at
from bot.core.asking.questions.wanted import Wanted
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Story

_UNASKED = 0.5
_SOME_NUMBER = 0.2


def fits(story: Story, question: Question, evidence: Evidence, mentioned: Mapping[str, int]) -> float:  # noqa: PLR0911 -- a case a kind
    """Return how surely a statement gives a date, a place, a number, …, between 0 and 1; `mentioned`: whom it names."""
    match question.wanted:
        case Wanted.DATE:
            return 1.0 if question.says and evidence.speakers and evidence.date else evidence.dated
        case Wanted.CLOCK:
            return float(evidence.clock)
        case Wanted.PLACE:
            return _placed(story, evidence, mentioned)
        case Wanted.AGENT:
            return _agent(story, question, evidence, mentioned)
        case Wanted.COUNT:
            return _counted(question, evidence)
        case Wanted.AMOUNT:
            return _amount(question.unit, evidence)
        case Wanted.REASON:
            return max(0.2, evidence.reason)
        case Wanted.SPEECH:
            return 1.0 if evidence.speakers else 0.2
        case _:
            return _UNASKED


def _placed(story: Story, evidence: Evidence, mentioned: Mapping[str, int]) -> float:
    statement = evidence.statement
    if isinstance(statement, Event):
        return float(evidence.place)
    if isinstance(statement, Entity) and statement.type == "place" and statement.id not in mentioned:
        return 1.0
    if any(story.entity(each).type == "place" for each in evidence.about - mentioned.keys()):
        return 0.9
    if patterns.PLACE_IN.search(evidence.text):
        return 0.7
    return 0.5 if vocabulary.SITES.intersection(token.stem for token in evidence.tokens) else 0.0


def _agent(story: Story, question: Question, evidence: Evidence, mentioned: Mapping[str, int]) -> float:
    statement = evidence.statement
    kinds = {question.kind} if question.kind in ("person", "organisation") else {"person", "organisation"}
    if isinstance(statement, Entity):
        if statement.type in kinds:
            return 1.0
        return 0.6 if statement.id in mentioned else 0.3
    if any(story.entity(each).type in kinds for each in evidence.about - mentioned.keys()):
        return 1.0
    return 0.5 if evidence.names else 0.2


def _amount(unit: str | None, evidence: Evidence) -> float:
    if unit is None:
        return 0.9 if evidence.numbers else 0.0
    if evidence.has_unit(unit):
        return 1.0
    return 0.5 if unit == "length" and evidence.numbers else 0.0


def _counted(question: Question, evidence: Evidence) -> float:
    """A number counts what is asked for if that stands soon after it."""
    if not evidence.numbers:
        return 0.0
    if not question.noun:
        return 0.6
    wanted = {key for token in question.noun for key in (token.stem, token.root)}
    groups = {group for token in question.noun for group in groups_at([token.stem], 0, asked=True)}
    for place in evidence.numbers:
        for apart, token in enumerate(evidence.tokens[place + 1 : place + 5]):
            if wanted & {token.stem, token.root} or groups & groups_at([token.stem], 0).keys():
                return 1.0 if apart <= 2 else 0.8
        follows = [token.text for token in evidence.tokens[place + 1 : place + 2]]
        if wanted & {"person", "people"} and any(text in vocabulary.PEOPLE or text == "of" for text in follows):
            return 0.9
    return _SOME_NUMBER
