"""Compares a question with the statements of a story that share the most with it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise

from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.evidence import Evidence
from bot.core.asking.questions.index import Index, Matched
from bot.core.asking.questions.reading import Question
from bot.core.asking.questions.signals import Asked, Signals, signals_of
from bot.core.asking.questions.wanted import Wanted

MOST_COMPARED = 24
"""The statements that share the most with a question; the others need no closer look."""
_OF_SPEAKER = 0.1


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


def compare(index: Index, question: Question, context: Evidence | None = None) -> Comparison:
    """Compare a question with the statements of a story; `context` is the answer to the question before it."""
    matched = index.match(question.words, doers=question.wanted is Wanted.AGENT)
    named = index.names.mentioned(question.words)
    mentioned = named.entities
    head = next((each for each in matched if question.head and question.head in each.word.tokens), None)
    meant = _meant(index, question, mentioned, context)
    if meant and question.pronoun:
        matched.append(index.match_about(question.pronoun, meant))
    acts = [not each.name and not each.word.light for each in matched]
    asked = Asked(
        question,
        matched,
        mentioned=mentioned,
        events=named.events,
        event_ids=frozenset(index.names.event_ids[number] for number in named.events),
        meant=meant,
        head=head,
        context=context,
        total=sum(each.weight for each in matched) or 1.0,
        acts=acts,
        acts_total=sum(each.weight for each, is_act in zip(matched, acts, strict=True) if is_act),
        neighbours=[(first.word.tokens[-1].root, second.word.tokens[0].root) for first, second in pairwise(matched)],
    )
    shared = _about_its_subject(index, asked, _shared(index, asked))
    nearest = nlargest(MOST_COMPARED, shared, key=lambda number: (shared[number], -number))
    compared = [
        Compared(index.evidence[number], number, signals_of(index.story, asked, number, index.evidence[number]))
        for number in nearest
    ]
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
    if question.pronoun.text in vocabulary.THEY:
        return context.about
    told = [each for each in context.order if each in people]
    return frozenset(told[:1]) or context.about


def _shared(index: Index, asked: Asked) -> Mapping[int, float]:
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


def _about_its_subject(index: Index, asked: Asked, shared: Mapping[int, float]) -> Mapping[int, float]:
    """Leave out what cannot answer: of an event asked when or where, other dates and places; of “him”, other people."""
    question = asked.question
    events = {index.names.event_ids[number] for number, words in asked.events.items() if words >= asked.heavy}
    if events and question.wanted in (Wanted.DATE, Wanted.PLACE, Wanted.CLOCK):
        return {number: value for number, value in shared.items() if index.evidence[number].events & events}
    if asked.meant and question.pronoun and question.pronoun.text not in vocabulary.THEY:
        of_them = {number: value for number, value in shared.items() if index.evidence[number].about & asked.meant}
        return of_them or shared
    return shared
