"""Finds the words of an article that may be names: runs of capitals, with the small words that belong to them."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field

from bot.core.stories.spelling import normalise
from bot.newsroom.drafting.article import Article, Mention, Span
from bot.newsroom.drafting.clauses import is_word
from bot.newsroom.drafting.date_words import Token, Vocabulary
from bot.newsroom.drafting.forms import is_inflected
from bot.newsroom.drafting.marks import quoted_in
from bot.newsroom.drafting.naming_words import is_function, is_head, naming_of

_PARTICLES = frozenset(
    ("de", "da", "van", "von", "der", "den", "di", "del", "la", "le", "al", "el", "bin", "ibn", "du", "dos", "af", "av")
)
_ENDS = frozenset(".!?…:")
_OPENING = frozenset("\"'“„«‘(—–-»")
_ADJECTIVE = re.compile(
    r"(?:n|sk|ck|v|j|nj|t|l)(?:i|a|o|e|og|eg|om|oj|u|im|ih)$|(?:ий|ый|ой|ая|ое|ее|ого|его|ому|ую|ым|им|ых|их)$"
)
_DESCRIBING = re.compile(r"(?:[sc]k|[sc]n|aln|vn)(?:i|a|o|e|og|om|oj|u|im|ih)$|(?:ий|ый|ая|ое|ого|ому|ую|ым|ых|их)$")
_GENITIVE_ENDINGS = ("a", "e", "i", "h", "g", "u", "а", "я", "ы", "и", "й", "х", "о", "ю")
_MOST_WORDS = 8
_INFINITIVES = ("ti", "ci", "ть", "ться")
_LONGEST_TAIL = 3
_MOST = 5_000  # names of an article, with all repetitions


@dataclass(slots=True)
class Words:
    """A paragraph's words."""

    number: int
    text: str
    words: Sequence[Token]

    def begins_sentence(self, at: int) -> bool:
        """True of the first word of a sentence, or of what is quoted."""
        while at and self.words[at - 1].text in _OPENING:
            if self.words[at - 1].text not in "-—–":
                return True
            at -= 1
        return at == 0 or self.words[at - 1].text in _ENDS

    def text_of(self, first: int, last: int) -> str:
        """Return the text of some words."""
        return self.text[self.words[first].start : self.words[last - 1].end]


@dataclass(slots=True)
class Candidate:
    """Words that may be a name, and where they stand."""

    paragraph: Words
    first: int
    last: int
    """Behind its last word."""
    title: str = ""
    """What stands directly before it with a capital, as “Finance Minister”."""
    is_quoted: bool = False
    begins: bool = False
    """True if it is one word at the beginning of a sentence, and may be none."""
    is_owner: bool = False
    """True if it belongs to the noun before it, and the person behind it has that office: direktor Vodokoma X."""
    key: tuple[str, ...] = field(init=False)

    def __post_init__(self) -> None:
        """Take its words for comparing."""
        words = self.paragraph.words[self.first : self.last]
        self.key = tuple(form for word in words if is_word(word) and (form := normalise(word.text)))

    @property
    def tokens(self) -> Sequence[Token]:
        """Its words."""
        return self.paragraph.words[self.first : self.last]

    @property
    def mention(self) -> Mention:
        """Where it stands."""
        start, end = self.tokens[0].start, self.tokens[-1].end
        return Mention(Span(self.paragraph.number, start, end), self.paragraph.text[start:end])

    @property
    def before(self) -> Token | None:
        """The word before it."""
        return self.paragraph.words[self.first - 1] if self.first else None

    @property
    def behind(self) -> Token | None:
        """The word behind it."""
        return self.paragraph.words[self.last] if self.last < len(self.paragraph.words) else None


def candidates_of(article: Article, spoken: Set[Span]) -> list[Candidate]:
    """Return what may be a name in the body, in order; `spoken`: quotations, whose marks name nothing."""
    vocabulary = naming_of(article.language)
    skips_headline = not is_inflected(article.language) or _is_in_capitals(article.paragraphs[0])
    first = 1 if skips_headline and len(article.paragraphs) > 1 else 0
    numbered = [*enumerate(article.paragraphs)][first:]
    paragraphs = [Words(number, text, vocabulary.tokens(text)) for number, text in numbered]
    small = {word.word for each in paragraphs for word in each.words if word.text[:1].islower()}
    quoted = [each for each in quoted_in(article.paragraphs, first) if each.may_be_name and each.content not in spoken]
    found: list[Candidate] = []
    for paragraph in paragraphs:
        spans = [each.content for each in quoted if each.content.paragraph == paragraph.number]
        found += _Finder(paragraph, small, spans, is_inflected(article.language), vocabulary).found()
    return found[:_MOST]


def _is_in_capitals(headline: str) -> bool:
    """True of a headline whose every word has a capital: they tell no names."""
    words = [word for word in headline.split() if word[:1].isalpha()]
    return sum(word[:1].isupper() for word in words) * 2 > len(words)


@dataclass(slots=True)
class _Finder:
    paragraph: Words
    small: Set[str]
    """The words that the article has in small letters, too."""
    quoted: Sequence[Span]
    is_inflected: bool
    vocabulary: Vocabulary

    def found(self) -> Iterator[Candidate]:
        words = self.paragraph.words
        quoted = iter(self.quoted)
        name = next(quoted, None)
        at = 0
        while at < len(words):
            if name and words[at].start >= name.start:
                last = at
                while last < len(words) and words[last].end <= name.end:
                    last += 1
                if last > at:
                    yield Candidate(self.paragraph, at, last, is_quoted=True)
                name, at = next(quoted, None), max(last, at + 1)
                continue
            if not self._is_capital(at):
                at += 1
                continue
            last = self._end(at, name.start if name else len(self.paragraph.text))
            yield from self._parts(at, last)
            at = last

    def _is_capital(self, at: int) -> bool:
        word = self.paragraph.words[at]
        before = self.paragraph.words[at - 1] if at else None
        if before is not None and before.text.isdigit() and before.end == word.start:
            return False  # 3F
        if not word.is_capital or (word["month"] and self._is_date(at)):
            return False
        # “Нишу” is Niš, though “nisu” is a verb
        is_city = (
            self.is_inflected and word["finite"] and len(word.senses) == 1 and not self.paragraph.begins_sentence(at)
        )
        return not is_function(word) or is_city

    def _is_date(self, at: int) -> bool:
        """True of a month, but not of “Jan Olsen” and “June Miller”."""
        words = self.paragraph.words
        behind = words[at + 1] if at + 1 < len(words) else None
        return behind is None or not behind.is_capital or is_function(behind)

    def _end(self, first: int, stop: int) -> int:
        """Return where a run of capitals ends that begins here."""
        words = self.paragraph.words
        last = first + 1
        while last < len(words) and words[last].end <= stop and last - first < _MOST_WORDS * 2:
            longer = self._longer(first, last)
            if longer == last:
                break
            last = longer
        return last

    def _longer(self, first: int, last: int) -> int:  # noqa: PLR0911 (a case a line)
        """Return where the run ends if the next words belong to it, or `last`."""
        words = self.paragraph.words
        word, before = words[last], words[last - 1]
        following = words[last + 1] if last + 1 < len(words) else None
        is_near = following is not None and following.is_capital and not is_function(following)
        if word.is_capital and not is_function(word):
            if before.text.islower() and is_word(before) and is_near:
                return last  # a person behind an office's body: министр Пермского края Андрей Чесноков
            return last + 1 if word.start > before.end or before.text in "-'’." else last
        if following is None:
            return self._small(first, last)
        if word.text in "-'’" and word.start == before.end and following.start == word.end:
            is_possessive = word.text != "-" and following.text == "s"
            house = words[last + 2] if last + 2 < len(words) else None
            if is_possessive and house and house.is_capital and (house["organisation"] or house["place"]):
                return last + 3  # St Mary's Church
            joins = following.is_capital or (word.text == "-" and not before.text.isupper())  # EBRD-om is EBRD
            return last if is_possessive or not joins else last + 2
        if word.text in "'’" and before.word.endswith("s") and word.start == before.end and is_near:
            return last + 2
        if word.text == "." and len(before.text) == 1 and is_near:
            return last + 2
        if word.text == "&" and is_near:
            return last + 2
        if word.word in _PARTICLES and is_near and not self.is_inflected:
            return last + 2
        if word.word in ("of", "for") and any(each["joins_of"] for each in words[first:last]):
            if is_near:
                return last + 2
            if following.word == "the" and last + 2 < len(words) and words[last + 2].is_capital:
                return last + 3
        return self._small(first, last)

    def _small(self, first: int, last: int) -> int:
        """Return where the run ends if small words belong to it: “Old Mill bridge”, “Ministarstvo zaštite okoliša”."""
        words = self.paragraph.words
        if not self.is_inflected:
            is_tail = words[last]["tail"] and words[last].text.islower()
            return last + 1 if is_tail and not self.paragraph.begins_sentence(first) else last
        if last - first == 1 and _ADJECTIVE.search(words[first].word) and not words[first]["person"]:
            named = words[first - 1]["organisation"] if first else False
            if named and words[last].text.islower() and not is_function(words[last]) and not words[last]["says"]:
                return last + 1  # udruga Zeleni otoci
            for at in range(last, min(last + 3, len(words))):
                word = words[at]
                if not word.text.islower() or is_function(word) or word["says"] or word["person"]:
                    break
                if word["organisation"] or word["place"]:
                    return at + 1
        if any(each["genitive_tail"] for each in words[first:last]):
            end = last
            while end < len(words) and end - last < _LONGEST_TAIL and self._is_tail(words[end]):
                end += 1
            if end > last:
                return end
        is_seat = words[last].word in ("u", "na") and last + 1 < len(words) and words[last + 1].is_capital
        if is_seat and any(each["seated"] for each in words[first:last]):
            return last + 2
        return last

    def _is_tail(self, word: Token) -> bool:
        is_plain = word.text.islower() and not is_function(word) and not word["says"] and not word["calls"]
        return (
            is_plain
            and not word["person"]
            and not word.word.endswith(_INFINITIVES)
            and word.word.endswith(_GENITIVE_ENDINGS)
        )

    def _parts(self, first: int, last: int) -> Iterator[Candidate]:
        """Yield the names of a run: without the titles before them, an office's body parted from the person."""
        words = self.paragraph.words
        begins = self.paragraph.begins_sentence(first)
        named = first
        for at in range(first, last):
            word = words[at]
            if (word["person"] or word["title"]) and not any(each["organisation"] for each in words[at + 1 : last]):
                named = at + 1
                if named < last and words[named].text == ".":
                    named += 1
        if (
            named == first
            and begins
            and last - first > 1
            and words[first].word in self.small
            and not is_head(words[first])
        ):
            named = first + 1
        while named < last and words[named]["nationality"] and last - named > 2 and not words[last - 1]["organisation"]:
            named += 1
        if named >= last:
            return
        title = self.paragraph.text_of(first, named).strip(" .") if named > first else ""
        count = last - named
        if count == 1 and (words[named]["nationality"] or self._describes(named)):
            return
        is_person = bool(title) or bool(named and words[named - 1]["person"])
        if self.is_inflected and is_person and count >= 3 and not any(is_head(each) for each in words[named:last]):
            size = 3 if _is_patronymic(words[last - 2]) else 2
            if count > size and words[last - size - 1].text != "-":
                yield Candidate(self.paragraph, named, last - size, is_owner=True)
                named = last - size
        leads = words[named]
        if self.is_inflected and count >= 3 and last - named == count and leads.text.isupper() and len(leads.text) > 1:
            yield Candidate(self.paragraph, named, named + 1, is_owner=True)  # preduzeća GIPS Lejla Mujkić
            named += 1
        single = last - named == 1
        starts = single and self.paragraph.begins_sentence(named) and not words[named].text.isupper()
        yield Candidate(self.paragraph, named, last, title, begins=starts)

    def _describes(self, at: int) -> bool:
        """True of an adjective before a small noun: Svjetski dan."""
        words = self.paragraph.words
        behind = words[at + 1] if at + 1 < len(words) else None
        is_noun = behind is not None and behind.text.islower() and not is_function(behind) and not behind["says"]
        return self.is_inflected and is_noun and bool(_DESCRIBING.search(words[at].word))


def _is_patronymic(word: Token) -> bool:
    return word.word.endswith(("вич", "вича", "вичу", "вичем", "вна", "вны", "вне", "вну", "вной"))
