"""Values that a parameter may take, while it is being typed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.core.asking.answers.parts import MOST_CHOICES
from bot.core.asking.answers.reminders import OFFERED
from bot.core.asking.answers.samples import samples
from bot.core.asking.answers.settings import SETTINGS, setting_values
from bot.core.asking.command import Suggest
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.spelling import normalise
from bot.core.stories.story import Story
from bot.core.stories.zones import nearest_zones
from bot.core.wording.events import lead_in_words
from bot.core.wording.statements import speakers

_SIMILAR = 60
_SIMILAR_WORD = 75
_LONGEST_QUESTION = 100  # as long as a choice on Discord, which sends the question as it stands in the list


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One value that a parameter may take, and its text in a list."""

    label: str
    value: str


def suggest(inquiry: Inquiry, source: Suggest, values: Mapping[str, str]) -> list[Suggestion]:
    """Return at most 25 values for the text in `inquiry.text`, the likeliest first; without a text all, in order."""
    match source:
        case Suggest.QUESTIONS:
            offered = _questions(inquiry)
        case Suggest.STORIES:
            offered = [(Suggestion(story.headline, story.slug), [story.slug]) for story in inquiry.library.stories]
        case Suggest.SETTINGS:
            offered = [(Suggestion(name, name), []) for name in SETTINGS]
        case Suggest.LEADS:
            offered = [(Suggestion(lead_in_words(inquiry.language, lead), str(lead)), [str(lead)]) for lead in OFFERED]
        case Suggest.SETTING_VALUES:
            offered = _setting_values(inquiry, values.get("setting", ""))
        case _:
            offered = _parts(inquiry.story, source, scoped=inquiry.scoped) if inquiry.story else []
    return _likeliest(inquiry.text, offered)


_Offered = list[tuple[Suggestion, list[str]]]
"""Suggestions with their other names."""


def _questions(inquiry: Inquiry) -> _Offered:
    asked = samples(inquiry.language, inquiry.story) if inquiry.story else []
    return [(Suggestion(text, text), others) for text, *others in asked if len(text) <= _LONGEST_QUESTION]


def _setting_values(inquiry: Inquiry, name: str) -> _Offered:
    presses = setting_values(inquiry, name) if name in SETTINGS else []
    offered: _Offered = [
        (Suggestion(press.label, press.invocation.argument.partition(" ")[2]), []) for press in presses
    ]
    if name == "timezone":
        listed = {suggestion.value for suggestion, _ in offered}
        zones = nearest_zones(inquiry.text, MOST_CHOICES, inquiry.language.tag, typing=True)
        offered += [(Suggestion(zone, zone), [inquiry.text]) for zone in zones if zone not in listed]
    return offered


def _parts(story: Story, source: Suggest, scoped: bool) -> _Offered:
    scope = "" if scoped else f"{story.slug}/"
    match source:
        case Suggest.TOPICS:
            return [(Suggestion(topic.name, scope + topic.id), []) for topic in story.topics]
        case Suggest.EVENTS:
            return [(Suggestion(event.name, scope + event.id), list(event.aliases)) for event in story.events]
        case Suggest.SPEAKERS:
            entities = [story.entity(speaker) for speaker in speakers(story)]
        case _:
            entities = list(story.entities)
    return [(Suggestion(entity.name, scope + entity.id), list(entity.aliases)) for entity in entities]


def _likeliest(typed: str, offered: _Offered) -> list[Suggestion]:
    key = normalise(typed)
    if not key:
        return [suggestion for suggestion, _ in offered[:MOST_CHOICES]]
    scored = ((_likeness(key, [suggestion.label, *others]), suggestion) for suggestion, others in offered)
    likely = sorted((entry for entry in scored if entry[0] >= _SIMILAR), key=lambda entry: -entry[0])
    return [suggestion for _, suggestion in likely[:MOST_CHOICES]]


def _likeness(key: str, names: Iterable[str]) -> float:
    """Return 102 if a name begins with the typed text, 101 if its words with the typed words, else how alike it is."""
    typed = key.split()
    best = 0.0
    for name in map(normalise, names):
        if name.startswith(key):
            return 102
        words = name.split()
        begins = all(any(word.startswith(each) for word in words) for each in typed)
        best = max(best, 101 if begins else max(fuzz.ratio(key, name), _word_by_word(typed, words)))
    return best


def _word_by_word(typed: Iterable[str], words: Sequence[str]) -> float:
    """Return how alike the least alike of the typed words is to a word of the name; 0 if one is like none."""
    least = 100.0
    for each in typed:
        likest = max((fuzz.ratio(each, word, score_cutoff=_SIMILAR_WORD) for word in words), default=0.0)
        least = min(least, 100.0 if any(word.startswith(each) for word in words) else likest)
        if not least:
            break
    return least
