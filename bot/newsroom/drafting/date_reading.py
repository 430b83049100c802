"""Reads the paragraphs of an article as whoever dates them needs them: words, sentences, quoted parts, expressions."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from bot.newsroom.drafting.article import Article
from bot.newsroom.drafting.clocks import ReadClock, clocks_of
from bot.newsroom.drafting.date_cursor import Words
from bot.newsroom.drafting.date_grammar import expressions_of
from bot.newsroom.drafting.date_meanings import Expression
from bot.newsroom.drafting.date_values import Tense
from bot.newsroom.drafting.date_words import Vocabulary
from bot.newsroom.drafting.english.dating import VOCABULARY as ENGLISH
from bot.newsroom.drafting.russian.dating import VOCABULARY as RUSSIAN
from bot.newsroom.drafting.sentences import sentences_of
from bot.newsroom.drafting.south_slavic.dating import VOCABULARY as SOUTH_SLAVIC
from bot.newsroom.drafting.tenses import tense_at

VOCABULARIES: Mapping[str, Vocabulary] = {
    "en": ENGLISH,
    "bs": SOUTH_SLAVIC,
    "hr": SOUTH_SLAVIC,
    "sr": SOUTH_SLAVIC,
    "ru": RUSSIAN,
}
_CLOSING = {"“": "”", "„": '“”"', "«": "»", "»": "«"}
_LONGEST_QUOTATION = 2_000  # characters; a sign that nothing closes opens none
_BESIDE = 3  # expressions to each side
_NEAR = 12  # words between a date and a time of day that belong together


class Place(NamedTuple):
    """The places of the first word of something, and of the first word after it."""

    first: int
    end: int


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph: its words and sentences, and the date expressions in it."""

    paragraph: int
    words: Words
    sentences: Sequence[Place]
    quoted: Sequence[Place]
    """The parts between quotation marks."""
    expressions: Sequence[Expression]
    dated: Mapping[int, int]
    """For the place of each word of an expression, the number of that expression."""
    starts: Mapping[int, Expression]
    """The expressions by where they begin in the paragraph's text."""

    @classmethod
    def of(cls, number: int, text: str, language: str) -> "Passage":
        """Read a paragraph in this language; in one that is not known, as English."""
        vocabulary = VOCABULARIES.get(language.partition("-")[0], ENGLISH)
        words = Words(vocabulary.tokens(text), vocabulary)
        sentences = tuple(_sentences(text, words, language))
        found = tuple(expressions_of(words))
        timed = tuple(_with_clocks(words, found, sentences))
        dated = {place: index for index, each in enumerate(timed) for place in range(each.first, each.end)}
        starts = {words[each.first].start: each for each in timed}
        return cls(number, words, sentences, tuple(_quoted(words)), timed, dated, starts)

    def sentence_of(self, place: int) -> Place:
        """Return the sentence that a word stands in."""
        at = bisect_right(self.sentences, place, key=lambda each: each.first) - 1
        return self.sentences[max(at, 0)] if self.sentences else Place(0, 0)

    def quotation_of(self, place: int) -> Place | None:
        """Return the quoted part that a word stands in."""
        at = bisect_right(self.quoted, place, key=lambda each: each.first) - 1
        return self.quoted[at] if at >= 0 and place < self.quoted[at].end else None

    def beside(self, place: Place) -> Iterator[int]:
        """Yield the numbers of the few expressions nearest before and behind a part."""
        before = bisect_left(self.expressions, place.first, key=lambda each: each.first)
        behind = bisect_left(self.expressions, place.end, key=lambda each: each.first)
        for number in (*range(behind, behind + _BESIDE), *range(before - 1, before - 1 - _BESIDE, -1)):
            if 0 <= number < len(self.expressions):
                yield number

    def tense(self, found: Expression) -> Tense:
        """Return whether the verb beside an expression tells of the past or of what comes."""
        return tense_at(self.words, found.first, found.end, self.sentence_of(found.first))

    def offsets(self, place: Place) -> tuple[int, int]:
        """Return where words begin and end in the paragraph's text."""
        return self.words[place.first].start, self.words[place.end - 1].end


def passages_of(article: Article) -> list[Passage]:
    """Read every paragraph of an article."""
    return [Passage.of(number, text, article.language) for number, text in enumerate(article.paragraphs)]


def _sentences(text: str, words: Words, language: str) -> Iterator[Place]:
    starts = [token.start for token in words.tokens]
    edges = [bisect_left(starts, begin) for begin, _ in sentences_of(text, language)]
    bounds = sorted({0, *edges, len(words)})
    yield from (Place(first, end) for first, end in pairwise(bounds))


def _quoted(words: Words) -> Iterator[Place]:
    opened, closing = -1, ""
    for place, token in enumerate(words.tokens):
        if opened >= 0 and token.start - words[opened].start > _LONGEST_QUOTATION:
            opened = -1
        if opened >= 0 and token.text in closing:
            yield Place(opened + 1, place)
            opened = -1
        elif opened < 0 and (token.text in _CLOSING or token.text == '"'):
            opened, closing = place, _CLOSING.get(token.text, '"')
    if opened >= 0 and words[opened].text != '"':
        yield Place(opened + 1, len(words))


def _with_clocks(words: Words, found: Sequence[Expression], sentences: Sequence[Place]) -> Iterator[Expression]:
    """Give each time of day to the date that it stands beside, or else to the nearest one of its sentence."""
    timed: dict[int, Expression] = dict(enumerate(found))
    firsts = [each.first for each in found]
    begins = [each.first for each in sentences]
    for clock in clocks_of(words):
        at = bisect_right(firsts, clock.first)
        near = [each for each in (at - 1, at) if 0 <= each < len(found) and not timed[each].clock]
        near = [each for each in near if _same_sentence(begins, found[each].first, clock.first)]
        apart = {each: _apart(found[each], clock) for each in near}
        near = [each for each in near if 0 <= apart[each] <= _NEAR and not _begins_anew(words, clock, found[each])]
        if near:
            best = min(near, key=lambda each: apart[each])
            timed[best] = _timed(words, found[best], clock)
    yield from timed.values()


def _begins_anew(words: Words, clock: ReadClock, found: Expression) -> bool:
    """True if “p.m.” ends the sentence before a date: … at 6 p.m. Schools reopen on Monday."""
    after = words[clock.end]
    return (
        words[clock.end - 1].text.endswith(".")
        and after.text.istitle()
        and not after.senses
        and found.first > clock.end
    )


def _timed(words: Words, found: Expression, clock: ReadClock) -> Expression:
    first, last = sorted(((found.first, found.end), (clock.first, clock.end)))
    joints = range(first[1], last[0])
    if len(joints) <= 3 and all(words[each]["at"] or words[each]["on"] or words.is_sign(each, ",(") for each in joints):
        return found.widened(clock.first, clock.end, clock.clock)
    if any(words[each]["every"] for each in range(first[1], last[0])):
        return found  # she trained every day from 5 a.m.
    return replace(found, clock=clock.clock)


def _apart(found: Expression, clock: ReadClock) -> int:
    return clock.first - found.end if clock.first >= found.end else found.first - clock.end


def _same_sentence(begins: Sequence[int], one: int, other: int) -> bool:
    return bisect_right(begins, one) == bisect_right(begins, other)
