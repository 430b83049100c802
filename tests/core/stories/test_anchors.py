"""Each statement has an id of its own, which it keeps while it keeps its words."""

import re

from bot.core.stories.anchors import Statement, page_path, statement_id
from bot.core.stories.story import Story, parse_story
from tests.stories import HARBOUR, harbour, seasons


def statements(story: Story) -> list[Statement]:
    return [*story.summary, *story.entities, *story.facts, *story.quotations, *story.events]


def test_an_id_is_made_of_the_statements_own_id_or_of_its_words() -> None:
    story = seasons()
    assert statement_id(story.facts[0]) == "fact-stalls"
    assert statement_id(story.events[0]) == "event-spring"
    assert statement_id(story.entities[0]) == "entity-town"
    assert re.fullmatch(r"sentence-\d{12}", statement_id(story.summary[0]))
    assert page_path(story) == "/stories/seasons"
    assert page_path(story, story.facts[0]) == "/stories/seasons#fact-stalls"


def test_no_two_statements_share_an_id() -> None:
    ids = [statement_id(each) for each in statements(harbour())]
    assert len(ids) == len(set(ids))


def test_the_same_words_of_two_speakers_are_two_statements() -> None:
    told = HARBOUR["quotations"][0]
    story = parse_story({**HARBOUR, "quotations": [told, {**told, "said_by": "ferries"}]})
    first, second = map(statement_id, story.quotations)
    assert first != second


def test_an_id_stays_when_the_list_or_the_rest_of_the_statement_changes() -> None:
    facts = HARBOUR["facts"]
    moved = parse_story({**HARBOUR, "facts": [{**facts[2], "paragraph": 4, "date": "1987-05"}, *facts[:2]]})
    assert statement_id(moved.facts[0]) == statement_id(harbour().facts[2])
