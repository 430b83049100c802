"""The words of a paragraph as an attribution sees them: what is quoted is one word, and a speaker is a run of names."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.newsroom.drafting.article import Mention, Span
from bot.newsroom.drafting.date_words import Token, Vocabulary
from bot.newsroom.drafting.marks import Quoted

_JOINING = frozenset("-'’.&")
_LONGEST_PHRASE = 6  # words of “the town's chief engineer”
_PARTICLES = frozenset(
    (
        "de",
        "da",
        "van",
        "von",
        "der",
        "den",
        "di",
        "del",
        "la",
        "le",
        "al",
        "el",
        "bin",
        "ibn",
        "ben",
        "du",
        "dos",
        "af",
        "av",
        "ter",
        "of",
    )
)
_STOPS = frozenset(",;:()—–")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph's words, each quotation among them as one."""

    number: int
    text: str
    words: Sequence[Token]
    has_articles: bool = True
    """False in a language in which “the mayor” is one word."""

    @classmethod
    def of(cls, number: int, text: str, quoted: Sequence[Quoted], vocabulary: Vocabulary) -> "Paragraph":
        """Split a paragraph into its words."""
        words: list[Token] = []
        at = 0
        for each in sorted(quoted, key=lambda one: one.outer.start):
            words += _moved(vocabulary.tokens(text[at : each.outer.start]), at)
            senses = {"quoted": True, "quoted_name": each.may_be_name}
            words.append(Token(each.outer.start, each.outer.end, text[each.outer.start : each.outer.end], "", senses))
            at = each.outer.end
        words += _moved(vocabulary.tokens(text[at:]), at)
        return cls(number, text, words, any("article" in senses for senses in vocabulary.phrases.values()))

    def between(self, start: int, end: int) -> Sequence[Token]:
        """Return the words within a part of the text."""
        first = bisect_left(self.words, start, key=lambda word: word.start)
        last = bisect_left(self.words, end, key=lambda word: word.start)
        return self.words[first:last]

    def mention(self, words: Sequence[Token]) -> Mention:
        """Return a run of words as a mention."""
        start, end = words[0].start, words[-1].end
        return Mention(Span(self.number, start, end), self.text[start:end])

    def names_in(self, words: Sequence[Token]) -> Iterator[tuple[int, Sequence[Token]]]:
        """Yield each run of words with capitals, and where it begins among the words.

        A name that stands between quotation marks is one, too.
        """
        at = 0
        while at < len(words):
            if not _is_name(words[at]):
                at += 1
                continue
            end = at + 1
            while end < len(words) and self._goes_on(words, end):
                end += 1
            while end > at + 1 and not _is_name(words[end - 1]):
                end -= 1
            yield at, words[at:end]
            at = end

    def _goes_on(self, words: Sequence[Token], at: int) -> bool:
        word, before = words[at], words[at - 1]
        if _is_name(word):
            return before.text not in _STOPS
        touches = before.end == word.start
        if word.text in _JOINING and touches and not (word.text in "'’" and before.word.endswith("s")):
            return at + 1 < len(words) and (words[at + 1].start == word.end or len(before.text) == 1)
        if before.text in "'’" and touches:
            return False  # the ending of a possessive
        if word.text in "'’" and touches and before.word.endswith("s"):
            return at + 1 < len(words) and _is_name(words[at + 1])  # Seafarers' Federation
        follows = at + 1 < len(words) and _is_name(words[at + 1])
        return word.word in _PARTICLES and follows and word.start > before.end


def _moved(words: Sequence[Token], by: int) -> Iterator[Token]:
    for each in words:
        yield Token(each.start + by, each.end + by, each.text, each.word, each.senses) if by else each


def _is_name(word: Token) -> bool:
    """True of a word with a capital that is no pronoun or preposition at the beginning of a sentence."""
    if not word.is_capital:
        return False
    small = word["pronoun"] or word["preposition"] or word["article"] or word["that"] or word["conjunction"]
    return not (small or word["possessive"] or word["relative"] or word["finite"] or word["says"] or word["according"])


def is_word(token: Token) -> bool:
    """True unless it is a sign."""
    return token.text[:1].isalnum()
