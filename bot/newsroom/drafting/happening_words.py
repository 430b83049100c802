"""The shape of what a language knows about things that happen: their nouns, and the verbs that change a plan."""

from collections.abc import Set
from dataclasses import dataclass
from typing import Any, Self

from bot.newsroom.drafting.date_words import Token, Vocabulary

_LONGEST_ENDING = 4


@dataclass(frozen=True)
class HappeningWords:
    """Words of one language, in the form in which tokens have them: small letters without accents."""

    nouns: Set[str]
    """What happens: runoff, hearing."""
    stems: tuple[str, ...] = ()
    """The same, by the beginnings of words that have endings."""
    cancelled: tuple[str, ...] = ()
    """Beginnings of the words that say that something will not be."""
    moved: tuple[str, ...] = ()
    """Beginnings of the words that say that something will be on another day."""
    weakly_moved: tuple[str, ...] = ()
    """Those that say so only beside the new day: moved, but not moved indoors."""
    former: tuple[str, ...] = ()
    """Words that say that a date held once: originally."""
    relative: Set[str] = frozenset()
    """Words that lead back to what was named before: which."""
    planned: tuple[str, ...] = ("\0",)
    """Beginnings of the participles that say that something is planned."""
    targets: Set[str] = frozenset()
    """Words that lead to the new date: moved to 17 May."""
    no_phrase: Set[str] = frozenset()
    """Words that no noun phrase holds: prepositions, conjunctions, pronouns, common verbs."""
    no_phrase_endings: tuple[str, ...] = ()
    """Endings of verbs."""
    saying: Set[str] = frozenset()
    """Words after which a clause of its own begins."""
    links: Set[str] = frozenset()
    """Words that lead to the rest of a phrase: round of the election, match against Split."""
    pronouns: Set[str] = frozenset()
    """Words that stand for what the sentence before named: it."""
    happens: Set[str] = frozenset()
    """Words that say only that something takes place: held, place."""
    determiners: Set[str] = frozenset()
    describing_endings: tuple[str, ...] = ()
    """Endings of adjectives, in a language in which only they stand before a noun."""
    compounds: bool = False
    """True if the last of several nouns in a row is what happens, as in English."""

    @classmethod
    def of(cls, **words: Any) -> Self:
        """Make them of lists of words, each in one text."""
        lists: dict[str, Any] = {
            key: frozenset(each.split()) if isinstance(each, str) else each for key, each in words.items()
        }
        return cls(**lists)

    def names_happening(self, token: Token) -> bool:
        """True if the word is a noun for something that happens."""
        word = token.word
        return word in self.nouns or any(
            word.startswith(stem) and len(word) - len(stem) <= _LONGEST_ENDING for stem in self.stems
        )

    def may_describe(self, token: Token, vocabulary: Vocabulary) -> bool:
        """True if the word may be an adjective before a noun."""
        if token.text.isdigit():
            return False
        if self.describing_endings:
            return token.word.endswith(self.describing_endings)
        return not token.word.endswith(vocabulary.past_endings) or token.word in vocabulary.no_verbs

    def may_be_in_phrase(self, token: Token) -> bool:
        """True if the word may stand in a noun phrase."""
        dated = any(sense in token.senses for sense in ("month", "weekday", "nearby", "unit"))
        is_word = token.text[:1].isalpha() or token.text.isdigit()
        if not is_word or dated or token.word in self.no_phrase:
            return False
        return not (self.no_phrase_endings and len(token.word) > 4 and token.word.endswith(self.no_phrase_endings))
