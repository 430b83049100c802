"""Compares a question with the statements of a story: numbers between 0 and 1 that speak for or against each."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import log

from rapidfuzz.distance import OSA

from bot.core.asking.questions import english
from bot.core.asking.questions.evidence import Evidence, evidence_of
from bot.core.asking.questions.reading import Question, Wanted, Word
from bot.core.asking.questions.synonyms import groups_at, is_known
from bot.core.asking.questions.tokens import Token, root, tokens
from bot.core.stories.event import Event
from bot.core.stories.story import Entity, Fact, Quotation, Sentence, Story

LIKE = 0.8
RELATED = 0.7
SLIP = 0.8


class Index:
    """The evidence of one story, by the stems, roots and groups of its words."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.evidence = evidence_of(story)
        self.stems: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self.roots: defaultdict[str, dict[int, float]] = defaultdict(dict)
        self.groups: defaultdict[int, dict[int, float]] = defaultdict(dict)
        for number, each in enumerate(self.evidence):
            for stem, weight in each.fields.items():
                self.stems[stem][number] = weight
            for stem, weight in each.fields.items():
                key = root(stem)
                self.roots[key][number] = max(weight, self.roots[key].get(number, 0))
            for group in each.groups:
                self.groups[group][number] = 1.0
        self.names: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)
        for entity in story.entities:
            for name in entity.names:
                stems = tuple(token.stem for token in tokens(name))
                if stems:
                    self.names[stems].add(entity.id)
                    if entity.type == "person" and 1 < len(stems) <= 3:
                        for stem in stems:
                            if len(stem) > 2:
                                self.names[stem,].add(entity.id)
        self.by_shape: defaultdict[str, list[str]] = defaultdict(list)
        for stem in self.stems:
            if len(stem) >= 4 and stem.isalpha():
                self.by_shape[stem[0]].append(stem)
        self.persons = self._persons()

    def _persons(self) -> list[str]:
        """The people of the story, who most is about first."""
        counts = {entity.id: 0 for entity in self.story.entities if entity.type == "person"}
        for each in self.evidence:
            for entity in each.about & counts.keys():
                counts[entity] += 1
        return sorted(counts, key=lambda each: -counts[each])

    def slip(self, token: Token) -> str | None:
        """Return the only stem of the story that a misspelt word may be."""
        word = token.text
        if len(word) < 4 or not word.isalpha() or is_known(token.stem) or word in english.LIGHT:
            return None
        most = 1 if len(word) < 8 else 2
        best, distance = None, most + 1
        for stem in self.by_shape.get(word[0], ()):
            if abs(len(stem) - len(token.stem)) > most or len(stem) < 4:
                continue
            apart = OSA.distance(stem, token.stem, score_cutoff=most)
            if apart < distance:
                best, distance = stem, apart
        return best

    def mentioned(self, words: Sequence[Token]) -> dict[str, int]:
        """Return the entities that the words name, each with the number of words of its longest name there."""
        stems = [token.stem for token in words]
        found: dict[str, int] = {}
        for start in range(len(stems)):
            for end in range(start + 1, min(len(stems), start + 6) + 1):
                for entity in self.names.get(tuple(stems[start:end]), ()):
                    found[entity] = max(found.get(entity, 0), end - start)
        return found


@dataclass(frozen=True)
class Matched:
    """One word of a question, and how well each statement has it."""

    word: Word
    degrees: Mapping[int, float]
    weight: float
    unknown_name: bool = False


def match_words(index: Index, words: Sequence[Word]) -> list[Matched]:
    """Find each word of a question in the statements: itself, a like word, a word of its root, a slip of it."""
    count = len(index.evidence)
    all_capital = sum(word.capital for word in words) > max(2, 0.7 * len(words))
    result = []
    for word in words:
        degrees: dict[int, float] = {}
        if len(word.tokens) == 1:
            token = word.tokens[0]
            degrees.update(index.stems.get(token.stem, {}))
            for number, weight in index.roots.get(token.root, {}).items():
                degrees[number] = max(degrees.get(number, 0), RELATED * weight)
        for group in word.groups:
            for number in index.groups.get(group, ()):
                degrees[number] = max(degrees.get(number, 0), LIKE)
        if not degrees and len(word.tokens) == 1 and (meant := index.slip(word.tokens[0])):
            for number, weight in index.stems[meant].items():
                degrees[number] = SLIP * weight
        spread = sum(degrees.values())
        weight = log(1 + count / (0.5 + spread)) / log(1 + count / 0.5)
        if word.light:
            weight *= 0.25
        unknown = not degrees and word.capital and not all_capital and not word.groups and word is not words[0]
        result.append(Matched(word, degrees, weight, unknown))
    return result


SIGNALS = (
    "coverage", "coverage2", "missing_most", "dense", "entities", "subject", "typed", "untyped",
    "speaker", "no_speaker", "pronoun", "past_of_future", "outcome",
    "is_entity", "is_event", "is_claim", "is_quote", "is_sentence", "is_background", "is_key",
    "who_entity", "when_event", "where_event", "about_entity", "about_event", "about_other", "words_entity", "words_event", "say_quote", "say_claim",
    "why_claim", "thing_entity", "thing_event", "count_entity", "decision_entity", "decision_event", "order", "pairs", "define",
    "changed_event", "text_only", "claim_unasked", "quote_unasked",
)  # fmt: skip


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


def compare(index: Index, question: Question, subject: frozenset[str] = frozenset()) -> Comparison:
    """Compare a question with the statements of a story; `subject` are the entities of the question before it."""
    matched = match_words(index, question.words)
    total = sum(each.weight for each in matched) or 1.0
    sums: defaultdict[int, float] = defaultdict(float)
    for each in matched:
        for number, degree in each.degrees.items():
            sums[number] += each.weight * degree
    mentioned = index.mentioned([token for word in question.words for token in word.tokens])
    pronoun_of = _pronoun(index, question, mentioned, subject)
    if pronoun_of or question.wanted is Wanted.SPEECH:
        wanted = pronoun_of | frozenset(mentioned)
        for number, evidence in enumerate(index.evidence):
            if evidence.about & wanted:
                sums[number] += 0.0
    result = [
        Compared(
            index.evidence[number],
            number,
            _signals(index, question, matched, total, number, mentioned, pronoun_of),
        )
        for number in sums
    ]
    return Comparison(question, matched, result, mentioned, sum(each.unknown_name for each in matched))


def _pronoun(
    index: Index, question: Question, mentioned: Mapping[str, int], subject: frozenset[str]
) -> frozenset[str]:
    if not question.pronoun:
        return frozenset()
    if subject:
        return subject
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
    s["untyped"] = 1.0 if typed == 0 else 0.0
    if wanted is Wanted.SPEECH or question.says:
        speakers = mentioned.keys() | pronoun_of
        s["speaker"] = 1.0 if evidence.speakers & speakers else 0.0
        s["no_speaker"] = 1.0 if speakers and evidence.speakers and not evidence.speakers & speakers else 0.0
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
    groups = {group for token in question.noun for group in groups_at([token.stem], 0)}
    for place in evidence.numbers:
        for offset, token in enumerate(evidence.tokens[place + 1 : place + 5]):
            if token.stem in stems or token.root in stems or groups & groups_at([token.stem], 0).keys():
                return 1.0 if offset <= 2 else 0.8
        if stems & {"person", "people"} and evidence.tokens[place + 1 : place + 2]:
            follows = evidence.tokens[place + 1].text
            if follows in english.PEOPLE or follows == "of":
                return 0.9
    return 0.35
