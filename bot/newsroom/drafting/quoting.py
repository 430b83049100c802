"""Finds who is reported to have said what: what stands between quotation marks, and what is told in other words."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.newsroom.drafting.article import Article, Attribution, Doubt, Span
from bot.newsroom.drafting.claims import Claims
from bot.newsroom.drafting.clauses import Paragraph, is_word
from bot.newsroom.drafting.date_words import Token, Vocabulary
from bot.newsroom.drafting.marks import Quoted, quoted_in, spoken_after_dash
from bot.newsroom.drafting.saying import saying_of
from bot.newsroom.drafting.sentences import sentences_of
from bot.newsroom.drafting.speakers import Voice, after_verb, before_verb, begins_phrase, told_to

_NEAR = 26  # words after a quotation within which the verb of saying stands
_FAR = 26  # words before it
_LOOKED_BACK = 600  # characters beside it
_MOST_BETWEEN = 20  # names between marks
_MANY = 5  # quoted words that are speech though nothing else tells so
_WHO = Doubt("Nobody is named right beside this: who said it?", 5)
_ENDS = (",", ".", "!", "?", "…")
_DASHES = "—–"


def attributions_of(article: Article) -> list[Attribution]:
    """Return what somebody is reported to have said, in the order of the text."""
    vocabulary = saying_of(article.language)
    quoted = _all_quoted(article, vocabulary)
    by_paragraph: dict[int, list[Quoted]] = {}
    for each in quoted:
        by_paragraph.setdefault(each.content.paragraph, []).append(each)
    scan = _Scan(article, vocabulary)
    for number, text in article.body:
        here = by_paragraph.get(number, [])
        paragraph = Paragraph.of(number, text, here, vocabulary)
        sentences = sentences_of(text, article.language)
        scan.read(paragraph, here, sentences)
    return sorted(scan.found, key=lambda each: (each.content.paragraph, each.content.start, not each.quoted))


def _all_quoted(article: Article, vocabulary: Vocabulary) -> list[Quoted]:
    found: list[Quoted] = []
    marked = quoted_in(article.paragraphs)
    for number, text in article.body:
        found += spoken_after_dash(number, text)
    spoken = [each.outer for each in found]
    found += [each for each in marked if not any(span.holds(each.outer) for span in spoken)]
    found.sort(key=lambda each: each.outer)
    parts = (part for each in found for part in _without_tags(article, each, vocabulary))
    return [part for part in parts if article.text(part.content).strip()]


def _without_tags(article: Article, quoted: Quoted, vocabulary: Vocabulary) -> Iterator[Quoted]:
    """Yield the parts of a quotation within whose marks dashes part off who says it: «Да, — сказал он. — Нет»."""
    number, start, end = quoted.content
    text = article.paragraphs[number]
    words = [*vocabulary.tokens(text[start:end])]
    opening = quoted.outer.start
    at = 0
    while at < len(words):
        if words[at].text in _DASHES and any(word["says"] for word in words[at + 1 : at + 4]):
            stop = next((n for n in range(at + 2, len(words)) if words[n].text in _DASHES), None)
            if stop is None:
                break
            cut = start + words[at].start
            yield Quoted(Span(number, start, cut).stripped(text), Span(number, opening, cut), by_dash=True)
            opening = start + words[stop].end
            start, words, at = opening, [*vocabulary.tokens(text[opening:end])], 0
            continue
        at += 1
    if start == quoted.content.start:
        yield quoted
    elif text[start:end].strip():
        yield Quoted(
            Span(number, start, end).stripped(text), Span(number, start, quoted.outer.end), quoted.is_open, by_dash=True
        )


@dataclass(slots=True)
class _Scan:
    """Goes through the paragraphs in order, and keeps who spoke last."""

    article: Article
    vocabulary: Vocabulary
    found: list[Attribution] = field(default_factory=list)
    last: Voice | None = None
    here: Voice | None = None
    """Who spoke last in the paragraph at hand."""
    runs_on: bool = False
    """True if the last quotation goes on in the next paragraph."""

    def read(self, paragraph: Paragraph, quoted: Sequence[Quoted], sentences: Sequence[tuple[int, int]]) -> None:
        """Find what is said in a paragraph, sentence by sentence."""
        self.here = None
        claims = Claims(paragraph)
        at = 0
        for number, (start, end) in enumerate(sentences):
            spoken = len(self.found)
            while at < len(quoted) and (quoted[at].content.start < end or number == len(sentences) - 1):
                self._quotation(paragraph, quoted, at, sentences)
                at += 1
            claim = claims.of_sentence(start, end, sentences[number - 1] if number else None, self.here or self.last)
            if claim is None:
                continue
            if not any(_same(claim.content, each.content) for each in self.found[spoken:]):
                self.found.append(claim)
            if claim.speakers and not claim.denied:
                self.here = self.last = Voice(claim.speakers)

    def _quotation(
        self, paragraph: Paragraph, quoted: Sequence[Quoted], at: int, sentences: Sequence[tuple[int, int]]
    ) -> None:
        each = quoted[at]
        if not self._may_be_speech(paragraph, each):
            return
        voice, is_told = self._voice(paragraph, quoted, at, sentences)
        if not is_told and not _is_speech(paragraph, each, goes_on=self.here is not None):
            return
        doubts: tuple[Doubt, ...] = ()
        if self.runs_on and self.last:
            voice = self.last
        elif not voice.speakers and is_told:
            last = self.here or self._around(paragraph, each, sentences)  # “added” in a language that leaves “he” out
            voice = Voice(last.speakers if last else (), voice.via, voice.to)
        elif not voice.speakers:
            voice = self.here or self._around(paragraph, each, sentences) or voice
            doubts = () if self.here or not voice.speakers else (_WHO,)
        self.runs_on = each.is_open
        if voice.speakers:
            self.here = self.last = voice
        span = each.content.stripped(paragraph.text)
        self.found.append(Attribution(span, True, voice.speakers, voice.via, voice.to, doubts=doubts))

    def _may_be_speech(self, paragraph: Paragraph, quoted: Quoted) -> bool:
        text = paragraph.text[quoted.content.start : quoted.content.end].strip()
        words = text.split()
        if quoted.by_dash:
            return any(word["says"] for word in paragraph.words) or self.runs_on or len(words) >= _MANY
        return len(words) >= 2 or text.endswith(_ENDS)

    def _voice(
        self, paragraph: Paragraph, quoted: Sequence[Quoted], at: int, sentences: Sequence[tuple[int, int]]
    ) -> tuple[Voice, bool]:
        """Return who says it, by the words beside it; and whether a word of saying stands there."""
        each = quoted[at]
        nearest = bisect_right(sentences, (each.content.start, len(paragraph.text))) - 1
        begin = max(sentences[nearest][0] if nearest >= 0 else 0, each.outer.start - _LOOKED_BACK)
        end = _sentence_end(paragraph, quoted, at, sentences)
        after = [*paragraph.between(each.outer.end, end)]
        before = [*paragraph.between(begin, each.outer.start)]
        right, left = _verb(after[:_NEAR], is_after=True), _verb(before[-_FAR:], is_after=False)
        left_voice = _left(paragraph, before, left)
        right_voice = _right(paragraph, after, right)
        speech = paragraph.text[each.content.start : each.content.end].rstrip()
        is_name = not each.by_dash and not speech.endswith(_ENDS) and len(speech.split()) <= 3 and speech[:1].isupper()
        if _comes_first(before, left, after, right, speech):
            first, second = left_voice, right_voice
        else:
            first, second = right_voice, left_voice
        if is_name and not (right == 0 or _follows_comma(after, right) or (before[-1:] and before[-1].text == ":")):
            return Voice(), False
        found = first or second
        if found and not found.speakers and second and second.speakers and first is found:
            found = Voice(second.speakers, found.via or second.via, found.to or second.to)
        if found:
            return found, True
        if before[-1:] and before[-1].text == ":":
            return Voice(before_verb(paragraph, before[:-1])), True
        return Voice(), False

    def _around(
        self,
        paragraph: Paragraph,
        quoted: Quoted,
        sentences: Sequence[tuple[int, int]],
    ) -> Voice | None:
        """Return whom the sentence before names as its subject, or who spoke last."""
        before = bisect_right(sentences, quoted.outer.start, key=lambda each: each[1]) - 1
        if before >= 0:
            start, end = sentences[before]
            subject = before_verb(paragraph, paragraph.between(start, end)[:_FAR])
            if subject:
                return Voice(subject)
        return self.last


def _is_speech(paragraph: Paragraph, quoted: Quoted, *, goes_on: bool) -> bool:
    """True of quoted words that are speech though no word of saying stands beside them: a sentence of their own.

    `goes_on`: somebody has spoken in the same paragraph.
    """
    text = paragraph.text[quoted.content.start : quoted.content.end].strip()
    if quoted.by_dash:
        return True
    before = paragraph.text[: quoted.outer.start].rstrip()
    behind = paragraph.text[quoted.outer.end :].lstrip()
    is_parted = not before or before[-1] in '.!?…:”“»"'
    stands_alone = is_parted and (not behind or behind[0] in '“„«".—–-' or behind[0].isupper())
    ends = text.endswith((".", "!", "?", "…"))
    if ends and stands_alone and (goes_on or (not before and not behind)):
        return True
    return len(text.split()) >= _MANY and (text.endswith(_ENDS) or stands_alone)


def _sentence_end(paragraph: Paragraph, quoted: Sequence[Quoted], at: int, sentences: Sequence[tuple[int, int]]) -> int:
    """Return where the words end that may tell who said a quotation: at the next one, or with the sentence."""
    each = quoted[at]
    following = (one.outer.start for one in quoted[at + 1 : at + _MOST_BETWEEN] if not one.may_be_name)
    stop = min(next(following, len(paragraph.text)), each.outer.end + _LOOKED_BACK)
    index = bisect_right(sentences, each.outer.end, key=lambda one: one[1])
    behind = paragraph.text[each.outer.end : each.outer.end + 3].strip()
    inner = paragraph.text[each.content.start : each.content.end].rstrip()
    if inner.endswith((".", "…")) and behind[:1].isupper() and not _tag_follows(paragraph, each.outer.end):
        return each.outer.end
    return min(stop, sentences[index][1] if index < len(sentences) else stop)


def _tag_follows(paragraph: Paragraph, at: int) -> bool:
    """True if a short attribution follows an ended quotation: “No.” Novak said."""
    words = paragraph.between(at, at + 60)[:5]
    return any(word["says"] for word in words)


def _verb(words: Sequence[Token], *, is_after: bool) -> int | None:
    """Return which word says that something is said: the nearest one to the quotation."""
    order = range(len(words)) if is_after else range(len(words) - 1, -1, -1)
    for at in order:
        if words[at]["quoted"] and is_after and not words[at]["quoted_name"]:
            return None
        if words[at]["says"] or words[at]["calls"] or words[at]["according"]:
            return at
    return None


def _follows_comma(after: Sequence[Token], verb: int | None) -> bool:
    return verb is not None and verb <= 4 and bool(after) and after[0].text in (",", "—", "–", "-")


def _comes_first(
    before: Sequence[Token], left: int | None, after: Sequence[Token], right: int | None, speech: str
) -> bool:
    """True if the words before a quotation tell who says it, rather than those behind it."""
    if left is None or right is None:
        return right is None
    if before[-1]["that"] or any(word["conjunction"] for word in after[:right]):
        return True
    if before[-1].text == ":" or (len(before[-_FAR:]) - left) <= 2:
        return True
    if speech.endswith(",") or after[0].text in (",", "—", "–"):
        return False
    return len(before[-_FAR:]) - left <= right + 1


def _left(paragraph: Paragraph, before: Sequence[Token], verb: int | None) -> Voice | None:
    """Return who says a quotation by the words before it: “X told Y: …”."""
    if verb is None:
        return None
    offset = max(0, len(before) - _FAR)
    verb += offset
    word = before[verb]
    if word["according"]:
        return _according(paragraph, before, verb)
    subject = before_verb(paragraph, before[:verb])
    behind = before[verb + 1 :]
    if (not subject or not has_subject(before[:verb])) and not any(each["that"] for each in behind):
        subject = after_verb(paragraph, behind) or subject
    via, to = told_to(paragraph, word, behind)
    return Voice(subject, via, to)


def _right(paragraph: Paragraph, after: Sequence[Token], verb: int | None) -> Voice | None:
    """Return who says a quotation by the words behind it: “…, said X”, “…, X told Y”."""
    if verb is None:
        return None
    word = after[verb]
    if word["according"]:
        return _according(paragraph, after, verb)
    between, behind = after[:verb], after[verb + 1 :]
    subject = (
        before_verb(paragraph, between) if any(is_word(each) and not each["auxiliary"] for each in between) else ()
    )
    if not subject and not word["to"]:
        subject = after_verb(paragraph, behind)
    via, to = told_to(paragraph, word, behind)
    return Voice(subject, via, to)


def _according(paragraph: Paragraph, words: Sequence[Token], at: int) -> Voice:
    if words[at]["own_according"]:
        return Voice()
    return Voice(after_verb(paragraph, words[at + 1 :]))


def has_subject(words: Sequence[Token]) -> bool:
    """True if a name or a pronoun stands before the verb in its own clause, or beside an apposition before it."""
    within = words[:-1] if words and words[-1].text == "," else words
    for word in reversed(within):
        if word.text in ";:." or (word.text == "," and within is words):
            return False
        if word["pronoun"] or word.is_capital or begins_phrase(word):
            return True
    return False


def _same(one: Span, other: Span) -> bool:
    """True if a claim is hardly more than a quotation: they overlap by most of the claim."""
    shared = min(one.end, other.end) - max(one.start, other.start)
    return shared > 0.6 * (one.end - one.start)
