"""Reads a question: its parts, the kind of answer that each asks for, the words that an answer must have."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from itertools import islice

from bot.core.asking.questions import english
from bot.core.asking.questions.synonyms import groups_at
from bot.core.asking.questions.tokens import Token, tokens

LONGEST = 400
_MOST_PARTS = 3
_MOST_WORDS = 40


class Wanted(Enum):
    """The kind of answer that a question asks for."""

    DATE = "when"
    CLOCK = "what time"
    PLACE = "where"
    AGENT = "who"
    COUNT = "how many"
    AMOUNT = "how much"
    REASON = "why"
    MANNER = "how"
    SPEECH = "say"
    DECISION = "yes or no"
    ABOUT = "about"
    THING = "what"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a question, or several that mean one thing: set up."""

    tokens: tuple[Token, ...]
    groups: frozenset[int]
    """The groups of like words that it is in."""
    light: bool = False
    """True if it need not stand in an answer."""

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
    pronoun: str | None = None
    outcome: bool = False
    changed: bool = False
    says: bool = False
    negated: bool = False
    leans: bool = False
    """True if it needs the subject of the question before it."""


def read(line: str) -> list[Question]:
    """Read a line of a reader; two questions in one line are two."""
    text = _plain(line[:LONGEST])
    parts = _parts(text)
    questions = [_read(part) for part in parts]
    if len(questions) > 1 and not questions[0].words:  # when and where is the match
        questions[0] = with_subject(questions[0], questions[1].words)
    questions = [
        with_subject(each, questions[0].words) if each.leans and number else each
        for number, each in enumerate(questions)
    ]
    return [each for each in questions if each.words or each.wanted is not Wanted.WORDS or each.pronoun] or questions


def _parts(text: str) -> list[str]:
    """Split a line at its second question; a comma parts two questions only after a first one."""
    parts: list[str] = []
    for part in english.TWO.split(text):
        if not part.strip(" ?!.,"):
            continue
        if parts and _wanted(parts[-1].strip())[0] is Wanted.WORDS:
            parts[-1] += f" {part}"
        else:
            parts.append(part.strip())
    return parts[:_MOST_PARTS] or [text]


def _plain(line: str) -> str:
    text = re.sub(r"\s+", " ", line.replace("’", "'").replace("`", "'")).strip()
    if text.isupper():
        text = text.lower()
    text = re.sub(r"[A-Za-z']+", lambda word: _spelt(word[0]), text)
    while True:
        shorter = english.POLITE_END.sub(
            "", english.POLITE.sub("", text, count=1) if english.POLITE.match(text) else text
        )
        if shorter == text or not shorter.strip(" ?!.,"):
            return text
        text = shorter


def _spelt(word: str) -> str:
    return english.SPELT.get(word.lower(), word)


_PATTERNS: Sequence[tuple[re.Pattern[str], Wanted, str | None]] = [
    (re.compile(pattern, re.IGNORECASE), wanted, unit)
    for pattern, wanted, unit in (
        (r"\b(?:at |by |from )?(?:what|which) (?:exact )?(?:time|hour)\b|\bo'?clock\b", Wanted.CLOCK, None),
        (r"^(?:(?:since|until|till|from|by|before|after) )?when\b", Wanted.DATE, None),
        (
            r"\b(?:what|which) (?:exact )?(?:day|date|year|month|week|weekday|season|deadline)\b(?! of prison)",
            Wanted.DATE,
            None,
        ),
        (r"^how (?:soon|recently)\b|^(?:what|which) is the (?:date|deadline|day)\b", Wanted.DATE, None),
        (r"^how long ago\b", Wanted.DATE, None),
        (r"^how many times\b|^how (?:often|frequently)\b", Wanted.AMOUNT, "often"),
        (
            r"^how old\b|\b(?:what|which) age\b|^(?:what|how) is (?:the|his|her|their) age\b|\bage of\b",
            Wanted.AMOUNT,
            "age",
        ),
        (
            r"^(?:for |since )?how long\b(?! (?:is|was|are|will) the (?:bridge|road|tunnel|river|wall|queue|line|pipeline|track))",
            Wanted.AMOUNT,
            "duration",
        ),
        (r"\b(?:phone|telephone|hotline|serial|contact|account|case|flight|room) number\b", Wanted.AMOUNT, None),
        (
            r"^how many\b|^(?:what|which) number of\b|^(?:what|which) (?:is|was) the (?:total )?number of\b",
            Wanted.COUNT,
            None,
        ),
        (r"^how (?:tall|high|deep|wide|far|long|thick|close)\b", Wanted.AMOUNT, "length"),
        (r"^how (?:heavy)\b|\bweigh\b", Wanted.AMOUNT, "weight"),
        (r"^how fast\b", Wanted.AMOUNT, "speed"),
        (r"^how (?:hot|cold|warm)\b", Wanted.AMOUNT, "temperature"),
        (r"^how (?:big|large|small|strong|severe|serious|steep|expensive|cheap|costly)\b", Wanted.AMOUNT, None),
        (r"\b(?:what|which) (?:percentage|percent|share|proportion)\b|^how many percent\b", Wanted.AMOUNT, "percent"),
        (
            r"^how much\b.*\b(?:cost|costs|pay|paid|pays|price|money|earn\w*|worth|sold|sell|charge|owe\w*|fine\w*|fund\w*|invest\w*|spen\w+|raise\w*|make|made|get|got|go for|compensation)\b",
            Wanted.AMOUNT,
            "money",
        ),
        (
            r"\bwhat (?:is|was|are|were|does|did|do|will|would)\b.*\b(?:cost|costs|price|go for|pay|earn|salary|worth)\b|^(?:what|which) (?:price|sum|amount)\b",
            Wanted.AMOUNT,
            "money",
        ),
        (r"^how much\b", Wanted.AMOUNT, None),
        (
            r"^(?:in |at |to |from |on |near )?(?:what|which) (?:\w+ )?(?:" + "|".join(english.PLACES) + r")\b",
            Wanted.PLACE,
            None,
        ),
        (r"^(?:from |to )?where\b", Wanted.PLACE, None),
        (
            r"^(?:why|how come|for what reason|what for|on what grounds)\b|^(?:what|which) (?:is|was|are|were) the (?:\w+ )?(?:reason|cause|grounds|motive|purpose|point|excuse|explanation|idea)\b|\bwhat (?:caused|causes|led to|made|makes)\b|^(?:what|which) (?:reason|grounds)\b|\bwhat for\b",
            Wanted.REASON,
            None,
        ),
        (r"^(?:by |to |from |with |for )?(?:who|whom|whose)\b", Wanted.AGENT, None),
        (
            r"^(?:which|what) (?:\w+ )?(?:"
            + english.AGENTS["person"].replace(" ", "|")
            + "|"
            + english.AGENTS["organisation"].replace(" ", "|")
            + r")\b",
            Wanted.AGENT,
            None,
        ),
        (r"^how\b", Wanted.MANNER, None),
        (r"^(?:what|which)\b", Wanted.THING, None),
        (
            r"^(?:is|are|was|were|did|does|do|has|have|had|will|would|can|could|should|may|must|am|shall)\b",
            Wanted.DECISION,
            None,
        ),
    )
]
_SAYS = re.compile(
    r"^(?:what|how) (?:is|are|was|were|did|does|do|has|have|had|else)\b.*\b(?:say|says|said|saying|think|thinks|claim|"
    r"tell|told|comment|comments|respond|responds|react|reacts|argue|state|answer|reply|explain|believe|opinion|view|"
    r"side|reaction|response|reply|position|stance|take|statement|describe|call|put it|promise|warn|feel|words)\b"
    r"|^what (?:did|does|do) .* (?:call|describe)\b|^(?:quote|quotes|quotation|statement)s? (?:from|by|of)\b|\b(?:quote|quotes|statement)$",
    re.IGNORECASE,
)
_ASKING = frozenset(
    [
        "when",
        "where",
        "who",
        "whom",
        "whose",
        "what",
        "which",
        "why",
        "how",
        "come",
        "since",
        "until",
        "till",
        "is",
        "are",
        "was",
        "were",
        "am",
        "be",
        "been",
        "being",
        "did",
        "does",
        "do",
        "has",
        "have",
        "had",
        "will",
        "would",
        "can",
        "could",
        "should",
        "may",
        "might",
        "must",
        "shall",
        "the",
        "a",
        "an",
        "of",
        "to",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "and",
        "or",
        "if",
        "whether",
        "it",
        "its",
        "there",
        "not",
        "no",
        "than",
        "then",
        "as",
        "into",
        "onto",
        "about",
        "i",
        "you",
        "we",
        "me",
        "us",
        "your",
        "our",
        "my",
        "mine",
        "that",
        "this",
        "these",
        "those",
        "so",
        "much",
        "many",
        "exactly",
    ]
)


def _read(part: str) -> Question:
    text = part.strip(" ?!.,;:-")
    about = english.ABOUT.match(text)
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
    if wanted is Wanted.WORDS:
        wanted, unit = _late(text, lower)
    says = bool(_SAYS.search(text)) or (wanted is Wanted.REASON and bool(english.SAYING & set(lower)))
    if says and wanted in (Wanted.THING, Wanted.MANNER):
        wanted = Wanted.SPEECH
    noun, kind = _noun(wanted, found)
    dropped = set(_ASKING) | (english.SAYING if wanted is Wanted.SPEECH else set()) | english.HE
    if unit == "age":
        dropped |= {"old", "age", "years"}
    if unit == "money":
        dropped |= {"money"}
    if wanted in (Wanted.DATE, Wanted.CLOCK):
        dropped |= {"time", "date", "day", "year", "month", "hour"}
    ignored = [token for token in noun if token.text in english.GENERIC] if wanted is not Wanted.COUNT else ()
    words = list(_words([token for token in found if token not in ignored], dropped))
    pronoun = next((word for word in lower if word in english.HE), None)
    past = bool(english.PAST & set(lower)) and not {"going", "will"} & set(lower)
    return Question(
        wanted,
        words,
        [
            (first.stem, second.stem)
            for first, second in zip(found, found[1:], strict=False)
            if first.text not in _NOT_PAIRED and second.text not in _NOT_PAIRED
        ],
        unit=unit,
        noun=noun,
        kind=kind,
        past=past,
        pronoun=pronoun,
        outcome=bool(english.OUTCOME & set(lower)),
        changed=bool(english.CHANGE & set(lower)),
        head=_head(wanted, found),
        future=bool({"will", "going", "next", "upcoming"} & set(lower)),
        says=says,
        negated=bool(english.NEGATIVE & set(lower)),
        leans=bool(_LEANING & set(lower)) or sum(not word.light for word in words) < 1,
    )


_QUESTION_WORDS = frozenset(["when", "where", "who", "whom", "whose", "what", "which", "why", "how"])
_LEANING = english.HE | frozenset(["it", "its", "that", "this", "there", "these", "those"])


_NOT_PAIRED = frozenset(
    [
        "when",
        "where",
        "who",
        "whom",
        "whose",
        "what",
        "which",
        "why",
        "how",
        "is",
        "are",
        "was",
        "were",
        "did",
        "does",
        "do",
        "has",
        "have",
        "the",
        "a",
        "an",
    ]
)


def _words(found: Sequence[Token], dropped: set[str] | frozenset[str]) -> Iterator[Word]:
    stems = [token.stem for token in found]
    place = 0
    while place < len(found):
        token = found[place]
        groups = groups_at(stems, place, asked=True)
        length = max(groups.values(), default=1)
        if length > 1 and token.text not in _QUESTION_WORDS:
            longest = frozenset(group for group, taken in groups.items() if taken == length)
            yield Word(tuple(found[place : place + length]), longest)
            place += length
            continue
        if token.text not in dropped or token.acronym:
            light = token.text in english.LIGHT and not token.acronym
            yield Word((token,), frozenset(group for group, taken in groups.items() if taken == 1), light)
        place += 1


def _wanted(text: str) -> tuple[Wanted, str | None]:
    for pattern, wanted, unit in _PATTERNS:
        if pattern.search(text):
            return wanted, unit
    return Wanted.WORDS, None


_LATE = re.compile(r"\b(when|where|who|why|how many|how much|what|which|how)\b", re.IGNORECASE)
_KEYWORDS = {
    Wanted.DATE: frozenset(["date", "dates", "day", "when", "deadline"]),
    Wanted.AMOUNT: frozenset(
        ["price", "cost", "amount", "sum", "number", "count", "total", "many", "much", "age", "length", "height"]
    ),
    Wanted.REASON: frozenset(["reason", "reasons", "why", "cause", "motive"]),
    Wanted.PLACE: frozenset(["where", "place", "location", "venue"]),
    Wanted.CLOCK: frozenset(["time", "hour", "oclock"]),
}


def _late(text: str, lower: Sequence[str]) -> tuple[Wanted, str | None]:
    """Find a question word that does not stand first: “the election is when?”, “bail amount”."""
    if found := _LATE.search(text):
        wanted, unit = _wanted(text[found.start() :])
        if wanted is not Wanted.WORDS:
            return wanted, unit
    for wanted, words in _KEYWORDS.items():
        if words & set(lower):
            return wanted, None
    return Wanted.WORDS, None


def _noun(wanted: Wanted, found: Sequence[Token]) -> tuple[Sequence[Token], str | None]:
    lower = [token.text for token in found]
    if wanted is Wanted.COUNT:
        start = next((number + 1 for number, word in enumerate(lower) if word in ("many", "number")), 0)
        noun = []
        for token in found[start:]:
            if token.text in ("of", "the", "them", "more", "other", "these", "those", "all", "different", "total"):
                continue
            if token.text in _ASKING or token.text in ("got", "went", "came", "get", "go", "come"):
                break
            noun.append(token)
            if len(noun) == 2:
                break
        return noun, None
    if wanted in (Wanted.AGENT, Wanted.PLACE):
        for token in found[:4]:
            for kind, nouns in english.AGENTS.items():
                if token.text in nouns.split() and lower[0] in ("which", "what"):
                    return [token], kind
            if token.text in english.PLACES and wanted is Wanted.PLACE:
                return [token], "place"
    return (), None


def _head(wanted: Wanted, found: Sequence[Token]) -> Token | None:
    """Return the noun that follows what or which, unless a verb does."""
    if wanted not in (Wanted.THING, Wanted.AGENT, Wanted.PLACE) or not found or found[0].text not in ("what", "which"):
        return None
    if len(found) < 2 or found[1].text in _ASKING:
        return None
    return found[1]


def with_subject(question: Question, subject: Sequence[Word]) -> Question:
    """Return a question that takes its subject from another one."""
    return replace(question, words=[*question.words, *subject])


def is_question(line: str) -> bool:
    """True if a line asks something, and is not only names or words."""
    return any(question.wanted is not Wanted.WORDS for question in read(line))
