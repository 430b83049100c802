"""Reads a question: its parts, the kind of answer that each asks for, the words that an answer must have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice, pairwise

from bot.core.asking.questions.english import asking
from bot.core.asking.questions.english import words as vocabulary
from bot.core.asking.questions.synonyms import groups_at, opposites_at
from bot.core.asking.questions.tokens import Token, tokens
from bot.core.asking.questions.wanted import Wanted
from bot.core.stories.words import asked

LONGEST = 400
_MOST_PARTS = 3
_MOST_WORDS = 40
_LINES_KEPT = 2  # one answer reads its line again for each story
_TITLED = 0.7


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, or several that mean one thing: set up."""

    tokens: tuple[Token, ...]
    groups: frozenset[int]
    """The groups of like words that it is in."""
    light: bool = False
    """True if it need not stand in an answer."""
    first: bool = False
    """True if it begins the question: then its capital tells nothing."""

    @property
    def text(self) -> str:
        """The word as it was typed, in small Latin letters."""
        return " ".join(token.text for token in self.tokens)

    @property
    def typed(self) -> str:
        """The word as it is to be shown."""
        return self.text.title() if self.capital else self.text

    @property
    def capital(self) -> bool:
        """True if it was typed with a capital."""
        return self.tokens[0].capital


@dataclass(frozen=True, slots=True)
class Question:
    """One thing that is asked."""

    wanted: Wanted
    words: Sequence[Word]
    """The words that tell what it is about, without those that only ask."""
    typed: str = ""
    """As the reader put it, without politeness."""
    asked: frozenset[str] = frozenset()
    """Its key among the questions that a newsroom lists."""
    pairs: Sequence[tuple[str, str]] = ()
    """The stems of neighbouring words."""
    unit: str | None = None
    """Of an amount: money, duration, age, …"""
    noun: Sequence[Token] = ()
    """What is counted; the kind of agent or place that is asked for."""
    kind: str | None = None
    head: Token | None = None
    """The noun after what or which: what office."""
    past: bool = False
    future: bool = False
    pronoun: Word | None = None
    outcome: bool = False
    changed: bool = False
    says: bool = False
    defines: bool = False
    """True if it may ask who or what something is."""
    negated: bool = False
    leans: bool = False
    """True if it needs the subject of the question before it."""
    continues: bool = False
    """True if it asks the question before it about somebody or something else: and Rome?"""
    terse: bool = False
    """True if no question word asks it, but a keyword may: “bail amount”."""


def read(line: str) -> list[Question]:
    """Read a line of a reader; two questions in one line are two."""
    return list(_questions(line[:LONGEST]))


@lru_cache(maxsize=_LINES_KEPT)
def _questions(line: str) -> Sequence[Question]:
    text = _plain(line)
    parts = _parts(text)
    questions = [_read(part) for part in parts]
    if asking.CONTINUES.match(line) and len(questions) == 1 and questions[0].wanted in (Wanted.WORDS, Wanted.ABOUT):
        questions = [replace(questions[0], continues=True)]
    if len(questions) > 1 and not questions[0].words:  # when and where is the match
        questions[0] = replace(with_subject(questions[0], questions[1].words), leans=questions[1].leans)
    return [each for each in questions if each.words or each.wanted is not Wanted.WORDS or each.pronoun] or questions


def _parts(text: str) -> list[str]:
    """Split a line at its second question; a comma parts two questions only after a first one."""
    parts: list[str] = []
    for part in asking.NEXT_QUESTION.split(text):
        if not part.strip(" ?!.,"):
            continue
        if parts and _wanted(parts[-1].strip())[0] is Wanted.WORDS:
            parts[-1] += f" {part}"
        else:
            parts.append(part.strip())
    return parts[:_MOST_PARTS] or [text]


def _plain(line: str) -> str:
    text = re.sub(r"\s+", " ", line.replace("’", "'").replace("`", "'")).strip()
    if text.isupper() or _is_titled(text):
        text = text.lower()
    text = re.sub(r"[A-Za-z']+", lambda word: _spelt(word[0]), text)
    while True:
        shorter = asking.POLITE_END.sub("", asking.POLITE.sub("", text, count=1) if asking.POLITE.match(text) else text)
        if shorter == text or not shorter.strip(" ?!.,"):
            return text
        text = shorter


def _is_titled(text: str) -> bool:
    """True if capitals tell of no name, as small words have them too: “Who Is The Engineer”."""
    others = list(islice(tokens(text), 1, _MOST_WORDS))
    small = any(token.capital and not token.acronym and token.text in vocabulary.FUNCTION for token in others)
    return small and sum(token.capital for token in others) >= _TITLED * len(others)


def _spelt(word: str) -> str:
    return asking.SPELT.get(word.lower(), word)


def _read(part: str) -> Question:
    text = _without_tag(part.strip(" ?!.,;:-"))
    about = asking.ABOUT.match(text)
    wanted, unit, rest = Wanted.WORDS, None, text
    if about and about[0]:
        wanted, rest = Wanted.ABOUT, text[about.end() :]
        inner = _wanted(rest)
        if inner[0] not in (Wanted.WORDS, Wanted.DECISION):
            wanted, unit = inner
    else:
        wanted, unit = _wanted(text)
    found = list(islice(tokens(rest), _MOST_WORDS))
    lower = [token.text for token in found]
    terse = wanted is Wanted.WORDS
    if terse:
        wanted, unit = _late(text, lower)
        terse = not asking.ANY_QUESTION_WORD.search(text)
    says = (
        bool(asking.SAYS.search(text))
        or (wanted is Wanted.REASON and bool(vocabulary.SAYING & set(lower)))
        or (wanted is Wanted.DATE and bool(vocabulary.SPOKEN & set(lower)))
    )
    if says and wanted in (Wanted.THING, Wanted.MANNER):
        wanted = Wanted.SPEECH
    noun, kind = _noun(wanted, found)
    dropped = set(vocabulary.FUNCTION) | (vocabulary.SAYING if wanted is Wanted.SPEECH else set()) | vocabulary.HE
    dropped |= vocabulary.OF_UNITS.get(unit or "", frozenset())
    if wanted in (Wanted.DATE, Wanted.CLOCK):
        dropped |= vocabulary.OF_DATES
    faint = vocabulary.SUMS if unit == "money" else frozenset[str]()
    ignored = [token for token in noun if token.text in vocabulary.GENERIC] if wanted is not Wanted.COUNT else ()
    negated = bool(vocabulary.NEGATIVE & set(lower))
    opposed = negated or wanted is Wanted.DECISION
    words = list(_words([token for token in found if token not in ignored], dropped, faint, opposed=opposed))
    if words and rest is text and words[0].tokens[0] is found[0]:
        words[0] = replace(words[0], first=True)
    past = bool(vocabulary.PAST & set(lower)) and not vocabulary.GOING & set(lower)
    return Question(
        wanted,
        words,
        typed=text,
        asked=asked(part),
        pairs=[
            (first.stem, second.stem)
            for first, second in pairwise(found)
            if first.text not in vocabulary.UNPAIRED and second.text not in vocabulary.UNPAIRED
        ],
        unit=unit,
        noun=noun,
        kind=kind,
        past=past,
        pronoun=next((Word((token,), frozenset()) for token in found if token.text in vocabulary.HE), None),
        outcome=bool(vocabulary.OUTCOME & set(lower)),
        changed=bool(vocabulary.CHANGE & set(lower)),
        head=_head(wanted, found),
        future=bool((vocabulary.GOING | vocabulary.NEXT) & set(lower)),
        says=says,
        defines=bool(asking.DEFINES.match(text)),
        negated=negated,
        leans=_leans(lower, sum(not word.light for word in words)),
        terse=terse,
    )


def _words(
    found: Sequence[Token], dropped: set[str] | frozenset[str], faint: frozenset[str], *, opposed: bool
) -> Iterator[Word]:
    stems = [token.stem for token in found]
    place = 0
    while place < len(found):
        token = found[place]
        groups = groups_at(stems, place, asked=True)
        length = max(groups.values(), default=1)
        if length > 1 and token.text not in vocabulary.QUESTION and token.text not in vocabulary.MANY:
            longest = frozenset(group for group, taken in groups.items() if taken == length)
            opposites = opposites_at(stems, place) if opposed else frozenset()
            taken = found[place : place + length]
            light = all(token.text in vocabulary.FUNCTION or token.text in vocabulary.LIGHT for token in taken)
            yield Word(tuple(taken), longest | opposites, light)
            place += length
            continue
        if token.text not in dropped or token.acronym:
            light = (token.text in vocabulary.LIGHT or token.text in faint) and not token.acronym
            alike = frozenset(group for group, taken in groups.items() if taken == 1)
            yield Word((token,), alike | opposites_at(stems, place) if opposed else alike, light)
        place += 1


def _without_tag(text: str) -> str:
    """Put a question that is tagged on first: they paid, didn't they? -> did they paid."""
    tag = asking.TAG.search(text)
    if tag is None or _wanted(text[: tag.start()])[0] is not Wanted.WORDS:
        return text
    return f"{tag[1]} {text[: tag.start()]}"


def _wanted(text: str) -> tuple[Wanted, str | None]:
    for pattern, wanted, unit in asking.PATTERNS:
        if pattern.search(text):
            return wanted, unit
    return Wanted.WORDS, None


def _late(text: str, lower: Sequence[str]) -> tuple[Wanted, str | None]:
    """Find a question word that does not stand first: “the election is when?”, “bail amount”."""
    if found := asking.ANY_QUESTION_WORD.search(text):
        wanted, unit = _wanted(text[found.start() :])
        if wanted is not Wanted.WORDS:
            return wanted, unit
    for wanted, words in asking.KEYWORDS.items():
        if words & set(lower):
            return wanted, None
    return Wanted.WORDS, None


def _noun(wanted: Wanted, found: Sequence[Token]) -> tuple[Sequence[Token], str | None]:
    lower = [token.text for token in found]
    if wanted is Wanted.COUNT:
        start = next((number + 1 for number, word in enumerate(lower) if word in vocabulary.COUNTS), 0)
        noun = []
        for token in found[start:]:
            if token.text in vocabulary.BEFORE_COUNTED:
                continue
            if token.text in vocabulary.FUNCTION or token.text in vocabulary.AFTER_COUNTED:
                break
            noun.append(token)
            if len(noun) == 2:
                break
        return noun, None
    if wanted in (Wanted.AGENT, Wanted.PLACE):
        for token in found[:4]:
            for kind, nouns in vocabulary.AGENTS.items():
                if token.text in nouns and lower[0] in vocabulary.WHICH:
                    return [token], kind
            if token.text in vocabulary.PLACES and wanted is Wanted.PLACE:
                return [token], "place"
    return (), None


def _leans(lower: Sequence[str], telling: int) -> bool:
    """True if a question means somebody, or something without naming it: where was that?"""
    return bool(vocabulary.HE & set(lower)) or telling == 0 or (telling == 1 and bool(vocabulary.LEANING & set(lower)))


def _head(wanted: Wanted, found: Sequence[Token]) -> Token | None:
    """Return the noun that follows what or which, unless a verb does."""
    if wanted not in (Wanted.THING, Wanted.AGENT, Wanted.PLACE) or not found or found[0].text not in vocabulary.WHICH:
        return None
    if len(found) < 2 or found[1].text in vocabulary.FUNCTION:
        return None
    return found[1]


def with_subject(question: Question, subject: Sequence[Word]) -> Question:
    """Return a question that takes its subject from another one."""
    return replace(question, words=[*question.words, *subject], leans=False)


def asked_about(line: str) -> str | None:
    """Return what a line asks for all about: “tell me about the pipeline” -> “the pipeline”."""
    text = _plain(line[:LONGEST]).strip(" ?!.")
    about = asking.ABOUT.match(text)
    return text[about.end() :] if about and about[0] else None


def continues(line: str) -> bool:
    """True if a line asks the question before it about somebody or something else: and Rome?"""
    return any(question.continues for question in read(line))


def leans(line: str) -> bool:
    """True if a line asks something of what was asked before it: “why?”, “and where?”."""
    return any(question.leans and not question.terse and question.wanted is not Wanted.WORDS for question in read(line))


def is_question(line: str) -> bool:
    """True if a line asks something, and is not only names or words."""
    return len(line.split()) > 1 and any(question.wanted is not Wanted.WORDS for question in read(line))
