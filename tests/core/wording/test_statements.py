"""Statements in words: whose they are, and when they were said."""

from datetime import UTC, datetime

import pytest

from bot.core.stories.story import parse_story
from bot.core.wording.cards import plain
from bot.core.wording.language import Language, Voice
from bot.core.wording.statements import fact_item
from tests.stories import HARBOUR

VOICE = Voice(Language(), datetime(2031, 3, 2, 9, tzinfo=UTC))


@pytest.mark.parametrize(
    ("changes", "text", "citation"),
    [
        ({}, "Leyla Aydın says: It holds.", "¶ 2, Leyla Aydın"),
        ({"date": "2031-02?"}, "Leyla Aydın said: It holds.", "¶ 2, Leyla Aydın, probably February 2031"),
        (
            {"said_by": ["aydin", "gazette"], "via": "gazette"},
            "Leyla Aydın and Harbour Gazette say: It holds.",
            "¶ 2, Leyla Aydın and Harbour Gazette via Harbour Gazette",
        ),
        ({"said_by": "ferries"}, "The ferries say: It holds.", "¶ 2, The ferries"),
        ({"said_by": [], "kind": "fact", "date": "2031"}, "It holds.", "¶ 2"),
    ],
)
def test_a_claim_tells_who_says_it_and_when_it_was_said(changes: dict[str, object], text: str, citation: str) -> None:
    ferries = {"id": "ferries", "name": "The ferries", "plural": True}
    entities = [{**each, **ferries} if each["id"] == "ferries" else each for each in HARBOUR["entities"]]
    fact = {"text": "It holds.", "kind": "claim", "said_by": "aydin", "paragraph": 2, **changes}
    story = parse_story({**HARBOUR, "entities": entities, "facts": [fact]})
    item = fact_item(VOICE, story, story.facts[0])
    assert (plain(item.text), item.citation) == (text, citation)
