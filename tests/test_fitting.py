"""Every post of a long story keeps its credit and its dates on both platforms, and `check` names what does not fit."""

from typing import Any

import pytest

from bot.app.fitting import too_long_for
from bot.app.platforms import PLATFORMS
from bot.core.asking.platform import ChatKind, Platform
from bot.core.posting.composing import compose
from bot.core.posting.planning import Planned, Timing, due
from bot.core.stories.leads import Lead
from bot.core.stories.library import Library
from bot.core.stories.story import Story, parse_story
from bot.core.wording.language import Language
from tests.stories import HARBOUR, harbour, seasons


def long_harbour(words: int, description: str = "The bridge opens.") -> Story:
    """The harbour with three long facts about its opening, and a long credit."""
    facts: list[dict[str, Any]] = [
        {"text": f"{number}: " + "word & " * words, "paragraph": number, "events": ["opening"]} for number in (7, 8, 9)
    ]
    events = [{**event, "description": description} for event in HARBOUR["events"]]
    credit = {"text": "Reporting by " + "the Harbour Gazette, " * 40 + "last word"}
    return parse_story({**HARBOUR, "facts": facts + HARBOUR["facts"], "events": events, "credit": credit})


@pytest.mark.parametrize("kind", ["private", "channel"])
@pytest.mark.parametrize("platform", PLATFORMS, ids=lambda each: each.name)
def test_a_long_reminder_keeps_its_date_credit_citation_and_story(platform: Platform, kind: ChatKind) -> None:
    story, timing, lead = long_harbour(140, "opens " * 160), Timing(), Lead.parse("P1D")
    at = due(story.events[0], lead, timing)
    assert at
    card = compose(Library([story, seasons()]), Planned(at, story, story.events[0], lead), timing, Language(), at)
    assert not platform.fits(card)
    posted = str(platform.likeness().posted(card, kind).payload)
    assert story.events[0].start
    assert story.events[0].start.moment
    date = str(int(story.events[0].start.moment.timestamp()))
    kept = (date, "last word", "¶ 1", "Story of 1 March 2031", story.headline, "Istanbul", "… and ", "More")
    assert [words for words in kept if words not in posted] == []


def test_what_does_not_fit_is_named_once_at_its_place() -> None:
    warn = too_long_for(PLATFORMS)
    assert list(warn(harbour())) == list(warn(seasons())) == []
    told = dict.fromkeys(warn(long_harbour(140)))
    end = "does not fit into one message on Telegram and Discord; it leaves out entries or ends of texts there"
    assert (("events", 0), f"the reminder of “opening” {end}") in told
    assert all(loc in {("events", 0), ("headline",)} for loc, _ in told)
