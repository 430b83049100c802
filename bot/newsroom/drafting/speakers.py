"""Finds in the words around a verb of saying who says it, to whom, and by which outlet."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from bot.newsroom.drafting.article import Mention
from bot.newsroom.drafting.clauses import Paragraph, is_word
from bot.newsroom.drafting.date_words import Token

_FARTHEST = 24  # words between a verb and its subject
_MOST_TOLD = 10  # words between a verb and whom it was said to
_SIGNS = frozenset(",;:.")


class _Candidate(NamedTuple):
    rank: float
    at: int
    words: Sequence[Token]


@dataclass(frozen=True, slots=True)
class Voice:
    """Who says something."""

    speakers: tuple[Mention, ...] = ()
    via: Mention | None = None
    to: Mention | None = None


def before_verb(paragraph: Paragraph, words: Sequence[Token]) -> tuple[Mention, ...]:
    """Return the subject that stands before a verb: of “X, the lawyer of Y, said” it is X, of “X's lawyer, Y, …” Y."""
    words = _last_clause(words[-_FARTHEST:])
    return _with_others(paragraph, words, _candidates(paragraph, words, is_before=True))


def after_verb(paragraph: Paragraph, words: Sequence[Token]) -> tuple[Mention, ...]:
    """Return the subject that stands after a verb: of “said X, the mayor of Y” it is X."""
    words = words[:_FARTHEST]
    stop = next((at for at, word in enumerate(words) if _ends_subject(word)), len(words))
    words = words[:stop]
    return _with_others(paragraph, words, _candidates(paragraph, words, is_before=False))


def _ends_subject(word: Token) -> bool:
    return bool(_is_speech(word) or word["that"] or word["relative"] or word.text in ";:.!?…")


def _last_clause(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words from the clause on in which the verb stands; a relative clause before it is left out."""
    begin = 0
    for at in range(len(words) - 1, -1, -1):
        word = words[at]
        if word.text in ";:":
            begin = at + 1
            break
        if _is_speech(word):
            begin = at + 1
            break
    return words[begin:]


def _candidates(paragraph: Paragraph, words: Sequence[Token], *, is_before: bool) -> list[_Candidate]:
    """Return what may be the subject, the likeliest first."""
    found: list[_Candidate] = []
    for at, name in _joined(paragraph, words):
        before = words[at - 1] if at else None
        if before is not None and before["preposition"] and not before["speaking_from"]:
            continue
        rank = 3 if before is not None and before["preposition"] else 2 if _owns(words, at + len(name)) else 0
        if rank == 0 and len(name) == 1 and is_before and _begins_sentence(paragraph, name[0]):
            rank = 1
        found.append(_Candidate(rank, at, name))
    for at, word in enumerate(words):
        if word["pronoun"] and not (at and words[at - 1]["preposition"]):
            found.append(_Candidate(1, at, [word]))
        elif word["quoted_name"] and not (at and words[at - 1]["preposition"]):
            found.append(_Candidate(0, at, [word]))
    found += [_Candidate(1, at, phrase) for at, phrase in _phrases(words)]
    if not paragraph.has_articles and not is_before and (phrase := _bare_phrase(words)):
        found.append(_Candidate(2.5, *phrase))
    said = next((word for word in words if not word["auxiliary"]), None)
    if not is_before and said is not None and said["pronoun"]:
        return [_Candidate(0, words.index(said), [said])]
    if is_before and words and words[-1]["pronoun"]:
        return [_Candidate(0, len(words) - 1, words[-1:])]
    return sorted(found, key=lambda each: (each.rank, each.at))


def _joined(paragraph: Paragraph, words: Sequence[Token]) -> Iterator[tuple[int, Sequence[Token]]]:
    """Yield the names among the words; a title that begins the sentence is one with the name that follows it."""
    names = [*paragraph.names_in(words)]
    skip = -1
    for number, (at, name) in enumerate(names):
        if number == skip:
            continue
        following = names[number + 1] if number + 1 < len(names) else None
        if following and _begins_sentence(paragraph, name[0]):
            between = words[at + len(name) : following[0]]
            if 0 < len(between) <= 3 and all(is_word(each) and not _parts(each) for each in between):
                yield at, words[at : following[0] + len(following[1])]
                skip = number + 1
                continue
        yield at, name


def _begins_sentence(paragraph: Paragraph, word: Token) -> bool:
    before = paragraph.text[: word.start].rstrip()
    return not before or before[-1] in ".!?…:"


def _bare_phrase(words: Sequence[Token]) -> tuple[int, Sequence[Token]] | None:
    """Return the words that follow a verb, as “gradonačelnik”, “в полиции”, in a language without articles."""
    at = 0
    while at < len(words) and (words[at]["auxiliary"] or words[at]["speaking_from"]):
        at += 1
    end = at
    while end < len(words) and end - at < 4 and is_word(words[end]) and not _breaks(words[end]):
        end += 1
    return (at, words[at:end]) if end > at and not words[at].text[0].isdigit() else None


def _owns(words: Sequence[Token], at: int) -> bool:
    """True if a possessive's ending follows: “Vale's lawyer”."""
    return at + 1 < len(words) and words[at].text in "'’" and words[at].text != "" and words[at + 1].text == "s"


def begins_phrase(word: Token) -> bool:
    """True of “the”, “her”, and of words as “officials”, which need no article."""
    return bool(word["article"] or word["possessive"] or word["people"])


def _phrases(words: Sequence[Token]) -> Iterator[tuple[int, Sequence[Token]]]:
    """Yield phrases without a name, as “the mayor”, “a spokeswoman for the firm”."""
    at = 0
    while at < len(words):
        word = words[at]
        starts = begins_phrase(word)
        depends = at and words[at - 1]["preposition"]
        if starts and not depends:
            end = at + 1
            while end < len(words) and end - at < 6 and is_word(words[end]) and not _breaks(words[end]):
                end += 1
            if end > at + 1 or word["people"]:
                yield at, words[at:end]
            at = end
        else:
            at += 1


def _parts(word: Token) -> bool:
    return bool(_breaks(word) or word["conjunction"])


def _breaks(word: Token) -> bool:
    return bool(
        word["preposition"] or word["says"] or word["calls"] or word["relative"] or word["that"] or word["finite"]
    )


def _with_others(paragraph: Paragraph, words: Sequence[Token], found: Sequence[_Candidate]) -> tuple[Mention, ...]:
    """Return the first of what was found, and whoever is joined to it by “and”."""
    if not found:
        return ()
    first = found[0]
    mentions = [paragraph.mention(first.words)]
    for other in found[1:]:
        joined = words[other.at - 1] if other.at else None
        beside = other.at - first.at - len(first.words) == 1
        if first.rank == other.rank == 0 and joined and joined.word in ("and", "i", "и") and beside:
            mentions.append(paragraph.mention(other.words))
    return tuple(mentions)


def told_to(paragraph: Paragraph, verb: Token, behind: Sequence[Token]) -> tuple[Mention | None, Mention | None]:
    """Return the outlet that carried it, and whom it was said to: “told the Evening Post”, “told the council”."""
    words = behind[:_MOST_TOLD]
    stop = next((at for at, word in enumerate(words) if word["that"] or _is_speech(word)), len(words))
    words = words[:stop]
    for at, name in _objects(paragraph, words):
        start = at
        while start and not (words[start - 1]["preposition"] or words[start - 1].text in _SIGNS):
            start -= 1
        if start == 0 and not verb["to"]:
            continue  # the subject
        end = at + len(name)
        tail = 2 if end < len(words) and not words[end].is_capital else 0
        heads = [word for word in words[start : end + tail] if word["outlet"]]
        if heads or _is_acronym(name) or name[0]["quoted"]:
            return paragraph.mention(name), None
        if verb["to"] and at <= 3:
            return None, paragraph.mention(name)
    return None, None


def _is_speech(word: Token) -> bool:
    return bool(word["quoted"]) and not word["quoted_name"] and " " in word.text


def _objects(paragraph: Paragraph, words: Sequence[Token]) -> Iterator[tuple[int, Sequence[Token]]]:
    yield from paragraph.names_in(words)
    for at, word in enumerate(words):
        if word["quoted_name"]:
            yield at, [word]


def _is_acronym(name: Sequence[Token]) -> bool:
    return len(name) == 1 and name[0].text.isupper() and len(name[0].text) >= 2
