"""Chooses the statements that answer a question, or finds that none does."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import chain, islice, zip_longest
from math import exp

from bot.core.asking.questions import weights
from bot.core.asking.questions.advice import MOST_ADVISED, MOST_OFFERED
from bot.core.asking.questions.comparing import Compared, Comparison, compare
from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.index import Index
from bot.core.asking.questions.naming import Mentioned
from bot.core.asking.questions.reading import Question, read, with_subject
from bot.core.asking.questions.tokens import tokens
from bot.core.asking.questions.wanted import Wanted
from bot.core.stories.anchors import Statement, statement_id

_MOST = 3
_OF_A_KIND = (Wanted.AMOUNT, Wanted.CLOCK, Wanted.COUNT, Wanted.DATE, Wanted.PLACE)
"""The kinds of answer that a statement gives or does not: one without a place never answers where."""


class Band(Enum):
    """How a question is met."""

    ANSWER = 1
    NOT_SAID = 2
    NOT_UNDERSTOOD = 3


@dataclass(frozen=True, slots=True)
class Choice:
    """The statements chosen for one question, the best first; those nearest to it where none answers it."""

    question: Question
    band: Band
    statements: Sequence[Evidence]
    confidence: float
    """Between 0 and 1."""
    unknown: Sequence[str] = ()
    """The names in the question that the story does not know."""
    unmentioned: Sequence[str] = ()
    """The words for which the story has none, not even a like one."""


@dataclass(frozen=True, slots=True)
class Context:
    """The question that a chat asked last, and the statement that answered it."""

    slug: str
    """Of its story."""
    question: Question
    answer: Evidence


def choose(index: Index, line: str, context: Context | None = None) -> list[Choice]:
    """Answer each question of a reader's line from one story, or refuse it; a later one may lean on the one before."""
    choices: list[Choice] = []
    for question in read(line):
        asked, before = lean(index, question, context)
        choice = _choose(index, asked, before)
        choices.append(choice)
        if choice.statements:
            context = Context(index.story.slug, asked, choice.statements[0])
    told = [choice.statements[0].statement for choice in choices if choice.band is Band.ANSWER]
    return [_with_what_is_told(choice, told) for choice in choices]


def _with_what_is_told(choice: Choice, told: Sequence[Statement]) -> Choice:
    """Let a question of the line be answered by the statement that answers another one, if it is its likeliest too."""
    likeliest = choice.statements[0].statement if choice.statements else None
    return replace(choice, band=Band.ANSWER) if any(likeliest is each for each in told) else choice


def lean(index: Index, question: Question, context: Context | None) -> tuple[Question, Evidence | None]:
    """Let a question that leans on the one before it take over what it lacks; return it with the answer to that one."""
    if context is None or not (question.leans or question.continues or _is_short(index, question)):
        return question, None
    before, names = context.question, index.names
    named = names.mentioned(question.words)
    of_one = question.pronoun is not None and question.pronoun.text not in vocabulary.THEY
    if not question.continues and named and (not of_one or _means_its_own(index, question, named)):
        return question, None
    if of_one and any(not word.light for word in question.words):
        return question, context.answer
    taken = [word for word in before.words if not word.light and word not in question.words]
    if question.continues and names.mentioned(question.words):  # and his lawyer?
        taken = [word for word in taken if not names.mentioned([word])]
    question = with_subject(question, taken)
    if question.wanted in (Wanted.WORDS, Wanted.ABOUT):
        question = replace(question, wanted=before.wanted, unit=before.unit, says=before.says)
    return question, context.answer


def leans_on(index: Index, line: str, context: Context) -> bool:
    """True if a line asks something of what was told before."""
    return lean(index, read(line)[0], context)[1] is not None


def _is_short(index: Index, question: Question) -> bool:
    """True if a question has one telling word, which the story knows, and which is no name: why the delay?"""
    telling = [word for word in question.words if not word.light]
    asks = question.wanted in (Wanted.REASON, Wanted.COUNT, Wanted.AMOUNT) and not question.terse
    return asks and len(telling) == 1 and not index.names.mentioned(telling) and bool(index.match(telling)[0].degrees)


def _means_its_own(index: Index, question: Question, named: Mentioned) -> bool:
    """True if its pronouns may all mean a person whom it names itself: “why did Smith lose his post?”."""
    pronouns = vocabulary.LEANING.intersection(token.text for token in tokens(question.typed))
    return pronouns <= vocabulary.HE and not named.entities.keys().isdisjoint(index.names.persons)


def candidates(index: Index, line: str, context: Context | None = None) -> list[Evidence]:
    """Return the twenty statements that are likeliest to answer a line, of each of its questions in turn.

    There are none where the rules alone can tell: the line leans on the question before it, or has an unknown name.
    """
    questions = read(line)
    if questions[0].leans or (context and leans_on(index, line, context)):
        return []
    comparisons = [compare(index, question) for question in questions]
    if any(each.unknown_names for each in comparisons):
        return []
    in_turn = chain.from_iterable(zip_longest(*map(rank, comparisons)))
    found = {each.number: each.evidence for each in in_turn if each}
    return list(islice(found.values(), MOST_OFFERED))


def advised(index: Index, choices: Sequence[Choice], ids: Sequence[str]) -> list[Choice]:
    """Answer with the statements of these ids, then with those that the rules chose; refuse if there are none."""
    known = {statement_id(each.statement): each for each in index.evidence}
    statements = [known[each] for each in dict.fromkeys(ids) if each in known][:MOST_ADVISED]
    if not statements:
        return [replace(each, band=Band.NOT_SAID) for each in choices]
    *others, last = (replace(choices[0], band=Band.ANSWER, statements=[each]) for each in statements)
    beside = [each for each in choices[0].statements if each not in statements][: _MOST - len(statements)]
    return [*others, replace(last, statements=[*last.statements, *beside])]


def _choose(index: Index, question: Question, before: Evidence | None) -> Choice:
    comparison = compare(index, question, before)
    ranked = rank(comparison)
    confidence = confidence_in(comparison, ranked)
    statements = [each.evidence for each in ranked]
    listed = None if comparison.unknown_names else index.listed(question.asked)
    if listed is not None:
        first, confidence = index.evidence[listed], 1.0
        statements = [first, *(each for each in statements if each is not first)]
    if not any(not word.light for word in question.words) and not ranked:
        band = Band.NOT_UNDERSTOOD
    else:
        band = Band.ANSWER if confidence >= weights.THRESHOLD else Band.NOT_SAID
    return Choice(question, band, statements[:_MOST], confidence, comparison.unknown_names, comparison.unmentioned)


def score(compared: Compared) -> float:
    """Sum the signals of a statement by their weights."""
    return sum(weights.RANKING.get(name, 0.0) * value for name, value in compared.signals.items())


def rank(comparison: Comparison) -> list[Compared]:
    """Return the statements, the likeliest first; of equals the first of the story."""
    return sorted(comparison.compared, key=lambda each: (-score(each), each.number))


def confidence_in(comparison: Comparison, ranked: Sequence[Compared]) -> float:
    """Return how surely the first statement answers, between 0 and 1."""
    if not ranked or comparison.unknown_names:
        return 0.0
    if comparison.question.wanted in _OF_A_KIND and ranked[0].signals.get("untyped"):
        return 0.0
    features = doubts(comparison, ranked)
    return 1 / (1 + exp(-sum(weights.CONFIDENCE.get(name, 0.0) * value for name, value in features.items())))


def doubts(comparison: Comparison, ranked: Sequence[Compared]) -> dict[str, float]:
    """Return numbers about the question and the statement ranked first that tell an answer from something near."""
    question, first = comparison.question, ranked[0]
    heavy = [each for each in comparison.matched if not each.word.light]
    total = sum(each.weight for each in comparison.matched) or 1.0
    best = score(first)
    wanted = question.wanted
    features = {name: first.signals.get(name, 0.0) for name in _OF_STATEMENT}
    return features | {
        "bias": 1.0,
        "heavy": min(1.0, len(heavy) / 5),
        "gone": sum(each.weight for each in heavy if not each.degrees) / total,
        "gone_most": max((each.weight for each in heavy if not each.degrees), default=0.0),
        "gone_like": max((each.weight for each in heavy if not each.degrees and each.word.groups), default=0.0),
        "gone_alone": max((each.weight for each in heavy if not each.degrees and not each.word.groups), default=0.0),
        "hits": min(1.0, sum(each.degrees.get(first.number, 0) > 0.5 for each in heavy) / 3),
        "pronoun_asked": float(bool(question.pronoun)),
        "leans": float(question.leans),
        "score": best / 5,
        "margin": min(1.0, (best - score(ranked[1])) / 2) if len(ranked) > 1 else 1.0,
        "says": float(question.says),
        "unheard": float(wanted is Wanted.SPEECH and not first.signals.get("speaker")),
        f"asks {wanted.value}": 1.0,
    }


_OF_STATEMENT = (
    "act", "act_none", "act_missing", "coverage", "missing_most", "typed", "untyped", "past_of_future", "outcome",
    "covered_typed", "act_typed", "least", "typed_date", "typed_number", "typed_place", "typed_agent", "typed_reason",
    "head", "headless", "future", "shares", "same", "negative", "changed_event",
    "speaker", "no_speaker", "text_only", "define", "event_named", "event_belongs", "dense", "pairs",
    "is_entity", "is_event", "is_claim",
)  # fmt: skip
