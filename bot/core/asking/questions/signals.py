"""Compares a question with the statements of a story: numbers between 0 and 1 that speak for or against each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.core.asking.questions import english
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.index import Index, Matched, match_words
from bot.core.asking.questions.reading import Question, Wanted
from bot.core.asking.questions.synonyms import groups_at
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Quotation, Sentence


@dataclass(frozen=True)
class Compared:
    """One statement compared with a question."""

    evidence: Evidence
    number: int
    signals: Mapping[str, float]


@dataclass(frozen=True)
class Comparison:
    """A question compared with every statement that has something of it."""

    question: Question
    matched: Sequence[Matched]
    compared: Sequence[Compared]
    mentioned: Mapping[str, int]
    unknown_names: int


def compare(index: Index, question: Question, context: Evidence | None = None) -> Comparison:
    """Compare a question with the statements of a story; `context` is the answer to the question before it."""
    matched = match_words(index, question.words)
    total = sum(each.weight for each in matched) or 1.0
    sums: defaultdict[int, float] = defaultdict(float)
    for each in matched:
        for number, degree in each.degrees.items():
            sums[number] += each.weight * degree
    mentioned: dict[str, int] = {}
    for start, end, entities, _ in index.mentioned([token.stem for word in question.words for token in word.tokens]):
        for entity in entities:
            mentioned[entity] = max(mentioned.get(entity, 0), end - start)
    pronoun_of = _pronoun(index, question, mentioned, context)
    if pronoun_of or context or question.wanted is Wanted.SPEECH:
        wanted = pronoun_of | frozenset(mentioned) | (context.about if context else frozenset())
        for number, evidence in enumerate(index.evidence):
            if evidence.about & wanted:
                sums[number] += 0.0
    head = next((each for each in matched if question.head and question.head in each.word.tokens), None)
    result = [
        Compared(
            index.evidence[number],
            number,
            _signals(index, question, matched, total, number, mentioned, pronoun_of, context, head),
        )
        for number in sums
    ]
    return Comparison(question, matched, result, mentioned, sum(each.unknown_name for each in matched))


def _pronoun(
    index: Index, question: Question, mentioned: Mapping[str, int], context: Evidence | None
) -> frozenset[str]:
    if not question.pronoun:
        return frozenset()
    if context:
        people = {entity.id for entity in index.story.entities if entity.type == "person"}
        return context.about & people or context.about
    if any(index.story.entity(each).type == "person" for each in mentioned):
        return frozenset()
    return frozenset(index.persons[:1])


def _signals(  # noqa: PLR0913, C901, PLR0912, PLR0915
    index: Index,
    question: Question,
    matched: Sequence[Matched],
    total: float,
    number: int,
    mentioned: Mapping[str, int],
    pronoun_of: frozenset[str],
    context: Evidence | None,
    head: Matched | None,
) -> dict[str, float]:
    evidence = index.evidence[number]
    statement = evidence.statement
    wanted = question.wanted
    s: dict[str, float] = {}
    coverage = sum(each.weight * each.degrees.get(number, 0) for each in matched) / total
    s["coverage"] = coverage
    s["coverage2"] = coverage**2
    s["missing_most"] = max((each.weight * (1 - each.degrees.get(number, 0)) for each in matched), default=0)
    s["text_only"] = sum(each.weight for each in matched if each.degrees.get(number, 0) >= 0.78) / total
    own = {token.stem for token in evidence.tokens if token.text not in english.LIGHT and len(token.text) > 2}
    hits = sum(1 for each in matched if each.degrees.get(number, 0) > 0.5)
    s["dense"] = min(1.0, hits / (1 + 0.5 * len(own)))
    acts = [each for each in matched if not each.name and not each.word.light]
    total_acts = sum(each.weight for each in acts)
    s["act"] = sum(each.weight * each.degrees.get(number, 0) for each in acts) / total_acts if acts else 0.5
    s["act_none"] = 1.0 if acts and not any(each.degrees.get(number, 0) > 0.5 for each in acts) else 0.0
    s["act_missing"] = max((each.weight * (1 - each.degrees.get(number, 0)) for each in acts), default=0)
    s["negative"] = float(question.negated and bool(english.NEGATIVE & {token.text for token in evidence.tokens}))
    if context is not None:
        s["same"] = float(context.statement is statement)
        s["shares"] = len(context.about & evidence.about) / (len(context.about) or 1)
    s["order"] = _in_order(matched, evidence)
    s["pairs"] = sum(pair in evidence.pairs for pair in question.pairs) / len(question.pairs) if question.pairs else 0
    if mentioned:
        s["entities"] = len(evidence.about & mentioned.keys()) / len(mentioned)
        if isinstance(statement, Entity):
            s["subject"] = 1.0 if statement.id in mentioned else 0.0
        if isinstance(statement, Entity) and statement.id in mentioned:
            heavy = [each for each in matched if not each.word.light]
            asks = wanted in (Wanted.THING, Wanted.AGENT, Wanted.ABOUT, Wanted.WORDS)
            s["define"] = float(asks and mentioned[statement.id] >= sum(len(each.word.tokens) for each in heavy))
    if pronoun_of:
        s["pronoun"] = 1.0 if evidence.about & pronoun_of else 0.0
    typed = _typed(index, question, evidence, mentioned)
    s["typed"] = typed
    if wanted in (Wanted.DATE, Wanted.CLOCK):
        s["typed_date"] = typed
    elif wanted in (Wanted.COUNT, Wanted.AMOUNT):
        s["typed_number"] = typed
    elif wanted is Wanted.PLACE:
        s["typed_place"] = typed
    elif wanted is Wanted.AGENT:
        s["typed_agent"] = typed
    elif wanted is Wanted.REASON:
        s["typed_reason"] = typed
    s["untyped"] = 1.0 if typed == 0 else 0.0
    if wanted is Wanted.SPEECH or question.says:
        speakers = mentioned.keys() | pronoun_of
        s["speaker"] = 1.0 if evidence.speakers & speakers else 0.0
        s["no_speaker"] = 1.0 if speakers and evidence.speakers and not evidence.speakers & speakers else 0.0
    s["covered_typed"], s["act_typed"], s["least"] = coverage * typed, s["act"] * typed, min(coverage, typed)
    if head is not None:
        s["head"] = head.degrees.get(number, 0.0)
        s["headless"] = 1.0 - s["head"]
    if question.future:
        s["future"] = float(isinstance(statement, Event) or bool(english.AHEAD.search(evidence.text)))
    is_entity, is_event = isinstance(statement, Entity), isinstance(statement, Event)
    is_claim = isinstance(statement, Fact) and statement.kind == "claim"
    is_quote = isinstance(statement, Quotation)
    if isinstance(statement, Event):
        ahead = statement.status in ("scheduled", "rescheduled", "postponed", "cancelled")
        s["past_of_future"] = 1.0 if ahead and question.past and not question.changed else 0.0
        s["outcome"] = 1.0 if ahead and question.outcome else 0.0
        s["changed_event"] = 1.0 if question.changed and statement.history else 0.0
    s["is_entity"], s["is_event"], s["is_claim"], s["is_quote"] = map(float, (is_entity, is_event, is_claim, is_quote))
    s["is_sentence"] = float(isinstance(statement, Sentence))
    s["is_background"] = float(isinstance(statement, Fact) and statement.kind == "background")
    s["is_key"] = float(isinstance(statement, Fact) and statement.key)
    s["who_entity"] = float(wanted is Wanted.AGENT and is_entity)
    s["when_event"] = float(wanted in (Wanted.DATE, Wanted.CLOCK) and is_event)
    s["where_event"] = float(wanted is Wanted.PLACE and is_event and evidence.place)
    s["about_entity"] = float(wanted is Wanted.ABOUT and is_entity and statement.id in mentioned)
    s["about_event"] = float(wanted is Wanted.ABOUT and is_event)
    s["about_other"] = float(wanted is Wanted.ABOUT and not is_event and not is_entity)
    s["words_entity"] = float(wanted is Wanted.WORDS and is_entity)
    s["words_event"] = float(wanted is Wanted.WORDS and is_event)
    s["say_quote"] = float(question.says and is_quote)
    s["say_claim"] = float(question.says and is_claim)
    s["why_claim"] = float(wanted is Wanted.REASON and is_claim)
    s["claim_unasked"] = float(not question.says and is_claim)
    s["quote_unasked"] = float(not question.says and is_quote)
    s["thing_entity"] = float(wanted in (Wanted.THING, Wanted.MANNER) and is_entity)
    s["thing_event"] = float(wanted in (Wanted.THING, Wanted.MANNER) and is_event)
    s["count_entity"] = float(wanted in (Wanted.COUNT, Wanted.AMOUNT) and is_entity)
    s["decision_entity"] = float(wanted is Wanted.DECISION and is_entity)
    s["decision_event"] = float(wanted is Wanted.DECISION and is_event)
    return s


def _in_order(matched: Sequence[Matched], evidence: Evidence) -> float:
    """The share of neighbouring words of the question that are neighbours in the statement, too."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(evidence.tokens):
        places[token.stem].append(place)
        places[token.root].append(place)
    pairs = near = 0
    for first, second in zip(matched, matched[1:], strict=False):
        pairs += 1
        before, after = places.get(first.word.tokens[-1].root, ()), places.get(second.word.tokens[0].root, ())
        near += any(0 < abs(b - a) <= 3 for a in before for b in after)
    return near / pairs if pairs else 0.0


def _typed(index: Index, question: Question, evidence: Evidence, mentioned: Mapping[str, int]) -> float:  # noqa: C901, PLR0911, PLR0912
    """How surely a statement gives the kind of answer that is asked for."""
    statement, story = evidence.statement, index.story
    match question.wanted:
        case Wanted.DATE:
            if question.says and evidence.speakers and evidence.date:
                return 1.0
            return evidence.dated
        case Wanted.CLOCK:
            return 1.0 if evidence.clock else 0.0
        case Wanted.PLACE:
            if evidence.place:
                return 1.0
            others = [each for each in evidence.about - mentioned.keys() if story.entity(each).type == "place"]
            if isinstance(statement, Entity) and statement.type == "place" and statement.id not in mentioned:
                return 1.0
            if others:
                return 0.9
            if english.PLACE_IN.search(evidence.text):
                return 0.7
            return 0.5 if english.PLACES & {token.stem for token in evidence.tokens} else 0.0
        case Wanted.AGENT:
            kinds = {question.kind} if question.kind in ("person", "organisation") else {"person", "organisation"}
            if isinstance(statement, Entity):
                if statement.type in kinds:
                    return 1.0
                return 0.6 if statement.id in mentioned else 0.3
            if any(story.entity(each).type in kinds for each in evidence.about - mentioned.keys()):
                return 1.0
            return 0.5 if evidence.names else 0.2
        case Wanted.COUNT:
            return _counted(question, evidence)
        case Wanted.AMOUNT:
            if question.unit is None:
                return 0.9 if evidence.numbers else 0.0
            if evidence.units(question.unit):
                return 1.0
            if question.unit == "length" and evidence.numbers:
                return 0.5
            return 0.0
        case Wanted.REASON:
            return max(0.2, evidence.reason)
        case Wanted.SPEECH:
            return 1.0 if evidence.speakers else 0.2
        case _:
            return 0.5


def _counted(question: Question, evidence: Evidence) -> float:
    if not evidence.numbers:
        return 0.0
    if not question.noun:
        return 0.6
    stems = {token.stem for token in question.noun} | {token.root for token in question.noun}
    groups = {group for token in question.noun for group in groups_at([token.stem], 0, asked=True)}
    for place in evidence.numbers:
        for offset, token in enumerate(evidence.tokens[place + 1 : place + 5]):
            if token.stem in stems or token.root in stems or groups & groups_at([token.stem], 0).keys():
                return 1.0 if offset <= 2 else 0.8
        if stems & {"person", "people"} and evidence.tokens[place + 1 : place + 2]:
            follows = evidence.tokens[place + 1].text
            if follows in english.PEOPLE or follows == "of":
                return 0.9
    return 0.2
