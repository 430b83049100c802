"""Compares a question with the statements of a story: numbers between 0 and 1 that speak for or against each.

The fitted weights (`weights.py`) call the signals by the names that stand here; a signal that is 0 is left out.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.fitting import fits
from bot.core.asking.questions.index import Index, Matched
from bot.core.asking.questions.reading import Question
from bot.core.asking.questions.wanted import Wanted
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Quotation, Sentence

MOST_COMPARED = 24
"""The statements that share the most with a question; the others need no closer look."""
_GOOD = 0.5
_OWN_WORD = 0.69
_OF_SPEAKER = 0.1
_NEAR = 3  # words

Signals = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Compared:
    """One statement compared with a question."""

    evidence: Evidence
    number: int
    """Its place in the index."""
    signals: Signals


@dataclass(frozen=True, slots=True)
class Comparison:
    """A question compared with the statements that share the most with it."""

    question: Question
    matched: Sequence[Matched]
    compared: Sequence[Compared]

    @property
    def unknown_names(self) -> Sequence[str]:
        """The words with a capital that the story does not know."""
        return [each.word.typed for each in self.matched if each.unknown_name]

    @property
    def unmentioned(self) -> Sequence[str]:
        """The words for which the story has none, not even a like one; common words are not worth a mention."""
        alone = (each.word for each in self.matched if not each.degrees and not each.word.groups)
        return [word.typed for word in alone if not word.light]


@dataclass(frozen=True, slots=True)
class _Asked:
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
    def subjects(self) -> frozenset[str]:
        """The entities that it names or means."""
        return self.meant | self.mentioned.keys()


def compare(index: Index, question: Question, context: Evidence | None = None) -> Comparison:
    """Compare a question with the statements of a story; `context` is the answer to the question before it."""
    matched = index.match(question.words, doers=question.wanted is Wanted.AGENT)
    named = index.names.mentioned(question.words)
    mentioned = named.entities
    head = next((each for each in matched if question.head and question.head in each.word.tokens), None)
    meant = _meant(index, question, mentioned, context)
    if meant and question.pronoun_word:
        matched.append(index.match_about(question.pronoun_word, meant))
    acts = [not each.name and not each.word.light for each in matched]
    asked = _Asked(
        question,
        matched,
        mentioned,
        named.events,
        frozenset(index.names.event_ids[number] for number in named.events),
        meant,
        head,
        context,
        sum(each.weight for each in matched) or 1.0,
        acts,
        sum(each.weight for each, is_act in zip(matched, acts, strict=True) if is_act),
        [(first.word.tokens[-1].root, second.word.tokens[0].root) for first, second in pairwise(matched)],
    )
    shared = _about_its_subject(index, asked, _shared(index, asked))
    nearest = nlargest(MOST_COMPARED, shared, key=lambda number: (shared[number], -number))
    compared = [Compared(index.evidence[number], number, _signals(index, asked, number)) for number in nearest]
    return Comparison(question, matched, compared)


def _meant(index: Index, question: Question, mentioned: Mapping[str, int], context: Evidence | None) -> frozenset[str]:
    """Return whom a pronoun may mean: of the answer before, or else the one whom most of the story is about.

    “They” are all of whom that answer tells, “he” and “she” the first one.
    """
    people = index.names.persons
    if not question.pronoun or mentioned.keys() & set(people):
        return frozenset()
    if context is None:
        return frozenset(people[:1])
    if question.pronoun in vocabulary.THEY:
        return context.about
    told = [each for each in context.order if each in people]
    return frozenset(told[:1]) or context.about


def _shared(index: Index, asked: _Asked) -> Mapping[int, float]:
    """Weigh what each statement shares with the question; those about its subject count even without its words."""
    shared: defaultdict[int, float] = defaultdict(float)
    for each in asked.matched:
        for number, degree in each.degrees.items():
            shared[number] += each.weight * degree
    subjects = asked.meant | (asked.context.about if asked.context else frozenset())
    if asked.question.wanted is Wanted.SPEECH:
        subjects |= asked.subjects
    for entity in subjects:
        for number in index.names.about.get(entity, ()):
            shared[number] += _OF_SPEAKER if entity in index.evidence[number].speakers else 0.0
    return shared


def _about_its_subject(index: Index, asked: _Asked, shared: Mapping[int, float]) -> Mapping[int, float]:
    """Leave out what cannot answer: of an event asked when or where, other dates and places; of “him”, other people."""
    question = asked.question
    heavy = sum(len(word.tokens) for word in question.words if not word.light)
    events = {number for number, words in asked.events.items() if words >= heavy}
    if events and question.wanted in (Wanted.DATE, Wanted.PLACE, Wanted.CLOCK):
        ids = {index.names.event_ids[number] for number in events}
        own = (number for number in shared if number in events or _belongs_to(index.evidence[number], ids))
        return {number: shared[number] for number in own}
    if asked.meant and question.pronoun not in vocabulary.THEY:
        of_them = {number: value for number, value in shared.items() if index.evidence[number].about & asked.meant}
        return of_them or shared
    return shared


def _belongs_to(evidence: Evidence, event_ids: Collection[str]) -> bool:
    statement = evidence.statement
    return isinstance(statement, Fact) and not set(event_ids).isdisjoint(statement.events)


def _signals(index: Index, asked: _Asked, number: int) -> Signals:
    evidence = index.evidence[number]
    fit = fits(index.story, asked.question, evidence, asked.mentioned)
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


def _of_words(asked: _Asked, number: int, evidence: Evidence) -> dict[str, float]:
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


def _of_names(asked: _Asked, number: int, evidence: Evidence) -> dict[str, float]:
    """How far the statement is about what the question names, and said by whom it asks about."""
    question, statement, mentioned = asked.question, evidence.statement, asked.mentioned
    found: dict[str, float] = {}
    if mentioned:
        found["entities"] = len(evidence.about & mentioned.keys()) / len(mentioned)
        if isinstance(statement, Entity) and statement.id in mentioned:
            heavy = sum(len(each.word.tokens) for each in asked.matched if not each.word.light)
            asks = question.wanted in (Wanted.THING, Wanted.AGENT, Wanted.ABOUT, Wanted.WORDS)
            found["defined"] = float(question.defines and mentioned[statement.id] >= heavy)
            found["subject"], found["define"] = 1.0, float(asks and mentioned[statement.id] >= heavy)
    if number in asked.events:
        heavy = sum(len(each.word.tokens) for each in asked.matched if not each.word.light)
        found["event_named"] = 1.0
        found[f"event_alone_{question.wanted.value}"] = float(asked.events[number] >= heavy)
    elif asked.event_ids:
        found["event_belongs"] = float(
            isinstance(statement, Fact) and bool(asked.event_ids.intersection(statement.events))
        )
        found["event_else"] = float(isinstance(statement, Event))
    if asked.meant:
        found["pronoun"] = float(bool(evidence.about & asked.meant))
        found["pronoun_else"] = 1.0 - found["pronoun"]
    if question.says and (subjects := asked.subjects):
        found["speaker"] = float(bool(evidence.speakers & subjects))
        found["no_speaker"] = float(bool(evidence.speakers) and not evidence.speakers & subjects)
    if asked.context is not None:
        found["same"] = float(asked.context.statement is statement)
        found["other_event"] = float(_is_of_another_event(asked.context, evidence))
        found["shares"] = len(asked.context.about & evidence.about) / (len(asked.context.about) or 1)
    return found


def _is_of_another_event(context: Evidence, evidence: Evidence) -> bool:
    """True if the answer before was an event, and the statement belongs to none or to another one."""
    statement = evidence.statement
    if not isinstance(context.statement, Event):
        return False
    belongs = statement.events if isinstance(statement, Fact) else ()
    return statement is not context.statement and context.statement.id not in belongs


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
