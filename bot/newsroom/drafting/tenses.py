"""Tells by the verb beside a place in a sentence whether something is past or still to come."""

from bot.newsroom.drafting.date_cursor import Words
from bot.newsroom.drafting.date_values import Tense

_NEAR = 8  # words
_FARTHEST = 40  # words to each side
_JOINTS = ",;:–—()"


def tense_at(words: Words, first: int, end: int, sentence: tuple[int, int]) -> Tense:
    """Return the tense of the verb nearest to these words of a sentence; empty if it has none.

    A verb before them in the same clause counts first, then one behind them there, then those of the clauses before.
    `sentence`: the places of its first word, and of the first word after it.
    """
    if _is_led_to_what_comes(words, first, sentence[0]):
        return "coming"
    start, stop = max(sentence[0], first - _FARTHEST), min(sentence[1], end + _FARTHEST)
    start = next((each + 1 for each in range(first - 1, start - 1, -1) if _parts(words, each)), start)
    stop = next((each for each in range(end, stop) if _parts(words, each)), stop)
    has_auxiliary = not words.vocabulary.needs_auxiliary or any(
        words[place]["auxiliary"] for place in range(start, stop)
    )
    before = range(first - 1, start - 1, -1)
    after = range(end, stop)
    for places, is_clause in ((before, True), (after, True), (before, False), (after, False)):
        for at in places:
            place = at
            is_lead = place == end and first - sentence[0] <= 2  # “On Friday, the council voted”
            if is_clause and words.is_sign(place, _JOINTS) and not is_lead:
                break
            if words[place]["helping"]:  # “was due”, “have been cancelled”
                place = _helped(words, place)
            if words[place]["shifted"]:
                return _shifted(words, first, end, place)
            if tense := _tense_of(words, place, has_auxiliary):
                return "coming" if tense == "past" and _is_announced(words, place, start) else tense
    is_next = any(words[place]["which"] == "next" for place in (*before, *after))
    if is_next:
        return "coming"
    return "present" if words.vocabulary.lower_case and _is_verbless(words, start, stop) else ""


def _parts(words: Words, place: int) -> bool:
    """True of a sign that parts a sentence nearly as a full stop does."""
    return words.is_sign(place, ";:") and not (words.touches(place) and words.touches(place + 1))


def _is_verbless(words: Words, start: int, stop: int) -> bool:
    """True of “Utakmica je u nedjelju”, «Матч в воскресенье»: what has no verb but “to be” is present, or to come."""
    return not words.vocabulary.needs_auxiliary or any(words[place]["auxiliary"] for place in range(start, stop))


def _is_led_to_what_comes(words: Words, first: int, start: int) -> bool:
    """True of “for Saturday” and “until Thursday”, whatever the verb says."""
    if words.vocabulary.capitals and (words[first]["until"] or words[first - 1]["until"]):
        leads = first - start <= 1 and words[first - 1]["tense"] != "coming"  # “Until Thursday, it was the oldest”
        return not leads and not any(words[each]["negation"] for each in range(max(start, first - _NEAR), first))
    led = first - 1 - bool(words[first - 1]["before"] or words[first - 1]["after"])
    is_day = any(words[first][sense] is not None for sense in ("weekday", "month")) or words[first].number is not None
    return bool(words[led]["for_date"]) and is_day and not words[led - 1]["night_to"]


def _tense_of(words: Words, place: int, has_auxiliary: bool) -> Tense:
    token, vocabulary = words[place], words.vocabulary
    if token["tense"]:
        tense: Tense = token["tense"]
        return tense
    if words[place - 1].word in ("he", "she", "it") and token.word.endswith("s") and vocabulary.capitals:
        return "present"
    if token["infinitive"] and _is_verb(words, place + 1):
        return "past" if words[place - 1]["failed"] else "coming"
    if not token.text.isalpha() or len(token.word) < 3 or token.word in vocabulary.no_verbs:
        return ""
    if vocabulary.lower_case and token.is_capital and place and not words.is_sign(place - 1, ".!?"):
        return ""
    if any(sense in token.senses for sense in ("month", "weekday", "unit", "which", "nearby", "number", "ordinal")):
        return ""
    if len(token.word) > 3 and token.text.lower().endswith(vocabulary.coming_endings):
        return vocabulary.coming_means
    if vocabulary.participle_endings and token.word.endswith(vocabulary.participle_endings):
        return "past"
    if has_auxiliary and vocabulary.past_endings and token.word.endswith(vocabulary.past_endings):
        return "past"
    return ""


def _shifted(words: Words, first: int, end: int, place: int) -> Tense:
    """Return what a change of plan says of a date: the day of the plan comes, the day of the change is past."""
    if words[first - 1]["shift_target"] or words[first]["from"] or words[first]["until"]:
        return "coming"
    if any(words[each]["modal"] for each in range(place - 3, place)):
        return "coming"
    is_active = words[place]["shifted"] == "active"
    if is_active and words.vocabulary.capitals:
        is_active = not any(words[each]["helping"] for each in range(place - 3, place))
    if place > first:
        return "past" if is_active else "coming"
    is_attribute = words[end].text in ("'", "’") or words[first - 1]["the"]
    return "coming" if is_active and is_attribute else "past"


def _helped(words: Words, place: int) -> int:
    """Return the place of the verb that an auxiliary helps, if it tells of a plan."""
    for each in range(place + 1, place + 4):
        if words[each]["shifted"] or words[each]["tense"] == "coming":
            return each
    return place


def _is_announced(words: Words, place: int, start: int) -> bool:
    """True of “held” in “will be held”: a verb of what comes stands just before."""
    return any(words[each]["tense"] == "coming" for each in range(max(start, place - 3), place))


def _is_verb(words: Words, place: int) -> bool:
    """True if the word after “to” may be a verb: it is no article, name, number or date."""
    token = words[place]
    return token.text.islower() and token.text.isalpha() and not token["stop"] and not token.senses
