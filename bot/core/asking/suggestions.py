"""Values that a parameter may take, while it is being typed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from bot.core.asking.answers.parts import MOST_CHOICES
from bot.core.asking.answers.reminders import OFFERED
from bot.core.asking.answers.settings import SETTINGS, setting_values
from bot.core.asking.command import Suggest
from bot.core.asking.inquiry import Inquiry
from bot.core.stories.spelling import normalise
from bot.core.stories.story import Story
from bot.core.stories.zones import nearest_zones
from bot.core.wording.events import lead_in_words
from bot.core.wording.statements import speakers

_SIMILAR = 60


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One value that a parameter may take, and its text in a list."""

    label: str
    value: str


def suggest(inquiry: Inquiry, source: Suggest, values: Mapping[str, str]) -> list[Suggestion]:
    """Return at most 25 values for the text in `inquiry.text`, the likeliest first; without a text all, in order."""
    match source:
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
    """Return 100 or more if a word of a name begins with the typed text, else how alike the two look."""
    best = 0.0
    for name in map(normalise, names):
        if name.startswith(key):
            return 102
        begins = any(word.startswith(key) for word in name.split())
        best = max(best, 101 if begins else fuzz.ratio(key, name))
    return best
