"""Finds what somebody is reported to have said in the article's own words."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.newsroom.drafting.article import Attribution, Mention, Span
from bot.newsroom.drafting.clauses import Paragraph, is_word
from bot.newsroom.drafting.date_words import Token
from bot.newsroom.drafting.speakers import Voice, after_verb, before_verb, begins_phrase, told_to

_LONGEST = 250  # words of a sentence that are looked at
_SHORTEST = 2  # words of a claim
_THAT_WITHIN = 16  # words between a verb of saying and “that”
_SHORT = 6  # words of an apposition
_TAIL = 16  # words of “…, said the mayor on Tuesday”


@dataclass(frozen=True, slots=True)
class Claims:
    """Finds the claims of one paragraph."""

    paragraph: Paragraph

    def of_sentence(
        self, start: int, end: int, former: tuple[int, int] | None, last: Voice | None
    ) -> Attribution | None:
        """Return the claim of a sentence; `former`: the sentence before, `last`: who spoke before."""
        return _claim(self.paragraph, self.paragraph.between(start, end)[:_LONGEST], former, last)


def _claim(
    paragraph: Paragraph, words: Sequence[Token], former: tuple[int, int] | None, last: Voice | None
) -> Attribution | None:
    found: Attribution | None = None
    for at, word in enumerate(words):
        if word["declines"]:
            return found or _denied(paragraph, words, at)
        if word["according"]:
            found = found or _according(paragraph, words, at, last)
        elif (word["says"] or word["calls"]) and (at or not paragraph.has_articles):
            told = _said(paragraph, words, at, former, last)
            has_that = told is not None and any(each["that"] for each in words[at : at + _THAT_WITHIN])
            if told and (found is None or (has_that and not _has_that(words, found))):
                found = told
    return found


def _has_that(words: Sequence[Token], found: Attribution) -> bool:
    """True if “that” introduces a claim: it is told more plainly than what somebody is only called."""
    before = [word for word in words if word.end <= found.content.start]
    return bool(before and before[-1]["that"])


def _denied(paragraph: Paragraph, words: Sequence[Token], at: int) -> Attribution:
    speakers = before_verb(paragraph, words[:at])
    return Attribution(_span(paragraph, words[at:]), False, speakers, denied=True)


def _according(paragraph: Paragraph, words: Sequence[Token], at: int, last: Voice | None) -> Attribution | None:
    """“According to X, …”, “…, according to X”."""
    if words[at]["own_according"]:
        speakers = last.speakers if last else ()
        behind = words[at + 1 :]
        rest = behind[1:] if behind and behind[0].text == "," else behind
    else:
        speakers = after_verb(paragraph, _until_comma(words[at + 1 :]))
        rest = _after_comma(words[at + 1 :])
    # what stands before is the claim if it is the longer part, as in “…, according to X”
    before = [word for word in words[:at] if is_word(word)]
    content = words if before and len(rest) >= _SHORTEST else words[:at] if before else rest
    return _attribution(paragraph, content, Voice(speakers))


def _until_comma(words: Sequence[Token]) -> Sequence[Token]:
    """Return the words up to the comma that ends a phrase; one inside “X, the mayor of Y,” is passed."""
    stop = next((at for at, word in enumerate(words) if word.text in ",—–;"), len(words))
    return words[:stop]


def _after_comma(words: Sequence[Token]) -> Sequence[Token]:
    """Return what follows “according to X,”; a short “, the mayor of Y,” belongs to X."""
    commas = [at for at, word in enumerate(words[:-1]) if word.text in (",", "—", "–")]
    if not commas:
        return ()
    first = commas[0]
    is_short = len(commas) > 1 and commas[1] - first <= _SHORT
    if is_short and not _clause_follows(words[first : commas[1]]) and not _depends(words[commas[1] + 1]):
        return words[commas[1] + 1 :]
    return words[first + 1 :]


def _depends(word: Token) -> bool:
    return bool(word["relative"] or word["conjunction"] or word["that"])


def _said(
    paragraph: Paragraph, words: Sequence[Token], at: int, former: tuple[int, int] | None, last: Voice | None
) -> Attribution | None:
    word, before, behind = words[at], words[:at], words[at + 1 :]
    while behind and behind[0]["auxiliary"] and not paragraph.has_articles:
        behind = behind[1:]
    if _is_negated(before):
        return None
    if former and any(each["about_this"] for each in words[: at + 6]):
        subject = after_verb(paragraph, behind) or before_verb(paragraph, before)
        return _of(Span(paragraph.number, *former), Voice(subject))
    that = next((n for n, each in enumerate(behind[:_THAT_WITHIN]) if each["that"]), None)
    that = that if that is not None and _belongs(behind[:that]) else None
    told = Voice((), *told_to(paragraph, word, behind[:that]))
    if that is not None:
        subject = _subject_of_that(paragraph, before, behind[:that]) or (last.speakers if last else ())
        content = behind[that + 1 :]
        if content and content[0]["clitic"]:
            content = [*before, *behind]  # no sentence begins with “je”
        return _attribution(paragraph, content, Voice(subject, told.via, told.to))
    if _as_clause(before):
        subject = after_verb(paragraph, _until_comma(behind)) or before_verb(paragraph, before)
        return _attribution(paragraph, words, Voice(subject))
    comma = _last_comma(before)
    if comma is not None and _is_tail(paragraph, before[comma + 1 :], word, behind):
        found = _behind_comma(paragraph, words, at, comma, told)
        return found and (found if found.speakers or not last else replace(found, speakers=last.speakers))
    return _directly(paragraph, words, at, behind, told)


def _behind_comma(paragraph: Paragraph, words: Sequence[Token], at: int, comma: int, told: Voice) -> Attribution | None:
    """“…, the mayor said”; and “The boat, the mayor said, was late”, whose whole sentence is kept."""
    behind = words[at + 1 :]
    subject = before_verb(paragraph, words[comma + 1 : at]) or after_verb(paragraph, _until_comma(behind))
    goes_on = next((n for n, each in enumerate(behind) if each.text == ","), None)
    content = words[:comma]
    if goes_on is not None and any(each["finite"] for each in behind[goes_on:]):
        content = words
    return _attribution(paragraph, content, Voice(subject, told.via, told.to))


def _directly(
    paragraph: Paragraph, words: Sequence[Token], at: int, behind: Sequence[Token], told: Voice
) -> Attribution | None:
    """“The mayor said the boat was late”, “She expects results”."""
    word = words[at]
    has_clause = _clause_follows(behind)
    subject = before_verb(paragraph, words[:at])
    if not subject or not behind or word["to"] or any(each["quoted"] for each in behind[:2]):
        return None
    if not has_clause and (word["mild"] or _is_adverbial(word, behind)):
        return None
    if has_clause or any(each["quoted"] for each in behind):
        return _attribution(paragraph, behind, Voice(subject, told.via, told.to))
    return _attribution(paragraph, words, Voice(subject, told.via, told.to))  # “results” alone is no sentence


def _subject_of_that(paragraph: Paragraph, before: Sequence[Token], behind: Sequence[Token]) -> tuple[Mention, ...]:
    """Return who says “that …”: before the verb, or behind it."""
    own = any(word["pronoun"] or word.is_capital or begins_phrase(word) for word in before)
    subject = before_verb(paragraph, before) if own else ()
    return subject or after_verb(paragraph, behind) or before_verb(paragraph, before)


def _is_adverbial(verb: Token, behind: Sequence[Token]) -> bool:
    """True of “said on Tuesday”, but not of “warned of strikes”."""
    first = behind[0]
    return bool(first["preposition"] and not first["about"] and not verb["calls"])


def _belongs(between: Sequence[Token]) -> bool:
    """True if “that” belongs to the verb before these words: none of them says anything, and no clause ends there."""
    if any(word["says"] for word in between):
        return False
    commas = [at for at, word in enumerate(between) if word.text == ","]
    return len(commas) % 2 == 0 or commas[-1] == len(between) - 1


def _as_clause(before: Sequence[Token]) -> bool:
    comma = _last_comma(before)
    clause = before[comma + 1 :] if comma is not None else before
    return bool(clause) and bool(clause[0]["as"])


def _is_negated(before: Sequence[Token]) -> bool:
    return any(word.word in ("not", "never", "nije", "nisu", "не", "ne", "without") for word in before[-2:])


def _last_comma(words: Sequence[Token]) -> int | None:
    return next((at for at in range(len(words) - 1, -1, -1) if words[at].text in (",", "—", "–")), None)


def _is_tail(paragraph: Paragraph, between: Sequence[Token], verb: Token, behind: Sequence[Token]) -> bool:
    """True of “…, the mayor said on Tuesday” and “…, said the mayor”: no clause follows the verb."""
    if verb["calls"] and not verb["says"]:
        return False
    until = _until_comma(behind)
    if len(until) > _TAIL or any(word["quoted"] for word in until):
        return False
    if any(word["that"] or word["relative"] for word in between):
        return False
    if _clause_follows(until):
        return False
    has_subject = any(word["pronoun"] or begins_phrase(word) or word.is_capital for word in between)
    if not paragraph.has_articles or has_subject:
        return True
    first = until[0] if until else None
    return bool(first and (begins_phrase(first) or first["pronoun"] or first.is_capital))


def _clause_follows(words: Sequence[Token]) -> bool:
    """True if words have a verb of their own, as far as that can be told."""
    return any(word["finite"] or (word.word.endswith("ed") and len(word.word) > 4) for word in words)


def _attribution(paragraph: Paragraph, content: Sequence[Token], voice: Voice) -> Attribution | None:
    while content and (not is_word(content[0]) and not content[0]["quoted"]):
        content = content[1:]
    while content and content[-1].text in ".,;:—–-":
        content = content[:-1]
    if content and content[0]["quoted"] and " " in content[0].text:
        return None  # “…,” she said
    told = sum(len(word.text) for word in content if is_word(word))
    quoted = sum(len(word.text) for word in content if word["quoted"])
    if sum(map(is_word, content)) < _SHORTEST or quoted > 2 * told:
        return None
    return _of(_span(paragraph, content), voice)


def _of(content: Span, voice: Voice) -> Attribution:
    return Attribution(content, False, voice.speakers, voice.via, voice.to)


def _span(paragraph: Paragraph, words: Sequence[Token]) -> Span:
    return Span(paragraph.number, words[0].start, words[-1].end)
