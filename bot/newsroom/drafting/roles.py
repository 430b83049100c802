"""Finds what an article says somebody or something is, right beside the name: “the mayor of Split”, “its head”."""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from bot.newsroom.drafting.capitals import Candidate
from bot.newsroom.drafting.clauses import is_word
from bot.newsroom.drafting.date_words import Token
from bot.newsroom.drafting.naming_words import is_function, is_head

_BEFORE = 5  # words of a role before a name
_APPOSED = 14  # words of one behind it
_FRONT = 14  # words of “Vale's lawyer,” before a name
_LONGEST = 160  # characters
_NO_HEAD_ENDINGS = ("ed", "ing", "ly")


class Role(NamedTuple):
    """A role as the text states it."""

    text: str
    head: Token | None
    """The noun that tells what it is, if it is known."""
    rank: int
    """The lower, the better it is told."""


def role_of(candidate: Candidate, *, is_inflected: bool) -> Role | None:
    """Return the role that stands beside a name."""
    found = (
        _behind(candidate, is_inflected=is_inflected),
        _in_front(candidate),
        _titled(candidate, is_inflected=is_inflected),
        _copula(candidate),
    )
    told = [each for each in found if each and len(each.text) <= _LONGEST]
    return min(told, key=lambda each: each.rank, default=None)


def head_of(words: Sequence[Token], *, comes_last: bool = False) -> Token | None:
    """Return the noun that tells what it is; in English the last one before “of”: the council's chief engineer."""
    if not comes_last:
        return next((word for word in words if is_head(word)), None)
    stop = next((at for at, word in enumerate(words) if word["preposition"] or word["relative"]), len(words))
    return next((word for word in reversed(words[:stop]) if is_head(word)), None)


def _behind(candidate: Candidate, *, is_inflected: bool) -> Role | None:  # noqa: PLR0911 (a case each)
    """“X, the mayor of Split, …”, “X, 52, a baker”, “X, who heads the survey”."""
    words = candidate.paragraph.words
    at = candidate.last
    if at < len(words) and words[at].text == "(":
        at = next((n for n in range(at, min(at + 8, len(words))) if words[n].text == ")"), at) + 1
    if at >= len(words) or words[at].text not in (",", "–", "—"):
        return None
    at += 1
    if at + 1 < len(words) and words[at].text.isdigit() and words[at + 1].text == ",":
        at += 2
    end = at
    while end < len(words) and end - at < _APPOSED and words[end].text not in ",.;:!?–—()":
        end += 1
    phrase = words[at:end]
    if not phrase or end >= len(words) or phrase[0]["quoted"]:
        return None
    if phrase[0]["relative"] and len(phrase) > 2 and phrase[1]["leads"]:
        return Role(candidate.paragraph.text_of(at + 1, end), None, 3)
    if is_inflected:
        return _inflected_apposition(candidate, at, end)
    if phrase[0]["article"] or phrase[0]["possessive"] or _is_owned(phrase):
        return Role(candidate.paragraph.text_of(at, _without_verb(words, at, end)), head_of(phrase, comes_last=True), 0)
    head = head_of(phrase[:5], comes_last=True)
    is_noun_phrase = phrase[0].text.islower() and not is_function(phrase[0]) and head is not None
    if is_noun_phrase and not any(word["finite"] or word["says"] or word["calls"] for word in phrase[:3]):
        return Role(candidate.paragraph.text_of(at, _without_verb(words, at, end)), head, 1)
    return None


def _without_verb(words: Sequence[Token], first: int, end: int) -> int:
    """Return where an apposition ends that no comma closes before the verb of the sentence."""
    has_relative = False
    for at in range(first, end):
        has_relative = has_relative or bool(words[at]["relative"])
        if words[at]["says"] and not has_relative and at > first + 1:
            return at
    return end


def _is_owned(phrase: Sequence[Token]) -> bool:
    """True of “Vale's lawyer”, “its head”."""
    signs = [word.text for word in phrase[:6]]
    return any(one in "'’" and other == "s" for one, other in pairwise(signs))


def _inflected_apposition(candidate: Candidate, at: int, end: int) -> Role | None:
    words = candidate.paragraph.words
    phrase = words[at:end]
    head = head_of(phrase[:3])
    if head is None or not phrase[0].text.islower() or is_function(phrase[0]) or phrase[0]["says"]:
        return None
    return Role(candidate.paragraph.text_of(at, end), head, 1)


def _in_front(candidate: Candidate) -> Role | None:
    """“Vale's lawyer, X, …”, “its head, X, told …”, “The mediator, X, has asked …”."""
    words = candidate.paragraph.words
    comma = candidate.first - 1
    if comma < 1 or words[comma].text != "," or candidate.title:
        return None
    begin = comma
    while begin and comma - begin < _FRONT and words[begin - 1].text not in ',.;:!?–—()"“”„«»':
        begin -= 1
        word = words[begin]
        if word["finite"] or word["says"] or word["relative"] or word["that"]:
            begin += 1
            break
        before = words[begin - 1] if begin else None
        if (word["article"] or word["possessive"]) and not (before and before.word in ("of", "for")):
            break
    phrase = words[begin:comma]
    behind = candidate.behind
    if not phrase or behind is None or behind.text not in (",", "."):
        return None
    head = head_of(phrase, comes_last=True)
    if head is None or not (phrase[0]["article"] or phrase[0]["possessive"] or _is_owned(phrase)):
        return None
    return Role(candidate.paragraph.text_of(begin, comma), head, 1)


def _titled(candidate: Candidate, *, is_inflected: bool) -> Role | None:
    """“council leader X”, “Finance Minister X”, «мэр города X»."""
    words = candidate.paragraph.words
    first = candidate.first
    if candidate.title:
        head = head_of(words[max(0, first - 4) : first], comes_last=not is_inflected)
        begin = first - len(candidate.title.split())
        extra = _small_before(words, max(0, begin))
        text = candidate.paragraph.text[words[extra].start : words[first - 1].end].rstrip(" .")
        is_address = head is not None and head["title"] and not head["person"] and len(text.split()) == 1
        return None if is_address else Role(text, head, 2)
    begin = _small_before(words, first, is_inflected=is_inflected)
    if begin == first:
        return None
    phrase = words[begin:first]
    is_single = candidate.is_quoted or len(candidate.key) == 1
    head = head_of(phrase[::-1] if is_single else phrase, comes_last=not is_inflected)
    last = phrase[-1]
    if head is None and (is_inflected or last.word.endswith(_NO_HEAD_ENDINGS) or len(phrase) > 2):
        return None
    if head is None:
        before = words[begin - 1] if begin else None
        is_set_off = before is None or bool(
            before["article"] or before["possessive"] or before["says"] or before["quoted"]
        )
        if not is_set_off and (before is None or before.text not in ',”"»'):
            return None
    return Role(candidate.paragraph.text_of(begin, first).strip(' «„“"'), head, 2)


def _small_before(words: Sequence[Token], first: int, *, is_inflected: bool = False) -> int:
    """Return where the small words begin that stand before a name and belong to it: former labour minister."""
    begin = first
    while begin and first - begin < _BEFORE:
        word = words[begin - 1]
        if not is_word(word) and word.text not in "-'’" and not (word.text in '«„“"' and begin == first):
            break
        if is_function(word) or word["says"] or word["calls"] or word["leads"] or word["verb"] or word.text.isdigit():
            break
        if not is_inflected and word.word.endswith(("ed", "ing", "ly")) and not is_head(word):
            break
        if word.is_capital and not (word["nationality"] and not is_inflected):
            known = is_inflected and any(each["person"] for each in words[max(0, begin - 4) : begin - 1])
            if not known and not (begin == 1 or words[begin - 2].text in ".!?"):
                break
        begin -= 1
    while begin < first and (words[begin].text in "-'’" or words[begin].text == "s"):
        begin += 1
    if not is_inflected and 0 < begin < first and words[begin - 1]["possessive"]:
        return begin - 1  # her colleague
    if is_inflected:
        heads = [at for at in range(begin, first) if is_head(words[at])]
        if not heads:
            return first
        nearest = heads[-1] if words[first - 1].text in '«„“"' else heads[0]
        return _with_adjectives(words, begin, nearest)
    return begin


def _with_adjectives(words: Sequence[Token], begin: int, head: int) -> int:
    """Return where a role begins: with the adjectives before its noun that agree with it, one or two."""
    at = head
    while at > begin and head - at < 2 and words[at - 1].word.endswith(_AGREEING):
        at -= 1
    return at


_AGREEING = (
    *("i", "a", "o", "e", "og", "eg", "om", "oj", "im", "ih", "ši", "nji"),
    *("ий", "ый", "ой", "ая", "ое", "его", "ого", "ому", "ую", "ым", "им", "ей"),
)  # fmt: skip


def _copula(candidate: Candidate) -> Role | None:
    """“X is the largest telescope of the south”."""
    words = candidate.paragraph.words
    at = candidate.last
    if at + 2 >= len(words) or not words[at]["copula"] or words[at].word in ("are", "were"):
        return None
    if not words[at + 1]["article"] or words[at + 1].word not in ("a", "an", "the"):
        return None
    end = at + 1
    while end < len(words) and end - at < _APPOSED and words[end].text not in ",.;:!?–—()":
        end += 1
    head = head_of(words[at + 1 : end], comes_last=True)
    return Role(candidate.paragraph.text_of(at + 1, end), head, 3) if head else None
