"""Names what happens on a day, in the words of the article: the noun phrase, or else the clause beside the date."""

from collections.abc import Mapping, Set
from typing import NamedTuple

from bot.newsroom.drafting.date_reading import Passage, Place
from bot.newsroom.drafting.date_words import Token
from bot.newsroom.drafting.english.happening import WORDS as ENGLISH
from bot.newsroom.drafting.happening_words import HappeningWords
from bot.newsroom.drafting.russian.happening import WORDS as RUSSIAN
from bot.newsroom.drafting.south_slavic.happening import WORDS as SOUTH_SLAVIC

WORDS: Mapping[str, HappeningWords] = {
    "en": ENGLISH,
    "bs": SOUTH_SLAVIC,
    "hr": SOUTH_SLAVIC,
    "sr": SOUTH_SLAVIC,
    "ru": RUSSIAN,
}
_MOST_BEFORE, _MOST_AFTER, _MOST_OF_CLAUSE = 6, 6, 14  # words of a phrase
_FARTHEST = 40
_LEAST_OF_CLAUSE = 3  # words that can tell what happens
_JOINING = ("'", "’", "s", ",", "and", "but", "while", "a", "i", "ali", "dok", "и", "а", "но", "also")
_JOINTS = ',;:–—()“”„«»"'


class Named(NamedTuple):
    """The place of a name among the words, and of its main noun; of a clause that has none it is None."""

    place: Place
    head: int | None
    is_near: bool = True
    """False if it stands in another clause than the date."""


class Change(NamedTuple):
    """A change of plan that a sentence tells of, and the place of its verb."""

    is_cancelled: bool
    verb: int
    known: HappeningWords
    is_weak: bool = False
    """True of a verb that tells of a change only beside the new day."""

    def is_target(self, passage: Passage, date: Place) -> bool:
        """True if the date at this place is the new one: it stands behind the verb and a word like “to”."""
        before = (passage.words[place].word for place in (date.first - 2, date.first - 1, date.first))
        return not self.is_cancelled and date.first > self.verb and any(word in self.known.targets for word in before)


def change_beside(passage: Passage, date: Place, known: HappeningWords) -> Change | None:
    """Return the change of plan that the clause of a date tells of."""
    return change_told(passage, _clause_around(passage, date, passage.sentence_of(date.first), known), known)


def change_told(passage: Passage, sentence: Place, known: HappeningWords) -> Change | None:
    """Return the change of plan that a sentence, or a part of it, tells of."""
    for place in range(sentence.first, sentence.end):
        phrase = " ".join(passage.words[each].word for each in range(place, min(place + 2, sentence.end)))
        for is_cancelled, beginnings in ((True, known.cancelled), (False, known.moved)):
            if phrase.startswith(beginnings):
                is_weak = not is_cancelled and phrase.startswith(known.weakly_moved or ("\0",))
                return Change(is_cancelled, place, known, is_weak)
    return None


def words_of(language: str) -> HappeningWords:
    """Return what the language knows about things that happen; of one that is not known, what English does."""
    return WORDS.get(language.partition("-")[0], ENGLISH)


def name_beside(passage: Passage, date: Place, known: HappeningWords) -> Named | None:
    """Return the name of what happens on the date at this place: the nearest phrase of its sentence, or a clause."""
    sentence = passage.sentence_of(date.first)
    start, stop = max(sentence.first, date.first - _FARTHEST), min(sentence.end, date.end + _FARTHEST)
    clause = _clause_around(passage, date, Place(start, stop), known)
    heads = [
        (not clause.first <= place < clause.end, place > date.first, abs(place - date.first), place)
        for place in (*range(start, date.first), *range(date.end, stop))
        if _is_head(passage, place, known) and not _has_own_date(passage, place, clause, date, known)
    ]
    named = _clause(passage, date, known, Place(start, stop))
    if passage.words[clause.first].word in known.relative and (not heads or min(heads)[0]):
        back = _before_relative(passage, clause, start, known, date)
        named = back if back and not any(each[0] and not each[1] for each in heads) else named
        heads = [each for each in heads if not each[1]] if back else heads
    if not heads or (named and min(heads)[0] and _has_subject(passage, clause, known)):
        return named
    is_far, *_, head = min(heads)
    head = _of_which_it_is_a_part(passage, head, {each[-1] for each in heads}, known)
    leads_back = passage.words[clause.first].word in known.relative
    return Named(_phrase(passage, head, known, sentence, date), head, leads_back or not is_far)


def name_before(passage: Passage, sentence: Place, known: HappeningWords) -> Named | None:
    """Return the last phrase of the sentence before that names something that happens: what “it” may stand for."""
    if sentence.first == 0:
        return None
    before = passage.sentence_of(sentence.first - 1)
    heads = [place for place in range(before.first, before.end) if _is_head(passage, place, known)]
    if not heads:
        return None
    head = _of_which_it_is_a_part(passage, heads[-1], set(heads), known)
    return Named(_phrase(passage, head, known, before, Place(before.end, before.end)), head)


def clause_beside(passage: Passage, date: Place, known: HappeningWords) -> Named | None:
    """Return the clause of the date as a name."""
    sentence = passage.sentence_of(date.first)
    start, stop = max(sentence.first, date.first - _FARTHEST), min(sentence.end, date.end + _FARTHEST)
    return _clause(passage, date, known, Place(start, stop))


def _of_which_it_is_a_part(passage: Passage, head: int, heads: Set[int], known: HappeningWords) -> int:
    """Return the noun that leads to this one by “of”, in its phrase: round of the presidential election."""
    while not known.compounds and head - 1 in heads:
        head -= 1
    for place in range(head - 1, max(head - _MOST_BEFORE - 1, 0), -1):
        word = passage.words[place].word
        if word == "of" and known.compounds:
            return place - 1 if place - 1 in heads else head
        if not known.may_be_in_phrase(passage.words[place]):
            break
    return head


def _is_head(passage: Passage, place: int, known: HappeningWords) -> bool:
    words = passage.words
    if not known.names_happening(words[place]) or _begins_date(passage, place):
        return False
    if not known.compounds:
        return True
    before, after = words[place - 1], words[place + 1]
    if after.text == "-" and words.touches(place + 1):
        return False
    if (
        before.word in ("to", "will", "would", "not", "they", "we", "must", "can", "may", "should")
        or before["infinitive"]
    ):
        return False
    is_modifier = after.text.isalpha() and known.may_be_in_phrase(after) and not after["tense"] and not after["stop"]
    return not is_modifier or after.word in ("early", "late") or after.word.endswith("ed")


def _phrase(passage: Passage, head: int, known: HappeningWords, sentence: Place, date: Place) -> Place:
    words, first = passage.words, head
    while first > sentence.first and head - first < _MOST_BEFORE and not _begins_date(passage, first - 1):
        before = words[first - 1]
        if before.text == "s" and _begins_date(passage, first - 3):
            break
        if before.text == "s" and words[first - 2].text in ("’", "'") and words.touches(first - 1):
            first -= 2
            continue
        is_joined = before.text == "-" and first - 2 >= sentence.first
        if is_joined and words.touches(first) and words.touches(first - 1):
            first -= 2
            continue
        if not known.may_be_in_phrase(before) or (before["tense"] and before.word not in known.nouns):
            break
        if not known.compounds and not known.may_describe(before, words.vocabulary):
            break
        first -= 1
        if before.word in known.determiners and before.word in ("the", "a", "an", "its", "his", "her", "their", "our"):
            break
    end = head + 1
    while end < sentence.end and end - head <= _MOST_AFTER and not date.first <= end < date.end:
        token = words[end]
        if token.word in known.links and known.may_be_in_phrase(words[end + 1]) and not _begins_date(passage, end + 1):
            end += 2
            continue
        if token.text == "-" and words.touches(end) and words.touches(end + 1):
            end += 2
            continue
        is_open = (
            not known.compounds
            or words[end - 1].word in known.links
            or (words[end - 1].is_capital and end - 1 > sentence.first)
        )
        is_open = is_open or end - head > 1
        if not is_open or not known.may_be_in_phrase(token) or token["tense"] or _begins_date(passage, end):
            break
        end += 1
    while end - 1 > head and (words[end - 1].word in known.links or words[end - 1].word in known.determiners):
        end -= 1
    return Place(first, end)


def _begins_date(passage: Passage, place: int) -> bool:
    return place in passage.dated


def lead_of(passage: Passage, sentence: Place, known: HappeningWords) -> Named | None:
    """Return the first phrase of a sentence: what a change of plan is told of, where no noun tells what happens."""
    first = end = sentence.first
    while end < sentence.end and end - first <= _MOST_AFTER:
        token = passage.words[end]
        is_verb = token["tense"] or token["auxiliary"] or token["shifted"]
        if is_verb or _parts(passage, end, known) or _begins_date(passage, end):
            break
        end += 1
    return Named(Place(first, end), None) if end > first else None


def has_verb_of_its_own(passage: Passage, date: Place, known: HappeningWords) -> bool:
    """True if the clause of a date has a verb: then a change of plan that another clause tells of is not about it."""
    clause = _clause_around(passage, date, passage.sentence_of(date.first), known)
    tokens = [passage.words[place] for place in range(clause.first, clause.end)]
    return any(token["auxiliary"] or token["helping"] or token["modal"] for token in tokens)


def _has_own_date(passage: Passage, place: int, clause: Place, date: Place, known: HappeningWords) -> bool:
    """True of a noun behind the date, in another clause that has a date of its own."""
    if place < date.end or place < clause.end:
        return False
    sentence = passage.sentence_of(place)
    within = Place(max(sentence.first, place - _FARTHEST), min(sentence.end, place + _FARTHEST))
    other = _clause_around(passage, Place(place, place + 1), within, known)
    return any(each in passage.dated for each in range(other.first, other.end))


def _before_relative(passage: Passage, clause: Place, start: int, known: HappeningWords, date: Place) -> Named | None:
    """Return the phrase that a relative clause leads back to; with the clause if it is a single word."""
    end = clause.first - passage.words.is_sign(clause.first - 1, ",")
    first = end
    while first > start and end - first < _MOST_OF_CLAUSE and not _parts(passage, first - 1, known):
        first -= 1
    if end - first == 1:  # Bel, who turns 40
        end = date.first
        while end > clause.first and passage.words[end - 1]["leads_to_date"]:
            end -= 1
        end = clause.end if end - clause.first <= 1 else end  # Bel, koja idućeg utorka puni 40 godina
    return Named(Place(first, end), None) if end > first else None


def _clause_around(passage: Passage, date: Place, within: Place, known: HappeningWords) -> Place:
    """Return the clause that the date stands in; one that it leads goes on behind its comma."""
    first, end = date.first, date.end + (passage.words.is_sign(date.end, ",") and date.first - within.first <= 2)
    while first > within.first and not _parts(passage, first - 1, known):
        first -= 1
    while end < within.end and not _parts(passage, end, known):
        end += 1
    return Place(first, end)


def _has_subject(passage: Passage, place: Place, known: HappeningWords) -> bool:
    """True of a clause that does not begin with its verb or with a word that leads back: which begins."""
    first = place.first
    while first < place.end and _leads(passage, first):
        first += 1
    token = passage.words[first]
    if place.end - first < _LEAST_OF_CLAUSE or token["tense"]:
        return False
    return token.is_capital or known.may_be_in_phrase(token) or token.word in known.determiners


def _subject_before(passage: Passage, place: int, within: Place, known: HappeningWords) -> int:
    """Return where the phrase begins that “that” or “which” leads back to; this place if none does."""
    first = place - 1
    if first <= within.first or passage.words[first].word not in known.relative:
        return place
    first -= passage.words.is_sign(first - 1, ",")
    while first > within.first and place - first < _MOST_OF_CLAUSE and not _parts(passage, first - 1, known):
        first -= 1
    return first


def _is_planned(token: Token, known: HappeningWords) -> bool:
    """True of a word that only says that something is planned; in English also of its auxiliary."""
    if known.compounds:
        return token["tense"] == "coming" or bool(token["helping"])
    return token["tense"] == "coming" and token.word.startswith(known.planned)


def _joins(word: str, known: HappeningWords) -> bool:
    """True of “and”; but “a” is an article in English."""
    return word in _JOINING and not (known.compounds and word in ("a", "i"))


def _leads(passage: Passage, place: int) -> bool:
    """True of what may stand before the subject of a clause: a date, “and”, “in”."""
    token = passage.words[place]
    return place in passage.dated or bool(token["leads_to_date"]) or token.word in _JOINING


def _clause(passage: Passage, date: Place, known: HappeningWords, within: Place) -> Named | None:
    """Return the words of the clause before the date; or those behind it, if the date leads; or else both."""
    words = passage.words
    end = date.first
    while end > within.first and words[end - 1]["leads_to_date"]:
        end -= 1
    first = end
    while first > within.first and end - first < _MOST_OF_CLAUSE and not _parts(passage, first - 1, known):
        if _begins_date(passage, first - 1) and not (first < end and words[first]["tense"]):
            break
        first -= 1
    while first < end and (_joins(words[first].word, known) or words.is_part_of_a_number(first)):
        first += 1
    has_verb = any(_is_verb(passage, each) for each in range(first, end))
    if end - first >= (2 if has_verb else _LEAST_OF_CLAUSE):
        if known.compounds and (words[first]["tense"] or words[first]["helping"]):  # a school that | was to shut
            first = _subject_before(passage, first, within, known)
        while end - first > 2 and _is_planned(words[end - 1], known):  # an open day | planned
            end -= 1
        return Named(Place(first, end), None)
    if has_verb:  # “The director, Paul Ames, leaves in May”
        first = max(within.first, end - _MOST_OF_CLAUSE)
        return Named(Place(first + words.is_part_of_a_number(first), end), None)
    if end == first:
        first = date.end + words.is_sign(date.end, ",")
        first += 2 if words.is_sign(date.end, "’'") and words[date.end + 1].text == "s" else 0
    end = max(first, date.end)
    while end < within.end and end - first < _MOST_OF_CLAUSE and not _parts(passage, end, known):
        end += 1
    while end > first and words[end - 1].text in ".!?…,;":
        end -= 1
    return Named(Place(first, end), None) if end - first >= 2 else None


def _is_verb(passage: Passage, place: int) -> bool:
    token, vocabulary = passage.words[place], passage.words.vocabulary
    return bool(token["tense"]) or token.text.lower().endswith(vocabulary.coming_endings or ("\0",))


def _parts(passage: Passage, place: int, known: HappeningWords) -> bool:
    token = passage.words[place]
    if token.word in known.saying and passage.words[place - 1]["tense"]:
        return False  # treba da, planira da
    words = passage.words
    if words[place - 1].text.isdigit() and words.touches(place) and words.touches(place + 1):
        return False  # 10:30
    is_dash = token.text == "-" and not passage.words.touches(place)
    return is_dash or token.text in tuple(_JOINTS) or token.word in known.saying
