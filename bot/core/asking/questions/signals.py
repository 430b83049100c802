"""Compares a question with the statements of a story: numbers between 0 and 1 that speak for or against each.

The fitted weights (`weights.py`) call the signals by the names that stand here; a signal that is 0 is left out.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.fitting import fits
from bot.core.asking.questions.index import Matched
from bot.core.asking.questions.reading import Question
from bot.core.asking.questions.wanted import Wanted
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Quotation, Sentence, Story

_GOOD = 0.5
_OWN_WORD = 0.69
_NEAR = 3  # words

Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is compared: its words, the entities that it names or means."""

    question: Question
    matched: Sequence[Matched]
    mentioned: Mapping[str, int]
    """The entities that it names, each with the number of words of the name."""
    events: Mapping[int, int]
    """The events that it names, by the numbers of their statements."""
    event_ids: frozenset[str]
    meant: frozenset[str]
    """The entities that its pronoun may mean."""
    head: Matched | None
    context: Evidence | None
    total: float
    """The weight of all its words."""
    acts: Sequence[bool]
    """Which of its words tell what happens: they are no name, and not light."""
    acts_total: float
    neighbours: Sequence[tuple[str, str]]
    """The roots of each two words that are neighbours."""

    @property
    def heavy(self) -> int:
        """The number of its words that are not light."""
        return sum(len(word.tokens) for word in self.question.words if not word.light)

    @property
    def subjects(self) -> frozenset[str]:
        """The entities that it names or means."""
        return self.meant | self.mentioned.keys()


def signals_of(story: Story, asked: Asked, number: int, evidence: Evidence) -> Signals:
    """Return what speaks for or against a statement, which has this number in the index."""
    fit = fits(story, asked.question, evidence, asked.mentioned)
    signals = (
        _of_words(asked, number, evidence) | _of_names(asked, number, evidence) | _of_kind(asked.question, evidence)
    )
    signals |= _of_time(asked.question, evidence)
    signals["typed"], signals["untyped"] = fit, float(fit == 0)
    if kind := _TYPED.get(asked.question.wanted):
        signals[kind] = fit
    signals["covered_typed"] = signals["coverage"] * fit
    signals["act_typed"] = signals["act"] * fit
    signals["least"] = min(signals["coverage"], fit)
    return {name: value for name, value in signals.items() if value}


_TYPED = {
    Wanted.DATE: "typed_date",
    Wanted.CLOCK: "typed_date",
    Wanted.COUNT: "typed_number",
    Wanted.AMOUNT: "typed_number",
    Wanted.PLACE: "typed_place",
    Wanted.AGENT: "typed_agent",
    Wanted.REASON: "typed_reason",
}


def _of_words(asked: Asked, number: int, evidence: Evidence) -> dict[str, float]:
    """How much of the question stands in the statement, and how much of the statement in the question."""
    question = asked.question
    covered = in_text = act = most = act_most = 0.0
    good, act_good = 0, False
    for each, is_act in zip(asked.matched, asked.acts, strict=True):
        weight, degree = each.weight, each.degrees.get(number, 0.0)
        missing = weight * (1 - degree)
        covered += weight * degree
        most = max(most, missing)
        good += degree > _GOOD
        if degree >= _OWN_WORD:
            in_text += weight
        if is_act:
            act += weight * degree
            act_most = max(act_most, missing)
            act_good |= degree > _GOOD
    coverage, has_acts = covered / asked.total, any(asked.acts)
    found = {
        "coverage": coverage,
        "coverage2": coverage**2,
        "missing_most": most,
        "text_only": in_text / asked.total,
        "dense": min(1.0, good / (1 + 0.5 * evidence.content)),
        "act": act / asked.acts_total if has_acts else 0.5,
        "act_none": float(has_acts and not act_good),
        "act_missing": act_most,
        "order": _in_order(asked.neighbours, evidence),
        "negative": float(question.negated and evidence.negative),
    }
    if question.pairs:
        found["pairs"] = sum(pair in evidence.pairs for pair in question.pairs) / len(question.pairs)
    if asked.head is not None:
        found["head"] = asked.head.degrees.get(number, 0.0)
        found["headless"] = 1.0 - found["head"]
    return found


def _in_order(neighbours: Sequence[tuple[str, str]], evidence: Evidence) -> float:
    """The share of neighbouring words of the question that are near each other in the statement, too."""
    if not neighbours:
        return 0.0
    places = evidence.places
    near = 0
    for first, second in neighbours:
        if (before := places.get(first)) and (after := places.get(second)):
            near += any(0 < abs(b - a) <= _NEAR for a in before for b in after)
    return near / len(neighbours)


def _of_names(asked: Asked, number: int, evidence: Evidence) -> dict[str, float]:
    """How far the statement is about what the question names, and said by whom it asks about."""
    question, statement, mentioned = asked.question, evidence.statement, asked.mentioned
    found: dict[str, float] = {}
    if mentioned:
        found["entities"] = len(evidence.about & mentioned.keys()) / len(mentioned)
        if isinstance(statement, Entity) and statement.id in mentioned:
            asks = question.wanted in (Wanted.THING, Wanted.AGENT, Wanted.ABOUT, Wanted.WORDS)
            found["defined"] = float(question.defines and mentioned[statement.id] >= asked.heavy)
            found["subject"], found["define"] = 1.0, float(asks and mentioned[statement.id] >= asked.heavy)
    if number in asked.events:
        found["event_named"] = 1.0
        found[f"event_alone_{question.wanted.value}"] = float(asked.events[number] >= asked.heavy)
    elif asked.event_ids:
        found["event_belongs"] = float(isinstance(statement, Fact) and bool(asked.event_ids & evidence.events))
        found["event_else"] = float(isinstance(statement, Event))
    if asked.meant:
        found["pronoun"] = float(bool(evidence.about & asked.meant))
        found["pronoun_else"] = 1.0 - found["pronoun"]
    if question.says and (subjects := asked.subjects):
        found["speaker"] = float(bool(evidence.speakers & subjects))
        found["no_speaker"] = float(bool(evidence.speakers) and not evidence.speakers & subjects)
    if asked.context is not None:
        found["same"] = float(asked.context.statement is statement)
        of_event = isinstance(asked.context.statement, Event)
        found["other_event"] = float(of_event and not asked.context.events & evidence.events)
        found["shares"] = len(asked.context.about & evidence.about) / (len(asked.context.about) or 1)
    return found


def _of_kind(question: Question, evidence: Evidence) -> dict[str, float]:  # noqa: PLR0911 -- a case a kind
    """The kind of statement, alone and beside the kind of answer that is asked for."""
    statement, wanted = evidence.statement, question.wanted
    match statement:
        case Entity():
            return {"is_entity": 1.0, f"{wanted.value}_entity": 1.0}
        case Event():
            there = {"where_placed": float(evidence.place)} if wanted is Wanted.PLACE else {}
            return {"is_event": 1.0, f"{wanted.value}_event": 1.0} | there
        case Quotation():
            return {"is_quote": 1.0, "say_quote" if question.says else "quote_unasked": 1.0}
        case Sentence():
            return {"is_sentence": 1.0}
        case Fact(kind="claim"):
            asked = {"say_claim" if question.says else "claim_unasked": 1.0}
            return {"is_claim": 1.0, "why_claim": float(wanted is Wanted.REASON)} | asked
        case Fact(kind=kind, key=key):
            return {"is_background": float(kind == "background"), "is_key": float(key)}
        case _:
            return {}


def _of_time(question: Question, evidence: Evidence) -> dict[str, float]:
    """How the tense of the question goes with what is still to come."""
    statement = evidence.statement
    found = {"future": float(question.future and evidence.ahead)}
    if isinstance(statement, Event):
        awaited = statement.status != "held"
        found["past_of_future"] = float(awaited and question.past and not question.changed)
        found["outcome"] = float(awaited and question.outcome)
        found["changed_event"] = float(question.changed and bool(statement.history))
    return found
