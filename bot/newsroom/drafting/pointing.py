"""Tells whom a name, an epithet or a pronoun means where it stands."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.core.stories.spelling import normalise
from bot.newsroom.drafting.article import Article, Found, Mention, Span
from bot.newsroom.drafting.date_words import Token
from bot.newsroom.drafting.forms import is_inflected, same_word
from bot.newsroom.drafting.naming_words import KINDS, is_function, is_head, naming_of
from bot.newsroom.drafting.roles import head_of
from bot.newsroom.drafting.sentences import sentences_of

_IT = frozenset(("it", "ono", "оно"))
_SHE = frozenset(("she", "ona", "она"))
_MALE_IN_A = frozenset(("luka", "nikola", "saša", "ilija", "andrija", "mustafa", "никита", "илья", "лука", "никола"))


_GENITIVE = ("ика", "ора", "ера", "ёра", "иста", "лога", "теля", "ента", "анта", "ара", "аря", "ика")
_LOOKED_BACK = 60  # mentions
_WOMEN = frozenset(("spokeswoman", "actress", "chairwoman", "daughter", "mother", "wife", "sister", "mrs", "ms"))
_MEN = frozenset(("spokesman", "actor", "chairman", "son", "father", "husband", "brother", "mr"))


@dataclass(frozen=True, slots=True)
class Pointing:
    """Who is named where in an article."""

    article: Article
    found: Sequence[Found]
    spoken: Sequence[Span] = ()
    """What is quoted, in order: who is named in a quotation does not say it."""
    _named: list[tuple[Span, Found]] = field(default_factory=list)
    _sentences: dict[int, list[tuple[int, int]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Put all mentions into the order of the text."""
        self._named.extend(
            sorted((mention.span, each) for each in self.found for mention in each.mentions) if False else []
        )
        pairs = [(mention.span, each) for each in self.found for mention in each.mentions]
        self._named.extend(sorted(pairs, key=lambda pair: pair[0]))

    def whom(self, mention: Mention) -> Found | None:
        """Return whom it means; None if that cannot be told."""
        vocabulary = naming_of(self.article.language)
        words = vocabulary.tokens(mention.text)
        first = bisect_left(self._named, (mention.span.paragraph, mention.span.start), key=_end_of)
        near = self._named[first : first + _LOOKED_BACK]
        here = [each for span, each in near if span.overlaps(mention.span)]
        if here:
            people = [each for each in here if each.type == "person"]
            return people[-1] if people else here[0]
        if len(words) == 1 and words[0]["pronoun"]:
            return self._pronoun(words[0], mention.span)
        return self._named_so(mention) or self._epithet(words, mention.span)

    def _named_so(self, mention: Mention) -> Found | None:
        key = normalise(mention.text)
        fitting = [each for each in self.found if key and key in map(normalise, (each.name, *each.aliases))]
        return fitting[0] if len(fitting) == 1 else None

    def _pronoun(self, word: Token, span: Span) -> Found | None:
        """Return the first person of the sentence or, failing that, of the nearest sentence before it."""
        if word.word in ("they", "oni", "они"):
            return None
        kinds = ("organisation", "thing") if word.word in _IT else ("person",)
        excluded = None if word.word in _IT else word.word not in _SHE
        last = bisect_left(self._named, span, key=lambda pair: pair[0])
        fits = [
            (where, each)
            for where, each in self._named[max(0, last - _LOOKED_BACK) : last]
            if each.type in kinds
            and not self._is_quoted(where)
            and (excluded is None or gender_of(each) is not excluded)
        ]
        if not fits:
            return None
        sentence = self._sentence(span)
        within = [each for where, each in fits if sentence.holds(where)]
        if within:
            return within[0]
        nearest = self._sentence(fits[-1][0])
        return next(each for where, each in fits if nearest.holds(where))

    def _is_quoted(self, span: Span) -> bool:
        last = bisect_right(self.spoken, (span.paragraph, span.start), key=lambda each: each[:2]) - 1
        return last >= 0 and self.spoken[last].holds(span)

    def _sentence(self, span: Span) -> Span:
        if span.paragraph not in self._sentences:
            text = self.article.paragraphs[span.paragraph]
            self._sentences[span.paragraph] = sentences_of(text, self.article.language)
        sentences = self._sentences[span.paragraph]
        at = bisect_right(sentences, span.start, key=lambda each: each[0]) - 1
        return Span(span.paragraph, *sentences[at]) if at >= 0 else Span(span.paragraph, 0, span.end)

    def _epithet(self, words: Sequence[Token], span: Span) -> Found | None:
        """Return whose role has the words of “the mayor”, “the company”: whoever was named last, or the only one."""
        plain = [word for word in words if not is_function(word) and word.text[:1].isalpha()]
        if not plain:
            return None
        heads = [word for word in plain if any(word[kind] for kind in KINDS)] or plain[-1:]
        fitting = [each for each in self.found if self._has_role(each, heads)]
        if not fitting:
            return None
        last = bisect_left(self._named, span, key=lambda pair: pair[0])
        before = (each for _, each in reversed(self._named[max(0, last - _LOOKED_BACK) : last]))
        named = next((each for each in before if any(each is one for one in fitting)), None)
        return named or (fitting[0] if len(fitting) == 1 else None)

    def _has_role(self, found: Found, heads: Sequence[Token]) -> bool:
        """True if what it is said to be, or a word of a body's name, is the noun of an epithet."""
        language = self.article.language
        vocabulary = naming_of(language)
        role = head_of(vocabulary.tokens(found.role), comes_last=not is_inflected(language))
        words = [role] if role else []
        if found.type != "person":
            words += [word for word in vocabulary.tokens(found.name) if is_head(word)]
        known = [normalise(word.text) for word in words]
        return all(any(same_word(normalise(head.text), word, language) for word in known) for head in heads[-1:])


def _end_of(pair: tuple[Span, Found]) -> tuple[int, int]:
    return pair[0].paragraph, pair[0].end


def gender_of(found: Found) -> bool | None:
    """Return True for a woman, False for a man, None where the name and the role do not tell."""
    first = found.name.split()[0].lower() if found.name else ""
    role = found.role.lower()
    if any(
        word in role.split()
        for word in ("spokeswoman", "actress", "chairwoman", "daughter", "mother", "wife", "sister")
    ):
        return True
    if any(word in role.split() for word in ("spokesman", "actor", "chairman", "son", "father", "husband", "brother")):
        return False
    if not any(letter in found.name for letter in "ćčšžđ") and found.name.isascii():
        return None
    if first in _MALE_IN_A:
        return False
    if any("а" <= letter <= "я" for letter in first) and role.endswith(_GENITIVE) and found.name.endswith("а"):
        return None  # «историка Павла Гордеева»: a man in the genitive, or a woman
    return first.endswith(("a", "а", "я"))
